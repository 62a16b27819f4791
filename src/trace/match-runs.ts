/**
 * Finds words of a row again by runs: words in a row that once stood in a row. The longest,
 * rarest run is taken first, wherever it comes from: from the same place, moved, or from text
 * that was gone (greedy string tiling, Wise 1993, with information instead of length).
 */
import { GRAM } from './gram-index';
import { UNKNOWN, type Row } from './row';
import { WORDS_A_STEP, type Steps } from './steps';
import { RELEASED, type WordGraph } from './word-graph';

interface Run {
	start: number;
	ids: number[];
	score: number;
	/** Other words that it could be just as well. */
	rivals: readonly number[][];
}

const NO_RIVALS: readonly number[][] = [];

/** So many places of a gram are looked at: what stands in more is a stock phrase. */
const MOST_PLACES = 24;
/** What a neighbour that was a neighbour before adds, in bits. */
const EDGE = 12;
/** What it adds that a word stood in the revision before. */
const STOOD = 2;
/** A run needs so much in order to be believed. */
const BELIEVED = 20;
/** A run with no known neighbour needs more. */
const BELIEVED_ALONE = 30;

function isTie( a: Run, b: Run ): boolean {
	return a.score === b.score && a.start === b.start && a.ids.length === b.ids.length;
}

/**
 * Words that may be walked for one revision, and for each word of it: a page that repeats itself
 * endlessly could otherwise be walked endlessly. What is left then is found by other means.
 */
const MOST_STEPS = 500_000;
const MOST_STEPS_PER_WORD = 20;
/** A run of which there are several is looked for within so many words. */
const NEAR = 100;
/** After a run of so many words from the same place, no other is looked for. */
const LONG_ENOUGH = 64;

export class RunMatcher {
	private readonly candidates: number[] = [];

	/** By word id: the walk in which it was met last, for no run has a word twice. */
	private walked = new Int32Array( 1024 );

	private walk = 0;

	/** Words that may still be walked. */
	private steps = 0;

	public constructor( private readonly graph: WordGraph ) {}

	/** Finds what can be found by runs; fills in the row's ids and marks them as taken. */
	public* match( row: Row, take: ( id: number ) => void ): Steps<void> {
		if ( this.walked.length < this.graph.types.length ) {
			this.walked = new Int32Array( this.graph.types.length * 2 );
			this.walk = 0;
		}
		this.steps = MOST_STEPS + MOST_STEPS_PER_WORD * row.ids.length;
		for ( let found = true; found && this.steps > 0; ) {
			found = false;
			const runs: Run[] = [];
			for ( let at = 0; at < row.ids.length && this.steps > 0; ) {
				if ( at ) {
					yield;
				}
				at = this.scan( row, at, runs );
			}
			runs.sort( ( a, b ) => b.score - a.score || a.start - b.start );
			for ( const run of runs ) {
				if ( run.rivals.length ) {
					this.settle( row, run );
				}
				if ( this.claim( row, run, take ) ) {
					found = true;
				}
			}
		}
	}

	/** Of runs that are as good, takes the one that stood nearest to the words beside it. */
	private settle( row: Row, run: Run ): void {
		let left = run.start - 1;
		while ( left >= 0 && row.ids[ left ] === UNKNOWN ) {
			left--;
		}
		let right = run.start + run.ids.length;
		while ( right < row.ids.length && row.ids[ right ] === UNKNOWN ) {
			right++;
		}
		const { next, previous } = this.graph;
		const all = [ run.ids, ...run.rivals ];
		const firsts = new Map( all.map( ( ids ) => [ ids[ 0 ] as number, ids ] ) );
		const lasts = new Map( all.map( ( ids ) => [ ids[ ids.length - 1 ] as number, ids ] ) );
		let after = left < 0 ? -1 : row.ids[ left ] as number;
		let before = right >= row.ids.length ? -1 : row.ids[ right ] as number;
		for ( let step = 0; step < NEAR && ( after !== -1 || before !== -1 ); step++ ) {
			after = after === -1 ? -1 : next.get( after );
			before = before === -1 ? -1 : previous.get( before );
			const nearest = firsts.get( after ) || lasts.get( before );
			if ( nearest ) {
				run.ids = nearest;
				run.rivals = NO_RIVALS;
				return;
			}
		}
	}

	/**
	 * The best runs for places that are not found yet.
	 *
	 * @param row
	 * @param from where to begin
	 * @param runs they are added to these
	 * @return where to go on
	 */
	private scan( row: Row, from: number, runs: Run[] ): number {
		const end = Math.min( row.ids.length, from + WORDS_A_STEP );
		let at = from;
		while ( at < end && this.steps > 0 ) {
			if ( row.ids[ at ] !== UNKNOWN ) {
				at++;
				continue;
			}
			const best = this.bestRun( row, at );
			if ( best ) {
				runs.push( best );
				// Words near its end may belong to a longer run that begins before it ends.
				at = Math.max( at + 1, best.start + best.ids.length - GRAM + 1 );
			} else {
				at++;
			}
		}
		return at;
	}

	private bestRun( row: Row, at: number ): Run | null {
		const { graph, candidates } = this;
		const { types, ids } = row;
		if ( candidates.length ) {
			candidates.length = 0;
		}
		if ( at + 2 < types.length && ids[ at + 1 ] === UNKNOWN && ids[ at + 2 ] === UNKNOWN ) {
			graph.findPlaces(
				types[ at ] as number, types[ at + 1 ] as number, types[ at + 2 ] as number,
				MOST_PLACES, candidates
			);
		}
		const left = row.ids[ at - 1 ] as number;
		if ( left !== UNKNOWN ) {
			candidates.push( graph.after( left, types[ at ] as number ) );
		}
		const right = row.ids[ at + 1 ] as number;
		if ( right !== UNKNOWN ) {
			candidates.push( graph.before( right, types[ at ] as number ) );
		}
		let best: Run | null = null;
		for ( const id of candidates ) {
			const isKnown = best && best.ids[ at - best.start ] === id;
			if ( id !== UNKNOWN && graph.isFree( id ) && !isKnown ) {
				const run = this.extend( row, at, id );
				if ( best && isTie( run, best ) ) {
					best.rivals = best.rivals.concat( [ run.ids ] );
				} else if ( this.isBelieved( row, run ) && ( !best || run.score > best.score ) ) {
					best = run;
				}
			}
			const isLong = best && best.ids.length > LONG_ENOUGH;
			if ( isLong && graph.status.get( best?.ids[ 0 ] as number ) === RELEASED ) {
				break;
			}
		}
		return best;
	}

	/** The longest run through a word. */
	private extend( row: Row, at: number, id: number ): Run {
		const { graph, walked } = this;
		const { types, ids } = row;
		const walk = ++this.walk;
		const later: number[] = [ id ];
		walked[ id ] = walk;
		for ( let next = id, to = at + 1; to < ids.length && ids[ to ] === UNKNOWN; to++ ) {
			next = graph.after( next, types[ to ] as number );
			if ( next === UNKNOWN || walked[ next ] === walk ) {
				break;
			}
			walked[ next ] = walk;
			later.push( next );
		}
		const earlier: number[] = [];
		let start = at;
		for ( let previous = id; start > 0 && ids[ start - 1 ] === UNKNOWN; start-- ) {
			previous = graph.before( previous, types[ start - 1 ] as number );
			if ( previous === UNKNOWN || walked[ previous ] === walk ) {
				break;
			}
			walked[ previous ] = walk;
			earlier.push( previous );
		}
		this.steps -= later.length + earlier.length;
		const words = earlier.length ? earlier.reverse().concat( later ) : later;
		const run: Run = { start, ids: words, score: 0, rivals: NO_RIVALS };
		run.score = this.score( row, run );
		return run;
	}

	private edges( row: Row, run: Run ): number {
		const { ids, start } = run;
		const left = row.ids[ start - 1 ] as number;
		const right = row.ids[ start + ids.length ] as number;
		const first = ids[ 0 ] as number;
		const last = ids[ ids.length - 1 ] as number;
		return ( left !== UNKNOWN && this.graph.wereNeighbours( left, first ) &&
			this.isEvidence( left, first ) ? 1 : 0 ) +
			( right !== UNKNOWN && this.graph.wereNeighbours( last, right ) &&
			this.isEvidence( right, last ) ? 1 : 0 );
	}

	/** Every text begins and ends: that says something of what stood there just before only. */
	private isEvidence( neighbour: number, id: number ): boolean {
		return !this.graph.isEdge( neighbour ) || this.graph.status.get( id ) === RELEASED;
	}

	private score( row: Row, run: Run ): number {
		const { graph } = this;
		let score = EDGE * this.edges( row, run );
		for ( const id of run.ids ) {
			score += graph.vocabulary.information( graph.types.get( id ) );
			score += graph.status.get( id ) === RELEASED ? STOOD : 0;
		}
		return score;
	}

	private isBelieved( row: Row, run: Run ): boolean {
		return run.score >= ( this.edges( row, run ) ? BELIEVED : BELIEVED_ALONE );
	}

	/** Whether a place of a run and the word for it are not taken yet. */
	private isOpen( row: Row, run: Run, index: number ): boolean {
		return row.ids[ run.start + index ] === UNKNOWN &&
			this.graph.isFree( run.ids[ index ] as number );
	}

	/** Takes what is left of a run after better ones were taken. */
	private claim( row: Row, run: Run, take: ( id: number ) => void ): boolean {
		let from = 0;
		let to = run.ids.length;
		while ( from < to && !this.isOpen( row, run, from ) ) {
			from++;
		}
		while ( to > from && !this.isOpen( row, run, to - 1 ) ) {
			to--;
		}
		for ( let index = from; index < to; index++ ) {
			if ( !this.isOpen( row, run, index ) ) {
				// Taken in the middle: what is left is looked for again.
				return true;
			}
		}
		if ( from === to ) {
			return false;
		}
		const rest: Run = { ...run, start: run.start + from, ids: run.ids.slice( from, to ) };
		if ( rest.ids.length < run.ids.length ) {
			rest.score = this.score( row, rest );
			if ( !this.isBelieved( row, rest ) ) {
				return false;
			}
		}
		rest.ids.forEach( ( id, index ) => {
			row.ids[ rest.start + index ] = id;
			take( id );
			run.rivals.forEach(
				( rival ) => this.graph.tie( id, rival[ from + index ] as number )
			);
		} );
		return true;
	}
}
