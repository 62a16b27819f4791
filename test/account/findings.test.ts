import { describe, expect, it } from 'vitest';
import { examineChange } from '../../src/account/evidence';
import { examineLog } from '../../src/account/findings';
import { TracedDraft } from '../../src/account/traced-draft';
import type { Change } from '../../src/log/types';
import { prose } from '../trace/texts';
import { entryOf, logOf, readingOf, titles, withProblem, type History } from './drafts';

const a = prose( 'a' );
const b = prose( 'b' );

function examine(
	change: Change, history: History, only?: number[]
): ReturnType<typeof examineChange> {
	const reading = readingOf( history, only );
	return examineChange( change, reading, new TracedDraft( reading ) );
}

/** `heading then -> place today: +inserted −removed →moved` */
function effectsOf( ...args: Parameters<typeof examine> ): string[] {
	return examine( ...args ).effects.map( ( {
		section, headingThen, pageThen, inserted, removed, moved
	} ) => [
		`${ pageThen }#${ headingThen } -> ${ section ? `${ section.page }#${ section.heading }` : 'lost' }:`,
		...inserted.map( ( text ) => `+${ text }` ), ...removed.map( ( text ) => `−${ text }` ),
		...moved.map( ( text ) => `→${ text }` )
	].join( ' ' ) );
}

describe( 'the evidence of a change', () => {
	it.each( [
		[ 'in a page\'s first revision is all of its words', { revision: 1 },
			{ P: [ [ 1, `== A ==\n${ a }` ] ] }, [ `P#A -> P#A: +A +${ a }` ] ],
		[ 'is found under today\'s heading', { revision: 2 },
			{ P: [ [ 1, `== A ==\n${ a }` ], [ 2, `== A ==\n${ a } new` ], [ 3, `== B ==\n${ a } new` ] ] },
			[ 'P#A -> P#B: +new' ] ],
		[ 'is found on another page', { revision: 2 },
			{ P: [ [ 1, `== A ==\n${ a }` ], [ 2, `== A ==\n${ a } new` ], [ 4, '' ] ], Q: [ [ 3, `== C ==\n${ a } new` ] ] },
			[ 'P#A -> Q#C: +new' ] ],
		[ 'of a run of revisions is what they did together', { revision: 3, from: 1 },
			{ P: [ [ 1, a ], [ 2, `${ a } vandal` ], [ 3, `${ a } one` ] ] }, [ 'P# -> P#: +one' ] ],
		[ 'is none where nothing was changed', { revision: 2 }, { P: [ [ 1, a ], [ 2, `${ a }.` ] ] }, [] ],
		[ 'of a text pasted from another page is only what is new', { revision: 2 },
			{ P: [ [ 1, `== A ==\n${ a }` ] ], Q: [ [ 2, `== A ==\n${ a } new` ] ] }, [ `Q#A -> Q#A: +new →A →${ a }` ] ],
		[ 'of a section that ended is its words, and an orphan', { revision: 2 },
			{ P: [ [ 1, `x\n== A ==\n${ a }` ], [ 2, 'x' ] ] }, [ `P#A -> lost: −A −${ a }` ] ],
		[ 'of a section merged into another is no removal of its words', { revision: 2 },
			{ P: [ [ 1, `== A ==\n${ a }\n== B ==\n${ b }` ], [ 2, `== A ==\n${ a }\n${ b }` ] ] },
			[ `P#A -> P#A: →${ b }`, 'P#B -> P#A: −B' ] ],
		[ 'of a section deleted since is an orphan', { revision: 2 },
			{ P: [ [ 1, `== A ==\n${ a }` ], [ 2, `== A ==\n${ a } new` ], [ 3, '' ] ] }, [ 'P#A -> lost: +new' ] ]
	] as [ string, Change, History, string[] ][] )( '%s', ( _name, change, history, expected ) => {
		expect( effectsOf( change, history ) ).toEqual( expected );
	} );

	it( 'is not made up where a revision is hidden, missing or elsewhere', () => {
		const history: History = { P: [ [ 1, a ], [ 2, null ], [ 3, `${ a } new` ] ] };
		expect( examine( { revision: 2 }, history ) ).toMatchObject( { problem: 'hidden', effects: [], base: 1 } );
		// The difference would show what the hidden one held.
		expect( examine( { revision: 3 }, history ) ).toMatchObject( { problem: 'hidden', effects: [], base: 2 } );
		expect( examine( { revision: 9 }, history ) ).toEqual( { revision: 9, base: null, problem: 'not-read', effects: [] } );
		expect( examine( { revision: 3, from: 8 }, history ) ).toMatchObject( { problem: 'not-read', effects: [] } );
		for ( const problem of [ 'missing', 'other-page', 'not-read' ] as const ) {
			for ( const spoilt of [ 1, 3 ] ) {
				const reading = withProblem( readingOf( history ), spoilt, problem );
				const draft = new TracedDraft( reading );
				expect( examineChange( { revision: 3, from: 1 }, reading, draft ) )
					.toMatchObject( { problem, effects: [], base: 1 } );
			}
		}
	} );

	it( 'says whose edit it was, with null for what is hidden', () => {
		const reading = readingOf( { P: [ [ 1, a ] ] } );
		Object.assign( reading.revisions.get( 1 )!, { user: null, comment: null } );
		expect( examineChange( { revision: 1 }, reading, new TracedDraft( reading ) ) )
			.toMatchObject( { page: 'P', user: null, comment: null, base: null } );
	} );
} );

describe( 'the findings of a log', () => {
	const draft = {
		sections: [
			{ id: 's1', page: 'p', heading: 'A' },
			{ id: 's2', page: 'q', heading: 'Moved' },
			{ id: 's3', page: 'p', heading: 'Never' },
			{ id: 's4', page: 'p', heading: 'New name', former: [ { heading: 'Old name' } ] },
			{ id: 's5', page: 'gone', heading: 'A' },
			{ id: 's6', page: 'q', heading: 'Nowhere', former: [ { page: 'p', heading: 'A' } ] }
		]
	};
	const history: History = {
		P: [
			[ 1, `== A ==\n${ a }\n== Old name ==\n${ b }\n== Moved ==\n${ prose( 'm' ) }` ],
			[ 3, `== Renamed ==\n${ a }\n== Other ==\n${ b }` ]
		],
		Q: [ [ 2, `== Elsewhere ==\n${ prose( 'm' ) }` ] ]
	};

	it( 'find the sections of the log under other headings and on other pages', () => {
		const log = logOf( [], draft );
		const { logSections, doubtful } = examineLog( log, titles, readingOf( history ) );
		expect( Object.fromEntries( logSections ) ).toEqual( {
			s1: { page: 'P', heading: 'Renamed', nth: 0 },
			// The log names the new page with the old heading: never seen there.
			s2: null,
			s3: null,
			s4: { page: 'P', heading: 'Other', nth: 0 },
			s5: null,
			s6: { page: 'P', heading: 'Renamed', nth: 0 }
		} );
		expect( doubtful ).toBe( true );
	} );

	it( 'have one evidence for changes of the same revisions, and narrow each to its words', () => {
		const log = logOf( [ entryOf( 'e', [
			{ changes: [ { revision: 2, inserted: [ { exact: 'one' } ] } ] },
			{ changes: [ { revision: 2, inserted: [ { exact: 'two' } ] }, { revision: 2, from: 1 }, { revision: 7 } ] }
		] ) ] );
		const { changes } = examineLog( log, titles, readingOf( { P: [ [ 1, a ], [ 2, `one ${ a } two` ] ] } ) );
		expect( [ ...changes ].map( ( [ id, { effects, evidence } ] ) => [
			id, evidence?.problem || effects.flatMap( ( { inserted } ) => inserted ).join( '+' )
		] ) ).toEqual( [ [ 'e.0/0', 'one' ], [ 'e.1/0', 'two' ], [ 'e.1/1', 'one+two' ], [ 'e.1/2', 'not-read' ] ] );
		expect( changes.get( 'e.0/0' )!.evidence ).toBe( changes.get( 'e.1/0' )!.evidence );
	} );

	it( 'list today\'s sections of the pages that exist', () => {
		const reading = readingOf( { P: [ [ 1, `== A ==\n=== A ===\n${ a }` ] ], Q: [] } );
		expect( [ ...examineLog( logOf( [] ), titles, reading ).today ] ).toEqual( [ [ 'P', [
			{ page: 'P', heading: '', nth: 0, level: 0 },
			{ page: 'P', heading: 'A', nth: 0, level: 2 },
			{ page: 'P', heading: 'A', nth: 1, level: 3 }
		] ] ] );
	} );

	it( 'are none, without an exception, where nothing could be read', () => {
		const log = logOf( [ entryOf( 'e', [ { changes: [ { revision: 1 } ] } ] ) ], draft );
		const { changes, logSections, today } = examineLog( log, new Map(), {
			today: [], revisions: new Map(), previous: new Map(), problems: new Map()
		} );
		expect( changes.get( 'e.0/0' )?.evidence?.problem ).toBe( 'not-read' );
		expect( [ ...logSections.values() ].every( ( place ) => place === null ) ).toBe( true );
		expect( today.size ).toBe( 0 );
	} );
} );
