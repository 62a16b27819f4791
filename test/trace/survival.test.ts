import { describe, expect, it } from 'vitest';
import { survivalOf, type Survival } from '../../src/trace/survival';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';
import { readLives } from '../../src/trace/word-lives';
import { effectOf } from './histories';

const RULES = 'Members must ask the council before they build anything on the common meadow.';
const ADVISED = 'The council answers in writing within fourteen days and gives its reasons.';
const OTHER = 'Visitors leave their bicycles beside the northern gate of the orchard.';

type Step = string | null | [ page: string, text: string | null ];

function traceOf( steps: Step[] ): Trace {
	const trace = new Trace();
	steps.forEach( ( step, index ) => {
		const [ page, text ] = Array.isArray( step ) ? step : [ 'P', step ];
		trace.add( { revid: 100 + index, page, text } );
	} );
	return trace;
}

function survival(
	steps: Step[], last: number, base: number | null,
	isElsewhere: ( id: number ) => boolean = () => false
): Survival {
	const trace = traceOf( steps );
	return survivalOf( effectOf( trace, base, last ), finish( readLives( trace ) ), isElsewhere );
}

function texts( trace: Trace, ids: Int32Array | undefined ): string {
	return [ ...ids || [] ].map( ( id ) => trace.textOf( id ) ).join( ' ' );
}

describe( 'the effect of a change', () => {
	it( 'tells inserted, removed and moved words apart', () => {
		const trace = traceOf( [
			`${ RULES }\n\n${ OTHER }`,
			`${ OTHER }\n\n${ RULES.replace( 'must ask', 'should always ask' ) }`
		] );
		const effect = effectOf( trace, 0, 1 );
		expect( texts( trace, effect?.inserted ) ).toBe( 'should always' );
		expect( texts( trace, effect?.removed ) ).toBe( 'must' );
		expect( texts( trace, effect?.moved ) ).toBe( OTHER.replace( '.', '' ) );
		expect( texts( trace, effect?.restored ) ).toBe( '' );
	} );

	it( 'tells what came back', () => {
		const trace = traceOf( [ `${ RULES } ${ OTHER }`, RULES, `${ RULES } ${ OTHER }` ] );
		const effect = effectOf( trace, 1, 2 );
		expect( texts( trace, effect?.restored ) ).toBe( OTHER.replace( '.', '' ) );
		expect( effect?.inserted ).toHaveLength( 0 );
	} );

	it( 'counts only what a run of revisions left behind', () => {
		const steps = [ RULES, `${ RULES } ${ OTHER }`, `${ RULES } ${ ADVISED }` ];
		const trace = traceOf( steps );
		const effect = effectOf( trace, 0, 2 );
		expect( texts( trace, effect?.inserted ) ).toBe( ADVISED.replace( '.', '' ) );
		expect( effect?.removed ).toHaveLength( 0 );
	} );

	it( 'takes all words of the first revision of a page as inserted', () => {
		const trace = traceOf( [ RULES ] );
		const effect = effectOf( trace, null, 0 );
		expect( texts( trace, effect?.inserted ) ).toBe( RULES.replace( '.', '' ) );
	} );

	it( 'is unknown where a revision is missing', () => {
		const trace = traceOf( [ RULES, null, `${ RULES } ${ OTHER }` ] );
		expect( effectOf( trace, 0, 1 ) ).toBeNull();
		expect( effectOf( trace, 1, 2 ) ).toBeNull();
		expect( effectOf( trace, 0, 2 ) ).not.toBeNull();
	} );

	it( 'is unknown between two pages', () => {
		const trace = traceOf( [ RULES, [ 'Q', `${ RULES } ${ OTHER }` ] ] );
		expect( effectOf( trace, 0, 1 ) ).toBeNull();
	} );
} );

describe( 'survival', () => {
	const words = ADVISED.split( ' ' ).length;
	const before = RULES;
	const after = `${ RULES }\n\n${ ADVISED }`;

	it( 'is intact while all words stand', () => {
		expect( survival( [ before, after, `${ OTHER }\n\n${ after }` ], 1, 0 ) ).toEqual( {
			state: 'intact', inserted: words, standing: words, elsewhere: 0, takenBy: [],
			removed: 0, absent: 0, broughtBackBy: []
		} );
	} );

	it( 'is intact for a removal while the words are away', () => {
		expect( survival( [ after, before, `${ before } ${ OTHER }` ], 1, 0 ) ).toMatchObject( {
			state: 'intact', inserted: 0, removed: words, absent: words
		} );
	} );

	it( 'is edited when some words were rewritten, and says by which revisions', () => {
		const once = after.replace( 'fourteen', 'twenty' );
		const twice = once.replace( 'in writing ', '' );
		expect( survival( [ before, after, once, twice ], 1, 0 ) ).toMatchObject( {
			state: 'edited',
			standing: words - 3,
			takenBy: [
				{ revision: 3, words: 2, perhaps: [] }, { revision: 2, words: 1, perhaps: [] }
			]
		} );
	} );

	it( 'is mostly replaced when less than half stands', () => {
		const replaced = `${ RULES }\n\nThe council answers whenever somebody reminds it of them.`;
		const { state, standing } = survival( [ before, after, replaced ], 1, 0 );
		expect( standing ).toBe( 3 );
		expect( state ).toBe( 'mostly-replaced' );
	} );

	it( 'is gone when nothing stands, and intact again after a revert', () => {
		expect( survival( [ before, after, before ], 1, 0 ) ).toMatchObject( {
			state: 'gone', standing: 0, takenBy: [ { revision: 2, words, perhaps: [] } ]
		} );
		expect( survival( [ before, after, before, after ], 1, 0 ).state ).toBe( 'intact' );
	} );

	it( 'says that removed words came back, and with which revision', () => {
		expect( survival( [ after, before, OTHER, after ], 1, 0 ) ).toMatchObject( {
			state: 'came-back', removed: words, absent: 0,
			broughtBackBy: [ { revision: 3, words, perhaps: [] } ]
		} );
	} );

	it( 'is moved when most words stand in another section', () => {
		const steps = [ before, after, `${ ADVISED }\n\n${ RULES }` ];
		expect( survival( steps, 1, 0, () => true ).state ).toBe( 'moved' );
	} );

	it( 'follows words to another page', () => {
		const steps: Step[] = [
			[ 'P', before ], [ 'P', after ], [ 'P', before ], [ 'Q', `${ OTHER }\n\n${ ADVISED }` ]
		];
		expect( survival( steps, 1, 0 ) ).toMatchObject( { state: 'intact', standing: words } );
	} );

	it( 'of a cut is no return where the text was pasted before', () => {
		const steps: Step[] = [ [ 'P', after ], [ 'Q', ADVISED ], [ 'P', before ] ];
		expect( survival( steps, 2, 0 ) ).toMatchObject( { broughtBackBy: [], state: 'intact' } );
	} );

	it( 'is unknown where the change is', () => {
		expect( survival( [ before, null ], 1, 0 ).state ).toBe( 'unknown' );
	} );

	it( 'is not changed by a blanking that was undone, nor by a missing revision after it', () => {
		expect( survival( [ before, after, '', after, null, after ], 1, 0 ) )
			.toMatchObject( { state: 'intact', standing: words } );
	} );

	it( 'names the missing revisions that may have taken words or brought them back', () => {
		expect( survival( [ before, after, null, null, before ], 1, 0 ).takenBy )
			.toEqual( [ { revision: 4, words, perhaps: [ 3, 2 ] } ] );
		expect( survival( [ after, before, null, after ], 1, 0 ).broughtBackBy )
			.toEqual( [ { revision: 3, words, perhaps: [ 2 ] } ] );
	} );
} );
