/** The advised words of the demonstration, found out here in Node. */
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { isWithheld } from '../../src/log/withheld';
import { followChanges } from '../../src/trace/follow-changes';
import type { AskedChange, FollowedPage } from '../../src/trace/followed-changes';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';

/** The closest link first: it is the one that is shown. */
const STYLES = [ 'quoted', 'derived', 'influenced', 'unstated' ] as const;
export type Style = typeof STYLES[ number ];

/** By style the words of a page, in its order. */
export type StyledWords = Record<Style, string[]>;

export interface AdvisedPage extends FollowedPage {
	styled: StyledWords;
}

/** Words of a text, as far as these pages need: none of theirs has an apostrophe. */
export function wordsIn( text: string ): string[] {
	return text.match( /[\p{L}\p{M}\p{N}]+/gu ) ?? [];
}

/**
 * By title the pages of the demonstration, with the changes of its log followed to today.
 *
 * @param last words of the summary of an edit: as they were after it, with the changes made by then
 */
export function advisedPages( last?: string ): Map<string, AdvisedPage> {
	const log = logFor( Object.fromEntries(
		histories.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) )
	) );
	// Only the draft's own pages: how much a word says depends on what else was traced.
	const titles = new Set( log.draft.pages.map( ( { title } ) => title ) );
	const trace = new Trace();
	const bases = new Map<number, number | null>();
	const own = histories.filter( ( { title } ) => titles.has( title ) );
	const all = own.flatMap( ( { title, revisions } ) => revisions.map(
		( revision, index ) => {
			bases.set( revision.revid, revisions[ index - 1 ]?.revid ?? null );
			return { ...revision, page: title };
		}
	) );
	all.sort( ( a, b ) => a.timestamp === b.timestamp ?
		a.revid - b.revid :
		( a.timestamp < b.timestamp ? -1 : 1 ) );
	const end = last === undefined ? all.length :
		all.findIndex( ( { comment } ) => comment.includes( last ) ) + 1;
	const made = new Set( all.slice( 0, end ).map( ( { revid } ) => revid ) );
	for ( const { revid, page, text } of all.slice( 0, end ) ) {
		trace.add( { revid, page, text: text ?? null } );
	}
	const relations = new Map<string, string>();
	const asked = log.entries.flatMap( ( { advice = [] } ) => advice )
		.filter( ( one ) => !isWithheld( one ) )
		.flatMap( ( { id, changes = [] } ) => changes.map( ( change, index ): AskedChange => {
			const { revision, from, inserted, deleted, relation } = change;
			const key = `${ id }#${ index }`;
			relations.set( key, relation ?? 'unstated' );
			return {
				key,
				base: from ?? bases.get( revision ) ?? null,
				last: revision,
				...( inserted || deleted ) && { inserted: inserted ?? [], removed: deleted ?? [] }
			};
		} ) );
	const { pages } = finish(
		followChanges( trace, asked.filter( ( { last: by } ) => made.has( by ) ) )
	);
	return new Map( pages.map( ( page ) => {
		const styled: StyledWords = { quoted: [], derived: [], influenced: [], unstated: [] };
		page.groupOf.forEach( ( group, word ) => {
			const links = ( page.groups[ group ] ?? [] ).map( ( key ) => relations.get( key ) );
			const style = STYLES.find( ( one ) => links.includes( one ) );
			if ( style ) {
				styled[ style ].push( page.text.slice( page.starts[ word ], page.ends[ word ] ) );
			}
		} );
		return [ page.page, { ...page, styled } ];
	} ) );
}
