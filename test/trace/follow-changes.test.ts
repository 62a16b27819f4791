import { describe, expect, it } from 'vitest';
import { followChanges } from '../../src/trace/follow-changes';
import type { AskedChange, FollowedChanges } from '../../src/trace/followed-changes';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';

const RULES = 'Members must ask the council before they build anything on the common meadow.';
const ADVISED = 'The council answers in writing within fourteen days and gives its reasons.';
const OTHER = 'Visitors leave their bicycles beside the northern gate of the orchard.';

type Step = string | null | [ page: string, text: string | null ];

function follow( steps: Step[], ...asked: AskedChange[] ): FollowedChanges {
	const trace = new Trace();
	steps.forEach( ( step, index ) => {
		const [ page, text ] = Array.isArray( step ) ? step : [ 'P', step ];
		trace.add( { revid: 100 + index, page, text } );
	} );
	return finish( followChanges( trace, asked ) );
}

/** Today's words that go back to a change. */
function wordsOf( { pages }: FollowedChanges, key: string ): string {
	return pages.flatMap( ( { text, starts, ends, groupOf, groups } ) => [ ...groupOf ]
		.map( ( group, index ) => groups[ group ]?.includes( key ) ?
			text.slice( starts[ index ], ends[ index ] ) : '' )
		.filter( Boolean ) ).join( ' ' );
}

const bare = ( text: string ): string => text.replace( /[.\n]/g, '' );

describe( 'following changes', () => {
	it( 'gives the words of today that go back to each change, and what became of it', () => {
		const followed = follow(
			[ RULES, `${ RULES }\n\n${ ADVISED }`, `${ RULES }\n\n${ ADVISED.replace( 'fourteen', 'twenty' ) }` ],
			{ key: 'a', base: 100, last: 101 },
			{ key: 'b', base: 101, last: 102 }
		);
		expect( wordsOf( followed, 'a' ) ).toBe( bare( ADVISED ).replace( 'fourteen ', '' ) );
		expect( wordsOf( followed, 'b' ) ).toBe( 'twenty' );
		expect( followed.changes ).toMatchObject( [
			{
				key: 'a', state: 'edited', inserted: 12, standing: 11,
				takenBy: [ { revid: 102, words: 1, perhaps: [] } ]
			},
			{ key: 'b', state: 'intact', inserted: 1, removed: 1, absent: 1 }
		] );
	} );

	it( 'names all changes of a word that two ask about', () => {
		const followed = follow( [ RULES, `${ RULES } ${ ADVISED }` ],
			{ key: 'a', base: 100, last: 101 }, { key: 'b', base: 100, last: 101 } );
		expect( followed.pages[ 0 ]?.groups ).toEqual( [ [], [ 'a' ], [ 'a', 'b' ] ] );
		expect( wordsOf( followed, 'a' ) ).toBe( bare( ADVISED ) );
		expect( wordsOf( followed, 'b' ) ).toBe( bare( ADVISED ) );
	} );

	it( 'counts only the words that a change names', () => {
		const followed = follow( [ RULES, `${ RULES } ${ ADVISED } ${ OTHER }` ], {
			key: 'a', base: 100, last: 101, inserted: [ { exact: 'in writing' }, { exact: 'nowhere' } ]
		} );
		expect( wordsOf( followed, 'a' ) ).toBe( 'in writing' );
		expect( followed.changes[ 0 ] ).toMatchObject( { inserted: 2, standing: 2 } );
	} );

	it( 'counts nothing where the named words are withheld', () => {
		const followed = follow( [ RULES, `${ RULES } ${ ADVISED }` ],
			{ key: 'a', base: 100, last: 101, inserted: [] } );
		expect( wordsOf( followed, 'a' ) ).toBe( '' );
	} );

	it( 'takes a quoted phrase with words that stood there before', () => {
		const followed = follow( [ RULES, RULES.replace( 'must ask', 'must always first ask' ) ],
			{ key: 'a', base: 100, last: 101, inserted: [ { exact: 'must always first ask' } ] } );
		expect( wordsOf( followed, 'a' ) ).toBe( 'always first' );
	} );

	it( 'tells equal phrases apart by their context, and takes both where there is none', () => {
		const twice = `${ RULES.replace( 'ask', 'always ask' ) }\n\n${ OTHER.replace( 'leave', 'always leave' ) }`;
		const steps = [ `${ RULES }\n\n${ OTHER }`, twice ];
		const change = { key: 'a', base: 100, last: 101 };
		expect( wordsOf( follow( steps, { ...change, inserted: [ { exact: 'always' } ] } ), 'a' ) )
			.toBe( 'always always' );
		const second = follow( steps, { ...change, inserted: [ { exact: 'always', prefix: 'Visitors' } ] } );
		const [ page ] = second.pages;
		const marked = [ ...page?.groupOf || [] ].findIndex( Boolean );
		expect( page?.text.slice( page.starts[ marked ], page.ends[ marked + 1 ] ) ).toBe( 'always leave' );
	} );

	it( 'gives removed words with the place where they stood, as long as they are away', () => {
		const steps = [ `${ RULES } ${ ADVISED } ${ OTHER }`, `${ RULES } ${ OTHER }` ];
		const change = { key: 'a', base: 100, last: 101 };
		const [ page ] = follow( steps, change ).pages;
		const after = bare( RULES ).split( ' ' ).length - 1;
		expect( page?.removed ).toEqual( [ { key: 'a', text: ADVISED, after } ] );
		const [ restored ] = follow( [ ...steps, steps[ 0 ] as string ], change ).pages;
		expect( restored?.removed ).toEqual( [] );
	} );

	it( 'puts what stood at the beginning before the first word', () => {
		const [ page ] = follow( [ `${ ADVISED }\n\n${ RULES }`, RULES ], { key: 'a', base: 100, last: 101 } ).pages;
		expect( page?.removed ).toEqual( [ { key: 'a', text: ADVISED, after: -1 } ] );
	} );

	it( 'leaves out removed words of a page of which nothing stands', () => {
		const [ page ] = follow( [ ADVISED, OTHER ], { key: 'a', base: 100, last: 101 } ).pages;
		expect( page?.removed ).toEqual( [] );
	} );

	it( 'knows words in another section, and on another page', () => {
		const first = `== One ==\n${ RULES }\n\n== Two ==\n${ OTHER }`;
		const put = `== One ==\n${ RULES }\n\n${ ADVISED }\n\n== Two ==\n${ OTHER }`;
		const moved = `== One ==\n${ RULES }\n\n== Two ==\n${ OTHER }\n\n${ ADVISED }`;
		const change = { key: 'a', base: 100, last: 101 };
		expect( follow( [ first, put, moved ], change ).changes[ 0 ] )
			.toMatchObject( { state: 'moved', standing: 12, elsewhere: 12 } );
		const followed = follow( [ first, put, first, [ 'Q', `== Three ==\n${ ADVISED }` ] ], change );
		expect( followed.changes[ 0 ] ).toMatchObject( { state: 'moved', elsewhere: 12 } );
		expect( followed.pages[ 1 ]?.groupOf ).toContain( 1 );
		expect( followed.pages[ 0 ]?.sections.map( ( { heading } ) => heading ) )
			.toEqual( [ null, 'One', 'Two' ] );
	} );

	it( 'gives the sections of today with their words', () => {
		const { pages } = follow( [ `Lead words.\n== One ==\n${ RULES }\n=== Two ===\nEnd.` ] );
		expect( pages[ 0 ]?.sections ).toEqual( [
			{ heading: null, level: 0, from: 0, to: 2 },
			{ heading: 'One', level: 2, from: 2, to: 16 },
			{ heading: 'Two', level: 3, from: 16, to: 18 }
		] );
	} );

	it( 'is unknown where a revision is missing, of another page or not there', () => {
		const states = follow(
			[ RULES, null, `${ RULES } ${ ADVISED }`, [ 'Q', OTHER ] ],
			{ key: 'missing', base: 100, last: 101 },
			{ key: 'after', base: 101, last: 102 },
			{ key: 'other page', base: 102, last: 103 },
			{ key: 'nowhere', base: 102, last: 999 },
			{ key: 'known', base: 100, last: 102 }
		).changes.map( ( { key, state } ) => [ key, state ] );
		expect( states ).toEqual( [
			[ 'missing', 'unknown' ], [ 'after', 'unknown' ], [ 'other page', 'unknown' ],
			[ 'nowhere', 'unknown' ], [ 'known', 'intact' ]
		] );
	} );
} );
