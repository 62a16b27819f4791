import { beforeAll, describe, expect, it } from 'vitest';
import { accountFacts } from '../../src/panel/facts';
import { computedFrom } from '../../src/panel/computed-from';
import { isFiltering, keptItems, NO_FILTER } from '../../src/panel/filter';
import { groupItems } from '../../src/panel/group-items';
import { holderLines } from '../../src/panel/holders';
import { openGroups } from '../../src/panel/open-items';
import { shareRows } from '../../src/panel/share-rows';
import { version } from '../../package.json';
import type { AdviceItem } from '../../src/account/types';
import { formatShare } from '../../src/wiki/numbers';
import { installMw, knowPanelTexts, unknownMessages } from './fake-mw';
import { MAIN, makeAccount } from './fixture';

beforeAll( () => {
	installMw();
	knowPanelTexts();
} );

const before = makeAccount();
const account = makeAccount( { words: true } );
const today = new Date( '2024-07-01' );

function itemOf( key: string ): AdviceItem {
	const item = account.items.find( ( one ) => one.key === key );
	if ( !item ) {
		throw new Error( key );
	}
	return item;
}

describe( 'shares of advised words', () => {
	it( 'are told for each section, and what is not on record is not told as none', () => {
		const [ main ] = shareRows( account ).pages;
		const texts = Object.fromEntries(
			( main?.rows ?? [] ).map( ( { ref, text } ) => [ ref?.heading, text ] )
		);
		expect( texts.Ladders ).toMatch( /^2 of \d+ words \(\d+%\)$/ );
		expect( texts[ 'Sharing the harvest' ] ).toBe( 'Advice on record; no word of today goes back to it' );
		expect( texts.Pruning ).toBe( 'No advice on record' );
	} );

	it( 'name the adviser, and add up to the whole draft', () => {
		const { whole, pages } = shareRows( account );
		const rows = pages.flatMap( ( page ) => page.rows );
		expect( whole?.total ).toBe( rows.reduce( ( sum, { total } ) => sum + total, 0 ) );
		expect( whole?.parts ).toEqual( [ { name: 'Marit Holm', words: 2, look: 1 } ] );
	} );

	it( 'are told as unknown where nothing was followed', () => {
		expect( shareRows( before ).whole ).toBeNull();
		expect( shareRows( before ).pages[ 0 ]?.rows[ 1 ]?.text ).toMatch( /^Not known/ );
	} );

	it( 'never read as none or all where they are not', () => {
		expect( [ [ 1, 1000 ], [ 999, 1000 ], [ 0, 5 ], [ 5, 5 ], [ 0, 0 ] ].map(
			( [ part = 0, whole = 0 ] ) => formatShare( part, whole )
		) ).toEqual( [ '1%', '99%', '0%', '100%', '0%' ] );
	} );
} );

describe( 'what is open', () => {
	const groups = Object.fromEntries( openGroups( account.items, today )
		.map( ( { name, items } ) => [ name, items.map( ( { key } ) => key ) ] ) );

	it( 'is what waits, what was decided and not applied, and what is not on record', () => {
		expect( groups ).toEqual( {
			unanswered: [ 'bees' ],
			'not-applied': [ 'insurance/insurance-legal' ],
			lost: [ 'keys-old/keys-b' ],
			incomplete: [ 'approval', 'overall' ]
		} );
	} );

	it( 'includes advice that was applied and is gone', () => {
		const text = account.words?.pages.get( MAIN )?.text ?? '';
		const gone = makeAccount( { words: true, today: text.replace( 'two metres', 'five steps' ) } );
		const lost = openGroups( gone.items, today ).find( ( { name } ) => name === 'lost' );
		expect( lost?.items.map( ( { key } ) => key ) ).toContain( 'ladder-height/ladder-marit' );
	} );

	it( 'puts first what has waited longest', () => {
		const entries = [ '2024-05', '2024-01', '2024-03' ].map( ( requestedOn, index ) => (
			{ id: `e${ index }`, request: { question: '?', state: 'open', requestedOn } }
		) );
		const log = { schemaVersion: 1, draft: { pages: [ { id: 'main', title: MAIN } ] }, entries };
		const [ group ] = openGroups( makeAccount( { log } ).items, today );
		expect( group?.items.map( ( { key } ) => key ) ).toEqual( [ 'e1', 'e2', 'e0' ] );
	} );

	it( 'says who had to do with it, or that this is not recorded', () => {
		const lines = ( key: string, group: 'unanswered' | 'incomplete' ): string[] => holderLines(
			itemOf( key ),
			group,
			( ids ) => ( ids ?? [] ).map( ( id ) => account.agents.get( id ) ?? { id, name: id } )
		);
		expect( lines( 'bees', 'unanswered' )[ 0 ] ).toMatch( /^Asked, no answer yet, for \d+ days$/ );
		expect( lines( 'bees', 'unanswered' )[ 1 ] ).toBe( 'Who has it now is not recorded' );
		expect( lines( 'ladder-height/ladder-marit', 'incomplete' ) ).toEqual( [
			'Applied and checked', 'Asked by: Pip', 'On behalf of: Orchard Guild', 'Passed on by: Pip',
			'Decided by: Pip, Orchard Guild'
		] );
	} );
} );

describe( 'groups', () => {
	it( 'by topic, adviser and outcome have every record, also those without', () => {
		for ( const grouping of [ 'topic', 'adviser', 'outcome' ] as const ) {
			const groups = groupItems( account, grouping, null );
			const keys = new Set(
				groups.flatMap( ( { rows } ) => rows.map( ( { item } ) => item.key ) )
			);
			expect( keys.size, grouping ).toBe( account.items.length );
			expect( new Set( groups.map( ( { key } ) => key ) ).size ).toBe( groups.length );
		}
		const topics = groupItems( account, 'topic', null );
		expect( topics.map( ( { title, rows } ) => [ title, rows.length ] ) )
			.toEqual( [ [ 'Working at heights', 1 ], [ 'Fair shares', 2 ], [ 'No topic', 7 ] ] );
	} );

	it( 'have only what the filter leaves', () => {
		const kept = keptItems( account, { ...NO_FILTER, adviser: 'id:marit' } );
		expect( groupItems( account, 'outcome', kept ).map( ( { title } ) => title ) )
			.toEqual( [ 'Changed the text', 'Not followed' ] );
	} );
} );

describe( 'search', () => {
	const found = ( text: string ): string[] => (
		[ ...keptItems( account, { ...NO_FILTER, text } ) ?? [] ].map( ( { key } ) => key )
	);

	it( 'finds all words, in whatever case and part of a record', () => {
		expect( found( 'WET morning' ) ).toEqual( [ 'ladder-height/ladder-marit' ] );
		expect( found( 'marit early' ) ).toEqual( [ 'shares/shares-marit' ] );
		expect( found( 'heights' ) ).toEqual( [ 'ladder-height/ladder-marit' ] );
		expect( found( 'pineapple' ) ).toEqual( [] );
	} );

	it( 'finds nothing of what is withheld', () => {
		expect( found( 'SECRET' ) ).toEqual( [] );
		expect( found( 'somebody falls' ) ).toEqual( [ 'insurance/insurance-legal' ] );
	} );

	it( 'does not count spaces as words', () => {
		expect( isFiltering( { ...NO_FILTER, text: '  ' } ) ).toBe( false );
	} );
} );

it( 'facts say how much is on record', () => {
	const facts = Object.fromEntries(
		accountFacts( account ).map( ( { name, text } ) => [ name, text ] )
	);
	expect( facts ).toEqual( {
		answered: '4 of 8',
		adopted: 'Adopted (2), Adopted with changes (1)',
		edits: '3, one of which could not be read',
		standing: expect.stringMatching( /^2 of \d+ words/ ),
		'lost-places': '2',
		topics: 'none'
	} );
	expect( accountFacts( before ).map( ( { name } ) => name ) ).not.toContain( 'standing' );
} );

it( 'tells what the account was computed from, and what is not known', () => {
	const lines = Object.fromEntries(
		computedFrom( account ).map( ( { name, text } ) => [ name, text ] )
	);
	expect( lines ).toMatchObject( {
		log: 'Revision 200',
		cited: '2 of 3 read',
		problems: 'revision missing or deleted (1)',
		places: '2 not found today, 1 not looked up, or not readable',
		missing: '0',
		version
	} );
	expect( lines.words ).toMatch( /^followed through 6 revisions, Jul 1, 2024/ );
	expect( computedFrom( before ).find( ( { name } ) => name === 'words' )?.text ).toBe( 'not followed yet' );
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );
