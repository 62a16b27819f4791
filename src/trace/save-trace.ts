/** Saves a trace, so that it can be resumed. */
import type { Line } from './line-table';
import { NumberWriter } from './number-codec';
import { checksumOf, SAVED_ENGINE, SAVED_VERSION, type SavedTrace } from './saved-format';
import { finish, type Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine, TracedRevision } from './types';

/** Writes the edits; TraceReader in resume-trace.ts reads them. */
class EditWriter {
	/** Distinct lines, in the order in which they first appeared. */
	public readonly lines: string[] = [];

	public readonly numbers = new NumberWriter();

	/** The revision with which each word first appeared; -1 if it did not yet. */
	public readonly firsts: Int32Array;

	/** The ids that most likely come next. */
	private nextWord = 0;

	private nextMark = 0;

	private readonly numberOfLine = new Map<Line, number>();

	private readonly numberOfTraced = new Map<TracedLine, number>();

	public constructor( { tracer }: Trace, private readonly pages: ReadonlyMap<string, number> ) {
		this.firsts = new Int32Array( tracer.graph.origins.length ).fill( -1 );
	}

	/**
	 * Writes a revision: its page; 0 for a missing one, else its place plus one; how many lines
	 * it takes out, and what it puts there. One that only follows from another is not written,
	 * but its lines are known from then on.
	 */
	public write( revision: TracedRevision, number: number ): void {
		const { numbers, numberOfTraced } = this;
		const { page, missing, at, removed, inserted, whole, further } = revision;
		if ( further ) {
			inserted.forEach( ( traced ) => this.isKnown( traced ) );
			return;
		}
		numbers.write( this.pages.get( page ) as number );
		numbers.write( missing ? 0 : at + 1 );
		if ( !missing ) {
			numbers.write( removed.length );
			numbers.write( inserted.length );
			inserted.forEach( ( traced, index ) => {
				if ( this.isKnown( traced ) ) {
					const known = numberOfTraced.get( traced ) as number;
					numbers.write( 2 * known + 1 + Number( whole[ index ] ) );
				} else {
					numbers.write( 0 );
					this.writeTracedLine( traced, number );
				}
			} );
		}
	}

	/** Whether a line was there before; from now on it is known. */
	private isKnown( traced: TracedLine ): boolean {
		const { numberOfTraced } = this;
		const isKnown = numberOfTraced.has( traced );
		if ( !isKnown ) {
			numberOfTraced.set( traced, numberOfTraced.size );
		}
		return isKnown;
	}

	/** Its text: 0 for the next one, else the number of a known one plus one; and the ids. */
	private writeTracedLine( { line, ids, marks }: TracedLine, revision: number ): void {
		const known = this.numberOfLine.get( line );
		this.numbers.write( known === undefined ? 0 : known + 1 );
		if ( known === undefined ) {
			this.numberOfLine.set( line, this.lines.push( line.text ) - 1 );
		}
		this.nextWord = this.writeIds( ids, this.nextWord );
		this.nextMark = this.writeIds( marks, this.nextMark );
		for ( const id of ids ) {
			if ( this.firsts[ id ] === -1 ) {
				this.firsts[ id ] = revision;
			}
		}
	}

	/**
	 * As runs of ids that follow each other; the line says how many ids there are.
	 *
	 * @return the id that most likely comes next
	 */
	private writeIds( ids: Int32Array, expected: number ): number {
		let next = expected;
		for ( let at = 0; at < ids.length; ) {
			const start = ids[ at ] as number;
			this.numbers.writeSigned( start - next );
			for ( next = start; at < ids.length && ids[ at ] === next; at++ ) {
				next++;
			}
			this.numbers.write( next - start - 1 );
		}
		return next;
	}
}

/** First words of pages, origins, copies with their models, and ties. */
function writeWords( { pages, tracer }: Trace, firsts: Int32Array ): Uint8Array {
	const { origins, ties } = tracer.graph;
	const numbers = new NumberWriter();
	numbers.write( pages.size );
	for ( const { first } of pages.values() ) {
		numbers.write( first );
	}
	// Only origins that are not the revision with which the word first appeared.
	const exceptions: number[] = [];
	firsts.forEach( ( first, id ) => {
		if ( first !== -1 && origins.get( id ) !== first ) {
			exceptions.push( id, origins.get( id ) );
		}
	} );
	for ( const list of [ exceptions, tracer.copies.entries().flat() ] ) {
		numbers.write( list.length / 2 );
		list.forEach( ( number ) => numbers.write( number ) );
	}
	numbers.write( ties.size );
	for ( const [ id, others ] of ties ) {
		numbers.write( id );
		numbers.write( others.length );
		others.forEach( ( origin ) => numbers.write( origin ) );
	}
	return numbers.finish();
}

/**
 * Saves a trace, in steps; it must stay as it is until they are all taken. It can go on
 * afterwards, and what was saved stays as it is.
 */
export function* saveSteps( trace: Trace ): Steps<SavedTrace> {
	const pages = [ ...new Set( [
		...trace.pages.keys(),
		...trace.revisions.map( ( { page } ) => page )
	] ) ];
	const writer = new EditWriter( trace, new Map( pages.map( ( page, at ) => [ page, at ] ) ) );
	for ( let number = 0; number < trace.revisions.length; number++ ) {
		writer.write( trace.revisions[ number ] as TracedRevision, number );
		yield;
	}
	const saved = {
		engine: SAVED_ENGINE,
		version: SAVED_VERSION,
		pages,
		revids: trace.revisions.filter( ( { further } ) => !further ).map( ( { revid } ) => revid ),
		lines: writer.lines.join( '\n' ),
		words: writeWords( trace, writer.firsts ),
		edits: writer.numbers.finish()
	} as const;
	return { ...saved, checksum: checksumOf( saved ) };
}

/** The same at once. */
export function saveTrace( trace: Trace ): SavedTrace {
	return finish( saveSteps( trace ) );
}
