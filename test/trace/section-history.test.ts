import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import { sectionRows, SectionHistory } from '../../src/trace/section-history';
import { Trace } from '../../src/trace/trace';
import { prose } from './texts';

/** Revisions as page and text, numbered from 1. */
type Written = [ page: string, text: string | null ];

function traced( revisions: readonly Written[] ): Trace {
	const trace = new Trace();
	revisions.forEach( ( [ page, text ], at ) => trace.add( { revid: at + 1, page, text } ) );
	return trace;
}

/** `2 rename A -> B`, with pages where they differ. */
function rows( ...revisions: readonly Written[] ): string[] {
	return sectionRows( traced( revisions ).revisions ).map(
		( { revid, kind, from, to, fromPage, toPage, uncertain } ) => {
			const source = `${ from ?? '-' }${ fromPage ? `@${ fromPage }` : '' }`;
			const target = `${ to ?? '-' }${ toPage ? `@${ toPage }` : '' }`;
			return `${ revid } ${ kind } ${ source } -> ${ target }${ uncertain ? ' ?' : '' }`;
		}
	);
}

const a = `== A ==\n${ prose( 'a', 29 ) }\n`;
const b = `== B ==\n${ prose( 'b', 30 ) }\n`;
const c = `== C ==\n${ prose( 'c', 30 ) }\n`;

describe( 'the sections of traced pages', () => {
	it( 'are followed through real text', () => {
		expect( rows(
			[ 'P', `lead\n${ a }${ b }` ],
			[ 'P', `lead\n${ b }${ a.replace( '== A ==', '=== \'\'\'A\'\'\' ===' ) }` ],
			[ 'P', `lead\n${ b }\n<!-- ${ a } -->` ],
			[ 'P', 'nonsense' ],
			[ 'P', `lead\n${ b }${ c }` ],
			[ 'P', `lead\n${ b }\n${ c.replace( '== C ==', '' ) }` ]
		) ).toEqual( [
			'2 rename A -> \'\'\'A\'\'\'', '2 relevel \'\'\'A\'\'\' -> \'\'\'A\'\'\'', '2 move \'\'\'A\'\'\' -> \'\'\'A\'\'\'',
			// In a comment its words still stand, but in the section above.
			'3 merge \'\'\'A\'\'\' -> B',
			'4 delete B -> -',
			'5 insert - -> B', '5 insert - -> C',
			'6 merge C -> B'
		] );
	} );

	it( 'are not touched by marking a page for translation', () => {
		expect( rows(
			[ 'P', `lead\n${ a }${ b }` ],
			[ 'P', `<translate>\nlead\n\n== A == <!--T:1-->\n\n<!--T:2-->\n${ prose( 'a', 29 ) }\n</translate>\n<translate>\n<!--T:3-->\n${ b }</translate>` ]
		) ).toEqual( [] );
	} );

	it( 'are not what stands at the end of the page for all of it', () => {
		const end = '{{Policies}}\n[[Category:Policies of the project]]\n[[de:Regeln der Gemeinschaft]]\n' +
			'[report]: https://example.org/report\n[meeting]: ./meeting.md\n';
		const short = '== C ==\nSee the list of the keepers.\n';
		expect( rows(
			[ 'P', `${ a }${ short }${ end }` ],
			[ 'P', `${ a }== D ==\n${ prose( 'd', 12 ) }\n=== E ===\n${ prose( 'e', 9 ) }\n\n${ end }` ],
			[ 'P', `${ a }== D ==\n${ prose( 'd', 12 ) }\n=== E ===\n${ prose( 'e', 9 ) }\n== F ==\nNone yet.\n${ end }` ],
			[ 'P', `${ a }== D ==\n${ prose( 'd', 12 ) }\n` ]
		) ).toEqual( [
			'2 insert - -> D', '2 insert - -> E', '2 delete C -> -', '3 insert - -> F',
			'4 delete E -> -', '4 delete F -> -'
		] );
	} );

	it( 'keep to their places where several have one heading', () => {
		const page = ( top: string, foot: string, lead: string ): string => `== Purpose ==
${ prose( 'p', 9 ) } ${ lead }
${ top }
== Limits ==
${ prose( 'q', 12 ) }
== Grants ==
${ prose( 'r', 12 ) }
${ foot }`;
		const heading = '=== [Funds of the year] ===';
		expect( rows(
			[ 'P', page( heading, heading, 'this project' ) ],
			[ 'P', page( '=== [Funds of the year](./2018.md) ===', '', 'that community' ) ]
		) ).toEqual( [
			'2 rename [Funds of the year] -> [Funds of the year](./2018.md)',
			'2 delete [Funds of the year] -> -'
		] );
	} );

	it( 'move with text that is cut from one page and pasted on another', () => {
		expect( rows( [ 'P', a + b ], [ 'P', a ], [ 'Q', `intro\n${ b }` ] ) )
			.toEqual( [ '2 delete B -> -', '3 move B@P -> B@Q' ] );
	} );

	it( 'move with text that is pasted on another page before it is cut', () => {
		expect( rows( [ 'P', a + b ], [ 'Q', `intro\n${ b }` ], [ 'P', a ] ) )
			.toEqual( [ '2 insert - -> B', '3 move B@P -> B@Q' ] );
		expect( rows( [ 'P', a + b ], [ 'Q', b ], [ 'Q', b.replace( 'B', 'X' ) ], [ 'P', a ] ) ).toEqual( [
			'2 insert - -> B', '3 rename B -> X', '4 rename B@P -> X@Q', '4 move X@P -> X@Q'
		] );
	} );

	it( 'are merged where their text becomes part of a section of another page', () => {
		expect( rows( [ 'P', a + b ], [ 'Q', `${ c }${ prose( 'b', 30 ) }` ], [ 'P', a ] ) )
			.toEqual( [ '2 insert - -> C', '3 merge B@P -> C@Q' ] );
	} );

	it( 'go with a page that is moved and leaves a redirect', () => {
		const text = `${ prose( 'l' ) }\n${ a }${ b }`;
		expect( rows( [ 'P', text ], [ 'Q', text ], [ 'P', '#REDIRECT [[Q]]' ], [ 'Q', `${ prose( 'l' ) }\n${ a }` ] ) ).toEqual( [
			'2 insert - -> A', '2 insert - -> B',
			'3 move -@P -> -@Q', '3 move A@P -> A@Q', '3 move B@P -> B@Q',
			'4 delete B -> -'
		] );
	} );

	it( 'keep their identity on the way', () => {
		const { revisions } = traced( [ [ 'P', a + b ], [ 'Q', b ], [ 'P', a ], [ 'P', '' ], [ 'P', a ] ] );
		const history = new SectionHistory();
		const first = revisions[ 0 ];
		history.take( ...first ? [ first ] : [] );
		const [ , idA, idB ] = history.sections( 'P' ).map( ( { id } ) => id );
		for ( const revision of revisions.slice( 1 ) ) {
			history.take( revision );
		}
		expect( history.sections( 'P' ).map( ( { id } ) => id ) ).toContain( idA );
		expect( history.sections( 'Q' ).map( ( { id } ) => id ) ).toContain( idB );
	} );

	it( 'are not known where a text is missing; the next one tells, with doubt', () => {
		expect( rows( [ 'P', null ], [ 'P', a ], [ 'P', a + b ], [ 'P', null ], [ 'P', b ], [ 'P', b + c ] ) )
			.toEqual( [ '3 insert - -> B', '5 delete A -> - ?', '6 insert - -> C' ] );
		expect( rows() ).toEqual( [] );
	} );
} );

/** Labelled by hand; no part of the project: used where it lies beside it. */
const gold = join( root, '..', 'shared', 'data', 'section_gold_node.json' );
const labelled = join( root, '..', 'shared', 'data', 'node_moderation.json' );

interface Row {
	revid: number;
	kind: string;
	from: string | null;
	to: string | null;
}

function read<Data>( path: string ): Data {
	return JSON.parse( readFileSync( path, 'utf8' ) ) as Data;
}

function keys( events: readonly Row[] ): string[] {
	return events.map( ( { revid, kind, from, to } ) => `${ revid } ${ kind } ${ from } ${ to }` ).sort();
}

describe( 'a real history', () => {
	it.skipIf( !existsSync( gold ) )( 'gives just the events that people found in it', () => {
		const trace = new Trace();
		for ( const { revid, text } of read<{ revid: number; text: string }[]>( labelled ) ) {
			trace.add( { revid, page: '', text } );
		}
		const { events } = read<{ events: Row[] }>( gold );
		expect( keys( sectionRows( trace.revisions ) ) ).toEqual( keys( events ) );
	} );
} );
