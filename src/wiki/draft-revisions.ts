/** Reads what is needed to tell which of today's sections the changes of a log touched. */
import type { DraftReading, ReadRevision } from '../account/draft-reading';
import type { Change } from '../log/types';
import { readPageTexts } from './page-text';
import { listRevisions, readRevisions } from './revisions';

export interface DraftPages {
	/** Pages of the draft, as configured or logged. */
	pages: string[];
	/** Earlier titles, whose pages may still hold revisions that the text came from. */
	formerTitles: string[];
}

/**
 * More than any log of a policy cites. A hostile one does not make every reader's browser ask
 * for thousands of texts; what is left out is told as not read.
 */
const MOST_CITED = 500;

/** Likewise 10,000 revisions of a page, from the oldest cited one on. */
const MOST_ANSWERS = 20;

/** Enough to bridge a long time; one request. */
const SAMPLES = 50;

/** One reading of a draft's revisions, which can be refined. */
export interface DraftRevisions {
	reading: DraftReading;
	/**
	 * Reads revisions between the oldest cited one and today, evenly spread.
	 *
	 * @return false if there are none that were not read
	 */
	readBetween(): Promise<boolean>;
}

/** Puts what the wiki answered into a reading, and names what it did not. */
function add(
	reading: DraftReading,
	ids: number[],
	known: Map<number, ReadRevision>,
	titles: Set<string>
): void {
	for ( const id of ids ) {
		const revision = known.get( id );
		if ( !revision ) {
			reading.problems.set( id, 'missing' );
		} else if ( !titles.has( revision.page ) ) {
			// Its words are none of the draft's, but where it belongs can be said.
			reading.problems.set( id, 'other-page' );
			reading.revisions.set( id, { ...revision, text: null } );
		} else {
			reading.revisions.set( id, revision );
			if ( revision.text === null ) {
				reading.problems.set( id, 'hidden' );
			}
		}
	}
}

/** When the oldest of some revisions was made, for each page. */
function oldestByPage( revisions: ReadRevision[] ): Map<string, string> {
	const oldest = new Map<string, string>();
	for ( const { page, timestamp } of revisions ) {
		const known = oldest.get( page );
		if ( known === undefined || timestamp < known ) {
			oldest.set( page, timestamp );
		}
	}
	return oldest;
}

/** `count` of a list, evenly spread, the first and the last among them. */
export function spread<T>( list: T[], count: number ): T[] {
	if ( list.length <= count ) {
		return list;
	}
	const picked = new Set<number>();
	for ( let i = 0; i < count; i++ ) {
		picked.add( Math.round( i * ( list.length - 1 ) / ( count - 1 ) ) );
	}
	return [ ...picked ].map( ( index ) => list[ index ] as T );
}

/**
 * Reads the draft's pages, the revisions that the changes cite and the ones before them.
 *
 * @param changes of the log
 * @param pages
 * @param signal cancels reading
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function readDraftRevisions(
	changes: Change[],
	{ pages, formerTitles }: DraftPages,
	signal?: AbortSignal
): Promise<DraftRevisions> {
	const list = ( title: string, since?: string ): Promise<number[]> => (
		listRevisions( title, since, { mostAnswers: MOST_ANSWERS, signal } )
	);
	const cited = new Set<number>();
	for ( const { revision, from } of changes ) {
		cited.add( revision );
		if ( from ) {
			cited.add( from );
		}
	}
	const asked = [ ...cited ].slice( 0, MOST_CITED );
	const [ texts, answer ] = await Promise.all( [
		readPageTexts( pages, true, signal ),
		readRevisions( asked, signal )
	] );
	const reading: DraftReading = {
		today: pages.map( ( page ) => {
			const text = texts.get( page );
			return {
				title: text ? text.title : page,
				revision: text && text.revision || null,
				text: text ? text.text : null
			};
		} ),
		revisions: new Map(),
		previous: new Map(),
		problems: new Map()
	};
	const titles = new Set( [ ...reading.today.map( ( { title } ) => title ), ...formerTitles ] );
	add( reading, asked, answer.revisions, titles );
	for ( const id of [ ...cited ].slice( MOST_CITED ) ) {
		reading.problems.set( id, 'not-read' );
	}

	// What a single revision is compared with is the one before it in its page's history.
	const single = changes
		.filter( ( { revision, from } ) => !from &&
			titles.has( reading.revisions.get( revision )?.page || '' ) )
		.map( ( { revision } ) => reading.revisions.get( revision ) as ReadRevision );
	const oldest = oldestByPage( single );
	const histories = new Map<string, number[]>();
	await Promise.all( [ ...oldest ].map( async ( [ page, since ] ) => {
		histories.set( page, await list( page, since ) );
	} ) );
	const before = new Set<number>();
	for ( const { id: revision, page } of single ) {
		const history = histories.get( page ) || [];
		const index = history.indexOf( revision );
		if ( index === -1 ) {
			// Without its place it would look like a page's first revision, with all the words.
			reading.problems.set( revision, 'not-read' );
			continue;
		}
		const previous = history[ index - 1 ] ?? null;
		reading.previous.set( revision, previous );
		if ( previous !== null && !reading.revisions.has( previous ) ) {
			before.add( previous );
		}
	}
	const earlier = await readRevisions( [ ...before ], signal );
	add( reading, [ ...before ], earlier.revisions, titles );

	async function readBetween(): Promise<boolean> {
		const wanted: number[] = [];
		const since = [ ...oldest.values() ].sort()[ 0 ];
		for ( const { title } of reading.today ) {
			const history = histories.get( title ) || await list( title, since );
			histories.set( title, history );
			wanted.push( ...spread( history, SAMPLES ) );
		}
		const more = await readRevisions( spread(
			wanted.filter( ( id ) => !reading.revisions.has( id ) ),
			SAMPLES
		), signal );
		for ( const [ id, revision ] of more.revisions ) {
			reading.revisions.set( id, revision );
		}
		return more.revisions.size > 0;
	}
	return { reading, readBetween };
}
