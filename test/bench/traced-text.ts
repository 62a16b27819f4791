import type { BenchHistory } from './bench-history';

/** A text whose parts have origins: what every engine of the benchmark gives. */
export interface TracedText {
	text: string;
	/** UTF-16 offsets of each part. */
	starts: ArrayLike<number>;
	ends: ArrayLike<number>;
	/** Number of the revision, from 0, that introduced each part. */
	origins: ArrayLike<number>;
}

/** What a run of an engine over a history gives. */
export interface TracedRun {
	/** Of the last revision that has a text. */
	last: TracedText;
	/** Of the revisions, in milliseconds. */
	slowest: number;
}

/** Is shown every revision that has a text; `trace` gives its words as they are traced then. */
export type Visit = ( number: number, trace: () => TracedText ) => void;

/**
 * An engine: traces a history from its first revision.
 *
 * @param until the time (of `performance.now()`) at which it gives up
 * @return null if it gave up
 */
export type Engine = ( history: BenchHistory, until: number, visit?: Visit ) => TracedRun | null;

/** The number of the revision that introduced each UTF-16 unit of a text; -1 for none. */
export function originsByOffset( { text, starts, ends, origins }: TracedText ): Int32Array {
	const byOffset = new Int32Array( text.length ).fill( -1 );
	for ( let at = 0; at < starts.length; at++ ) {
		byOffset.fill( origins[ at ] as number, starts[ at ], ends[ at ] );
	}
	return byOffset;
}
