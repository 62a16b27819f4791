/** A page as the newest revision left it, and the way back to its earlier states. */
import { addHashes, hashPair } from './hash';
import type { Line } from './line-table';
import { finish, type Steps } from './steps';
import type { TracedLine, TracedRevision } from './types';

type Lines = readonly TracedLine[];

/** A state is a list of all lines, and each revision on the way back makes one. */
const REVISIONS_A_STEP = 64;

export class PageState {
	public text = '';

	/** Where each line begins, in UTF-16 units. */
	public starts = new Int32Array( 0 );

	public lines: TracedLine[] = [];

	/** The readable revisions of the page, the oldest first. */
	private readonly revisions: TracedRevision[] = [];

	/** Tells states apart: a sum over lines with their neighbours. */
	private fingerprint = 0;

	/** The newest revision with a fingerprint, as an index of `revisions`. */
	private readonly byFingerprint = new Map<number, number>();

	/**
	 * @param first what stands before the first word, in the graph of words
	 * @param last what stands after the last one
	 */
	public constructor( public readonly first: number, public readonly last: number ) {}

	/** The last word before a line. */
	public wordBefore( line: number ): number {
		return lastWord( this.lines, line ) ?? this.first;
	}

	/** The first word from a line on. */
	public wordFrom( line: number ): number {
		return firstWord( this.lines, line ) ?? this.last;
	}

	/**
	 * The state in which the page was when it had the very text that it has after an edit: the
	 * lines that the edit puts in the place of others, as they were traced then.
	 *
	 * @param fingerprint of the page after the edit
	 * @param at first line that the edit changes
	 * @param count lines that it takes out
	 * @param lines lines that it puts there
	 * @return null if the page never had this text
	 */
	public sameText(
		fingerprint: number, at: number, count: number, lines: readonly Line[]
	): TracedLine[] | null {
		const index = this.byFingerprint.get( fingerprint );
		if ( index === undefined ) {
			return null;
		}
		const past = this.linesAt( index );
		const size = this.lines.length - count + lines.length;
		const part = past.slice( at, at + lines.length );
		return past.length === size && part.every( ( { line }, nth ) => line === lines[ nth ] ) ?
			part : null;
	}

	/**
	 * Takes a revision as the newest one.
	 *
	 * @param revision
	 * @param text of the page after it
	 * @param fingerprint likewise
	 */
	public apply( revision: TracedRevision, text: string, fingerprint: number ): void {
		const { at, removed, inserted } = revision;
		const after = this.starts.length - at - removed.length;
		const shift = text.length - this.text.length;
		const starts = new Int32Array( at + inserted.length + after );
		starts.set( this.starts.subarray( 0, at ) );
		let start = at < this.starts.length ? this.starts[ at ] as number :
			at ? this.text.length + 1 : 0;
		inserted.forEach( ( { line }, index ) => {
			starts[ at + index ] = start;
			start += line.text.length + 1;
		} );
		for ( let index = 0; index < after; index++ ) {
			starts[ at + inserted.length + index ] =
				this.starts[ at + removed.length + index ] as number + shift;
		}
		this.starts = starts;
		this.text = text;
		this.applyLines( revision, fingerprint );
	}

	/** The same without the text; `joinText` makes up for it. */
	public applyLines( revision: TracedRevision, fingerprint?: number ): void {
		const { at, removed, inserted } = revision;
		this.fingerprint = fingerprint ?? this.fingerprintAfter(
			at, removed.length, inserted.map( ( { line } ) => line )
		);
		this.lines = splice( this.lines, at, removed.length, inserted );
		this.byFingerprint.set( this.fingerprint, this.revisions.push( revision ) - 1 );
	}

	/** Makes the text from the lines. */
	public joinText(): void {
		const { lines } = this;
		this.text = lines.map( ( { line } ) => line.text ).join( '\n' );
		this.starts = new Int32Array( lines.length );
		for ( let index = 1; index < lines.length; index++ ) {
			this.starts[ index ] = ( this.starts[ index - 1 ] as number ) +
				( lines[ index - 1 ] as TracedLine ).line.text.length + 1;
		}
	}

	/**
	 * The lines as some of the page's revisions left them, on one way back.
	 *
	 * @param wanted
	 */
	public* stateSteps( wanted: ReadonlySet<TracedRevision> ): Steps<Map<TracedRevision, Lines>> {
		const states = new Map<TracedRevision, Lines>();
		let lines: Lines = this.lines;
		for ( let index = this.revisions.length - 1; index >= 0; index-- ) {
			const revision = this.revisions[ index ] as TracedRevision;
			if ( wanted.has( revision ) ) {
				states.set( revision, lines );
			}
			if ( states.size === wanted.size ) {
				break;
			}
			lines = splice( lines, revision.at, revision.inserted.length, revision.removed );
			if ( index % REVISIONS_A_STEP === 0 ) {
				yield;
			}
		}
		return states;
	}

	/** The lines as one of the page's revisions left them. */
	private linesAt( index: number ): Lines {
		const revision = this.revisions[ index ] as TracedRevision;
		return finish( this.stateSteps( new Set( [ revision ] ) ) ).get( revision ) as Lines;
	}

	/**
	 * The fingerprint after an edit: a sum over each line with its two neighbours, so that only
	 * the lines around the edit count.
	 *
	 * @param at first line that the edit changes
	 * @param count lines that it takes out
	 * @param lines lines that it puts there
	 */
	public fingerprintAfter( at: number, count: number, lines: readonly Line[] ): number {
		const first = this.numberAt( at - 2 );
		const second = this.numberAt( at - 1 );
		let sum = this.fingerprint;
		let one = first;
		let two = second;
		for ( let index = at; index < at + count + 2; index++ ) {
			const three = this.numberAt( index );
			sum = addHashes( sum, -hashTriple( one, two, three ) );
			one = two;
			two = three;
		}
		one = first;
		two = second;
		for ( let index = 0; index < lines.length + 2; index++ ) {
			const three = index < lines.length ? ( lines[ index ] as Line ).number :
				this.numberAt( at + count + index - lines.length );
			sum = addHashes( sum, hashTriple( one, two, three ) );
			one = two;
			two = three;
		}
		return sum;
	}

	/** The number of a line; -1 beyond the page. */
	private numberAt( index: number ): number {
		return index >= 0 && index < this.lines.length ?
			( this.lines[ index ] as TracedLine ).line.number : -1;
	}
}

function hashTriple( one: number, two: number, three: number ): number {
	return hashPair( hashPair( one, two ), three );
}

/** A list with other lines in the place of some. */
export function splice(
	lines: readonly TracedLine[], at: number, count: number, inserted: readonly TracedLine[]
): TracedLine[] {
	if ( count !== inserted.length ) {
		return lines.slice( 0, at ).concat( inserted, lines.slice( at + count ) );
	}
	// The commonest edit by far, and one copy of the list is a third of the work.
	const copy = lines.slice();
	inserted.forEach( ( line, index ) => {
		copy[ at + index ] = line;
	} );
	return copy;
}

/** What has words, in order. */
type WithWords = readonly { readonly ids: Int32Array }[];

/** The last word before a line. */
export function lastWord( lines: WithWords, before: number ): number | undefined {
	for ( let index = before - 1; index >= 0; index-- ) {
		const { ids } = lines[ index ] as TracedLine;
		if ( ids.length ) {
			return ids[ ids.length - 1 ];
		}
	}
	return undefined;
}

/** The first word from a line on. */
export function firstWord( lines: WithWords, from: number ): number | undefined {
	for ( let index = from; index < lines.length; index++ ) {
		const { ids } = lines[ index ] as TracedLine;
		if ( ids.length ) {
			return ids[ 0 ];
		}
	}
	return undefined;
}

/**
 * The last word before each line and the first one after it, in one pass.
 *
 * @param lines
 * @param left the word before them all
 * @param right the word after them all
 * @return gives the two words for the index of a line
 */
export function wordsBeside(
	lines: WithWords, left: number, right: number
): ( index: number ) => [ number, number ] {
	const before = new Int32Array( lines.length );
	const after = new Int32Array( lines.length );
	let word = left;
	lines.forEach( ( { ids }, index ) => {
		before[ index ] = word;
		word = ids[ ids.length - 1 ] ?? word;
	} );
	word = right;
	for ( let index = lines.length - 1; index >= 0; index-- ) {
		after[ index ] = word;
		word = ( lines[ index ] as WithWords[ number ] ).ids[ 0 ] ?? word;
	}
	return ( index ) => [ before[ index ] as number, after[ index ] as number ];
}
