/** Saves a page over the revision that was changed. */
import { edit, isRecord, WikiError } from './api';
import { readPageTexts } from './page-text';
import { readRevisions } from './revisions';
import { SaveFailure, saveFailure } from './save-failure';

export interface AnsweredCaptcha {
	id: string;
	answer: string;
}

export interface PageEdit {
	title: string;
	text: string;
	/** Edit summary. */
	summary: string;
	/** The revision that was changed; 0 to make the page. */
	base: number;
	/** Of a page of the content model JSON; else it is the one that the wiki has for the title. */
	isJson?: boolean;
	captcha?: AnsweredCaptcha;
}

export interface SavedPage {
	/** The revision that holds the text; the one before if nothing had changed. */
	revision: number;
	/** The revision that the wiki replaced; 0 for a new page. */
	replaced: number;
}

/** A page as the wiki has it at the moment. */
export interface StoredPage {
	/** Where it stands: another title than asked for where that leads on. */
	title: string;
	revision: number;
	/** null if the page does not exist, or its text is hidden */
	text: string | null;
	/** Content model; empty where it is not known. */
	model: string;
}

/** As much of it as a merge needs. */
export type StoredText = Pick<StoredPage, 'revision' | 'text'>;

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
 * Saves a page over the revision that was changed.
 *
 * @throws {SaveFailure} when it was not saved; nothing has changed then
 */
export async function savePage(
	{ title, text, summary, base, isJson, captcha }: PageEdit
): Promise<SavedPage> {
	const user = mw.config.get( 'wgUserName' );
	try {
		const answer = await edit( {
			title,
			text,
			summary,
			...isJson ? { contentmodel: 'json', contentformat: 'application/json' } : {},
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

/**
 * Reads a page.
 *
 * @throws {SaveFailure} when the wiki does not answer
 */
export async function readStoredPage( title: string ): Promise<StoredPage> {
	try {
		const page = ( await readPageTexts( [ title ], true ) ).get( title );
		return {
			title: page?.title ?? title,
			revision: page?.revision || 0,
			text: page?.text ?? null,
			model: page?.model ?? ''
		};
	} catch ( error ) {
		throw saveFailure( error );
	}
}

/**
 * Text of one revision of a page.
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
