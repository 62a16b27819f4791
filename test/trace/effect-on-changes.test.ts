import { describe, expect, it } from 'vitest';
import { effectOnChanges, type AskedEffect, type EffectOnChanges } from '../../src/trace/effect-on-changes';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';

const RULES = 'Members must ask the council before they build anything on the common meadow.';
const ADVISED = 'The council answers in writing within fourteen days and gives its reasons.';
const OTHER = 'Visitors leave their bicycles beside the northern gate of the orchard.';

type Step = string | null | [ page: string, text: string | null ];

function effect( steps: Step[], asked: AskedEffect ): EffectOnChanges {
	const trace = new Trace();
	steps.forEach( ( step, index ) => {
		const [ page, text ] = Array.isArray( step ) ? step : [ 'P', step ];
		trace.add( { revid: 100 + index, page, text } );
	} );
	return finish( effectOnChanges( trace, asked ) );
}

/** The change that put the advised sentence in. */
const advice = { key: 'a', base: 100, last: 101 };
const withAdvice = `${ RULES }\n\n${ ADVISED }\n\n${ OTHER }`;
const without = `${ RULES }\n\n${ OTHER }`;

describe( 'the effect of an edit on the words of changes', () => {
	it( 'names words that it removed, and how many of them stand today', () => {
		const gone = effect( [ without, withAdvice, withAdvice.replace( ' within fourteen days', '' ) ],
			{ base: 101, last: 102, changes: [ advice ] } );
		expect( gone ).toMatchObject( {
			known: true,
			within: [],
			changes: [ { key: 'a', removed: [ 'within fourteen days' ], removedWords: 3, standing: 0, restoredWords: 0, movedWords: 0 } ]
		} );
		const back = effect( [ without, withAdvice, without, withAdvice ],
			{ base: 101, last: 102, changes: [ advice ] } );
		expect( back.changes )
			.toMatchObject( [ { removed: [ ADVISED ], removedWords: 12, standing: 12 } ] );
	} );

	it( 'names words that it brought back', () => {
		expect( effect( [ without, withAdvice, without, withAdvice ],
			{ base: 102, last: 103, changes: [ advice ] } ).changes )
			.toMatchObject( [ { restored: [ ADVISED ], restoredWords: 12, removedWords: 0 } ] );
	} );

	it( 'names words that it moved', () => {
		const moved = effect(
			[ without, withAdvice, `${ ADVISED }\n\n${ RULES }\n\n${ OTHER }` ],
			{ base: 101, last: 102, changes: [ advice, { key: 'b', base: null, last: 100 } ] }
		);
		// Which of two sentences changed places with the other cannot be told from the text.
		expect( moved.changes ).toHaveLength( 1 );
		expect( moved.changes[ 0 ]?.movedWords ).toBeGreaterThan( 11 );
		expect( moved.changes[ 0 ] ).toMatchObject( { removedWords: 0, restoredWords: 0 } );
	} );

	it( 'names words that a change had removed and it brought back', () => {
		expect( effect( [ withAdvice, without, withAdvice ],
			{ base: 101, last: 102, changes: [ { key: 'a', base: 100, last: 101 } ] } ).changes )
			.toMatchObject( [ { undone: [ ADVISED ], undoneWords: 12, restoredWords: 0 } ] );
	} );

	it( 'leaves out changes whose words it left alone', () => {
		expect( effect( [ without, withAdvice, `${ withAdvice } More of it.` ],
			{ base: 101, last: 102, changes: [ advice ] } ) )
			.toEqual( { known: true, changes: [], within: [] } );
	} );

	it( 'tells of which changes the edit is a part, and which it contains', () => {
		const steps = [ without, withAdvice, `${ withAdvice } One.`, `${ withAdvice } One. Two.`, [ 'Q', ADVISED ] as const ]
			.map( ( step ): Step => typeof step === 'string' ? step : [ ...step ] );
		const changes = [
			{ key: 'whole', base: 100, last: 103 }, { key: 'part', base: 101, last: 102 },
			{ key: 'later', base: 102, last: 103 }, { key: 'elsewhere', base: null, last: 104 }
		];
		expect( effect( steps, { base: 101, last: 102, changes } ).within ).toEqual( [ 'whole', 'part' ] );
		expect( effect( steps, { base: 101, last: 103, changes } ).within ).toEqual( [ 'whole', 'part', 'later' ] );
	} );

	it( 'counts only the words that a change names', () => {
		expect( effect( [ without, withAdvice, without ], {
			base: 101, last: 102, changes: [ { ...advice, inserted: [ { exact: 'in writing' } ], removed: [] } ]
		} ).changes ).toMatchObject( [ { removed: [ 'in writing' ], removedWords: 2 } ] );
	} );

	it( 'says that nothing is known where a revision of the edit is missing', () => {
		const unknown = { known: false, changes: [], within: [] };
		const changes = [ advice ];
		expect( effect( [ without, withAdvice, null ], { base: 101, last: 102, changes } ) )
			.toEqual( unknown );
		expect( effect( [ without, withAdvice ], { base: 101, last: 999, changes } ) )
			.toEqual( unknown );
		expect( effect( [ without, [ 'Q', OTHER ] ], { base: 100, last: 101, changes: [] } ) ).toEqual( unknown );
	} );

	it( 'leaves out a change of which a revision is missing', () => {
		const asked = { base: 101, last: 102, changes: [ advice ] };
		expect( effect( [ null, withAdvice, without ], asked ) )
			.toEqual( { known: true, changes: [], within: [] } );
	} );
} );
