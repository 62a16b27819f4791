/** Reads pages of a wiki and what became of them, through its API. */
import type { ApiParams, Mwn } from 'mwn';
import { titlePrefix, userScriptTitle } from './pages';
import type { CurrentPage, CurrentPages } from './plan';

/** A revision of a page, without its text. */
export interface PastRevision {
	id: number;
	comment: string;
	timestamp: string;
}

/** An entry of the deletion log. */
export interface Deletion {
	title: string;
	action: 'delete' | 'restore';
}

/** What can be read of a wiki. */
export interface WikiReading {
	read( titles: string[] ): Promise<CurrentPages>;
	/** Titles of the existing pages that are named as ours are; the definition is not. */
	list(): Promise<string[]>;
	/** The last revisions of a page, newest first; none if there is no such page. */
	history( title: string ): Promise<PastRevision[]>;
	/** The revision that created a page. */
	creation( title: string ): Promise<PastRevision | undefined>;
	/** Texts of revisions by their ids; hidden ones are left out. */
	texts( ids: number[] ): Promise<Map<number, string>>;
	/** What was deleted and undeleted with this very summary since a moment, oldest first. */
	deletions( summary: string, since: string ): Promise<Deletion[]>;
}

const batch = 50;
/** The API's own limit; nobody reads a longer history for this. */
const limit = 500;

interface ApiRevision {
	revid: number;
	comment?: string;
	timestamp: string;
	slots?: { main: { content?: string; contentmodel: string; texthidden?: boolean } };
}

interface ApiQuery {
	normalized?: { from: string; to: string }[];
	pages?: { title: string; revisions?: ApiRevision[] }[];
	allpages?: { title: string }[];
	logevents?: { title?: string; ns?: number; comment?: string; action?: string }[];
}

/** The namespace whose pages are ours. */
const INTERFACE = 8;

/** A title of that namespace with its English name, which wikis in other languages translate. */
function canonical( title: string ): string {
	return `MediaWiki:${ title.slice( title.indexOf( ':' ) + 1 ) }`;
}

/** Lists in parts of what the API takes at once. */
function inParts<T>( all: T[] ): T[][] {
	return Array.from( { length: Math.ceil( all.length / batch ) },
		( _, part ) => all.slice( part * batch, ( part + 1 ) * batch ) );
}

function pastRevisions( { pages }: ApiQuery ): PastRevision[] {
	return ( pages?.[ 0 ]?.revisions ?? [] )
		.map( ( { revid, comment = '', timestamp } ) => ( { id: revid, comment, timestamp } ) );
}

/** The functions that read, for one session; `wait` repeats what the wiki puts off. */
export function wikiReading(
	bot: Mwn, wait: <T>( work: () => Promise<T> ) => Promise<T>
): WikiReading {
	/** All parts of an answer. */
	async function ask( parameters: ApiParams ): Promise<ApiQuery[]> {
		const answers: ApiQuery[] = [];
		let next: ApiParams | undefined = {};
		while ( next !== undefined ) {
			const request: ApiParams = { action: 'query', ...parameters, ...next };
			const answer: { query?: unknown; continue?: unknown } = await wait(
				() => bot.request( request )
			);
			answers.push( ( answer.query ?? {} ) as ApiQuery );
			next = answer.continue as ApiParams | undefined;
		}
		return answers;
	}
	async function revisionsOf( title: string, parameters: ApiParams ): Promise<PastRevision[]> {
		const { query } = await wait( () => bot.request( {
			action: 'query', titles: title, prop: 'revisions', rvprop: 'ids|comment|timestamp',
			...parameters
		} ) ) as { query: ApiQuery };
		return pastRevisions( query );
	}
	return {
		read: async ( titles ) => {
			const pages = new Map<string, CurrentPage | null>();
			titles.forEach( ( title ) => pages.set( title, null ) );
			for ( const part of inParts( titles ) ) {
				for ( const answer of await ask( {
					titles: part, prop: 'revisions', rvprop: 'ids|content', rvslots: 'main'
				} ) ) {
					takePages( answer, part, pages );
				}
			}
			return pages;
		},
		list: async () => {
			const answers = await ask( {
				list: 'allpages', apnamespace: INTERFACE, aplimit: limit,
				apprefix: titlePrefix.replace( /^MediaWiki:/, '' )
			} );
			const found = answers.flatMap( ( { allpages = [] } ) => allpages );
			return [ ...found.map( ( { title } ) => canonical( title ) ), userScriptTitle ];
		},
		history: ( title ) => revisionsOf( title, { rvlimit: limit } ),
		creation: async ( title ) => ( await revisionsOf( title, { rvlimit: 1, rvdir: 'newer' } ) )[ 0 ],
		texts: async ( ids ) => {
			const texts = new Map<number, string>();
			for ( const part of inParts( ids ) ) {
				const answers = await ask( {
					revids: part, prop: 'revisions', rvprop: 'ids|content', rvslots: 'main'
				} );
				const found = answers.flatMap( ( { pages = [] } ) => pages )
					.flatMap( ( { revisions = [] } ) => revisions );
				for ( const { revid, slots } of found ) {
					if ( slots?.main.content !== undefined && !slots.main.texthidden ) {
						texts.set( revid, slots.main.content );
					}
				}
			}
			return texts;
		},
		deletions: async ( summary, since ) => {
			const answers = await ask( {
				list: 'logevents', letype: 'delete', leprop: 'title|comment|type', lelimit: limit,
				leend: since
			} );
			return answers.flatMap( ( { logevents = [] } ) => logevents ).flatMap(
				( { action, comment, title, ns } ): Deletion[] => (
					comment === summary && title !== undefined && ns === INTERFACE &&
						( action === 'delete' || action === 'restore' ) ?
						[ { title: canonical( title ), action } ] : []
				)
			).reverse();
		}
	};
}

function takePages(
	{ normalized, pages = [] }: ApiQuery, titles: string[], found: Map<string, CurrentPage | null>
): void {
	for ( const title of titles ) {
		const name = normalized?.find( ( { from } ) => from === title )?.to ?? title;
		const [ newest ] = pages.find( ( candidate ) => candidate.title === name )?.revisions ?? [];
		if ( newest?.slots !== undefined ) {
			found.set( title, {
				text: newest.slots.main.content ?? '',
				model: newest.slots.main.contentmodel,
				revision: newest.revid
			} );
		}
	}
}
