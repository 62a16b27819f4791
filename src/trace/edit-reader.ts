/** Goes through the edits of a saved trace, as EditWriter in save-trace.ts wrote them. */
import { check, MOST_PLACES, type WordFacts } from './check-saved';
import { joinLines } from './join-lines';
import { NumberReader } from './number-codec';
import { wordsBeside, type PageState } from './page-state';
import type { SavedTrace } from './saved-format';
import type { Steps } from './steps';
import { Trace } from './trace';
import type { TracedLine, TracedRevision } from './types';
import { GONE, STANDING } from './word-graph';

/** Lines of all states together, which are gone through one by one. */
const MOST_LINES = 2 ** 28;

type Traced = Pick<TracedRevision, 'inserted' | 'whole'>;

export class EditReader {
	private readonly trace = new Trace();

	private readonly numbers: NumberReader;

	private readonly texts: string[];

	/** Lines that were inserted so far, in the order in which they first were. */
	private readonly known = new Set<TracedLine>();

	private readonly byNumber: TracedLine[] = [];

	private nextText = 0;

	private nextWord = 0;

	private nextMark = 0;

	private nextCopy = 0;

	private lastCopy = -1;

	private places = 0;

	private linesOfStates = 0;

	public constructor(
		private readonly saved: SavedTrace, private readonly facts: WordFacts
	) {
		this.numbers = new NumberReader( saved.edits );
		this.texts = saved.lines.split( '\n' );
	}

	/** Reads all, an edit in a step. */
	public* read(): Steps<Trace> {
		const { numbers, trace, facts } = this;
		const { pages, revids, lines } = this.saved;
		for ( const revid of revids ) {
			this.openPages();
			this.readRevision( revid, pages[ numbers.read( pages.length - 1 ) ] as string );
			yield;
		}
		this.openPages();
		check( !numbers.left, 'more follows than there should' );
		check( trace.pages.size === facts.edges.length, 'a page does not begin' );
		check( this.nextCopy === facts.copies.length, 'a copy is no word' );
		check(
			// No line at all is saved like one empty line.
			this.nextText === this.texts.length || ( !this.nextText && !lines ),
			'a line stands nowhere'
		);
		this.setFacts();
		trace.pages.forEach( ( state ) => state.joinText() );
		return trace;
	}

	/** Begins the pages whose first word is next. */
	private openPages(): void {
		const { trace, facts: { edges } } = this;
		const { types } = trace.tracer.graph;
		while ( edges[ trace.pages.size ] === types.length ) {
			const page = this.saved.pages[ trace.pages.size ] as string;
			check( !trace.pages.has( page ), 'a page begins twice' );
			trace.stateOf( page );
		}
	}

	private readRevision( revid: number, page: string ): void {
		const { numbers, trace } = this;
		const at = numbers.read() - 1;
		if ( at === -1 ) {
			trace.add( { revid, page, text: null } );
			return;
		}
		const state = trace.pages.get( page );
		check( state !== undefined, 'a page has no beginning' );
		const { lines } = state;
		check( at <= lines.length, 'an edit stands outside of its page' );
		const removed = lines.slice( at, at + numbers.read( lines.length - at ) );
		this.countLines( state );
		const { graph, marks } = trace.tracer;
		for ( const traced of removed ) {
			marks.release( traced );
			traced.ids.forEach( ( id ) => graph.status.set( id, GONE ) );
		}
		const number = trace.revisions.length;
		const traced = this.readLines( number );
		this.join( traced, state, at, removed.length );
		const revision = { revid, page, missing: false, at, removed, ...traced };
		trace.revisions.push( revision );
		state.applyLines( revision );
		this.noteCopies();
		trace.takeFurther();
		if ( trace.revisions.length > number + 1 ) {
			// It looked through all pages.
			trace.pages.forEach( ( one ) => this.countLines( one ) );
		}
		for ( const { inserted } of trace.revisions.slice( number ) ) {
			inserted.forEach( ( one ) => this.learn( one ) );
		}
	}

	private countLines( { lines }: PageState ): void {
		this.linesOfStates += lines.length;
		check( this.linesOfStates <= MOST_LINES, 'it is too large' );
	}

	private readLines( number: number ): Traced {
		const { numbers, byNumber } = this;
		const inserted: TracedLine[] = [];
		const whole: boolean[] = [];
		const introduced = new Map<number, number>();
		for ( let count = numbers.read( numbers.left ); count > 0; count-- ) {
			const code = numbers.read( 2 * byNumber.length );
			const known = byNumber[ Math.floor( ( code - 1 ) / 2 ) ];
			const traced = known || this.readTracedLine( introduced, number );
			if ( known ) {
				known.ids.forEach( ( id ) => this.takeWord( id ) );
			} else {
				traced.line.instances.push( traced );
				this.learn( traced );
			}
			inserted.push( traced );
			whole.push( code > 0 && code % 2 === 0 );
		}
		const { graph } = this.trace.tracer;
		while ( introduced.size ) {
			const id = graph.types.length;
			const type = introduced.get( id );
			check( type !== undefined, 'a word is left out' );
			introduced.delete( graph.introduce( type, number ) );
		}
		return { inserted, whole };
	}

	private learn( traced: TracedLine ): void {
		if ( !this.known.has( traced ) ) {
			this.known.add( traced );
			this.byNumber.push( traced );
		}
	}

	/** Notes which of the words that are there now were copied. */
	private noteCopies(): void {
		const { copies } = this.facts;
		const { graph, copies: known } = this.trace.tracer;
		for ( let next = copies[ this.nextCopy ]; next; next = copies[ ++this.nextCopy ] ) {
			const [ copy, model ] = next;
			if ( copy >= graph.types.length ) {
				return;
			}
			check(
				copy > this.lastCopy && model < graph.types.length &&
					graph.types.get( copy ) === graph.types.get( model ),
				'a copy has another text'
			);
			this.lastCopy = copy;
			known.note( copy, model );
		}
	}

	/** @param introduced texts of words that are new, by id; new ones are added */
	private readTracedLine( introduced: Map<number, number>, number: number ): TracedLine {
		const { numbers, texts } = this;
		const { table, tracer: { graph, marks } } = this.trace;
		const code = numbers.read( this.nextText );
		check( code > 0 || this.nextText < texts.length, 'a line is missing' );
		const line = table.get( texts[ code ? code - 1 : this.nextText ] as string );
		if ( !code ) {
			check( line.number === this.nextText++, 'a line is there twice' );
		}
		const markCount = line.marks.length / 2;
		this.places += line.words.length + markCount;
		check( this.places <= MOST_PLACES, 'it is too large' );
		const ids = new Int32Array( line.words.length );
		this.nextWord = this.readIds( ids, this.nextWord, ( id, index ) => {
			const type = line.words[ index ] as number;
			if ( id < graph.types.length ) {
				check( graph.types.get( id ) === type, 'a word has two texts' );
				this.takeWord( id );
			} else {
				check( !introduced.has( id ), 'a word stands in two places' );
				introduced.set( id, type );
			}
		} );
		const markIds = new Int32Array( markCount );
		this.nextMark = this.readIds( markIds, this.nextMark, ( id, index ) => {
			const type = line.marks[ 2 * index + 1 ] as number;
			if ( id === marks.origins.length ) {
				marks.introduce( type, number );
			}
			check( id < marks.types.length && marks.types.get( id ) === type, 'a mark has two texts' );
		} );
		return { line, ids, marks: markIds };
	}

	private readIds(
		ids: Int32Array, expected: number, visit: ( id: number, index: number ) => void
	): number {
		let next = expected;
		for ( let at = 0; at < ids.length; ) {
			next += this.numbers.readSigned();
			check( next >= 0 && next < 2 * MOST_PLACES, 'a number is none of a word' );
			for ( let left = this.numbers.read( ids.length - at - 1 ); left >= 0; left-- ) {
				ids[ at ] = next;
				visit( next++, at++ );
			}
		}
		return next;
	}

	/** A word that was there before stands again. */
	private takeWord( id: number ): void {
		const { graph } = this.trace.tracer;
		check( id < graph.types.length && graph.isFree( id ), 'a word stands in two places' );
		graph.status.set( id, STANDING );
	}

	/** Notes what stands beside what, as LineTracer does. */
	private join( traced: Traced, state: PageState, at: number, count: number ): void {
		const { inserted, whole } = traced;
		const { graph, marks } = this.trace.tracer;
		const left = state.wordBefore( at );
		const right = state.wordFrom( at + count );
		joinLines( graph, inserted.map( ( { ids }, index ) => (
			{ ids, whole: whole[ index ] as boolean }
		) ), left, right );
		const beside = wordsBeside( inserted, left, right );
		inserted.forEach( ( one, index ) => {
			marks.keep( one );
			if ( !whole[ index ] ) {
				marks.note( one.line.marks, one.ids, ...beside( index ), one.marks );
			}
		} );
	}

	/** Notes what is left to be known of words. */
	private setFacts(): void {
		const { facts, trace: { revisions, tracer: { graph } } } = this;
		for ( const [ id, origin ] of facts.origins ) {
			// Nothing comes from a revision after the one that it first stood in.
			check( origin <= graph.origins.get( id ), 'an origin is too late' );
			graph.origins.set( id, origin );
		}
		for ( const [ id, origins ] of facts.ties ) {
			check(
				id < graph.types.length && origins.every( ( one ) => one < revisions.length ),
				'a tie is none'
			);
			graph.ties.set( id, origins );
		}
	}
}
