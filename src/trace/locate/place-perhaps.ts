/**
 * Places of words that are handed to templates and the like. What a template does with them is
 * not known, so they count as found only where all of a stretch stands in one piece, between the
 * words before and behind the template.
 */
import type { PerhapsStretch } from '../shown/visible-words';
import { perhapsTasks, type PerhapsTask } from './perhaps-tasks';
import { placePieces } from './place-pieces';
import type { RenderedPage, RenderedPart } from './rendered-words';
import type { Sequence } from './sequence';
import { RUN } from './word-runs';
import type { WrittenStream } from './written-stream';

/** Comparisons of two words, for each word: what needs more is not looked for. */
const MOST_COMPARISONS = 20;

/** A word of a stretch, and the word of the page that it may be. */
type Pair = [ word: number, place: number ];

/** Stretches of the same words. */
interface EqualStretches {
	list: PerhapsStretch[];
	length: number;
}

/** Stands between words that are not beside each other. */
const BREAK = -1;

/** Where each value stands. */
function beginnings( values: number[] ): Map<number, number[]> {
	const places = new Map<number, number[]>();
	values.forEach( ( value, i ) => {
		const list = places.get( value );
		if ( list ) {
			list.push( i );
		} else if ( value !== BREAK ) {
			places.set( value, [ i ] );
		}
	} );
	return places;
}

class PerhapsPlacer {
	/** Comparisons that are left. */
	private comparisons: number;

	public constructor(
		private readonly stream: WrittenStream,
		private readonly host: WrittenStream,
		private readonly page: RenderedPage
	) {
		this.comparisons = MOST_COMPARISONS * ( stream.length + page.texts.length );
	}

	public place( task: PerhapsTask ): void {
		const { stretches, shown } = task;
		const short = this.placeWhole( task );
		const rest = stretches.filter( ( { start, end } ) => end - start > RUN &&
			this.stream.isMissing( start ) );
		if ( rest.length ) {
			placePieces( this.stream, rest, shown, this.page );
		}
		if ( short.length ) {
			this.placeShort( short, shown );
		}
	}

	private set( pairs: Pair[] ): void {
		for ( const [ word, place ] of pairs ) {
			this.stream.place( word, place, this.page );
		}
	}

	private isFree( word: number | undefined ): boolean {
		return word !== undefined && word >= 0 && !this.page.taken[ word ];
	}

	/**
	 * Places whole stretches, the longest first, that stand there as often as they are handed
	 * over.
	 *
	 * @return for the short stretches their words with the shown words that they may be
	 */
	private placeWhole( { stretches, shown, host }: PerhapsTask ): Pair[][] {
		const written = [ ...this.host.values.subarray( ...host ), BREAK ];
		for ( const { start, end } of stretches ) {
			this.stream.values.subarray( start, end ).forEach( ( value ) => written.push( value ) );
			written.push( BREAK );
		}
		const free = shown.values
			.map( ( value, i ) => this.isFree( shown.words[ i ] ) ? value : BREAK );
		const [ inStretches, onPage ] = [ beginnings( written ), beginnings( free ) ];
		const short: Pair[][] = [];
		for ( const { list, length } of this.groupEqual( stretches ) ) {
			const { start } = list[ 0 ] as PerhapsStretch;
			const sought = this.stream.values.subarray( start, start + length );
			const places = this.findAll( sought, free, onPage );
			// Words that are written elsewhere as well may be shown from there.
			const isClear = places.length === list.length &&
				this.findAll( sought, written, inStretches ).length === list.length;
			if ( !isClear ) {
				continue;
			}
			list.forEach( ( stretch, i ) => {
				const place = places[ i ] as number;
				const pairs = shown.words.slice( place, place + length )
					.map( ( word, k ): Pair => [ stretch.start + k, word ] );
				if ( length >= RUN ) {
					this.set( pairs );
					free.fill( BREAK, place, place + length );
				} else {
					short.push( pairs );
				}
			} );
		}
		return short;
	}

	/** Stretches of the same words together, the longest first. */
	private groupEqual( stretches: PerhapsStretch[] ): EqualStretches[] {
		const equal = new Map<string, EqualStretches>();
		for ( const stretch of stretches ) {
			const { start, end } = stretch;
			const key = this.stream.values.subarray( start, end ).join( ' ' );
			const group = equal.get( key ) ?? { list: [], length: end - start };
			group.list.push( stretch );
			equal.set( key, group );
		}
		return [ ...equal.values() ].sort( ( one, other ) => other.length - one.length );
	}

	/**
	 * Where a sequence stands; none if it overlaps itself, or would take too long to find.
	 *
	 * @param sought
	 * @param values
	 * @param begins where each value stands
	 */
	private findAll(
		sought: Int32Array, values: number[], begins: Map<number, number[]>
	): number[] {
		const found: number[] = [];
		for ( const at of begins.get( sought[ 0 ] as number ) ?? [] ) {
			let i = 0;
			while ( i < sought.length && values[ at + i ] === sought[ i ] ) {
				i++;
			}
			this.comparisons -= i + 1;
			const isFound = i === sought.length;
			const isApart = at >= ( found[ found.length - 1 ] ?? -Infinity ) + i;
			if ( this.comparisons < 0 || ( isFound && !isApart ) ) {
				return [];
			}
			if ( isFound ) {
				found.push( at );
			}
		}
		return found;
	}

	/**
	 * A few words are found in any text. They count where the templates show nothing else: all
	 * in all, or between words that are placed, or in a block.
	 */
	private placeShort( short: Pair[][], shown: Sequence ): void {
		const maybe = new Set( short.flat().map( ( [ , place ] ) => place ) );
		/** Words of the page all of whose neighbours are explained. */
		const explained = new Set<number>();
		let unit: number[] = [];
		let isAll = true;
		const close = (): void => {
			const isWhole = unit.every( ( word ) => maybe.has( word ) );
			isAll = isAll && isWhole;
			if ( isWhole && unit.length > 1 ) {
				unit.forEach( ( word ) => explained.add( word ) );
			}
			unit = [];
		};
		for ( const word of shown.words ) {
			if ( !this.isFree( word ) || this.page.blocks[ word ] ) {
				close();
			}
			if ( this.isFree( word ) ) {
				unit.push( word );
			}
		}
		close();
		for ( const pairs of short ) {
			if ( isAll || pairs.every( ( [ , place ] ) => explained.has( place ) ) ) {
				this.set( pairs );
			}
		}
	}
}

/**
 * Places what may be shown.
 *
 * @param stream of what may be shown
 * @param stretches of it in one host, by places in that host
 * @param host
 * @param part of the page in which the host's words are
 * @param page
 */
export function placePerhaps(
	stream: WrittenStream, stretches: PerhapsStretch[], host: WrittenStream,
	part: RenderedPart, page: RenderedPage
): void {
	const placer = new PerhapsPlacer( stream, host, page );
	for ( const task of perhapsTasks( stretches, host, part, page ) ) {
		placer.place( task );
	}
}
