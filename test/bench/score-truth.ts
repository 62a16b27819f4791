import { originsByOffset } from './traced-text';
import type { TracedText } from './traced-text';
import type { TrueWord } from './page-model';

/** How a trace compares with the truth; shares are fractions of the words. */
export interface TruthScore {
	words: number;
	right: number;
	/** Share with the exact origin. */
	exact: number;
	/** The same over words that the first revision did not bring. */
	fresh: number;
	/** Share credited to a later revision than the truth. */
	over: number;
	/** Share credited to an earlier one. */
	under: number;
	/** Micro F1 of which words each revision brought, the first one left out. */
	f1: number;
	/** Words that no part of the trace covers; they are in no share. */
	missing: number;
}

/** Adds up the comparisons of several traced texts of one history. */
export class TruthScorer {
	private words = 0;

	private right = 0;

	private fresh = 0;

	private freshRight = 0;

	private over = 0;

	private under = 0;

	private falseCredits = 0;

	private missedCredits = 0;

	private missing = 0;

	/**
	 * @param revids of all revisions, in the order of the edits
	 */
	public constructor( private readonly revids: readonly number[] ) {
	}

	/**
	 * Compares a traced text with its words and their true origins. A word is judged by the part
	 * that covers its first letter or digit, one without any by its first sign.
	 *
	 * @throws {Error} if the words are not those of the text
	 */
	public add( traced: TracedText, truth: readonly TrueWord[] ): void {
		const origins = originsByOffset( traced );
		const numbers = new Map( this.revids.map( ( revid, number ) => [ revid, number ] ) );
		let from = 0;
		for ( const [ word, revid ] of truth ) {
			const start = traced.text.indexOf( word, from );
			if ( start < 0 ) {
				throw new Error( `The text has no "${ word }" after offset ${ from }.` );
			}
			from = start + word.length;
			const origin = origins[ start + Math.max( 0, word.search( /[\p{L}\p{N}_]/u ) ) ] as number;
			if ( origin < 0 ) {
				this.missing++;
			} else {
				this.addWord( origin, numbers.get( revid ) as number );
			}
		}
	}

	private addWord( origin: number, truth: number ): void {
		this.words++;
		this.fresh += Number( truth > 0 );
		if ( origin === truth ) {
			this.right++;
			this.freshRight += Number( truth > 0 );
			return;
		}
		this.over += Number( origin > truth );
		this.under += Number( origin < truth );
		this.falseCredits += Number( origin > 0 );
		this.missedCredits += Number( truth > 0 );
	}

	public score(): TruthScore {
		const words = Math.max( 1, this.words );
		const credits = 2 * this.freshRight;
		return {
			words: this.words,
			right: this.right,
			exact: this.right / words,
			fresh: this.freshRight / Math.max( 1, this.fresh ),
			over: this.over / words,
			under: this.under / words,
			f1: credits / Math.max( 1, credits + this.falseCredits + this.missedCredits ),
			missing: this.missing
		};
	}
}
