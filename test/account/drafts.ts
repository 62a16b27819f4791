/** Small readings of a draft, and logs to go with them. */
import type { DraftReading, ReadRevision } from '../../src/account/draft-reading';
import type { Advice, AdviceLog, Entry } from '../../src/log/types';
import type { RevisionProblem } from '../../src/account/types';

/** One page's history as `[ revision id, text ]`, oldest first; a null text is hidden. */
export type History = Record<string, [ number, string | null ][]>;

/**
 * What the wiki would answer about a draft. Revision ids tell the order of time over all pages.
 *
 * @param only revisions that were read; all if not given
 */
export function readingOf( history: History, only?: number[] ): DraftReading {
	const reading: DraftReading = {
		today: [], revisions: new Map(), previous: new Map(), problems: new Map()
	};
	for ( const [ title, revisions ] of Object.entries( history ) ) {
		const newest = revisions[ revisions.length - 1 ];
		const [ revision = null, text = null ] = newest || [];
		reading.today.push( { title, revision, text } );
		revisions.forEach( ( [ id, own ], index ) => {
			reading.previous.set( id, revisions[ index - 1 ]?.[ 0 ] ?? null );
			if ( only && !only.includes( id ) ) {
				return;
			}
			const read: ReadRevision = {
				id, page: title, text: own, user: 'Oak', comment: 'c',
				timestamp: new Date( id * 60000 ).toISOString()
			};
			reading.revisions.set( id, read );
			if ( own === null ) {
				reading.problems.set( id, 'hidden' );
			}
		} );
	}
	return reading;
}

export function withProblem(
	reading: DraftReading, id: number, problem: RevisionProblem
): DraftReading {
	reading.problems.set( id, problem );
	if ( problem === 'missing' || problem === 'not-read' ) {
		reading.revisions.delete( id );
	}
	return reading;
}

/** An entry; the ids of its advice are `<entry>.0`, `<entry>.1`, … */
export function entryOf(
	id: string, advice: Partial<Advice>[] = [], more: Partial<Entry> = {}
): Entry {
	const pieces = advice.map( ( piece, i ) => ( { id: `${ id }.${ i }`, ...piece } ) );
	return {
		id,
		request: { question: `question of ${ id }` },
		...( pieces.length ? { advice: pieces } : {} ),
		...more
	};
}

export function logOf( entries: Entry[], draft: Partial<AdviceLog[ 'draft' ]> = {} ): AdviceLog {
	return {
		schemaVersion: 1,
		draft: { pages: [ { id: 'p', title: 'P' }, { id: 'q', title: 'Q' } ], ...draft },
		entries
	};
}

export const titles = new Map( [ [ 'p', 'P' ], [ 'q', 'Q' ] ] );
