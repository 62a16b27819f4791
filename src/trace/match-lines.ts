/**
 * Finds lines of a new revision again among the lines that stood in their place: lines that are
 * unique on both sides first, wherever they went, then their equal neighbours (Heckel, "A
 * technique for isolating differences between files", CACM 1978).
 */
import type { Line } from './line-table';
import type { TracedLine } from './types';

/** In the place of the only index at which a line stands, plus one. */
const NOWHERE = 0;
const OFTEN = -1;

/** Matches lines of one table. */
export class LineMatcher {
	/** By the number of a line. Between two matches nothing stands anywhere. */
	private oldPlaces = new Int32Array( 1024 );

	private newPlaces = new Int32Array( 1024 );

	/**
	 * @param oldLines
	 * @param newLines
	 * @return for each new line the index of the old line that it is; -1 for none
	 */
	public match( oldLines: readonly TracedLine[], newLines: readonly Line[] ): Int32Array {
		const found = new Int32Array( newLines.length ).fill( -1 );
		if ( !oldLines.length || !newLines.length ) {
			return found;
		}
		const taken = new Uint8Array( oldLines.length );
		this.notePlaces( oldLines, newLines );
		for ( let index = 0; index < newLines.length; index++ ) {
			const { number } = newLines[ index ] as Line;
			const place = this.oldPlaces[ number ] as number;
			if ( place > 0 && this.newPlaces[ number ] !== OFTEN ) {
				found[ index ] = place - 1;
				taken[ place - 1 ] = 1;
			}
		}
		this.forgetPlaces( oldLines, newLines );
		// The first lines of both are beside the same line before, the last beside the one after.
		for ( let index = 0, at = 0; index < newLines.length; index++ ) {
			at = pair( oldLines, newLines, taken, found, index, at ) + 1;
		}
		for ( let index = newLines.length - 1, at = oldLines.length - 1; index >= 0; index-- ) {
			at = pair( oldLines, newLines, taken, found, index, at ) - 1;
		}
		return found;
	}

	private notePlaces( oldLines: readonly TracedLine[], newLines: readonly Line[] ): void {
		let most = 0;
		for ( const { line } of oldLines ) {
			most = Math.max( most, line.number );
		}
		for ( const { number } of newLines ) {
			most = Math.max( most, number );
		}
		if ( most >= this.oldPlaces.length ) {
			this.oldPlaces = new Int32Array( 2 * most );
			this.newPlaces = new Int32Array( 2 * most );
		}
		const { oldPlaces, newPlaces } = this;
		for ( let index = 0; index < oldLines.length; index++ ) {
			const { number } = ( oldLines[ index ] as TracedLine ).line;
			oldPlaces[ number ] = oldPlaces[ number ] === NOWHERE ? index + 1 : OFTEN;
		}
		for ( let index = 0; index < newLines.length; index++ ) {
			const { number } = newLines[ index ] as Line;
			newPlaces[ number ] = newPlaces[ number ] === NOWHERE ? index + 1 : OFTEN;
		}
	}

	private forgetPlaces( oldLines: readonly TracedLine[], newLines: readonly Line[] ): void {
		for ( const { line } of oldLines ) {
			this.oldPlaces[ line.number ] = NOWHERE;
		}
		for ( const { number } of newLines ) {
			this.newPlaces[ number ] = NOWHERE;
		}
	}
}

/**
 * Pairs a new line that is not found with the old line at a place, if that is the same.
 *
 * @return the place at which the new line stood; for none, one that has no neighbours
 */
function pair(
	oldLines: readonly TracedLine[], newLines: readonly Line[],
	taken: Uint8Array, found: Int32Array, index: number, at: number
): number {
	const known = found[ index ] as number;
	if ( known !== -1 ) {
		return known;
	}
	if (
		at >= 0 && at < oldLines.length && !taken[ at ] &&
		( oldLines[ at ] as TracedLine ).line === newLines[ index ]
	) {
		found[ index ] = at;
		taken[ at ] = 1;
		return at;
	}
	return -2;
}
