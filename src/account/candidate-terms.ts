/** Words as terms to look for: whatever their case and, roughly, their ending. */
import { splitWords } from '../trace/words';

/** A term is as long as this, so that "disclose", "disclosed" and "disclosure" are one. */
const TERM_LENGTH = 6;
/** An ending that is left out only of longer words. */
const LONG = 5;
/** Nothing is certain. */
const MOST_CHANCE = 0.999;

/** The term of a word. */
export function termOf( word: string ): string {
	const folded = word.normalize( 'NFKD' ).replace( /\p{M}/gu, '' ).toLowerCase();
	const bare = folded.length > LONG ? folded.slice( 0, TERM_LENGTH ) : folded;
	// One letter at the end is mostly all that tells a plural.
	return bare.length > 3 && bare.endsWith( 's' ) ? bare.slice( 0, -1 ) : bare;
}

/** The terms of a text, each once, in their order. */
export function termsOf( text: string ): string[] {
	return [ ...new Set( splitWords( text ).map( ( { text: word } ) => termOf( word ) ) ) ];
}

/** Documents, each as a list of words, and how common each term is in them. */
export class TermCounts {
	/** Of each document: how often each term stands in it. */
	public readonly documents: ReadonlyMap<string, number>[];

	public readonly lengths: number[];

	private readonly counts = new Map<string, number>();

	private readonly total: number;

	public constructor( documents: readonly ( readonly string[] )[] ) {
		this.lengths = documents.map( ( words ) => words.length );
		this.total = this.lengths.reduce( ( sum, length ) => sum + length, 0 );
		this.documents = documents.map( ( words ) => {
			const counts = new Map<string, number>();
			for ( const word of words ) {
				const term = termOf( word );
				counts.set( term, ( counts.get( term ) || 0 ) + 1 );
				this.counts.set( term, ( this.counts.get( term ) || 0 ) + 1 );
			}
			return counts;
		} );
	}

	/**
	 * How likely a document holds a term by chance, as often as the others have it and as long as
	 * it is; more than 0, less than 1.
	 */
	public chance( term: string, document: number ): number {
		const length = this.lengths[ document ] || 0;
		const own = this.documents[ document ]?.get( term ) || 0;
		const others = ( this.counts.get( term ) || 0 ) - own;
		const rate = ( others + 0.5 ) / ( this.total - length + 1 );
		return Math.min( MOST_CHANCE, 1 - Math.exp( -rate * Math.max( 1, length ) ) );
	}
}
