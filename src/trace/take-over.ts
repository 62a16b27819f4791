/** Copies take the place of the words that they were copied from, once those are gone. */
import type { LineTracer } from './line-tracer';
import { instanceOf } from './new-lines';
import type { PageState } from './page-state';
import type { TracedLine, TracedRevision } from './types';
import { GONE, STANDING } from './word-graph';

/** A cut that comes later than so many revisions after the paste is no move any more. */
const LATEST = 10;
/** Fewer words are no passage that was moved. */
const FEWEST = 5;
/** A smaller share of a stretch is an edit of the model, not a move. */
const NEARLY_ALL = 0.9;

/** Copies of words that a revision removed, and whose model each is. */
function heirs(
	tracer: LineTracer, { removed }: TracedRevision, number: number
): Map<number, number> {
	const { graph, copies } = tracer;
	const models = new Map<number, number>();
	for ( const { ids } of copies.isEmpty ? [] : removed ) {
		for ( let at = 0; at < ids.length; at++ ) {
			const id = ids[ at ] as number;
			const copy = graph.status.get( id ) === GONE ? copies.copyOf( id ) : undefined;
			if (
				copy !== undefined && graph.status.get( copy ) === STANDING &&
				number - graph.origins.get( copy ) <= LATEST
			) {
				models.set( copy, id );
			}
		}
	}
	return cutStretches( tracer, models );
}

/** Of copies, those of stretches that were cut as a whole, or nearly. */
function cutStretches(
	{ copies }: LineTracer, models: ReadonlyMap<number, number>
): Map<number, number> {
	const cut = new Map<number, number>();
	for ( const first of models.keys() ) {
		if ( copies.modelOf( first - 1 ) === undefined || !models.has( first - 1 ) ) {
			// Words of a stretch were introduced one after the other.
			let start = first;
			while ( copies.modelOf( start - 1 ) !== undefined ) {
				start--;
			}
			const gone: number[] = [];
			let end = start;
			for ( ; copies.modelOf( end ) !== undefined; end++ ) {
				if ( models.has( end ) ) {
					gone.push( end );
				}
			}
			if ( gone.length >= FEWEST && gone.length >= NEARLY_ALL * ( end - start ) ) {
				gone.forEach( ( id ) => cut.set( id, models.get( id ) as number ) );
			}
		}
	}
	return cut;
}

function holdsOneOf( { ids }: TracedLine, words: ReadonlyMap<number, number> ): boolean {
	return ids.some( ( id ) => words.has( id ) );
}

/**
 * What a revision that cut text means for the places to which it was copied before: there, the
 * words are the old ones now. Told as further revisions with the same id.
 *
 * @param tracer
 * @param pages
 * @param revision that was taken just now
 * @param number its number
 * @return not applied to the pages yet
 */
export function takeOver(
	tracer: LineTracer, pages: ReadonlyMap<string, PageState>,
	revision: TracedRevision, number: number
): TracedRevision[] {
	const models = heirs( tracer, revision, number );
	const further: TracedRevision[] = [];
	for ( const [ page, { lines } ] of models.size ? pages : [] ) {
		const first = lines.findIndex( ( line ) => holdsOneOf( line, models ) );
		if ( first !== -1 ) {
			let end = lines.length;
			while ( !holdsOneOf( lines[ end - 1 ] as TracedLine, models ) ) {
				end--;
			}
			const removed = lines.slice( first, end );
			const inserted = removed.map( ( traced ) => {
				const ids = traced.ids.map( ( id ) => models.get( id ) ?? id );
				return instanceOf( traced.line, ids, traced.marks );
			} );
			further.push( {
				revid: revision.revid, page, missing: false, at: first, removed, inserted,
				whole: removed.map( ( traced, index ) => traced === inserted[ index ] ),
				further: true
			} );
		}
	}
	for ( const [ copy, model ] of models ) {
		tracer.copies.takeOver( copy, model );
		tracer.graph.status.set( copy, GONE );
		tracer.graph.status.set( model, STANDING );
	}
	return further;
}
