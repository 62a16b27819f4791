import { describe, expect, it } from 'vitest';
import { jsdiffTrace, myersTrace } from './rival-traces';
import { ourSections } from './our-sections';
import { ourTrace } from './our-trace';
import { scoreSections } from './score-sections';
import type { BenchHistory } from './bench-history';
import type { Engine, TracedText } from './traced-text';

function historyOf( ...texts: ( string | null )[] ): BenchHistory {
	return {
		name: 'small',
		revisions: texts.map( ( text, at ) => ( { revid: at + 1, page: '', text } ) ),
		truths: new Map(),
		sections: null
	};
}

/** The parts of a traced text with the numbers of their revisions. */
function partsOf( { text, starts, ends, origins }: TracedText ): string[] {
	return Array.from( starts, ( start, at ) => `${ text.slice( start, ends[ at ] ) }:${ origins[ at ] }` );
}

const engines: [ string, Engine ][] = [
	[ 'ours', ourTrace ], [ 'jsdiff', jsdiffTrace ], [ 'fast-myers-diff', myersTrace ]
];

describe.each( engines )( '%s', ( _, engine ) => {
	it( 'keeps origins of what stays, and credits the rest to the revision that brings it', () => {
		const history = historyOf(
			'Members must answer letters.', 'New members should answer all letters.',
			'New members should answer all letters. Nobody else may.'
		);
		const run = engine( history, Infinity );
		expect( run && partsOf( run.last ) ).toEqual( [
			'New:1', 'members:1', 'should:1', 'answer:0', 'all:1', 'letters:0', '.:0',
			'Nobody:2', 'else:2', 'may:2', '.:2'
		] );
		expect( run?.slowest ).toBeGreaterThan( 0 );
	} );

	it( 'shows every revision that has a text', () => {
		const seen: [ number, string ][] = [];
		const run = engine( historyOf( 'One.', null, 'One two.', '' ), Infinity, ( number, trace ) => seen.push( [ number, trace().text ] ) );
		expect( seen ).toEqual( [ [ 0, 'One.' ], [ 2, 'One two.' ], [ 3, '' ] ] );
		expect( run && partsOf( run.last ) ).toEqual( [] );
	} );

	it( 'covers every sign that is no white space', () => {
		const text = '== Häuser & \'\'Höfe\'\' ==\n* {{x|1}} – don’t… 漢字 👍';
		const run = engine( historyOf( text ), Infinity );
		const covered = partsOf( run?.last as TracedText )
			.map( ( part ) => part.replace( /:0$/, '' ) ).join( '' );
		expect( covered ).toBe( text.replace( /\s/g, '' ) );
	} );

	it( 'gives up when its time is over', () => {
		expect( engine( historyOf( 'One.', 'Two.' ), performance.now() - 1 ) ).toBeNull();
	} );
} );

describe( 'a blanked page that is restored', () => {
	const text = 'Members must answer every letter within a week.';
	const history = historyOf( text, '', text );
	const originsOf = ( engine: Engine ): number[] => {
		const run = engine( history, Infinity );
		return Array.from( run?.last.origins ?? [] );
	};

	it( 'belongs to whoever restored it where deleted words are forgotten', () => {
		expect( originsOf( jsdiffTrace ) ).toEqual( Array( 9 ).fill( 2 ) );
		expect( originsOf( myersTrace ) ).toEqual( Array( 9 ).fill( 2 ) );
	} );

	it( 'keeps its origins in ours', () => {
		expect( originsOf( ourTrace ) ).toEqual( Array( 9 ).fill( 0 ) );
	} );
} );

it( 'the section events of ours are rows as they are labelled', () => {
	const { revisions } = historyOf(
		'Intro.\n\n== Bans ==\nMembers may be banned by a vote of all others.',
		'Intro.\n\n== Blocks ==\nMembers may be banned by a vote of all others.'
	);
	expect( scoreSections( ourSections( revisions ), [
		{ revid: 2, kind: 'rename', from: 'Bans', to: 'Blocks' }
	] ) ).toEqual( { labelled: 1, found: 1, spurious: 0 } );
} );
