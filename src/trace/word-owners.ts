/** In which section each word stands, or stood last. */
import { measuredRange, type SectionInput } from './section-types';

/** How many words of a section belong to one that is known. */
export interface Overlap {
	/** Of those that the section is measured by. */
	words: number;
	/** Of the heading's words. */
	heading: number;
	/** The section had the very words by which the other one is measured, in this order. */
	exact?: boolean;
}

export class WordOwners {
	/** For each word id: section id plus one, negative if the word was removed; 0: none. */
	private owners = new Int32Array( 1024 );

	/** The section that a word stands in; -1 if it stands in none. */
	public standsIn( word: number ): number {
		return ( this.owners[ word ] || 0 ) - 1;
	}

	/** Counts the words of a section that belong to sections that are known, by section id. */
	public overlaps( section: SectionInput ): Map<number, Overlap> {
		const result = new Map<number, Overlap>();
		const [ first, end ] = measuredRange( section );
		const { words, headingWords } = section;
		let lastId = -1;
		let overlap: Overlap = { words: 0, heading: 0 };
		for ( let at = 0; at < words.length; at++ ) {
			const owner = this.owners[ words[ at ] as number ] || 0;
			if ( !owner ) {
				continue;
			}
			const id = Math.abs( owner ) - 1;
			// Neighbours mostly belong to one section.
			if ( id !== lastId ) {
				lastId = id;
				overlap = result.get( id ) || { words: 0, heading: 0 };
				result.set( id, overlap );
			}
			overlap.heading += Number( at < headingWords );
			overlap.words += Number( at >= first && at < end );
		}
		return result;
	}

	/** Notes that the words of a section stand there no more. */
	public leave( id: number, words: Int32Array ): void {
		for ( const word of words ) {
			if ( this.owners[ word ] === id + 1 ) {
				this.owners[ word ] = -id - 1;
			}
		}
	}

	/** Notes that the words of a section stand there. */
	public settle( id: number, words: Int32Array ): void {
		for ( const word of words ) {
			if ( word >= this.owners.length ) {
				const larger = new Int32Array( Math.max( word + 1, this.owners.length * 2 ) );
				larger.set( this.owners );
				this.owners = larger;
			}
			this.owners[ word ] = id + 1;
		}
	}
}
