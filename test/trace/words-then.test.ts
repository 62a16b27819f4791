import { describe, expect, it } from 'vitest';
import { joinThen } from '../../src/account/words-then';
import { followChanges } from '../../src/trace/follow-changes';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';
import { wordsThen, type WordsThen } from '../../src/trace/words-then';

const RULES = 'Members must ask the council before they build anything on the common meadow.';
const ADVISED = 'The council answers in writing within fourteen days and gives its reasons.';
const OTHER = 'Visitors leave their bicycles beside the northern gate of the orchard.';

const without = `${ RULES }\n\n${ OTHER }`;
const withAdvice = `${ RULES }\n\n${ ADVISED }\n\n${ OTHER }`;
const shorter = withAdvice.replace( ' within fourteen days', '' );
const longer = `${ shorter }\n\nNobody climbs ladders after dusk.`;

const first = { key: 'a', base: 100, last: 101 };
const second = { key: 'b', base: 102, last: 103 };

const story = [ without, withAdvice, shorter, longer, OTHER ];

function then( revision: number, texts: ( string | null )[] = story ): WordsThen {
	const trace = new Trace();
	texts.forEach( ( text, index ) => trace.add( { revid: 100 + index, page: 'P', text } ) );
	return finish( wordsThen( trace, { revision, changes: [ first, second ] } ) );
}

describe( 'the words of an old revision', () => {
	it( 'go back to what had been applied by then, as far as they stood', () => {
		expect( then( 100 ) ).toMatchObject( { known: true, changes: [] } );
		expect( then( 101 ) ).toMatchObject( { known: true, changes: [ { key: 'a', words: 12, passages: [ ADVISED ] } ] } );
		expect( then( 102 ).changes ).toEqual( [
			{ key: 'a', words: 9, passages: [ 'The council answers in writing and gives its reasons.' ] }
		] );
		expect( then( 103 ).changes.map( ( { key, words } ) => [ key, words ] ) ).toEqual( [ [ 'a', 9 ], [ 'b', 5 ] ] );
		expect( then( 104 ).changes ).toEqual( [ 'a', 'b' ].map( ( key ) => ( { key, words: 0, passages: [] } ) ) );
	} );

	it( 'do not go back to a later change that brought them back', () => {
		// Here the second change restores what the first revision had.
		expect( then( 100, [ longer, without, without, longer ] ).changes ).toEqual( [] );
	} );

	it( 'are those that a trace of no more than this would have told', () => {
		for ( const [ last, revision ] of [ 100, 101, 102, 103, 104 ].entries() ) {
			const { state } = then( revision );
			const trace = new Trace();
			story.slice( 0, last + 1 ).forEach( ( text, index ) => trace.add( { revid: 100 + index, page: 'P', text } ) );
			const made = [ first, second ].filter( ( { last: by } ) => by <= revision );
			const [ page ] = finish( followChanges( trace, made ) ).pages;
			expect( { ...state, page: 'P', sections: page?.sections } ).toEqual( page );
		}
		expect( then( 104 ).state?.removed ).toEqual( [] );
	} );

	it( 'have those beside them that advice had removed by then', () => {
		const texts = [ without, OTHER, `${ RULES }\n\n${ OTHER }` ];
		const taken = { key: 't', base: 100, last: 101 };
		const stateOf = ( revision: number ): WordsThen[ 'state' ] => {
			const trace = new Trace();
			texts.forEach( ( text, index ) => trace.add( { revid: 100 + index, page: 'P', text } ) );
			return finish( wordsThen( trace, { revision, changes: [ taken ] } ) ).state;
		};
		expect( stateOf( 100 )?.removed ).toEqual( [] );
		expect( stateOf( 101 )?.removed ).toEqual( [ { key: 't', text: RULES, after: -1 } ] );
		expect( stateOf( 102 )?.removed ).toEqual( [] );
	} );

	it( 'are not known where the revision, or an earlier change, cannot be read', () => {
		expect( then( 999 ).known ).toBe( false );
		expect( then( 101, [ without, null, shorter, longer ] ).known ).toBe( false );
		expect( then( 103, [ null, withAdvice, shorter, longer ] ) )
			.toMatchObject( { known: false, changes: [ { key: 'b', words: 5 } ] } );
		// What came later does not matter.
		expect( then( 101, [ without, withAdvice, shorter, null ] ).known ).toBe( true );
	} );

	it( 'are counted for each piece of advice, whatever it took', () => {
		const joined = joinThen( { known: true, state: null, changes: [
			{ key: 'e/a#0', words: 2, passages: [ 'x y' ] },
			{ key: 'e/b#0', words: 1, passages: [ 'z' ] },
			{ key: 'e/a#1', words: 1, passages: [ 'w' ] }
		] } );
		expect( [ ...joined.items ] ).toEqual( [
			[ 'e/a', { words: 3, passages: [ 'x y', 'w' ] } ], [ 'e/b', { words: 1, passages: [ 'z' ] } ]
		] );
	} );
} );
