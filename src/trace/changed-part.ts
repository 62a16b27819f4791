/** Which lines of a text differ from those of the text before, in one pass of comparing. */

export interface ChangedPart {
	/** Lines at the beginning that are the same. */
	before: number;
	/** Lines at the end that are the same. */
	after: number;
	/** The new lines between them. */
	lines: string[];
}

/** Slices compare many times as fast as single characters; where they differ, shorter ones do. */
const LONGEST_SLICE = 2048;
const SHORTEST_SLICE = 16;

/** UTF-16 units that two texts share at their beginning. */
function commonPrefix( a: string, b: string ): number {
	const most = Math.min( a.length, b.length );
	let at = 0;
	for ( let size = LONGEST_SLICE; size >= SHORTEST_SLICE; size /= 4 ) {
		while ( at + size <= most && a.slice( at, at + size ) === b.slice( at, at + size ) ) {
			at += size;
		}
	}
	while ( at < most && a.charCodeAt( at ) === b.charCodeAt( at ) ) {
		at++;
	}
	return at;
}

/** UTF-16 units that two texts share at their end. */
function commonSuffix( a: string, b: string, most: number ): number {
	const aEnd = a.length;
	const bEnd = b.length;
	let length = 0;
	for ( let size = LONGEST_SLICE; size >= SHORTEST_SLICE; size /= 4 ) {
		for (
			let next = length + size;
			next <= most &&
				a.slice( aEnd - next, aEnd - length ) === b.slice( bEnd - next, bEnd - length );
			next += size
		) {
			length = next;
		}
	}
	while (
		length < most && a.charCodeAt( aEnd - 1 - length ) === b.charCodeAt( bEnd - 1 - length )
	) {
		length++;
	}
	return length;
}

/** Index of the first number that is greater than a value, in a list in order. */
function firstGreater( list: Int32Array, value: number ): number {
	let low = 0;
	let high = list.length;
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( ( list[ middle ] as number ) > value ) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}

/**
 * Finds the lines that changed.
 *
 * @param oldText
 * @param oldStarts where each of its lines begins
 * @param newText
 */
export function changedPart(
	oldText: string, oldStarts: Int32Array, newText: string
): ChangedPart {
	const count = oldStarts.length;
	if ( oldText === newText ) {
		return { before: count, after: 0, lines: [] };
	}
	const prefix = commonPrefix( oldText, newText );
	// A line is the same only if its end is, too: the last start within the common part.
	const before = Math.max( 0, firstGreater( oldStarts, prefix ) - 1 );
	const start = oldStarts[ before ] as number;
	const suffix = commonSuffix(
		oldText, newText, Math.min( oldText.length, newText.length ) - start
	);
	// The line break before a line has to be common as well, and belong to no line before.
	const firstAfter = Math.max(
		firstGreater( oldStarts, oldText.length - suffix ), before
	);
	const after = count - firstAfter;
	const end = after ?
		newText.length - ( oldText.length - ( oldStarts[ firstAfter ] as number ) ) - 1 :
		newText.length;
	return { before, after, lines: end < start ? [] : newText.slice( start, end ).split( '\n' ) };
}
