// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { accountFigures } from '../../src/account/figures';
import type { DraftAccount } from '../../src/account/types';
import type { AdviceLog } from '../../src/log/types';
import { figureGroups, type FigureGroup } from '../../src/report/figure-groups';
import { installMw, knowPanelTexts } from '../panel/fake-mw';
import { makeAccount } from '../panel/fixture';
import { orchardLog } from '../panel/fixture-log';

beforeAll( () => {
	installMw();
	knowPanelTexts();
} );

function groupsOf( account: DraftAccount ): Map<FigureGroup[ 'name' ], FigureGroup> {
	return new Map( figureGroups( accountFigures( account, new Date( '2024-06-10' ) ), account )
		.map( ( group ) => [ group.name, group ] ) );
}

/** Rows as texts. */
function rows( group: FigureGroup | undefined ): string[] {
	return ( group?.rows ?? [] ).map(
		( { title, figures } ) => `${ title } | ${ figures.map( ( { text } ) => text ).join( ', ' ) }`
	);
}

describe( 'the figures of the orchard', () => {
	it( 'count every item once in all, and as many as they list', () => {
		const account = makeAccount();
		const groups = groupsOf( account );
		const keys = new Set( account.items.map( ( { key } ) => key ) );
		for ( const { rows: all } of groups.values() ) {
			for ( const { figures } of all ) {
				for ( const { items } of figures ) {
					expect( items.every( ( key ) => keys.has( key ) ) ).toBe( true );
				}
			}
		}
		const total = groups.get( 'by-topic' )?.rows.at( -1 )?.figures ?? [];
		expect( total.flatMap( ( { items } ) => items ).sort() ).toEqual( [ ...keys ].sort() );
		for ( const { text, items } of total ) {
			expect( text.endsWith( `: ${ items.length }` ), text ).toBe( true );
		}
	} );

	it( 'are written in the digits that MediaWiki puts into sentences', () => {
		const { mw } = globalThis as unknown as {
			mw: { language: object; config: { get: ( name: string ) => unknown } };
		};
		const { language, config: { get } } = mw;
		mw.language = { convertNumber: ( value: number ) => new Intl.NumberFormat( 'ar-u-nu-arab' ).format( value ) };
		mw.config.get = ( name ) => name === 'wgUserLanguage' ? 'ar' : get( name );
		try {
			const all = [ ...groupsOf( makeAccount() ).values() ].flatMap( rows );
			expect( all.length ).toBeGreaterThan( 5 );
			expect( all.join( '' ) ).not.toMatch( /: [0-9]/ );
			expect( all.join( '' ) ).toMatch( /: [٠-٩]/ );
		} finally {
			mw.language = language;
			mw.config.get = get;
		}
	} );

	it( 'tell by whom and since when, and what is not known', () => {
		const groups = groupsOf( makeAccount() );
		expect( rows( groups.get( 'ages' ) ) ).toEqual( [
			expect.stringMatching( /^Asked, no answer yet \| 30 to 89 days: 1/ )
		] );
		expect( groups.get( 'by-adviser' )?.rows.length ).toBeGreaterThan( 2 );
		expect( groups.get( 'overturned' ) ).toMatchObject( {
			rows: [], notes: [ expect.stringMatching( /^Not computed/ ) ]
		} );
	} );

	it( 'tell who took words away, once words were followed', () => {
		const { overturned } = Object.fromEntries( groupsOf( makeAccount( {
			words: true, today: 'These are the rules of the orchard.\n'
		} ) ) );
		expect( overturned?.notes ).toEqual( [] );
		const [ first, second ] = rows( overturned );
		expect( first ).toMatch( /^Of \d+ words? that advice brought in, no longer in the text \(\d+\u00a0?%\) \| \d+ words?$/ );
		expect( second ).toMatch( /^Taken out by \S+/ );
		expect( overturned?.rows[ 1 ]?.figures[ 0 ]?.revisions?.length ).toBeGreaterThan( 0 );
	} );

	it( 'do not break on currencies that nobody knows, nor add them up', () => {
		const log = structuredClone( orchardLog ) as unknown as AdviceLog;
		const advice = log.entries.flatMap( ( entry ) => entry.advice ?? [] );
		const efforts = [ { hours: 1.5, amount: 100, currency: 'EUR' }, { amount: 0.1, currency: 'QQQ' }, { amount: 7 } ];
		advice.slice( 0, 3 ).forEach( ( piece, index ) => {
			piece.effort = efforts[ index ];
		} );
		const group = groupsOf( makeAccount( { log } ) ).get( 'effort' );
		expect( rows( group ) ).toEqual( [
			'Hours | 1.5', expect.stringMatching( /^Money \| .*€100\.00, QQQ\s?0\.10, 7 \(currency not recorded\)$/ )
		] );
		expect( group?.rows[ 1 ]?.figures ).toHaveLength( 3 );
		expect( group?.notes[ 0 ] ).toBe( `Published for 3 of ${ advice.length } pieces of advice; nothing is known of the others.` );
	} );
} );
