import { GramCounts } from './gram-counts';
import { originsByOffset } from './traced-text';
import type { TracedText } from './traced-text';

/**
 * Words of the last text credited to a revision although a run of words that holds them stood
 * before: shares of the words that are covered.
 */
export interface OverblameScore {
	words: number;
	/** The run stood in the revision just before, at least as often. */
	survivors: number;
	/** The run stood earlier, but not just before. */
	restored: number;
	/** The run became more frequent: no error. */
	copies: number;
	missing: number;
}

const wordPattern = /[\p{L}\p{N}_’']+/gu;

/** The words of all texts as numbers, each different line split once. */
function numberedWords( texts: readonly string[] ): Int32Array[] {
	const numbers = new Map<string, number>();
	const lines = new Map<string, number[]>();
	return texts.map( ( text ) => Int32Array.from( text.split( '\n' ).flatMap( ( line ) => {
		let words = lines.get( line );
		if ( !words ) {
			words = ( line.match( wordPattern ) ?? [] ).map( ( word ) => {
				const number = numbers.get( word ) ?? numbers.size;
				numbers.set( word, number );
				return number;
			} );
			lines.set( line, words );
		}
		return words;
	} ) ) );
}

const SURVIVOR = 1, RESTORED = 2, COPY = 3;

/**
 * Finds false credits without knowing the truth, by the earliest plausible attribution of
 * de Alfaro and Shavlovsky (WWW 2013): for each word of the last text, every run of seven words
 * that holds it and stood before the revision credited is held against the credit. Case counts,
 * punctuation does not.
 *
 * @param texts of all revisions, null where missing
 * @param traced the last text that is not missing, origins being positions in `texts`
 */
export function scoreOverblame(
	texts: readonly ( string | null )[], traced: TracedText, runLength = 7
): OverblameScore {
	const known = texts.flatMap( ( text, number ) => text === null ? [] : [ number ] );
	const orderOf = new Map( known.map( ( number, order ) => [ number, order ] ) );
	const words = numberedWords( known.map( ( number ) => texts[ number ] as string ) );
	const last = words.at( -1 ) ?? new Int32Array( 0 );
	const grams = new GramCounts( last, runLength );
	const firsts = firstOrders( words, grams );
	const offsets = originsByOffset( traced );
	const places = Array.from( traced.text.matchAll( wordPattern ), ( { index } ) => index );
	const origins = places.map( ( at ) => orderOf.get( offsets[ at ] as number ) ?? -1 );
	const classes = new Uint8Array( last.length );
	for ( const order of new Set( origins.filter( ( origin ) => origin > 0 ) ) ) {
		const now = grams.countIn( words[ order ] as Int32Array );
		const before = grams.countIn( words[ order - 1 ] as Int32Array );
		origins.forEach( ( origin, word ) => {
			if ( origin === order ) {
				classes[ word ] = classOf( word, order, grams, firsts, now, before );
			}
		} );
	}
	const covered = origins.filter( ( origin ) => origin >= 0 ).length;
	const share = ( kind: number ): number => {
		const count = classes.filter( ( one ) => one === kind ).length;
		return count / Math.max( 1, covered );
	};
	return {
		words: covered,
		survivors: share( SURVIVOR ),
		restored: share( RESTORED ),
		copies: share( COPY ),
		missing: origins.length - covered
	};
}

/** The first text that each run stands in. */
function firstOrders( words: readonly Int32Array[], grams: GramCounts ): Int32Array {
	const firsts = new Int32Array( grams.distinct ).fill( words.length );
	for ( let order = words.length - 1; order >= 0; order-- ) {
		grams.countIn( words[ order ] as Int32Array ).forEach( ( count, id ) => {
			if ( count ) {
				firsts[ id ] = order;
			}
		} );
	}
	return firsts;
}

/** The worst that any run says of a word; 0 where none stood before the revision credited. */
function classOf(
	word: number, order: number, grams: GramCounts, firsts: Int32Array,
	now: Int32Array, before: Int32Array
): number {
	let worst = 0;
	const from = Math.max( 0, word - grams.size + 1 );
	for ( let at = from; at <= Math.min( word, grams.ids.length - 1 ); at++ ) {
		const id = grams.ids[ at ] as number;
		if ( ( firsts[ id ] as number ) < order ) {
			const stood = before[ id ] as number;
			const kind = !stood ? RESTORED : stood >= ( now[ id ] as number ) ? SURVIVOR : COPY;
			worst = worst ? Math.min( worst, kind ) : kind;
		}
	}
	return worst;
}
