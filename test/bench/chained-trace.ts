import type { Engine, TracedText } from './traced-text';

/** A part of the new text that replaces one of the old: [ start, end ) of words in each. */
export type Replacement = [ oldStart: number, oldEnd: number, newStart: number, newEnd: number ];

/**
 * Says where two texts differ.
 *
 * @return null if that takes longer than `until`
 */
export type Differ<Words> = ( before: Words, now: Words, until: number ) => Replacement[] | null;

/** A word, or another sign. */
const wordPattern = /[\p{L}\p{N}\p{M}_’]+|\S/gu;

/**
 * An engine that compares each revision with the one before: what the differ calls the same
 * keeps its origin, everything else is new. Deleted words are forgotten.
 *
 * @param wordsOf turns the words of a text into what the differ takes
 */
export function chainedTrace<Words>(
	differ: Differ<Words>, wordsOf: () => ( words: string[] ) => Words
): Engine {
	return ( history, until, visit ) => {
		const prepare = wordsOf();
		let before = prepare( [] );
		let origins: Int32Array = new Int32Array( 0 );
		let slowest = 0;
		let last: TracedText = { text: '', starts: [], ends: [], origins };
		const tracedNow = (): TracedText => last;
		for ( const [ number, { text } ] of history.revisions.entries() ) {
			if ( text === null ) {
				continue;
			}
			const start = performance.now();
			const matches = [ ...text.matchAll( wordPattern ) ];
			const now = prepare( matches.map( ( [ word ] ) => word ) );
			const replacements = differ( before, now, until );
			if ( !replacements || performance.now() > until ) {
				return null;
			}
			origins = carryOver( origins, replacements, matches.length, number );
			before = now;
			slowest = Math.max( slowest, performance.now() - start );
			const starts = matches.map( ( { index } ) => index );
			const ends = matches.map( ( match ) => match.index + match[ 0 ].length );
			last = { text, starts, ends, origins };
			visit?.( number, tracedNow );
		}
		return { last, slowest };
	};
}

function carryOver(
	before: Int32Array, replacements: readonly Replacement[], length: number, number: number
): Int32Array {
	const origins = new Int32Array( length ).fill( number );
	let oldAt = 0;
	let newAt = 0;
	for ( const [ oldStart, oldEnd, , newEnd ] of replacements ) {
		origins.set( before.subarray( oldAt, oldStart ), newAt );
		oldAt = oldEnd;
		newAt = newEnd;
	}
	origins.set( before.subarray( oldAt ), newAt );
	return origins;
}
