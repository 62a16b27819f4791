import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../src/trace/saved-format';
import { resumeTrace, saveTrace, type SavedTrace } from '../../src/trace/saved-trace';
import type { Trace } from '../../src/trace/trace';
import type { RevisionText, TracedLine } from '../../src/trace/types';
import { givenHistories, givenHistory, onePage, policyHistory, traceOf, wildHistories } from './histories';

/** As it comes back from the browser's database. */
function resumed( trace: Trace ): Trace {
	return resumeTrace( structuredClone( saveTrace( trace ) ) );
}

function told( { line, ids, marks }: TracedLine ): string {
	return `${ line.text }\n${ ids.join() }\n${ marks.join() }`;
}

/** All that a trace says, as texts: many words, but what differs is shown alone. */
function sayings( trace: Trace ): Record<string, string> {
	const { graph, marks } = trace.tracer;
	const ids = Array.from( { length: graph.types.length }, ( _, id ) => id );
	const says: Record<string, string> = {
		origins: ids.map( ( id ) => trace.originOf( id ) ).join(),
		texts: ids.map( ( id ) => graph.types.get( id ) === -1 ? '' : trace.textOf( id ) ).join(),
		identities: ids.map( ( id ) => trace.identityOf( id ) ).join(),
		others: ids.filter( ( id ) => graph.ties.has( id ) )
			.map( ( id ) => `${ id }: ${ trace.otherOrigins( id ).join() }` ).join( '; ' ),
		marks: Array.from( { length: marks.origins.length }, ( _, id ) => trace.originOfMark( id ) )
			.join()
	};
	trace.revisions.forEach( ( { removed, inserted, ...rest }, number ) => {
		says[ number ] = JSON.stringify( [ rest, removed.map( told ), inserted.map( told ) ] );
	} );
	for ( const page of trace.pages.keys() ) {
		const { text, starts, lines } = trace.stateOf( page );
		says[ `page ${ page }` ] = [ text, starts.join(), ...lines.map( told ) ].join( '\n' );
	}
	return says;
}

function firstDifference( a: Record<string, string>, b: Record<string, string> ): string | null {
	const name = [ ...new Set( [ ...Object.keys( a ), ...Object.keys( b ) ] ) ]
		.find( ( key ) => a[ key ] !== b[ key ] );
	return name === undefined ? null :
		[ name, a[ name ], b[ name ] ].map( ( text ) => String( text ).slice( 0, 500 ) ).join( '\n' );
}

/** Whether all that two traces keep is the same, but for scratch paper. */
function areSame( a: Trace, b: Trace ): boolean {
	const state = ( trace: Trace ): unknown => {
		const vocabulary = { ...trace.vocabulary, bits: null, bitsAt: null };
		const graph = { ...trace.tracer.graph, vocabulary };
		return {
			...trace, vocabulary,
			table: { ...trace.table, pieces: null, vocabulary },
			tracer: { ...trace.tracer, graph, runs: null, lines: null, passages: null }
		};
	};
	return isDeepStrictEqual( state( a ), state( b ) );
}

function expectSame( revisions: readonly RevisionText[], cuts: readonly number[] ): void {
	const expected = sayings( traceOf( revisions ) );
	for ( const cut of cuts ) {
		const trace = resumed( traceOf( revisions.slice( 0, cut ) ) );
		revisions.slice( cut ).forEach( ( revision ) => trace.add( revision ) );
		expect( firstDifference( sayings( trace ), expected ) ).toBeNull();
	}
}

describe( 'a trace that was resumed goes on as if it had never stopped', { timeout: 60_000 }, () => {
	it( 'in histories of several pages, whatever happens, wherever it stopped', () => {
		fc.assert( fc.property( wildHistories, fc.nat( 14 ), ( revisions, at ) => {
			const cut = Math.min( at, revisions.length );
			const fresh = traceOf( revisions.slice( 0, cut ) );
			const trace = resumed( fresh );
			expect( areSame( trace, fresh ) ).toBe( true );
			revisions.slice( cut ).forEach( ( revision ) => {
				trace.add( revision );
				fresh.add( revision );
			} );
			expect( areSame( trace, fresh ) ).toBe( true );
		} ), { numRuns: 150 } );
	} );

	it.each( [ 1, 2, 3 ] )( 'in a policy with vandalism and reverts (seed %i)', ( seed ) => {
		const revisions = policyHistory( seed );
		expectSame( revisions, [ 0, 1, 20, 30, 45, revisions.length - 1, revisions.length ] );
	} );

	it.each( givenHistories )( 'in the history %s', ( name ) => {
		const { revisions } = givenHistory( name );
		const { length } = revisions;
		const cuts = [ 1, Math.floor( length * 0.37 ), Math.floor( length / 2 ), length - 1 ];
		expectSame( revisions, cuts );
	} );

	it( 'when it is saved again and again', () => {
		const revisions = policyHistory( 4 );
		let trace = traceOf( [] );
		for ( const revision of revisions ) {
			trace = resumed( trace );
			trace.add( revision );
		}
		expect( firstDifference( sayings( trace ), sayings( traceOf( revisions ) ) ) ).toBeNull();
	} );

	it( 'with revisions of which it was said later where else they may come from', () => {
		const twice = 'Members of the committee answer within seven days.';
		const revisions = onePage(
			twice, '', `${ twice }\n\nOther words here.`, `Other words here.\n${ twice }\n`,
			'', `${ twice }\n${ twice }`, '', twice
		);
		expectSame( revisions, [ 1, 2, 3, 4, 5, 6, 7, 8 ] );
	} );

	it( 'after somebody asked for a page that is not there', () => {
		const trace = traceOf( onePage( 'One line.' ) );
		expect( trace.text( 'No such page' ) ).toBe( '' );
		trace.add( { revid: 2, page: '', text: 'Two lines.' } );
		expect( areSame( resumed( trace ), trace ) ).toBe( true );
	} );
} );

describe( 'what is saved of a trace', () => {
	it( 'is small: each line of text once, and a few bytes for each edit', () => {
		const text = policyHistory( 5, 1 )[ 0 ]!.text!;
		const texts = Array.from( { length: 1000 }, ( _, i ) => i % 2 ? `${ text }\nOdd.` : text );
		const { lines, edits } = saveTrace( traceOf( onePage( ...texts ) ) );
		const distinct = new Set( `${ text }\nOdd.`.split( '\n' ) );
		expect( lines ).toBe( [ ...distinct ].join( '\n' ) );
		expect( edits.length ).toBeLessThan( 10_000 );
	} );

	it( 'can be read by whoever takes JSON only', () => {
		const revisions = onePage( 'lone \ud800', '\udc00 surrogates' );
		const { words, edits, ...rest } = saveTrace( traceOf( revisions ) );
		const json = JSON.parse( JSON.stringify(
			{ ...rest, words: [ ...words ], edits: [ ...edits ] }
		) ) as SavedTrace;
		const trace = resumeTrace( {
			...json, words: Uint8Array.from( json.words ), edits: Uint8Array.from( json.edits )
		} );
		expect( trace.text( '' ) ).toBe( '\udc00 surrogates' );
	} );

	it( 'does not change when the trace goes on', () => {
		const trace = traceOf( policyHistory( 6, 5 ) );
		const saved = saveTrace( trace );
		const before = structuredClone( saved );
		trace.add( { revid: 99, page: '', text: 'Another text.' } );
		expect( saved ).toEqual( before );
	} );
} );

/** With a checksum as somebody would compute it who wants to do harm. */
function forged( saved: SavedTrace, parts: Partial<SavedTrace> ): SavedTrace {
	const spoilt = { ...saved, ...parts };
	return { ...spoilt, checksum: checksumOf( spoilt ) };
}

const passage = 'Whoever pastes a long passage before it is cut elsewhere only moves it with care.';
const sound = saveTrace( traceOf( [
	...policyHistory( 7, 12, 600 ),
	{ revid: 90, page: 'Other', text: `A line.\n\nA line.\n${ passage }` },
	{ revid: 91, page: 'Other', text: null },
	{ revid: 92, page: 'Gone', text: null },
	{ revid: 93, page: 'Third', text: passage },
	{ revid: 94, page: 'Other', text: 'A line.' }
] ) );

/** The two parts that are bytes. */
const bytes = [ 'words', 'edits' ] as const;
const places = fc.constantFrom( ...bytes ).chain(
	( name ) => fc.nat( sound[ name ].length - 1 ).map( ( at ) => ( { name, at } ) )
);

/** The bytes of a part with some of them replaced. */
function spliced(
	part: Uint8Array, at: number, removed: number, ...inserted: readonly number[]
): Uint8Array {
	const list = [ ...part ];
	list.splice( at, removed, ...inserted );
	return Uint8Array.from( list );
}

describe( 'resumeTrace', () => {
	it( 'is tried with all that a trace can hold', () => {
		const { tracer, revisions, pages } = resumeTrace( sound );
		expect( tracer.copies.entries() ).not.toEqual( [] );
		expect( revisions.some( ( { further } ) => further ) ).toBe( true );
		expect( pages.size ).toBe( 3 );
	} );

	it.each<[ string, unknown ]>( [
		[ 'nothing', undefined ],
		[ 'null', null ],
		[ 'a text', 'trace' ],
		[ 'an empty object', {} ],
		[ 'a list', [] ],
		[ 'a trace of another program', { ...sound, engine: 'other' } ],
		[ 'a trace of another version', { ...sound, version: sound.version + 1 } ],
		[ 'a trace without text', { ...sound, lines: undefined } ],
		[ 'a list of other numbers', { ...sound, edits: [ ...sound.edits ] } ],
		[ 'a page without a name', { ...sound, pages: [ '', null, 'Gone' ] } ],
		[ 'a revision without an id', { ...sound, revids: sound.revids.map( String ) } ],
		[ 'a revision id of infinity', { ...sound, revids: sound.revids.map( () => Infinity ) } ],
		[ 'millions of pages', { ...sound, pages: new Array( 4e9 ) } ],
		[ 'holes', { ...sound, pages: new Array( 3 ) } ],
		[ 'another text', { ...sound, lines: sound.lines.replace( 'A', 'B' ) } ]
	] )( 'refuses %s', ( _name, saved ) => {
		expect( () => resumeTrace( saved ) ).toThrow( /^This is no saved trace: .*\.$/ );
	} );

	it( 'refuses what broke on the way: any byte that changed', () => {
		const changes = fc.integer( { min: 1, max: 255 } );
		fc.assert( fc.property( places, changes, ( { name, at }, by ) => {
			const part = spliced( sound[ name ], at, 1, ( sound[ name ][ at ]! + by ) % 256 );
			expect( () => resumeTrace( { ...sound, [ name ]: part } ) ).toThrow( 'no saved trace' );
		} ) );
	} );

	it.each( bytes )( 'refuses %s that end too early or late, with a forged checksum', ( name ) => {
		for ( let length = 0; length < sound[ name ].length; length++ ) {
			const part = sound[ name ].slice( 0, length );
			expect( () => resumeTrace( forged( sound, { [ name ]: part } ) ) )
				.toThrow( 'no saved trace' );
		}
		const longer = Uint8Array.from( [ ...sound[ name ], 0 ] );
		expect( () => resumeTrace( forged( sound, { [ name ]: longer } ) ) )
			.toThrow( 'more follows' );
	} );

	const lines = sound.lines.split( '\n' );
	it.each<[ string, Partial<SavedTrace> ]>( [
		[ 'a revision is missing', { revids: sound.revids.slice( 1 ) } ],
		[ 'there is a revision too many', { revids: [ ...sound.revids, 1 ] } ],
		[ 'a page is missing', { pages: sound.pages.slice( 0, 1 ) } ],
		[ 'all pages have one name', { pages: sound.pages.map( () => 'Other' ) } ],
		[ 'a line is missing', { lines: lines.slice( 1 ).join( '\n' ) } ],
		[ 'there is a line too many', { lines: [ ...lines, 'More.' ].join( '\n' ) } ],
		[ 'a line is there twice', { lines: [ lines[ 0 ], ...lines.slice( 0, -1 ) ].join( '\n' ) } ],
		[ 'a line has more words', { lines: lines.map( ( line ) => `${ line } more` ).join( '\n' ) } ],
		[ 'the text is missing', { lines: '' } ]
	] )( 'refuses a forged trace in which %s', ( _name, parts ) => {
		expect( () => resumeTrace( forged( sound, parts ) ) ).toThrow( 'no saved trace' );
	} );

	/** What is not refused has to be a trace that works. */
	function expectRefusedOrSound( saved: SavedTrace ): void {
		let trace: Trace;
		try {
			trace = resumeTrace( saved );
		} catch ( error ) {
			expect( ( error as Error ).message ).toMatch( /^This is no saved trace: / );
			return;
		}
		trace.add( { revid: 1, page: 'Other', text: 'A line.\nAnd more.' } );
		trace.add( { revid: 2, page: '', text: '' } );
		trace.add( { revid: 3, page: '', text: `${ passage } And a line.` } );
		for ( const page of trace.pages.keys() ) {
			const { text, ids, starts, ends } = trace.words( page );
			expect( new Set( ids ).size ).toBe( ids.length );
			ids.forEach( ( id, at ) => {
				expect( trace.textOf( id ) ).toBe( text.slice( starts[ at ], ends[ at ] ) );
				expect( trace.originOf( id ) ).toBeGreaterThanOrEqual( 0 );
				expect( trace.originOf( id ) ).toBeLessThan( trace.revisions.length );
			} );
		}
	}

	it( 'refuses a forged trace, or makes one of it that holds together', { timeout: 60_000 }, () => {
		const changes = fc.record( {
			place: places,
			removed: fc.nat( 3 ),
			inserted: fc.array( fc.oneof( fc.nat( 12 ), fc.nat( 255 ) ), { maxLength: 5 } )
		} );
		const several = fc.array( changes, { minLength: 1, maxLength: 3 } );
		fc.assert( fc.property( several, ( list ) => {
			const spoilt: SavedTrace = { ...sound };
			for ( const { place: { name, at }, removed, inserted } of list ) {
				spoilt[ name ] = spliced( spoilt[ name ], at, removed, ...inserted );
			}
			expectRefusedOrSound( forged( spoilt, {} ) );
		} ), { numRuns: 2000 } );
	} );

	it.each( bytes )( 'does not hang or fill the memory on great counts in %s', ( name ) => {
		for ( let at = 0; at < sound[ name ].length; at++ ) {
			const huge = spliced( sound[ name ], at, 1, 255, 255, 255, 255, 255, 255, 15 );
			expectRefusedOrSound( forged( sound, { [ name ]: huge } ) );
		}
	} );

	it( 'refuses many states of many lines', { timeout: 30_000 }, () => {
		const revisions = 40_000;
		/** 40 000, as it is written. */
		const many = [ 0xC0, 0xB8, 0x02 ];
		// The first revision holds the empty line many times, the others replace one by the same.
		const first = [ 0, 1, 0, ...many, 0, 0, ...new Array<number>( revisions - 1 ).fill( 1 ) ];
		const rest = Array.from( { length: revisions - 1 }, () => [ 0, 1, 1, 1, 1 ] ).flat();
		const saved = forged( sound, {
			pages: [ '' ], revids: Array.from( { length: revisions }, ( _, at ) => at ), lines: '',
			words: Uint8Array.from( [ 1, 0, 0, 0, 0 ] ),
			edits: Uint8Array.from( [ ...first, ...rest ] )
		} );
		expect( () => resumeTrace( saved ) ).toThrow( 'it is too large' );
	} );
} );
