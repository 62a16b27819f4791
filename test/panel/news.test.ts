import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteVisit } from '../../src/panel/last-visit';
import { keepView, recallView } from '../../src/panel/kept-view';
import { newsSince, type News } from '../../src/panel/news';
import { NO_FILTER } from '../../src/panel/filter';
import { installMw, kept } from './fake-mw';
import { orchardLog } from './fixture-log';
import { makeAccount, type AccountOptions } from './fixture';

beforeAll( installMw );
beforeEach( () => kept.clear() );

const HOUR = 3600_000;

/** The log with other entries. */
function logWith( change: ( entries: Record<string, unknown>[] ) => unknown[] ): unknown {
	const log = structuredClone( orchardLog ) as unknown as { entries: Record<string, unknown>[] };
	return { ...log, entries: change( log.entries ) };
}

describe( 'visits', () => {
	it( 'are told apart by the time between them', () => {
		const account = makeAccount();
		expect( noteVisit( account, 0 ) ).toBeNull();
		// The same visit: there still is none before.
		expect( noteVisit( account, HOUR / 4 ) ).toBeNull();
		expect( noteVisit( account, 2 * HOUR )?.on ).toBe( HOUR / 4 );
		expect( noteVisit( account, 2.1 * HOUR )?.on ).toBe( HOUR / 4 );
		expect( noteVisit( account, 4 * HOUR )?.on ).toBe( 2.1 * HOUR );
	} );

	it( 'remember what words stood, also where they are not known the next time', () => {
		noteVisit( makeAccount( { words: true } ), 0 );
		noteVisit( makeAccount(), 2 * HOUR );
		const before = noteVisit( makeAccount(), 4 * HOUR );
		expect( before?.standing[ 'ladder-height/ladder-marit' ] ).toBe( 2 );
	} );

	it.each( [
		'nonsense', 7, [], { last: 'x' }, { last: { on: 'now', log: 1 } }, { last: [], before: {} }
	] )( 'are none where something else was kept: %j', ( value ) => {
		kept.set( 'advice-provenance-orchardwiki-Project:Orchard Rules/Advice.json#visits', value );
		expect( noteVisit( makeAccount(), 5 * HOUR ) ).toBeNull();
	} );
} );

describe( 'news', () => {
	const start = 10 * HOUR;

	function newsFrom( before: AccountOptions, now: AccountOptions ): News {
		noteVisit( makeAccount( before ), start );
		const account = makeAccount( now );
		const visit = noteVisit( account, start + 2 * HOUR );
		if ( !visit ) {
			throw new Error( 'The first visit was forgotten.' );
		}
		return newsSince( visit, account );
	}

	it( 'are none where nothing happened', () => {
		expect( newsFrom( {}, {} ) ).toEqual( { items: [], removed: 0, logChanged: false } );
	} );

	it( 'are new records, records with another state, and how many are gone', () => {
		const log = logWith( ( entries ) => [
			...entries.filter( ( { id } ) => id !== 'scarecrows' ).map( ( entry ) => entry.id === 'bees' ?
				{ ...entry, request: { question: 'May the hives stand next to the path?', state: 'withdrawn' } } :
				entry ),
			{ id: 'constructor', request: { question: 'What of the ducks?' } }
		] );
		const { items, removed, logChanged } = newsFrom( {}, { log, logRevision: 201 } );
		expect( items.map( ( { item, isNew, former } ) => [ item.key, isNew, former ] ) ).toEqual( [
			[ 'bees', false, 'pending' ],
			[ 'constructor', true, null ]
		] );
		expect( [ removed, logChanged ] ).toEqual( [ 1, true ] );
	} );

	it( 'are advised words that have gone from the text, or come back', () => {
		const text = makeAccount( { words: true } ).words?.pages.get( 'Project:Orchard Rules' )?.text ?? '';
		const today = text.replace( 'two metres', 'five steps' );
		expect( today ).not.toBe( text );
		const [ lost ] = newsFrom( { words: true }, { words: true, today } ).items;
		expect( lost ).toMatchObject( { lost: 2, regained: 0, isNew: false, former: null } );
		kept.clear();
		const [ regained ] = newsFrom( { words: true, today }, { words: true } ).items;
		expect( regained ).toMatchObject( { lost: 0, regained: 2 } );
	} );
} );

describe( 'how the panel was left', () => {
	it( 'is remembered, but for what was searched', () => {
		const filter = { ...NO_FILTER, adviser: 'id:marit', text: 'secret' };
		keepView( 'Log', { tab: 'open', grouping: 'topic', filter } );
		expect( recallView( 'Log' ) )
			.toEqual( { tab: 'open', grouping: 'topic', filter: { ...filter, text: '' } } );
		expect( JSON.stringify( [ ...kept ] ) ).not.toContain( 'secret' );
		expect( recallView( 'Other log' ).tab ).toBe( 'overview' );
	} );

	it.each( [ 'x', { tab: 'nowhere', grouping: 1, filter: null }, { filter: { adviser: {} } }, [] ] )(
		'is as at first where something else was kept: %j', ( value ) => {
			kept.set( 'advice-provenance-orchardwiki-Log#panel', value );
			expect( recallView( 'Log' ) )
				.toEqual( { tab: 'overview', grouping: 'section', filter: NO_FILTER } );
		} );
} );
