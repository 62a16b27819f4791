import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAccount, type AccountInput } from '../../src/account/draft-account';
import { examineLog, type Findings } from '../../src/account/findings';
import { changesOf, recall, toRemember } from '../../src/account/remembered';
import type {
	AdviceItem, ChangeEvidence, DraftAccount, ItemChange, SectionEffect, SectionRef
} from '../../src/account/types';
import { hideWithheld } from '../../src/log/withheld';
import type { Advice, AdviceLog, Disposition, Entry } from '../../src/log/types';
import { prose } from '../trace/texts';
import { entryOf, logOf, readingOf, titles, type History } from './drafts';

const draft = { sections: [ { id: 's', page: 'p', heading: 'A' }, { id: 't', page: 'q', heading: 'T' } ] };

function input( log: AdviceLog, more: Partial<AccountInput> = {} ): AccountInput {
	return {
		log,
		problems: [],
		logTitle: 'P.json',
		logRevision: 1,
		pages: [ 'P', 'Q' ],
		pageTitles: titles,
		openPage: { title: 'P', sections: [
			{ page: 'P', heading: '', nth: 0, level: 0 }, { page: 'P', heading: 'A', nth: 0, level: 2 }
		] },
		findings: null,
		remembered: null,
		...more
	};
}

function examined( log: AdviceLog, history: History ): DraftAccount {
	const findings = examineLog( log, titles, readingOf( history ) );
	return buildAccount( input( log, { findings } ) );
}

/** The lists in which an item stands. */
function listsOf( account: DraftAccount, key: string ): string[] {
	const is = ( item: AdviceItem ): boolean => item.key === key;
	return [
		...account.pages.flatMap( ( page ) => page.sections
			.flatMap( ( { ref, items } ) => items.filter( ( { item } ) => is( item ) )
				.map( ( { because, state } ) => `${ ref.page }#${ ref.heading } ${ because } ${ state }` ) ) ),
		...( [ 'wholeDraft', 'process', 'unplaced', 'orphaned' ] as const ).filter( ( list ) => account[ list ].some( is ) )
	];
}

const a = prose( 'a' );
const adopted: Partial<Advice> = { disposition: { outcome: 'adopted' } };

describe( 'an item stands', () => {
	const history: History = {
		P: [ [ 1, `== A ==\n${ a }` ], [ 2, `== A ==\n${ a } new` ] ],
		Q: [ [ 3, `== T ==\n${ prose( 't' ) }` ], [ 4, `== T ==\n${ prose( 't' ) } new` ] ]
	};
	it.each( [
		[ 'under each section that it changed, on every page', [ { ...adopted, changes: [ { revision: 2 }, { revision: 4 } ] } ], {},
			[ 'P#A changed changed', 'Q#T changed changed' ] ],
		[ 'under a section that it changed and asked about once', [ { ...adopted, changes: [ { revision: 2 } ] } ], { sections: [ 's' ] },
			[ 'P#A changed changed' ] ],
		[ 'as adopted under a section that it asked about and changed elsewhere', [ { ...adopted, changes: [ { revision: 2 } ] } ], { sections: [ 't' ] },
			[ 'P#A changed changed', 'Q#T asked adopted' ] ],
		[ 'with its whole draft where it names nothing', [ adopted ], {}, [ 'wholeDraft' ] ],
		[ 'with the process', [ adopted ], { process: true as const }, [ 'process' ] ],
		[ 'among those without a place where its revision could not be read', [ { changes: [ { revision: 99 } ] } ], {}, [ 'unplaced' ] ],
		[ 'among orphans where its section is unknown', [ adopted ], { sections: [ 'no such' ] }, [ 'orphaned' ] ]
	] as [ string, Partial<Advice>[], Partial<Entry>, string[] ][] )( '%s', ( _name, advice, more, expected ) => {
		const account = examined( logOf( [ entryOf( 'e', advice, more ) ], draft ), history );
		expect( listsOf( account, 'e/e.0' ) ).toEqual( expected );
	} );

	it( 'among orphans, and counted, where its section was deleted', () => {
		const account = examined(
			logOf( [ entryOf( 'e', [ { ...adopted, changes: [ { revision: 2 } ] } ] ) ], draft ),
			{ P: [ ...history.P!, [ 9, '' ] ], Q: history.Q! }
		);
		expect( listsOf( account, 'e/e.0' ) ).toEqual( [ 'orphaned' ] );
		expect( account.items[ 0 ]!.orphans ).toBe( 1 );
	} );
} );

describe( 'before any revision is read', () => {
	it( 'a section of the open page is found by its heading, on other pages it is believed', () => {
		const log = logOf( [ entryOf( 'e', [ adopted ], { sections: [ 's', 't' ] } ) ], draft );
		const account = buildAccount( input( log ) );
		expect( listsOf( account, 'e/e.0' ) ).toEqual( [ 'P#A asked adopted', 'Q#T asked adopted' ] );
		expect( account.pages.map( ( { complete } ) => complete ) ).toEqual( [ true, false ] );
	} );

	it( 'a section that is not on the open page is not made up, and no orphan yet', () => {
		const log = logOf( [ entryOf( 'e', [ adopted ], { sections: [ 's' ] } ) ], draft );
		const account = buildAccount( input( log, { openPage: { title: 'P', sections: [] } } ) );
		// Where it stands may still be found out.
		expect( listsOf( account, 'e/e.0' ) ).toEqual( [ 'unplaced' ] );
	} );

	it( 'a section that the log names twice is listed once', () => {
		const log = logOf( [ entryOf( 'e', [], { sections: [ 't', 'u' ] } ) ], {
			sections: [ ...draft.sections, { id: 'u', page: 'q', heading: 'T' } ]
		} );
		const account = buildAccount( input( log ) );
		expect( account.pages[ 1 ]!.sections.map( ( { ref } ) => ref.heading ) ).toEqual( [ 'T' ] );
		expect( listsOf( account, 'e' ) ).toEqual( [ 'Q#T asked not-recorded' ] );
	} );

	it( 'an item with changes has no place yet', () => {
		const log = logOf( [ entryOf( 'e', [ { changes: [ { revision: 2 } ] } ] ) ] );
		expect( listsOf( buildAccount( input( log ) ), 'e/e.0' ) ).toEqual( [ 'unplaced' ] );
	} );

	it( 'a page that was moved has today\'s title', () => {
		const log = logOf( [ entryOf( 'e', [ adopted ], { sections: [ 's' ] } ) ], draft );
		const account = buildAccount( input( log, {
			pages: [ 'New', 'Q' ],
			pageTitles: new Map( [ [ 'p', 'New' ], [ 'q', 'Q' ] ] ),
			openPage: { title: 'New', sections: [ { page: 'New', heading: 'A', nth: 0, level: 2 } ] }
		} ) );
		expect( listsOf( account, 'e/e.0' ) ).toEqual( [ 'New#A asked adopted' ] );
	} );
} );

describe( 'any log and any findings', { timeout: 60000 }, () => {
	const outcome = fc.constantFrom<Disposition[ 'outcome' ]>( 'adopted', 'declined', 'pending', 'superseded', 'confirmed-no-change' );
	const ref = fc.option( fc.record<SectionRef>( { page: fc.constantFrom( 'P', 'Q', 'Gone' ), heading: fc.constantFrom( '', 'A', 'T', '#' ), nth: fc.nat( 1 ) } ), { nil: null } );
	const change = fc.record( { revision: fc.integer( { min: 1, max: 5 } ) } );
	const advice = fc.record( {
		disposition: fc.record( { outcome } ),
		changes: fc.array( change, { maxLength: 3 } )
	}, { requiredKeys: [] } );
	const entry = fc.record( {
		advice: fc.array( advice, { maxLength: 3 } ),
		sections: fc.array( fc.constantFrom( 's', 't', 'unknown' ), { maxLength: 3 } ),
		process: fc.boolean()
	} );
	const log = fc.array( entry, { maxLength: 6 } ).map( ( entries ) => logOf(
		entries.map( ( { process, sections, advice: pieces }, i ) => (
			entryOf( `e${ i }`, pieces, { sections, ...( process ? { process } : {} ) } )
		) ),
		draft
	) );

	interface Made {
		places: ( SectionRef | null )[];
		problem: boolean;
		known: boolean;
	}
	/** Findings that nothing of the log agrees with. */
	const findings = fc.record( {
		places: fc.array( ref, { minLength: 20, maxLength: 20 } ),
		problem: fc.boolean(),
		known: fc.boolean()
	} );
	function findingsFor( { entries }: AdviceLog, made: Made ): Findings {
		const next = ( n: number ): SectionRef | null => made.places[ n % 20 ] ?? null;
		const changes = new Map<string, ItemChange>();
		const named = entries.flatMap( ( each ) => each.advice || [] ).flatMap( ( piece ) => (
			( piece.changes || [] ).map( ( own, i ) => [ `${ piece.id }/${ i }`, own ] as const )
		) );
		named.forEach( ( [ id, own ], n ) => {
			if ( n % 3 || made.known ) {
				const effect: SectionEffect = {
					section: next( n ), headingThen: '', pageThen: 'P', inserted: [ 'x' ], removed: [], moved: []
				};
				const evidence: ChangeEvidence = {
					revision: own.revision, base: null, effects: [],
					...( made.problem ? { problem: 'missing' } : {} )
				};
				changes.set( id, {
					change: own, evidence, effects: [ effect ],
					notFound: { inserted: [], removed: [] }
				} );
			}
		} );
		return {
			changes, doubtful: false,
			logSections: new Map( [ [ 's', next( 1 ) ], [ 't', next( 2 ) ] ] ),
			today: new Map( [ [ 'P', [ { page: 'P', heading: 'A', nth: 0, level: 2 } ] ] ] )
		};
	}

	it( 'have every item in the account, in at least one list of the views', () => {
		const any = fc.option( findings, { nil: null } );
		fc.assert( fc.property( log, any, fc.jsonValue(), ( read, made, remembered ) => {
			const found = made && findingsFor( read, made );
			const account = buildAccount( input( read, { findings: found, remembered } ) );
			const expected = read.entries.flatMap( ( { id, advice: pieces = [] } ) => pieces.length ? pieces.map( ( piece ) => `${ id }/${ piece.id }` ) : [ id ] );
			expect( account.items.map( ( { key } ) => key ) ).toEqual( expected );
			for ( const key of expected ) {
				expect( listsOf( account, key ) ).not.toEqual( [] );
			}
			for ( const page of account.pages ) {
				for ( const { items } of page.sections ) {
					const own = new Set( items.map( ( { item } ) => item ) );
					expect( own.size ).toBe( items.length );
					// "Changed" is said only where a change is named.
					expect( items.every( ( { item, state } ) => state !== 'changed' || item.changes.length > 0 ) ).toBe( true );
				}
			}
		} ), { numRuns: 300 } );
	} );
} );

describe( 'withheld advice', () => {
	it( 'shows none of the words that its revision holds where some were named', () => {
		const piece: Advice = {
			id: 'e.0', summary: 'secret', disclosure: { level: 'withheld' }, disposition: { outcome: 'adopted', rationale: 'secret' },
			changes: [ { revision: 2, inserted: [ { exact: 'secret' } ] } ]
		};
		hideWithheld( piece );
		const account = examined( logOf( [ entryOf( 'e', [ piece ] ) ] ), { P: [ [ 1, a ], [ 2, `${ a } secret` ] ], Q: [] } );
		const [ item ] = account.items;
		expect( item!.state ).toBe( 'withheld' );
		expect( item!.changes[ 0 ]!.effects ).toEqual( [] );
		expect( item!.changes[ 0 ]!.notFound ).toEqual( { inserted: [], removed: [] } );
		expect( JSON.stringify( { ...item, changes: item!.changes.map( ( change ) => ( { ...change, evidence: null } ) ) } ) ).not.toContain( 'secret' );
	} );
} );

describe( 'what is remembered', () => {
	const log = logOf( [ entryOf( 'e', [ { ...adopted, changes: [ { revision: 2, from: 1 }, { revision: 4 } ] } ] ), entryOf( 'f', [ adopted ] ) ] );
	const history: History = { P: [ [ 1, `== A ==\n${ a }` ], [ 2, `== A ==\n${ a } new` ], [ 4, `== A ==\n${ a } newer` ] ], Q: [] };
	const account = examined( log, history );
	const kept: unknown = JSON.parse( JSON.stringify( toRemember( account.items ) ) );

	it( 'holds places alone, and places the item on the next visit', () => {
		expect( kept ).toEqual( { 'e/e.0': { changes: changesOf( account.items[ 0 ]! ), touched: [ { page: 'P', heading: 'A', nth: 0 } ], orphans: 0 } } );
		expect( JSON.stringify( kept ) ).not.toContain( 'new' );
		expect( listsOf( buildAccount( input( log, { remembered: kept } ) ), 'e/e.0' ) ).toEqual( [ 'P#A changed changed' ] );
	} );

	it( 'gives way to what the revisions show', () => {
		const findings = examineLog( log, titles, readingOf( { P: [ ...history.P!, [ 5, `== B ==\n${ a } newer` ] ], Q: [] } ) );
		expect( listsOf( buildAccount( input( log, { remembered: kept, findings } ) ), 'e/e.0' ) ).toEqual( [ 'P#B changed changed' ] );
	} );

	it( 'is forgotten when the log names other revisions', () => {
		const other = logOf( [ entryOf( 'e', [ { ...adopted, changes: [ { revision: 2 }, { revision: 4 } ] } ] ) ] );
		expect( listsOf( buildAccount( input( other, { remembered: kept } ) ), 'e/e.0' ) ).toEqual( [ 'unplaced' ] );
	} );

	it( 'says nothing of items that could not be placed', () => {
		expect( toRemember( buildAccount( input( log ) ).items ) ).toEqual( {} );
	} );

	const item = account.items[ 0 ]!;
	const good = { changes: changesOf( item ), touched: [], orphans: 0 };
	it.each( [
		[ 'nothing', undefined ], [ 'null', null ], [ 'a number', 5 ], [ 'a text', 'e/e.0' ], [ 'a list', [] ],
		[ 'null for the item', { 'e/e.0': null } ], [ 'a number for the item', { 'e/e.0': 1 } ], [ 'a list for it', { 'e/e.0': [] } ],
		[ 'it inherited', Object.create( { 'e/e.0': good } ) ],
		[ 'it under a prototype\'s key', JSON.parse( `{"__proto__":{"e/e.0":${ JSON.stringify( good ) }}}` ) ],
		[ 'no sections', { 'e/e.0': { ...good, touched: null } } ],
		[ 'sections that are none', { 'e/e.0': { ...good, touched: [ null ] } } ],
		[ 'sections with wrong types', { 'e/e.0': { ...good, touched: [ { page: 'P', heading: 'A', nth: '0' } ] } } ],
		[ 'a count that is none', { 'e/e.0': { ...good, orphans: '1' } } ],
		[ 'other changes', { 'e/e.0': { ...good, changes: '7' } } ]
	] )( 'is not taken from storage that holds %s', ( _name, stored ) => {
		expect( recall( stored, item ) ).toBeNull();
	} );
} );
