/** One request for the newest texts of several pages. */
import { isRecord, listOf, query } from './api';

export interface PageText {
	/** As asked for. */
	asked: string;
	/** As the wiki has it, a redirect followed. */
	title: string;
	pageId: number;
	/** Newest revision; 0 if the page does not exist. */
	revision: number;
	/** null if the page does not exist or its text is hidden. */
	text: string | null;
	timestamp: string;
	/** Who made that revision; null where that is hidden, or there is none. */
	user: string | null;
	/** Content model of the newest revision; empty where it is not known. */
	model: string;
}

/** The title of an answer for one that was asked for: spelling, then redirects. */
export function followTitles( answer: Record<string, unknown>, title: string ): string {
	let current = title;
	for ( const step of [ 'normalized', 'redirects' ] ) {
		for ( const row of listOf( answer[ step ] ) ) {
			if ( row.from === current && typeof row.to === 'string' ) {
				current = row.to;
			}
		}
	}
	return current;
}

function mainSlot( revision: Record<string, unknown> ): Record<string, unknown> {
	const slots = isRecord( revision.slots ) ? revision.slots : {};
	return isRecord( slots.main ) ? slots.main : {};
}

/** Who made a revision; null where the name is hidden, or there is no revision. */
export function userOf( revision?: Record<string, unknown> ): string | null {
	return revision && !revision.userhidden && typeof revision.user === 'string' ?
		revision.user : null;
}

/** Content model of the main slot; empty where the answer does not tell. */
export function slotModel( revision: Record<string, unknown> ): string {
	return String( mainSlot( revision ).contentmodel || '' );
}

/** Text of the main slot; null where it is missing or not to be shown. */
export function slotText( revision: Record<string, unknown> ): string | null {
	// An administrator is given hidden text too; it must not reach the page or the browser's store.
	if ( revision.texthidden || revision.suppressed ) {
		return null;
	}
	const main = mainSlot( revision );
	return typeof main.content === 'string' && !main.texthidden ? main.content : null;
}

/** The wiki answers for 50 titles at once. */
export const TITLES_AT_ONCE = 50;

/**
 * Reads the newest text of pages.
 *
 * @param titles at most 50 in one request; more are asked for one request after another
 * @param followRedirects a moved page is found under its new title
 * @param signal cancels reading
 */
export async function readPageTexts(
	titles: string[],
	followRedirects: boolean,
	signal?: AbortSignal
): Promise<Map<string, PageText>> {
	const texts = new Map<string, PageText>();
	for ( let start = 0; start < titles.length; start += TITLES_AT_ONCE ) {
		const some = titles.slice( start, start + TITLES_AT_ONCE );
		let next: Record<string, string> | null = {};
		while ( next ) {
			const answer: Awaited<ReturnType<typeof query>> = await query( {
				prop: 'revisions',
				rvprop: [ 'ids', 'timestamp', 'user', 'content' ],
				rvslots: 'main',
				titles: some,
				redirects: followRedirects,
				...next
			}, signal );
			const pages = new Map( listOf( answer.query.pages ).map(
				( page ) => [ page.title, page ]
			) );
			for ( const asked of some ) {
				const page = pages.get( followTitles( answer.query, asked ) );
				const revision = page ? listOf( page.revisions )[ 0 ] : undefined;
				if ( page && ( revision || !texts.has( asked ) ) ) {
					texts.set( asked, {
						asked,
						title: String( page.title ),
						pageId: Number( page.pageid ) || 0,
						revision: revision ? Number( revision.revid ) : 0,
						text: revision ? slotText( revision ) : null,
						timestamp: revision ? String( revision.timestamp ) : '',
						user: userOf( revision ),
						model: revision ? slotModel( revision ) : ''
					} );
				}
			}
			next = answer.next;
		}
	}
	return texts;
}
