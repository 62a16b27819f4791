/** What holds of every trace, whatever the pages went through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/trace/trace';
import type { RevisionText } from '../../src/trace/types';
import { onePage, policyHistory, traceOf, wildHistories } from './histories';
import { visitWords } from '../../src/trace/wikitext-words';

function wordsIn( text: string ): string[] {
	const words: string[] = [];
	visitWords( text, ( isWord, start, end ) => {
		if ( isWord ) {
			words.push( text.slice( start, end ) );
		}
	} );
	return words;
}

function originsIn( trace: Trace, page = '' ): number[] {
	return [ ...trace.words( page ).ids ].map( ( id ) => trace.originOf( id ) );
}

/** `word:n`, n being the revision that introduced it, counted from 1. */
function told( trace: Trace, page = '' ): string {
	return [ ...trace.words( page ).ids ]
		.map( ( id ) => `${ trace.textOf( id ) }:${ trace.originOf( id ) + 1 }` ).join( ' ' );
}

/** Calls back after each revision of a trace. */
function eachState(
	revisions: readonly RevisionText[],
	visit: ( trace: Trace, revision: RevisionText ) => void
): void {
	const trace = traceOf( [] );
	for ( const revision of revisions ) {
		trace.add( revision );
		visit( trace, revision );
	}
}

describe( 'every state of a trace', () => {
	it( 'has the words of the text, in their places', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			eachState( revisions, ( trace, { page, text } ) => {
				if ( text !== null ) {
					const { ids, starts, ends } = trace.words( page );
					expect( trace.text( page ) ).toBe( text );
					const words = [ ...ids ].map( ( id ) => trace.textOf( id ) );
					expect( words ).toEqual( wordsIn( text ) );
					const shown = [ ...starts ]
						.map( ( start, at ) => text.slice( start, ends[ at ] ) );
					expect( words ).toEqual( shown );
				}
			} );
		} ) );
	} );

	it( 'has no word twice, on no two pages', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			eachState( revisions, ( trace ) => {
				const ids = [ ...trace.pages.keys() ]
					.flatMap( ( page ) => [ ...trace.words( page ).ids ] );
				expect( new Set( ids ).size ).toBe( ids.length );
			} );
		} ), { numRuns: 200 } );
	} );

	it( 'has no word twice where words stood in a circle', () => {
		const texts = [
			'members members members\nmust', 'members\nmust', 'must\nmembers', '', 'members members members\nmembers'
		];
		eachState( texts.map( ( text, at ) => ( { revid: at, page: 'A', text } ) ), ( trace ) => {
			const { ids } = trace.words( 'A' );
			expect( new Set( ids ).size ).toBe( ids.length );
		} );
	} );

	it( 'credits no revision that is missing or yet to come', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			eachState( revisions, ( trace ) => {
				for ( const page of trace.pages.keys() ) {
					for ( const origin of originsIn( trace, page ) ) {
						expect( trace.revisions[ origin ] ).toMatchObject( { missing: false } );
					}
				}
			} );
		} ) );
	} );

	it( 'leaves what a revision did not touch as it was', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			let before = new Map<string, number[]>();
			eachState( revisions, ( trace, { page, text } ) => {
				const after = new Map( [ ...trace.pages.keys() ]
					.map( ( name ) => [ name, [ ...trace.words( name ).ids ] ] ) );
				const isFurther = trace.revisions.some( ( { further } ) => further );
				for ( const [ name, ids ] of isFurther ? [] : before ) {
					if ( name !== page || text === null ) {
						expect( after.get( name ) ).toEqual( ids );
					}
				}
				before = after;
			} );
		} ) );
	} );

	it( 'is the same whenever it is computed', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const [ one, two ] = [ traceOf( revisions ), traceOf( revisions ) ];
			expect( [ ...one.pages.keys() ].map( ( page ) => told( one, page ) ) )
				.toEqual( [ ...two.pages.keys() ].map( ( page ) => told( two, page ) ) );
		} ), { numRuns: 50 } );
	} );

	it( 'can be had again from the edits', () => {
		fc.assert( fc.property( wildHistories, ( revisions ) => {
			const states = new Map<number, number[]>();
			const trace = traceOf( [] );
			for ( const revision of revisions ) {
				const number = trace.revisions.length;
				trace.add( revision );
				const isAlone = trace.revisions.length === number + 1;
				if ( revision.text !== null && isAlone ) {
					states.set( number, [ ...trace.words( revision.page ).ids ] );
				}
			}
			for ( const page of trace.pages.keys() ) {
				for ( const [ number, lines ] of trace.linesAfter( page, states.keys() ) ) {
					const words = lines.flatMap( ( { ids } ) => [ ...ids ] );
					expect( words ).toEqual( states.get( number ) );
				}
			}
		} ), { numRuns: 50 } );
	} );
} );

describe( 'the order of revisions is that in which they are added', () => {
	it( 'whatever their ids are, also if one comes twice', () => {
		const texts = [ 'Be kind.', 'Be very kind.', 'Be very kind to all.', 'Be kind to all.' ];
		const ids = [ 7, 3, 3, 1 ];
		const trace = traceOf( onePage( ...texts ).map( ( revision, at ) => (
			{ ...revision, revid: ids[ at ]! }
		) ) );
		expect( told( trace ) ).toBe( 'Be:1 kind:1 to:3 all:3' );
		expect( trace.revisions.map( ( { revid } ) => revid ) ).toEqual( ids );
	} );
} );

describe( 'a text that was there before', () => {
	it.each( [ 1, 2, 3, 4 ] )( 'has the origins that it had then (seed %i)', ( seed ) => {
		const revisions = policyHistory( seed, 40, 2000 );
		const trace = traceOf( [] );
		const states = revisions.map( ( revision ) => {
			trace.add( revision );
			return told( trace );
		} );
		for ( let at = 0; at < revisions.length; at += 3 ) {
			trace.add( revisions[ at ]! );
			expect( told( trace ) ).toBe( states[ at ] );
		}
	} );

	it( 'introduces nothing when it is saved again', () => {
		const trace = traceOf( onePage( 'Be kind.', 'Be very kind.', 'Be very kind.' ) );
		expect( told( trace ) ).toBe( 'Be:1 very:2 kind:1' );
		expect( trace.revisions[ 2 ] ).toMatchObject( { removed: [], inserted: [] } );
	} );
} );

const LANTERN = 'Every member carries a lantern on the way to the orchard after sunset.';
const LADDER = 'Ladders are returned to the shed on the same evening, clean and dry.';
const CIDER = 'Cider is pressed by two people of whom one has pressed before.';

function all( text: string, revision: number ): string {
	return wordsIn( text ).map( ( word ) => `${ word }:${ revision }` ).join( ' ' );
}

describe( 'text that came back', () => {
	it( 'keeps its origin after hundreds of edits, edited on the way, in another order', () => {
		const others = Array.from( { length: 400 }, ( _, at ) => `${ CIDER } Note ${ at } of the press.` );
		const back = `${ LADDER.replace( 'evening', 'night' ) } ${ LANTERN.replace( 'Every', 'Each' ) }`;
		const trace = traceOf( onePage( `${ LANTERN } ${ LADDER }\n\n${ CIDER }`, ...others, back ) );
		expect( told( trace ) ).toBe( [
			all( LADDER, 1 ).replace( 'evening:1', 'night:402' ),
			all( LANTERN, 1 ).replace( 'Every:1', 'Each:402' )
		].join( ' ' ) );
	} );

	it( 'keeps its origin after a missing revision, and says nothing else', () => {
		const trace = traceOf( onePage( `${ LANTERN }\n\n${ LADDER }`, LADDER, null, `${ LADDER }\n\n${ LANTERN }` ) );
		expect( told( trace ) ).toBe( all( `${ LADDER } ${ LANTERN }`, 1 ) );
		expect( [ ...trace.words( '' ).ids ].flatMap( ( id ) => trace.otherOrigins( id ) ) ).toEqual( [] );
	} );

	it( 'is not credited to who vandalised or blanked in between, word by word', () => {
		const trace = traceOf( onePage(
			`${ LANTERN }\n\n${ LADDER }`,
			`${ LANTERN.replace( 'lantern', 'LANTERN!!!' ) }\n\nhahaha`,
			'hahaha',
			`${ LANTERN.replace( 'lantern', 'torch' ) }\n\nhahaha`,
			`${ LANTERN }\n\n${ LADDER }`
		) );
		expect( told( trace ) ).toBe( all( `${ LANTERN } ${ LADDER }`, 1 ) );
	} );
} );

describe( 'a missing revision', () => {
	it( 'may have introduced what stands first after it, at the beginning too', () => {
		const trace = traceOf( onePage( null, LANTERN, `${ LANTERN } ${ CIDER }` ) );
		const others = [ ...trace.words( '' ).ids ].map( ( id ) => trace.otherOrigins( id ).join() );
		expect( others ).toEqual( [
			...wordsIn( LANTERN ).map( () => '0' ), ...wordsIn( CIDER ).map( () => '' )
		] );
	} );

	it( 'of another page says nothing of this one', () => {
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: LANTERN },
			{ revid: 2, page: 'B', text: null },
			{ revid: 3, page: 'A', text: `${ LANTERN } ${ CIDER }` }
		] );
		expect( [ ...trace.words( 'A' ).ids ].flatMap( ( id ) => trace.otherOrigins( id ) ) ).toEqual( [] );
	} );
} );

describe( 'text of several pages', () => {
	const passage = `${ LANTERN } ${ LADDER }`;

	it( 'keeps its origin from page to page, when it is edited after the move', () => {
		const moved = passage.replace( 'orchard', 'garden' );
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: `${ passage }\n\n${ CIDER }` },
			{ revid: 2, page: 'A', text: CIDER },
			{ revid: 3, page: 'A', text: `${ CIDER } More.` },
			{ revid: 4, page: 'B', text: moved }
		] );
		expect( told( trace, 'B' ) ).toBe( all( passage, 1 ).replace( 'orchard:1', 'garden:4' ) );
	} );

	it( 'keeps its origin when it is pasted, the copy edited, and the original cut', () => {
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: `${ passage }\n\n${ CIDER }` },
			{ revid: 2, page: 'B', text: `Moved here:\n\n${ passage }` },
			{ revid: 3, page: 'B', text: `Moved here:\n\n${ passage.replace( 'orchard', 'garden' ) }` },
			{ revid: 4, page: 'A', text: CIDER }
		] );
		expect( told( trace, 'B' ) )
			.toBe( `Moved:2 here:2 ${ all( passage, 1 ).replace( 'orchard:1', 'garden:3' ) }` );
		expect( told( trace, 'A' ) ).toBe( all( CIDER, 1 ) );
	} );

	it( 'goes back to the original when the cut is undone', () => {
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: `${ passage }\n\n${ CIDER }` },
			{ revid: 2, page: 'A', text: CIDER },
			{ revid: 3, page: 'A', text: `${ passage }\n\n${ CIDER }` },
			{ revid: 4, page: 'B', text: LADDER }
		] );
		expect( told( trace, 'A' ) ).toBe( all( `${ passage } ${ CIDER }`, 1 ) );
		expect( told( trace, 'B' ) ).toBe( all( LADDER, 4 ) );
	} );

	it( 'stays with its page when another page happens to say a short phrase of it', () => {
		const trace = traceOf( [
			{ revid: 1, page: 'A', text: `${ passage }\n\n${ CIDER }` },
			{ revid: 2, page: 'B', text: 'We met on the same evening in the shed.' },
			{ revid: 3, page: 'A', text: CIDER }
		] );
		expect( told( trace, 'B' ) ).toBe( all( 'We met on the same evening in the shed', 2 ) );
	} );
} );

describe( 'a text that only looks alike', () => {
	it.each( [
		[ 'the same first and last word', 'Every word of this was said by somebody who never pressed before.' ],
		[ 'function words in their order', 'Every goat of the farm carries the mail on the road to a lake after noon.' ],
		[ 'a sentence of the same shape', 'Rakes are brought to the barn on the next morning, oiled and counted.' ],
		[ 'scattered words', 'On sunset, a member carries the press; people who orchard before are dry.' ]
	] )( 'is new: %s', ( _name, other ) => {
		const trace = traceOf( onePage( `${ LANTERN }\n\n${ LADDER }\n\n${ CIDER }`, '', other ) );
		expect( told( trace ) ).toBe( all( other, 3 ) );
	} );
} );
