import { describe, expect, it } from 'vitest';
import { kindsOf, type MarkKind } from '../../src/reader/marks-kinds';
import { passagesOf, runsOf } from '../../src/reader/marks-runs';
import type { LocatedPieces } from '../../src/trace/locate-words';

describe( 'the kind of a word', () => {
	const relations = new Map( [
		[ 'a/1#0', 'derived' ], [ 'a/1#1', 'quoted' ], [ 'b/1#0', 'influenced' ], [ 'c/1#0', undefined ]
	] as const );

	it( 'names each item once, with the closest link to the advice', () => {
		expect( kindsOf( [ [], [ 'a/1#0', 'a/1#1' ], [ 'b/1#0', 'a/1#0' ], [ 'c/1#0' ], [ 'c/1#0', 'b/1#0' ], [ 'x#0' ] ], relations ) )
			.toEqual( [
				null,
				{ style: 'quoted', items: [ 'a/1' ] },
				{ style: 'derived', items: [ 'b/1', 'a/1' ] },
				{ style: 'unstated', items: [ 'c/1' ] },
				{ style: 'influenced', items: [ 'c/1', 'b/1' ] },
				{ style: 'unstated', items: [ 'x' ] }
			] );
	} );

	it( 'is one object where groups tell the same', () => {
		const [ , one, other, third ] = kindsOf( [ [], [ 'a/1#1' ], [ 'a/1#1', 'a/1#0' ], [ 'a/1#0' ] ], relations );
		expect( one ).toBe( other );
		expect( one ).not.toBe( third );
	} );
} );

const A: MarkKind = { style: 'quoted', items: [ 'a' ] };
const B: MarkKind = { style: 'derived', items: [ 'b' ] };
const kinds: Record<string, MarkKind | null> = { a: A, b: B, '.': null };

type Page = Parameters<typeof runsOf>[ 2 ];

/** `pieces`: shown word, from, to, word of the wikitext. */
function located( pieces: [ number, number, number, number ][] ): LocatedPieces {
	const column = ( at: number ): Int32Array => Int32Array.from(
		pieces, ( piece ) => piece[ at ] as number
	);
	return { rendered: column( 0 ), from: column( 1 ), to: column( 2 ), word: column( 3 ) };
}

/** Whole words of two letters, one shown for each of the wikitext. */
function whole( numbers: number[] ): LocatedPieces {
	return located( numbers.map( ( number ) => [ number, 0, 2, number ] ) );
}

function page( count: number, parted: number[] = [], blockStarts: number[] = [ 0 ] ): Page {
	return {
		texts: new Array<string>( count ).fill( 'xy' ),
		blockStarts,
		joins: ( word ) => !parted.includes( word )
	};
}

function kindsIn( pattern: string ): ( word: number ) => MarkKind | null {
	return ( word ) => kinds[ pattern.charAt( word ) ] ?? null;
}

function runs( pattern: string, pieces: LocatedPieces, shown: Page ): string[] {
	return runsOf( pieces, kindsIn( pattern ), shown )
		.map( ( { kind, first, from, last, to, word } ) => `${ kind.items[ 0 ] } ${ first }.${ from }-${ last }.${ to } w${ word }` );
}

describe( 'runs', () => {
	it( 'go on over words of one kind', () => {
		expect( runs( 'aa.ab', whole( [ 0, 1, 2, 3, 4 ] ), page( 5 ) ) )
			.toEqual( [ 'a 0.0-1.2 w0', 'a 3.0-3.2 w3', 'b 4.0-4.2 w4' ] );
	} );

	it( 'end where something stands between', () => {
		expect( runs( 'aaa', whole( [ 0, 1, 2 ] ), page( 3, [ 1 ] ) ) )
			.toEqual( [ 'a 0.0-1.2 w0', 'a 2.0-2.2 w2' ] );
	} );

	it( 'end at words that come from elsewhere', () => {
		expect( runs( 'aaa', whole( [ 0, 2 ] ), page( 3 ) ) )
			.toEqual( [ 'a 0.0-0.2 w0', 'a 2.0-2.2 w2' ] );
	} );

	it( 'take parts of shown words', () => {
		// `[[link]]trail` is shown as one word that comes from two.
		expect( runs( 'ab', located( [ [ 0, 0, 1, 0 ], [ 0, 1, 2, 1 ] ] ), page( 1 ) ) )
			.toEqual( [ 'a 0.0-0.1 w0', 'b 0.1-0.2 w1' ] );
		expect( runs( 'aa', located( [ [ 0, 0, 1, 0 ], [ 0, 1, 2, 1 ] ] ), page( 1 ) ) )
			.toEqual( [ 'a 0.0-0.2 w0' ] );
		expect( runs( 'aaa', located( [ [ 0, 0, 1, 0 ], [ 1, 1, 2, 1 ], [ 2, 0, 2, 2 ] ] ), page( 3 ) ) )
			.toEqual( [ 'a 0.0-0.1 w0', 'a 1.1-2.2 w1' ] );
	} );

	it( 'are none where nothing is located', () => {
		expect( runs( 'aa', whole( [] ), page( 2 ) ) ).toEqual( [] );
	} );
} );

describe( 'passages', () => {
	const lengths = (
		pattern: string, shown: Page, numbers = [ ...pattern ].map( ( _, i ) => i )
	): number[] => passagesOf( runsOf( whole( numbers ), kindsIn( pattern ), shown ), shown )
		.map( ( passage ) => passage.length );

	it( 'go on over what stands between words', () => {
		expect( lengths( 'aaaa', page( 4, [ 0, 2 ] ) ) ).toEqual( [ 3 ] );
	} );

	it( 'end with the paragraph', () => {
		expect( lengths( 'aaaa', page( 4, [ 1 ], [ 0, 2 ] ) ) ).toEqual( [ 1, 1 ] );
	} );

	it( 'end at other words, and at words of another kind', () => {
		expect( lengths( 'a.ab', page( 4 ) ) ).toEqual( [ 1, 1, 1 ] );
		expect( lengths( 'aaa', page( 4 ), [ 0, 2 ] ) ).toEqual( [ 1, 1 ] );
	} );
} );
