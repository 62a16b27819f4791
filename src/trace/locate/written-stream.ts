/** Words of the wikitext that a page shows, and where they have been found. */
import type { VisibleStream, VisibleStretch } from '../shown/visible-words';
import type { RenderedPage } from './rendered-words';
import type { WordNumbers } from './sequence';

export class WrittenStream {
	/** For each word its number. */
	public readonly values: Int32Array;

	/** For each word the word of the page that shows it; -1 for none. */
	public readonly places: Int32Array;

	/** Offset in that word at which it begins: not 0 for ends of words. */
	public readonly offsets: Int32Array;

	/** 1 for words that may stand at several places. */
	public readonly ambiguous: Uint8Array;

	/**
	 * @param words
	 * @param list stretches of it that have nothing to do with each other, if it has such
	 * @param numbers
	 */
	public constructor(
		public readonly words: VisibleStream,
		public readonly list: VisibleStretch[],
		numbers: WordNumbers
	) {
		const count = words.texts.length;
		this.values = numbers.all( words.texts );
		this.places = new Int32Array( count ).fill( -1 );
		this.offsets = new Int32Array( count );
		this.ambiguous = new Uint8Array( count );
	}

	public get length(): number {
		return this.values.length;
	}

	public isMissing( word: number ): boolean {
		return this.places[ word ] === -1;
	}

	public place( word: number, place: number, page: RenderedPage ): void {
		this.places[ word ] = place;
		this.ambiguous[ word ] = 0;
		page.taken[ place ] = 1;
	}
}
