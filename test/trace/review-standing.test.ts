import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { reviewStates, type ReviewState } from '../../src/trace/review-standing';
import type { AskedChange } from '../../src/trace/followed-changes';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';

const RULES = 'Members must ask the council before they build anything on the common meadow.';
const ADVISED = 'The council answers in writing within fourteen days and gives its reasons.';
const OTHER = 'Visitors leave their bicycles beside the northern gate of the orchard.';
const WITH = `${ RULES }\n\n${ ADVISED }`;

type Step = string | null | [ page: string, text: string | null ];

/** Revisions are 100, 101, …; the change is the second of them, unless it is said otherwise. */
function stateAt(
	revision: number, steps: Step[], changes: AskedChange[] = [ { key: 'a', base: 100, last: 101 } ]
): ReviewState | undefined {
	const trace = new Trace();
	steps.forEach( ( step, index ) => {
		const [ page, text ] = Array.isArray( step ) ? step : [ 'P', step ];
		trace.add( { revid: 100 + index, page, text } );
	} );
	return finish( reviewStates( trace, [ { key: 'r', revision, changes } ] ) ).get( 'r' );
}

describe( 'a review', () => {
	it( 'holds while its words stay, whatever happens around them', () => {
		expect( stateAt( 101, [ RULES, WITH ] ) ).toBe( 'holds' );
		expect( stateAt( 101, [ RULES, WITH, `${ OTHER }\n\n${ ADVISED } ${ OTHER }` ] ) ).toBe( 'holds' );
	} );

	it( 'lapses when one of its words is taken away or replaced', () => {
		expect( stateAt( 101, [ RULES, WITH, RULES ] ) ).toBe( 'lapsed' );
		expect( stateAt( 101, [ RULES, WITH, WITH.replace( 'fourteen', 'twenty' ) ] ) ).toBe( 'lapsed' );
	} );

	it( 'lapses when a word comes between its words', () => {
		expect( stateAt( 101, [ RULES, WITH, WITH.replace( 'answers', 'never answers' ) ] ) ).toBe( 'lapsed' );
	} );

	it( 'holds again when the edit that changed its words is undone', () => {
		expect( stateAt( 101, [ RULES, WITH, RULES, WITH ] ) ).toBe( 'holds' );
	} );

	it( 'holds for the words that stood when it was made, not for those of the change', () => {
		const later = WITH.replace( 'fourteen', 'twenty' );
		expect( stateAt( 102, [ RULES, WITH, later ] ) ).toBe( 'holds' );
		// Then the words came back that the reviewer had not seen.
		expect( stateAt( 102, [ RULES, WITH, later, WITH ] ) ).toBe( 'lapsed' );
	} );

	it( 'lapses when words come back that it saw removed', () => {
		const change = [ { key: 'a', base: 100, last: 101 } ];
		expect( stateAt( 101, [ WITH, RULES, `${ RULES } ${ OTHER }` ], change ) ).toBe( 'holds' );
		expect( stateAt( 101, [ WITH, RULES, WITH ], change ) ).toBe( 'lapsed' );
	} );

	it( 'does not hold for what was applied later', () => {
		const both = [ { key: 'a', base: 100, last: 101 }, { key: 'b', base: 101, last: 102 } ];
		const steps = [ RULES, WITH, `${ WITH }\n\n${ OTHER }` ];
		expect( stateAt( 101, steps, both ) ).toBe( 'lapsed' );
		expect( stateAt( 102, steps, both ) ).toBe( 'holds' );
		expect( stateAt( 100, steps ) ).toBe( 'lapsed' );
	} );

	it( 'follows its words to another page', () => {
		expect( stateAt( 101, [ RULES, WITH, RULES, [ 'Q', `${ OTHER }\n\n${ ADVISED }` ] ] ) ).toBe( 'holds' );
		expect( stateAt( 101, [ RULES, WITH, RULES, [ 'Q', ADVISED.replace( 'its', 'no' ) ] ] ) ).toBe( 'lapsed' );
	} );

	it( 'is unknown where words are on a page that was not looked at, or a revision is missing', () => {
		expect( stateAt( 102, [ RULES, WITH, [ 'Q', OTHER ] ] ) ).toBe( 'unknown' );
		expect( stateAt( 101, [ RULES, null, WITH ] ) ).toBe( 'unknown' );
		expect( stateAt( 102, [ RULES, WITH, null ] ) ).toBe( 'unknown' );
		expect( stateAt( 999, [ RULES, WITH ] ) ).toBe( 'unknown' );
		expect( stateAt( 101, [ RULES, WITH ], [] ) ).toBe( 'unknown' );
		expect( stateAt( 101, [ RULES, WITH ], [ { key: 'a', base: 100, last: 101 }, { key: 'b', base: 1, last: 2 } ] ) )
			.toBe( 'unknown' );
	} );

	it( 'holds for today’s revision, whatever the history', () => {
		const sentence = fc.constantFrom( RULES, ADVISED, OTHER, '' );
		const text = fc.array( sentence, { maxLength: 5 } ).map( ( lines ) => lines.join( '\n' ) );
		fc.assert( fc.property( fc.array( text, { minLength: 2, maxLength: 7 } ), ( steps ) => {
			expect( stateAt( 99 + steps.length, steps ) ).toBe( 'holds' );
		} ) );
	} );
} );
