/**
 * Finds lines of a new revision again among the lines that stood in their place: lines that are
 * unique on both sides first, wherever they went, then their equal neighbours (Heckel, "A
 * technique for isolating differences between files", CACM 1978).
 */
import type { Line } from './line-table';

interface Places {
	old: number;
	oldCount: number;
	new: number;
	newCount: number;
}

/**
 * @param oldLines
 * @param newLines
 * @return for each new line the index of the old line that it is; -1 for none
 */
export function matchLines( oldLines: readonly Line[], newLines: readonly Line[] ): Int32Array {
	const found = new Int32Array( newLines.length ).fill( -1 );
	const taken = new Uint8Array( oldLines.length );
	const places = new Map<Line, Places>();
	const placesOf = ( line: Line ): Places => {
		let known = places.get( line );
		if ( !known ) {
			known = { old: -1, oldCount: 0, new: -1, newCount: 0 };
			places.set( line, known );
		}
		return known;
	};
	oldLines.forEach( ( line, index ) => {
		const at = placesOf( line );
		at.old = index;
		at.oldCount++;
	} );
	newLines.forEach( ( line, index ) => {
		const at = placesOf( line );
		at.new = index;
		at.newCount++;
	} );
	const pair = ( oldIndex: number, newIndex: number ): boolean => {
		if (
			oldIndex < 0 || oldIndex >= oldLines.length || taken[ oldIndex ] ||
			found[ newIndex ] !== -1 || oldLines[ oldIndex ] !== newLines[ newIndex ]
		) {
			return false;
		}
		found[ newIndex ] = oldIndex;
		taken[ oldIndex ] = 1;
		return true;
	};
	for ( const at of places.values() ) {
		if ( at.oldCount === 1 && at.newCount === 1 ) {
			pair( at.old, at.new );
		}
	}
	for ( let index = 0; index < newLines.length; index++ ) {
		const before = index > 0 ? ( found[ index - 1 ] as number ) : -1;
		pair( index > 0 && before === -1 ? -1 : before + 1, index );
	}
	for ( let index = newLines.length - 1; index >= 0; index-- ) {
		const last = index === newLines.length - 1;
		const after = last ? oldLines.length : ( found[ index + 1 ] as number );
		pair( after === -1 ? -1 : after - 1, index );
	}
	return found;
}
