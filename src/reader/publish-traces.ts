/** Makes what can be published of a draft's trace, and saves it beside the log. */
import english from 'virtual:messages/words';
import { askedChanges, askedReviews } from '../account/asked-words';
import { publishDraft } from '../account/publish-draft';
import type { DraftAccount } from '../account/types';
import type { TraceToPublish } from '../account/workspace';
import type { OriginWords } from '../trace/trace-answers';
import { readContentMessages } from '../wiki/content-messages';
import { readPageTexts, type PageText } from '../wiki/page-text';
import { publishedTitle } from '../wiki/published-title';
import { savePage, type AnsweredCaptcha } from '../wiki/save-page';
import { traceDraft } from './word-trace';

/** Whether a page says something already, whatever white space the wiki put into it. */
function says( page: PageText | undefined, text: string ): boolean {
	try {
		return JSON.stringify( JSON.parse( page?.text ?? '' ) ) === text;
	} catch {
		return false;
	}
}

async function save(
	{ page, revision, title, text, changed }: Omit<TraceToPublish, 'save'>, base: number,
	captcha?: AnsweredCaptcha
): Promise<number> {
	if ( !changed ) {
		return base;
	}
	const message = await readContentMessages( english );
	const summary = message( 'trace-summary', page, String( revision ) );
	return ( await savePage( { title, text, summary, base, captcha, isJson: true } ) ).revision;
}

/**
 * Traces a draft and makes of it what can be published. Nothing is saved before somebody asks.
 *
 * @param account after the cited revisions were read
 * @param titles of all pages that the text is on or came from
 * @param progress
 * @throws {WikiError} when the wiki does not answer
 */
export async function publishTraces(
	account: DraftAccount, titles: readonly string[],
	progress?: ( done: number, total: number ) => void
): Promise<TraceToPublish[]> {
	const trace = await traceDraft( titles, { progress } );
	try {
		const names = new Map( [ ...trace.pages.values() ]
			.filter( ( { title } ) => account.pages.some( ( page ) => page.title === title ) )
			.map( ( { id, title } ) => [ String( id ), title ] ) );
		const words = new Map<string, OriginWords>();
		for ( const name of names.keys() ) {
			words.set( name, await trace.ask( 'words', name ) );
		}
		const published = publishDraft( account, {
			followed: await trace.ask( 'changes', askedChanges( account.items ) ),
			reviews: await trace.ask( 'reviews', askedReviews( account.items ) ),
			titles: names,
			words
		} );
		const targets = [ ...published.keys() ]
			.map( ( name ) => publishedTitle( account.logTitle, Number( name ) ) );
		const stored = await readPageTexts( targets, false );
		return [ ...published ].map( ( [ name, value ] ) => {
			const title = publishedTitle( account.logTitle, Number( name ) );
			const text = JSON.stringify( value );
			const there = stored.get( title );
			const made = {
				page: names.get( name ) ?? '',
				revision: value.revision,
				title,
				text,
				changed: !says( there, text )
			};
			return { ...made, save: ( captcha ) => save( made, there?.revision ?? 0, captcha ) };
		} );
	} finally {
		trace.end();
	}
}
