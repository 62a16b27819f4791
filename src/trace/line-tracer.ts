/** Finds out which words stand in the lines that an edit put in the place of others. */
import { Copies, findModels } from './copies';
import { joinLines } from './join-lines';
import type { Line } from './line-table';
import { MarkGraph } from './mark-graph';
import { matchCopies } from './match-copies';
import { matchGaps } from './match-gaps';
import { LineMatcher } from './match-lines';
import { PassageMatcher } from './match-passages';
import { matchRest } from './match-rest';
import { RunMatcher } from './match-runs';
import {
	foundLine, instanceOf, newestInstances, openLine, rowOf, type NewLine
} from './new-lines';
import { countUnknown, UNKNOWN } from './row';
import { slideToEdges } from './slide-edges';
import { WORDS_A_STEP, type Steps } from './steps';
import type { TracedLine, TracedRevision } from './types';
import type { Vocabulary } from './vocabulary';
import { GONE, RELEASED, STANDING, WordGraph } from './word-graph';

/** Lines that take some milliseconds to be found again. */
const LINES_A_STEP = 500;

/** What lines that were taken out and the words beside them are. */
export interface Surroundings {
	removed: readonly TracedLine[];
	/** The word before the lines. */
	left: number;
	/** The word after them. */
	right: number;
	/** The lines as they were when the page had the very text that it has now; null if never. */
	same: readonly TracedLine[] | null;
}

/** A line that says less, in bits, is no line that one would know again. */
const KNOWN_AGAIN = 24;
/** What it adds that the word before is the one that stood before it. */
const EDGE = 12;
/** What it adds that the line stood in the revision before. */
const STOOD = 8;

export class LineTracer {
	public readonly graph: WordGraph;

	public readonly marks = new MarkGraph();

	/** Which words were copied from words that stood. */
	public readonly copies = new Copies();

	private readonly lines = new LineMatcher();

	private readonly runs: RunMatcher;

	private readonly passages: PassageMatcher;

	/** Lines whose words were set free by the edit that is being traced. */
	private freed: readonly TracedLine[] = [];

	public constructor( vocabulary: Vocabulary ) {
		this.graph = new WordGraph( vocabulary );
		this.runs = new RunMatcher( this.graph );
		this.passages = new PassageMatcher( this.graph );
	}

	/**
	 * Traces the lines of an edit.
	 *
	 * @param lines in order
	 * @param around
	 * @param revision number of the revision, the origin of words that are new
	 * @yield between steps
	 */
	public* trace(
		lines: readonly Line[], around: Surroundings, revision: number
	): Steps<Pick<TracedRevision, 'inserted' | 'whole'>> {
		const { removed } = around;
		const entries = this.findSame( around ) || this.findLines( removed, lines );
		if ( lines.length > LINES_A_STEP ) {
			yield;
		}
		yield* this.findWords( entries, around, revision );
		for ( const id of this.released() ) {
			this.graph.status.set( id, GONE );
		}
		this.freed = [];
		const inserted: TracedLine[] = [];
		const whole: boolean[] = [];
		for ( const entry of entries ) {
			inserted.push( entry.traced as TracedLine );
			whole.push( entry.whole );
		}
		return { inserted, whole };
	}

	/** The lines of an earlier state, if their words are free. */
	private findSame( { removed, same }: Surroundings ): NewLine[] | null {
		if ( !same ) {
			return null;
		}
		this.release( removed );
		if ( same.every( ( traced ) => this.isFree( traced ) ) ) {
			return same.map( ( traced ) => this.keep( traced ) );
		}
		removed.forEach( ( traced ) => this.keep( traced ) );
		return null;
	}

	/** Finds lines again as wholes, and sets the words of those that are not found free. */
	private findLines( removed: readonly TracedLine[], lines: readonly Line[] ): NewLine[] {
		const found = this.lines.match( removed, lines );
		const isKept = new Uint8Array( removed.length );
		for ( const index of found ) {
			if ( index !== -1 ) {
				isKept[ index ] = 1;
			}
		}
		this.release( removed.filter( ( _, index ) => !isKept[ index ] ) );
		let left: number | undefined;
		return lines.map( ( line, index ) => {
			const at = found[ index ] as number;
			if ( at === -1 ) {
				const traced = this.findFree( lines, index, left );
				left = traced?.ids[ traced.ids.length - 1 ] ?? left;
				return traced ? this.keep( traced ) : openLine( line );
			}
			// Its words were not set free; of its marks some may stand in another line as well.
			const traced = removed[ at ] as TracedLine;
			this.marks.keep( traced );
			left = traced.ids[ traced.ids.length - 1 ] ?? left;
			return foundLine( traced );
		} );
	}

	/** A line of this text whose words are free; of several the one that belongs here. */
	private findFree(
		lines: readonly Line[], index: number, left: number | undefined
	): TracedLine | null {
		const { graph } = this;
		const line = lines[ index ] as Line;
		let best: TracedLine | null = null;
		let rivals: TracedLine[] = [];
		let bestScore = KNOWN_AGAIN;
		let bestAlike = 0;
		if ( !line.instances.length || !line.words.length ) {
			return null;
		}
		let information = 0;
		for ( const type of line.words ) {
			information += graph.vocabulary.information( type );
		}
		for ( const traced of newestInstances( line ) ) {
			const first = traced.ids[ 0 ];
			if ( first !== undefined && this.isFree( traced ) ) {
				const score = information +
					( left !== undefined && graph.wereNeighbours( left, first ) ? EDGE : 0 ) +
					( graph.status.get( first ) === RELEASED ? STOOD : 0 );
				const alike = line.instances.length > 1 ?
					this.likeNeighbours( lines, index, traced ) : 0;
				if ( score > bestScore || score === bestScore && ( !best || alike > bestAlike ) ) {
					rivals = best && score === bestScore ? rivals.concat( best ) : [];
					best = traced;
					bestScore = score;
					bestAlike = alike;
				} else if ( score === bestScore ) {
					rivals.push( traced );
				}
			}
		}
		for ( const rival of rivals ) {
			best?.ids.forEach( ( id, at ) => graph.tie( id, rival.ids[ at ] as number ) );
		}
		return best;
	}

	/** On how many sides of a line words like those beside it stood beside its words before. */
	private likeNeighbours( lines: readonly Line[], index: number, { ids }: TracedLine ): number {
		const { previous, next, types } = this.graph;
		let before = index - 1;
		while ( before >= 0 && !lines[ before ]?.words.length ) {
			before--;
		}
		let after = index + 1;
		while ( after < lines.length && !lines[ after ]?.words.length ) {
			after++;
		}
		const left = previous.get( ids[ 0 ] as number );
		const right = next.get( ids[ ids.length - 1 ] as number );
		const words = lines[ before ]?.words;
		return Number( left !== -1 && words?.[ words.length - 1 ] === types.get( left ) ) +
			Number( right !== -1 && lines[ after ]?.words[ 0 ] === types.get( right ) );
	}

	private isFree( { ids }: TracedLine ): boolean {
		for ( let at = 0; at < ids.length; at++ ) {
			if ( !this.graph.isFree( ids[ at ] as number ) ) {
				return false;
			}
		}
		return true;
	}

	/** Sets the words of lines free, to be found again at their place or at another one. */
	private release( lines: readonly TracedLine[] ): void {
		const { status } = this.graph;
		this.freed = lines;
		for ( const traced of lines ) {
			const { ids } = traced;
			this.marks.release( traced );
			for ( let at = 0; at < ids.length; at++ ) {
				status.set( ids[ at ] as number, RELEASED );
			}
		}
	}

	private keep( traced: TracedLine ): NewLine {
		const { ids } = traced;
		const { status } = this.graph;
		this.marks.keep( traced );
		for ( let at = 0; at < ids.length; at++ ) {
			status.set( ids[ at ] as number, STANDING );
		}
		return foundLine( traced );
	}

	/** Words that were set free and not found yet. */
	private released(): number[] {
		const { status } = this.graph;
		const words: number[] = [];
		for ( const { ids } of this.freed ) {
			for ( let at = 0; at < ids.length; at++ ) {
				if ( status.get( ids[ at ] as number ) === RELEASED ) {
					words.push( ids[ at ] as number );
				}
			}
		}
		return words;
	}

	/**
	 * Finds or introduces the words of the lines that were not found as wholes.
	 *
	 * @yield between steps
	 */
	private* findWords(
		lines: NewLine[], around: Surroundings, revision: number
	): Steps<void> {
		const { graph } = this;
		const { left, right } = around;
		const row = rowOf( graph, lines, left, right );
		const isLong = row.ids.length > WORDS_A_STEP;
		if ( row.ids.length ) {
			const take = ( id: number ): void => graph.status.set( id, STANDING );
			yield* this.runs.match( row, take );
			if ( isLong ) {
				yield;
			}
			matchGaps( graph, row, take );
			if ( isLong ) {
				yield;
			}
			if ( this.passages.match( row, take ) ) {
				matchGaps( graph, row, take );
			}
			if ( isLong ) {
				yield;
			}
			matchRest( graph, row, this.released(), take );
			matchCopies( graph, row );
			slideToEdges( graph, row, lines );
		}
		if ( isLong ) {
			yield;
		}
		const models = findModels( graph, row );
		if ( isLong ) {
			yield;
		}
		graph.reserve( countUnknown( row ) );
		for ( let at = 0; at < row.ids.length; at++ ) {
			if ( row.ids[ at ] === UNKNOWN ) {
				const id = graph.introduce( row.types[ at ] as number, revision );
				const model = models.get( at );
				if ( model !== undefined ) {
					this.copies.note( id, model );
				}
				row.ids[ at ] = id;
			}
		}
		if ( isLong ) {
			yield;
		}
		for ( const entry of lines ) {
			if ( !entry.whole ) {
				entry.ids = row.ids.slice( entry.at, entry.at + entry.line.words.length );
			}
		}
		joinLines( graph, lines, left, right );
		if ( isLong ) {
			yield;
		}
		yield* this.findMarks( lines, around, revision );
	}

	/** Finds or introduces the marks of lines whose words are known. */
	private* findMarks(
		lines: NewLine[], { left, right }: Surroundings, revision: number
	): Steps<void> {
		let words = 0;
		let before = left;
		/** The next line with words. */
		let next = 0;
		for ( let index = 0; index < lines.length; index++ ) {
			const entry = lines[ index ] as NewLine;
			const { line, ids } = entry;
			if ( !entry.traced ) {
				next = Math.max( next, index + 1 );
				while ( next < lines.length && !( lines[ next ] as NewLine ).ids.length ) {
					next++;
				}
				const after = lines[ next ]?.ids[ 0 ] ?? right;
				const marks = this.marks.trace( line.marks, ids, before, after, revision );
				entry.traced = instanceOf( line, ids, marks );
				words += ids.length;
			}
			if ( words > WORDS_A_STEP ) {
				yield;
				words = 0;
			}
			before = ids.length ? ids[ ids.length - 1 ] as number : before;
		}
	}
}
