/**
 * Words of a newer text that are certainly those of an older one, of those that comparing the two
 * texts alone finds. What happened in between is not known: few words in a row may have come back
 * from earlier, and at the edge of a change a word that stands in the texts more than once may be
 * another one than the one that stayed.
 */

/** Fewer words in a row are found everywhere. */
const LEAST = 3;

/** Words that stand in a text more than once. */
function addRepeated( words: Int32Array, repeated: Set<number> ): void {
	const seen = new Set<number>();
	words.forEach( ( word ) => {
		if ( seen.has( word ) ) {
			repeated.add( word );
		}
		seen.add( word );
	} );
}

/** Where words end that stand in a row in both texts; of a word in one of them, after it. */
function rowEnd( before: Int32Array, from: number ): number {
	const first = before[ from ] as number;
	let to = from + 1;
	while ( before[ from ] !== -1 && to < before.length && before[ to ] === first + to - from ) {
		to++;
	}
	return to;
}

/**
 * @param older for each word of the older text a number that tells its text
 * @param newer likewise of the newer one
 * @param before for each word of the newer text its index in the older one; -1 for none
 * @return the same, with -1 also for words that are not certain
 */
export function sureWords(
	older: Int32Array, newer: Int32Array, before: Int32Array
): Int32Array {
	const sure = new Int32Array( before.length ).fill( -1 );
	const repeated = new Set<number>();
	addRepeated( older, repeated );
	addRepeated( newer, repeated );
	for ( let from = 0, to = 0; from < before.length; from = to ) {
		const first = before[ from ] as number;
		to = rowEnd( before, from );
		const isStart = from === 0 && first === 0;
		const isEnd = to === newer.length && first + to - from === older.length;
		const start = from + Number( !isStart && repeated.has( newer[ from ] as number ) );
		const end = to - Number( !isEnd && repeated.has( newer[ to - 1 ] as number ) );
		if ( first !== -1 && ( end - start >= LEAST || ( isStart && isEnd ) ) ) {
			for ( let at = start; at < end; at++ ) {
				sure[ at ] = before[ at ] as number;
			}
		}
	}
	return sure;
}
