import { describe, expect, it } from 'vitest';
import { scoreOverblame } from './score-overblame';
import type { TracedText } from './traced-text';

/** The last of some texts, all of it credited to one revision, or each word to its own. */
function credited( text: string, origins: number | number[] ): TracedText {
	const words = [ ...text.matchAll( /\S+/g ) ];
	return {
		text,
		starts: words.map( ( { index } ) => index ),
		ends: words.map( ( word ) => word.index + word[ 0 ].length ),
		origins: typeof origins === 'number' ? words.map( () => origins ) : origins
	};
}

const seven = 'one two three four five six seven';

describe( 'scoreOverblame', () => {
	it( 'calls words survivors that stood in the revision before', () => {
		const texts = [ seven, `${ seven } eight` ];
		expect( scoreOverblame( texts, credited( texts[ 1 ] as string, 1 ) ) ).toEqual( {
			words: 8, survivors: 7 / 8, restored: 0, copies: 0, missing: 0
		} );
	} );

	it( 'finds nothing where each word is credited to the revision that brought it', () => {
		const texts = [ seven, `${ seven } eight` ];
		const origins = [ 0, 0, 0, 0, 0, 0, 0, 1 ];
		expect( scoreOverblame( texts, credited( texts[ 1 ] as string, origins ) ) )
			.toMatchObject( { survivors: 0, restored: 0, copies: 0 } );
	} );

	it( 'calls words restored that stood earlier, but not in the revision before', () => {
		const texts = [ seven, 'gone', seven ];
		expect( scoreOverblame( texts, credited( seven, 2 ) ) )
			.toMatchObject( { survivors: 0, restored: 1, copies: 0 } );
	} );

	it( 'takes no account of missing revisions', () => {
		const texts = [ seven, null, seven ];
		expect( scoreOverblame( texts, credited( seven, 2 ) ) )
			.toMatchObject( { survivors: 1, restored: 0 } );
	} );

	it( 'calls words copies where they became more frequent', () => {
		const text = `${ seven }. And ${ seven }`;
		const origins = [ ...Array<number>( 7 ).fill( 0 ), ...Array<number>( 8 ).fill( 1 ) ];
		const score = scoreOverblame( [ seven, text ], credited( text, origins ) );
		expect( score ).toMatchObject( { words: 15, survivors: 0, restored: 0, copies: 7 / 15 } );
	} );

	it( 'lets the worst of several runs decide', () => {
		// "b c" was there once and is now twice, "c d" was there and is still.
		const texts = [ 'a b c d', 'x b c y a b c d' ];
		const score = scoreOverblame( texts, credited( texts[ 1 ] as string, 1 ), 2 );
		expect( score.words ).toBe( 8 );
		expect( score.survivors ).toBe( 4 / 8 );
		expect( score.copies ).toBe( 2 / 8 );
	} );

	it( 'minds case, but not punctuation', () => {
		const loud = seven.replace( 'four', 'FOUR' );
		expect( scoreOverblame( [ seven, loud ], credited( loud, 1 ) ).survivors ).toBe( 0 );
		const marked = seven.replace( 'four', '(four),' );
		const traced = { text: marked, starts: [ 0 ], ends: [ marked.length ], origins: [ 1 ] };
		expect( scoreOverblame( [ seven, marked ], traced ).survivors ).toBe( 1 );
	} );

	it( 'counts words that nothing covers', () => {
		const traced = { text: 'one two', starts: [ 0 ], ends: [ 3 ], origins: [ 0 ] };
		expect( scoreOverblame( [ 'one two' ], traced ) ).toMatchObject( { words: 1, missing: 1 } );
	} );

	it( 'has nothing to say of an empty text', () => {
		const traced = { text: '', starts: [], ends: [], origins: [] };
		expect( scoreOverblame( [ seven, '' ], traced ) )
			.toEqual( { words: 0, survivors: 0, restored: 0, copies: 0, missing: 0 } );
	} );
} );
