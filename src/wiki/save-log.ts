/** Saves the log page. */
import { edit, isRecord, WikiError } from './api';
import { readPageTexts } from './page-text';
import { readRevisions } from './revisions';
import { SaveFailure, saveFailure } from './save-failure';

export interface AnsweredCaptcha {
	id: string;
	answer: string;
}

export interface LogEdit {
	/** Title of the log page. */
	title: string;
	/**
	 * JSON in one line: the wiki merges edits of different lines without a word, and two entries
	 * with one id came of it.
	 */
	text: string;
	/** Edit summary. */
	summary: string;
	/** The revision that was changed; 0 to make the page. */
	base: number;
	captcha?: AnsweredCaptcha;
}

export interface SavedLog {
	/** The revision that holds the text; the one before if nothing had changed. */
	revision: number;
	/** The revision that the wiki replaced; 0 for a new page. */
	replaced: number;
}

/** Longest summary that the wiki keeps, in characters. */
export const LONGEST_SUMMARY = 500;

/** What the wiki wants to have answered, from an answer that says that nothing was saved. */
function captchaFailure( answer: Record<string, unknown> ): SaveFailure | null {
	const { captcha } = answer;
	return isRecord( captcha ) ?
		new SaveFailure( 'captcha', '', {
			id: String( captcha.id ?? '' ),
			question: typeof captcha.question === 'string' ? captcha.question : '',
			// Only of this wiki: nothing is loaded from elsewhere.
			image: typeof captcha.url === 'string' && /^\/(?![/\\])/.test( captcha.url ) ?
				captcha.url :
				''
		} ) :
		null;
}

/**
 * Saves a log over the revision that it was made from.
 *
 * @throws {SaveFailure} when it was not saved; nothing has changed then
 */
export async function saveLog(
	{ title, text, summary, base, captcha }: LogEdit
): Promise<SavedLog> {
	const user = mw.config.get( 'wgUserName' );
	try {
		const answer = await edit( {
			title,
			text,
			summary,
			contentmodel: 'json',
			contentformat: 'application/json',
			...base ? { baserevid: base, nocreate: true } : { createonly: true },
			// Whoever was logged out meanwhile does not want to save under an address.
			...user === null ? {} : { assertuser: user },
			...captcha ? { captchaid: captcha.id, captchaword: captcha.answer } : {}
		} );
		if ( answer.result !== 'Success' ) {
			// Extensions refuse in this way, too: with a code, or with a part of their own name.
			const code = String( answer.code ?? Object.keys( answer ).join( ' ' ) );
			throw captchaFailure( answer ) ||
				new WikiError( code, () => String( answer.info ?? code ) );
		}
		return answer.nochange ?
			{ revision: base, replaced: base } :
			{ revision: Number( answer.newrevid ), replaced: Number( answer.oldrevid ) || 0 };
	} catch ( error ) {
		throw saveFailure( error );
	}
}

/** The log page as the wiki has it at the moment. */
export interface StoredLog {
	revision: number;
	/** null if the page does not exist, or its text is hidden */
	text: string | null;
}

/**
 * Reads the log page.
 *
 * @throws {SaveFailure} when the wiki does not answer
 */
export async function readStoredLog( title: string ): Promise<StoredLog> {
	try {
		const page = ( await readPageTexts( [ title ], true ) ).get( title );
		return { revision: page?.revision || 0, text: page?.text ?? null };
	} catch ( error ) {
		throw saveFailure( error );
	}
}

/**
 * Text of one revision of the log page.
 *
 * @return null if it is deleted or hidden
 * @throws {SaveFailure} when the wiki does not answer
 */
export async function readRevisionText( revision: number ): Promise<string | null> {
	try {
		return ( await readRevisions( [ revision ] ) ).revisions.get( revision )?.text ?? null;
	} catch ( error ) {
		throw saveFailure( error );
	}
}
