/** Finds out which words stand in the lines that an edit put in the place of others. */
import { Copies, findModels } from './copies';
import { joinLines } from './join-lines';
import type { Line } from './line-table';
import { MarkGraph } from './mark-graph';
import { matchCopies } from './match-copies';
import { matchGaps } from './match-gaps';
import { matchLines } from './match-lines';
import { matchPassages } from './match-passages';
import { matchRest } from './match-rest';
import { RunMatcher } from './match-runs';
import {
	foundLine, instanceOf, newestInstances, openLine, rowOf, type NewLine
} from './new-lines';
import { wordsBeside } from './page-state';
import { UNKNOWN } from './row';
import { slideToEdges } from './slide-edges';
import type { TracedLine, TracedRevision } from './types';
import type { Vocabulary } from './vocabulary';
import { GONE, RELEASED, STANDING, WordGraph } from './word-graph';

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

	private readonly runs: RunMatcher;

	public constructor( vocabulary: Vocabulary ) {
		this.graph = new WordGraph( vocabulary );
		this.runs = new RunMatcher( this.graph );
	}

	/**
	 * Traces the lines of an edit.
	 *
	 * @param lines in order
	 * @param around
	 * @param revision number of the revision, the origin of words that are new
	 */
	public trace(
		lines: readonly Line[], around: Surroundings, revision: number
	): Pick<TracedRevision, 'inserted' | 'whole'> {
		const { removed } = around;
		const entries = this.findSame( around ) || this.findLines( removed, lines );
		this.findWords( entries, around, revision );
		for ( const id of this.released( removed ) ) {
			this.graph.status.set( id, GONE );
		}
		return {
			inserted: entries.map( ( { traced } ) => traced as TracedLine ),
			whole: entries.map( ( { whole } ) => whole )
		};
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
		const found = matchLines( removed.map( ( { line } ) => line ), lines );
		const kept = new Set( found );
		this.release( removed.filter( ( _, index ) => !kept.has( index ) ) );
		let left: number | undefined;
		return lines.map( ( line, index ) => {
			const traced = removed[ found[ index ] as number ] ||
				this.findFree( lines, index, left );
			left = traced?.ids[ traced.ids.length - 1 ] ?? left;
			return traced ? this.keep( traced ) : openLine( line );
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
		return ids.every( ( id ) => this.graph.isFree( id ) );
	}

	/** Sets the words of lines free, to be found again at their place or at another one. */
	private release( lines: readonly TracedLine[] ): void {
		for ( const traced of lines ) {
			this.marks.release( traced );
			for ( const id of traced.ids ) {
				this.graph.status.set( id, RELEASED );
			}
		}
	}

	private keep( traced: TracedLine ): NewLine {
		this.marks.keep( traced );
		for ( const id of traced.ids ) {
			this.graph.status.set( id, STANDING );
		}
		return foundLine( traced );
	}

	/** Words that were set free and not found yet. */
	private released( lines: readonly TracedLine[] ): number[] {
		const words: number[] = [];
		for ( const { ids } of lines ) {
			for ( const id of ids ) {
				if ( this.graph.status.get( id ) === RELEASED ) {
					words.push( id );
				}
			}
		}
		return words;
	}

	/** Finds or introduces the words of the lines that were not found as wholes. */
	private findWords( lines: NewLine[], around: Surroundings, revision: number ): void {
		const { graph } = this;
		const { left, right } = around;
		const row = rowOf( graph, lines, left, right );
		if ( row.ids.length ) {
			const take = ( id: number ): void => graph.status.set( id, STANDING );
			this.runs.match( row, take );
			matchGaps( graph, row, take );
			if ( matchPassages( graph, row, take ) ) {
				matchGaps( graph, row, take );
			}
			matchRest( graph, row, this.released( around.removed ), take );
			matchCopies( graph, row );
			slideToEdges( graph, row, lines );
		}
		const models = findModels( graph, row );
		graph.reserve( row.ids.reduce( ( sum, id ) => sum + Number( id === UNKNOWN ), 0 ) );
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
		for ( const entry of lines ) {
			if ( !entry.whole ) {
				entry.ids = row.ids.subarray( entry.at, entry.at + entry.line.words.length );
			}
		}
		joinLines( graph, lines, left, right );
		const beside = wordsBeside( lines, left, right );
		lines.forEach( ( entry, index ) => {
			const { line, ids } = entry;
			if ( !entry.traced ) {
				const marks = this.marks.trace( line.marks, ids, ...beside( index ), revision );
				entry.traced = instanceOf( line, ids, marks );
			}
		} );
	}
}
