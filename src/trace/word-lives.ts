/** When each word was removed and when it came back. */
import type { Trace } from './trace';
import type { TracedLine } from './types';

/** No revision. */
export const NEVER = -1;

/** Visits the words of lines, apart from those of lines that are in both lists. */
function forEachWord(
	lines: readonly TracedLine[], others: ReadonlySet<TracedLine>, visit: ( id: number ) => void
): void {
	for ( const line of lines ) {
		if ( !others.has( line ) ) {
			line.ids.forEach( visit );
		}
	}
}

/** The fates of all words of a trace at this moment. Time: one pass over what was edited. */
export class WordLives {
	/** By word id: the revision that last removed it; NEVER if it was never removed. */
	private readonly removedBy: Int32Array;

	/** By word id: the revision that last brought it back. */
	private readonly restoredBy: Int32Array;

	/** By word id: the page on which it stands, as an index of `pages` plus one; 0 if gone. */
	private readonly standsOn: Uint16Array;

	private readonly pages: string[] = [];

	public constructor( private readonly trace: Trace ) {
		this.removedBy = new Int32Array( trace.wordLimit ).fill( NEVER );
		this.restoredBy = new Int32Array( trace.wordLimit ).fill( NEVER );
		this.standsOn = new Uint16Array( trace.wordLimit );
		trace.revisions.forEach( ( { page, removed, inserted, further }, number ) => {
			const stood = this.standsOn;
			let index = this.pages.indexOf( page );
			if ( index === -1 ) {
				index = this.pages.push( page ) - 1;
			}
			const before = new Set<number>();
			forEachWord( removed, new Set( inserted ), ( id ) => {
				before.add( id );
				stood[ id ] = 0;
			} );
			forEachWord( inserted, new Set( removed ), ( id ) => {
				stood[ id ] = index + 1;
				// What was moved by way of a copy was never away.
				const isNew = further || trace.originOf( id ) === number;
				if ( !before.delete( id ) && !isNew ) {
					this.restoredBy[ id ] = number;
				}
			} );
			for ( const id of further ? [] : before ) {
				this.removedBy[ id ] = number;
			}
		} );
	}

	/** The page on which a word stands; null if it is gone. */
	public pageOf( id: number ): string | null {
		return this.pages[ this.standsOn[ id ] as number - 1 ] ?? null;
	}

	/** Missing revisions of a page right before a revision of it. */
	public missingBefore( revision: number ): number[] {
		return this.trace.missingBefore( revision );
	}

	/** The revision that took a word away for now; NEVER if it stands. */
	public goneWith( id: number ): number {
		return this.standsOn[ id ] ? NEVER : this.removedBy[ id ] ?? NEVER;
	}

	/** The revision that brought a word back that stands; NEVER if it is gone or was never away. */
	public backWith( id: number ): number {
		return this.standsOn[ id ] ? this.restoredBy[ id ] ?? NEVER : NEVER;
	}
}
