/** What a trace promises, rule by rule: see docs/trace.md. */
import { describe, expect, it } from 'vitest';
import { Trace } from '../../src/trace/trace';

const MEADOW = 'Members must ask the council before they build anything on the common meadow.';
const COUNCIL = 'The council answers in writing within fourteen days and gives its reasons.';
const GATE = 'Visitors leave their bicycles beside the northern gate of the orchard.';
const PUMP = 'Nobody opens the old pump without two witnesses and a lantern.';

type Step = string | null | [ page: string, text: string | null ];

/** Traces a history; revision n has the id n. */
function traceOf( ...steps: Step[] ): Trace {
	const trace = new Trace();
	steps.forEach( ( step, index ) => {
		const [ page, text ] = Array.isArray( step ) ? step : [ 'P', step ];
		trace.add( { revid: index + 1, page, text } );
	} );
	return trace;
}

/** The words of a page with the ids of the revisions that introduced them: `must:1 ask:1 …`. */
function origins( trace: Trace, page = 'P' ): string {
	return [ ...trace.words( page ).ids ].map( ( id ) => {
		const revision = trace.revisions[ trace.originOf( id ) ];
		return `${ trace.textOf( id ) }:${ revision?.revid }`;
	} ).join( ' ' );
}

/** All words of a text with one origin. */
function all( text: string, revid: number ): string {
	return ( text.match( /[\p{L}\p{N}]+/gu ) || [] ).map( ( word ) => `${ word }:${ revid }` ).join( ' ' );
}

describe( 'a moved word keeps its origin', () => {
	it.each( [
		[ 'a line', `${ MEADOW }\n${ GATE }`, `${ GATE }\n${ MEADOW }` ],
		[ 'a sentence', `${ MEADOW } ${ GATE } ${ PUMP }`, `${ PUMP } ${ MEADOW } ${ GATE }` ],
		[ 'a sentence to another paragraph', `${ MEADOW } ${ GATE }\n\n${ PUMP }`, `${ MEADOW }\n\n${ PUMP } ${ GATE }` ],
		[ 'a split', `${ MEADOW } ${ GATE }`, `${ MEADOW }\n\n${ GATE }` ],
		[ 'a merge', `${ MEADOW }\n\n${ GATE }`, `${ MEADOW } ${ GATE }` ],
		[ 'a list', `${ MEADOW } ${ GATE }`, `* ${ MEADOW }\n* ${ GATE }` ]
	] )( '%s', ( _name, before, after ) => {
		expect( origins( traceOf( before, after ) ) ).toBe( all( after, 1 ) );
	} );

	it( 'a sentence that is edited on the way', () => {
		const trace = traceOf( `${ MEADOW }\n\n${ GATE }\n\n${ PUMP }`,
			`${ PUMP }\n\n${ MEADOW.replace( 'council', 'assembly' ) }\n\n${ GATE }` );
		expect( origins( trace ) ).toBe( `${ all( PUMP, 1 ) } ${ all( MEADOW, 1 ).replace( 'council:1', 'assembly:2' ) } ${ all( GATE, 1 ) }` );
	} );
} );

describe( 'a restored word keeps its origin', () => {
	const text = `${ MEADOW }\n\n${ COUNCIL } ${ GATE }`;

	it.each( [ 1, 200 ] )( 'after a blanking of %i revisions', ( count ) => {
		const blank = Array.from( { length: count }, ( _, index ) => index % 2 ? '' : 'HA HA' );
		expect( origins( traceOf( text, ...blank, text ) ) ).toBe( all( text, 1 ) );
	} );

	it( 'after vandalism in the middle of words', () => {
		expect( origins( traceOf( text, text.replace( 'council', 'poop' ).replace( 'days', '' ), text ) ) )
			.toBe( all( text, 1 ) );
	} );

	it( 'when a deleted sentence comes back elsewhere, long after, with a changed word', () => {
		const others = Array.from( { length: 30 }, ( _, index ) => `${ MEADOW } x${ index }` );
		const trace = traceOf( text, MEADOW, ...others, `${ COUNCIL.replace( 'fourteen', 'twenty' ) }\n\n${ MEADOW }` );
		expect( origins( trace ) ).toBe( `${ all( COUNCIL, 1 ).replace( 'fourteen:1', 'twenty:33' ) } ${ all( MEADOW, 1 ) }` );
	} );

	it( 'when a short sentence comes back elsewhere with words changed here and there', () => {
		const short = 'Post nothing to the list of the council.';
		const others = Array.from( { length: 3 }, ( _, index ) => `${ GATE }\n\n${ PUMP } x${ index }` );
		const trace = traceOf( `${ GATE }\n\n${ PUMP } ${ short }`, ...others,
			`${ GATE } ${ short.replace( 'nothing', 'something' ).replace( 'the list of', 'a list at' ) }\n\n${ PUMP }` );
		expect( origins( trace ) ).toBe( [
			all( GATE, 1 ), 'Post:1 something:5 to:1 a:5 list:1 at:5 the:1 council:1', all( PUMP, 1 )
		].join( ' ' ) );
	} );

	it( 'when a paragraph and its copy come back beside edited ones', () => {
		const before = `${ PUMP }\n\n${ MEADOW }\n\n${ GATE }\n\n${ COUNCIL }`;
		const copied = `${ before }\n\n${ MEADOW }\n\nThe end.`;
		const edited = copied.replace( 'lantern', 'lamp' ).replace( 'reasons', 'grounds' );
		const trace = traceOf( before, copied, 'HA HA', edited );
		expect( origins( trace ) ).toBe( [
			all( PUMP, 1 ).replace( 'lantern:1', 'lamp:4' ), all( MEADOW, 1 ), all( GATE, 1 ),
			all( COUNCIL, 1 ).replace( 'reasons:1', 'grounds:4' ), all( MEADOW, 2 ), all( 'The end', 2 )
		].join( ' ' ) );
	} );

	it( 'when much of it stands elsewhere by now', () => {
		const [ start, middle, end ] = [
			'The community manager reports', 'the amounts consumed from the travel allocation of members on a monthly basis',
			'to both chairs of the fund.'
		];
		const trace = traceOf(
			`${ start } ${ middle } ${ end }\n\n${ GATE }`, `${ GATE } We publish ${ middle } here.`,
			`${ GATE } We publish ${ middle } here.\n\n${ start } ${ middle } ${ end }`
		);
		expect( origins( trace ) ).toBe( [
			all( GATE, 1 ), all( 'We publish', 2 ), all( middle, 1 ), all( 'here', 2 ),
			all( `${ start } ${ middle } ${ end }`, 1 )
		].join( ' ' ) );
	} );

	it( 'when a single word is put back to its place', () => {
		const weak = MEADOW.replace( 'must', 'should' );
		expect( origins( traceOf( MEADOW, weak, MEADOW ) ) ).toBe( all( MEADOW, 1 ) );
	} );

	it( 'when two paragraphs were swapped before', () => {
		const [ one, two, three ] = [ 'Yes. Oak', 'No. Elm', 'Yes. Ash' ];
		const votes = `${ MEADOW }\n\n${ one }\n\n${ two }\n\n${ three }\n\n${ GATE }`;
		const swapped = `${ MEADOW }\n\n${ three }\n\n${ two }\n\n${ one }\n\n${ GATE }`;
		expect( origins( traceOf( votes, swapped, '', votes ) ) )
			.toBe( all( votes, 1 ) );
	} );

	it( 'when the revert changes something else besides', () => {
		const trace = traceOf( text, 'Nothing here.', text.replace( 'northern', 'southern' ) );
		expect( origins( trace ) ).toBe( all( text, 1 ).replace( 'northern:1', 'southern:3' ) );
	} );
} );

describe( 'another word is a new word', () => {
	it.each( [
		[ 'case', 'must', 'MUST' ], [ 'spelling', 'anything', 'anythign' ], [ 'another word', 'council', 'mayor' ]
	] )( '%s', ( _name, before, after ) => {
		expect( origins( traceOf( MEADOW, MEADOW.replace( before, after ) ) ) )
			.toBe( all( MEADOW, 1 ).replace( `${ before }:1`, `${ after }:2` ) );
	} );

	it( 'is not attached because a text looks alike', () => {
		const other = 'Our warden of the lake writes to the owner of the boat before the first of May.';
		expect( origins( traceOf( `${ GATE }\n\n${ COUNCIL }`, `${ GATE }\n\n${ other }` ) ) )
			.toBe( `${ all( GATE, 1 ) } ${ all( other, 2 ) }` );
	} );

	it( 'begins and ends where lines and sentences do, where equal words leave it open', () => {
		const item = '* [[Oaks and reeds]]';
		const note = ' (of which the oldest stand by the lake, as do the oaks and reeds)';
		const next = '* [[Willow]] (the tree of many songs and of the';
		const before = `${ MEADOW }\n${ item }\n${ next } miller)`;
		const trace = traceOf( before, `${ MEADOW }\n${ item }${ note.replace( 'oaks', 'Oaks' ) }\n${ next } mill)` );
		expect( origins( trace ) ).toBe( [
			all( `${ MEADOW } ${ item }`, 1 ), all( note.replace( 'oaks', 'Oaks' ), 2 ), all( next, 1 ), 'mill:2'
		].join( ' ' ) );
		const twice = traceOf( `${ GATE } The council answers.`, `${ GATE } The council sleeps. The council answers.` );
		expect( origins( twice ) )
			.toBe( `${ all( GATE, 1 ) } The:2 council:2 sleeps:2 The:1 council:1 answers:1` );
	} );

	it( 'is that of the aligned place, not the first equal one', () => {
		const trace = traceOf( MEADOW, `Then the warden sings. ${ MEADOW }` );
		expect( origins( trace ) ).toBe( `${ all( 'Then the warden sings', 2 ) } ${ all( MEADOW, 1 ) }` );
	} );
} );

describe( 'markup is no word', () => {
	const text = `== Rules ==\n${ MEADOW }\n\n${ GATE }`;

	it.each( [
		[ 'translation', `<translate>\n== Rules == <!--T:1-->\n<!--T:2-->\n${ MEADOW }\n\n<!--T:3-->\n${ GATE }\n</translate>` ],
		[ 'white space', text.replace( / /g, '  ' ) ],
		[ 'bold and links', text.replace( 'council', '[[council]]' ).replace( 'must', '\'\'\'must\'\'\'' ) ]
	] )( '%s introduces nothing', ( _name, marked ) => {
		expect( origins( traceOf( text, marked ) ) ).toBe( all( `Rules ${ MEADOW } ${ GATE }`, 1 ) );
		expect( origins( traceOf( text, marked, text ) ) ).toBe( all( `Rules ${ MEADOW } ${ GATE }`, 1 ) );
	} );
} );

describe( 'every revision is attributed', () => {
	it.each( [ [ 'empty', '' ], [ 'one word', 'Gone' ], [ 'signs alone', '…!' ] ] )( '%s', ( _name, last ) => {
		const trace = traceOf( MEADOW, last );
		expect( origins( trace ) ).toBe( all( last, 2 ) );
		trace.add( { revid: 3, page: 'P', text: MEADOW } );
		expect( origins( trace ) ).toBe( all( MEADOW, 1 ) );
	} );

	it( 'without any revision there are no words', () => {
		expect( origins( traceOf() ) ).toBe( '' );
	} );
} );

describe( 'what is not known is told', () => {
	it( 'words that appear after a missing revision may be of that one', () => {
		const trace = traceOf( MEADOW, null, null, `${ MEADOW } ${ GATE }` );
		const { ids } = trace.words( 'P' );
		const others = [ ...ids ].map( ( id ) => trace.otherOrigins( id )
			.map( ( number ) => trace.revisions[ number ]?.revid ) );
		expect( others.slice( 0, 13 ).flat() ).toEqual( [] );
		expect( others[ 14 ]?.sort() ).toEqual( [ 2, 3 ] );
	} );

	it( 'where two origins tie, both are told', () => {
		const trace = traceOf(
			`${ MEADOW }\n\n${ GATE }`, `${ MEADOW }\n\n${ GATE }\n\n${ PUMP }\n\n${ GATE }`,
			PUMP, `${ GATE }\n\n${ PUMP }`
		);
		const first = trace.words( 'P' ).ids[ 0 ] ?? -1;
		const told = [ trace.originOf( first ), ...trace.otherOrigins( first ) ]
			.map( ( number ) => trace.revisions[ number ]?.revid );
		expect( told.sort() ).toEqual( [ 1, 2 ] );
	} );
} );

describe( 'across the pages of a draft', () => {
	const long = `${ MEADOW } ${ GATE }`;

	it( 'text that is cut and then pasted keeps its origin', () => {
		const trace = traceOf( [ 'P', `${ long }\n\n${ PUMP }` ], [ 'P', PUMP ], [ 'Q', long ] );
		expect( origins( trace, 'Q' ) ).toBe( all( long, 1 ) );
	} );

	it( 'text that is pasted and then cut keeps its origin', () => {
		const trace = traceOf( [ 'P', `${ long }\n\n${ PUMP }` ], [ 'Q', long ], [ 'P', PUMP ] );
		expect( origins( trace, 'Q' ) ).toBe( all( long, 1 ) );
		expect( origins( trace, 'P' ) ).toBe( all( PUMP, 1 ) );
	} );

	it( 'a cut that is undone gives the words back, and each stands once', () => {
		const trace = traceOf(
			[ 'P', `${ long }\n\n${ PUMP }` ], [ 'Q', long ], [ 'P', PUMP ], [ 'P', `${ long }\n\n${ PUMP }` ]
		);
		expect( origins( trace ) ).toBe( `${ all( long, 1 ) } ${ all( PUMP, 1 ) }` );
		expect( origins( trace, 'Q' ) ).toBe( all( long, 1 ) );
		const standing = [ ...trace.words( 'P' ).ids, ...trace.words( 'Q' ).ids ]
			.map( ( id ) => trace.identityOf( id ) );
		expect( new Set( standing ).size ).toBe( standing.length );
	} );

	it( 'a copy stays one when its model is only reworded', () => {
		const trace = traceOf(
			`${ long }\n\n${ PUMP }`, `${ long }\n\n${ PUMP }\n\n${ long }`,
			`${ long.replace( 'before they build anything on the common meadow', '' ) }\n\n${ PUMP }\n\n${ long }`
		);
		expect( origins( trace ).endsWith( all( long, 2 ) ) ).toBe( true );
	} );

	it( 'text that stands on both is a copy on the later one', () => {
		const trace = traceOf( [ 'P', long ], [ 'Q', long ], [ 'P', `${ long } ${ PUMP }` ] );
		expect( origins( trace, 'Q' ) ).toBe( all( long, 2 ) );
		expect( origins( trace, 'P' ) ).toBe( `${ all( long, 1 ) } ${ all( PUMP, 3 ) }` );
	} );
} );

describe( 'text of any kind', () => {
	it.each( [
		[ 'Chinese', '委员会必须在十四天内书面答复。', '委员会应当在十四天内书面答复。', '应当' ],
		[ 'Thai', 'สภาต้องตอบ', 'สภาควรตอบ', 'ควร' ],
		[ 'Hebrew', 'המועצה חייבת להשיב בכתב', 'המועצה צריכה להשיב בכתב', 'צריכה' ],
		[ 'emoji and surrogates', 'a 😀 b \ud800 c', 'a 😀 x \ud800 c', 'x' ],
		[ 'combining marks', 'cafe\u0301 is open', 'cafe\u0301 was open', 'was' ]
	] )( '%s: only what was changed is new', ( _name, before, after, added ) => {
		const trace = traceOf( before, after );
		const fresh = [ ...trace.words( 'P' ).ids ]
			.filter( ( id ) => trace.originOf( id ) === 1 )
			.map( ( id ) => trace.textOf( id ) );
		expect( fresh.join( '' ) ).toBe( added );
	} );
} );
