import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { expectedChanges, type ExpectedChange, type ExpectedSection } from '../../demo/fictional-policy/expectations';
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import type { Advice, Change, Quote } from '../../src/log/types';
import { visit } from './browser';
import { itemButton, openItem, openPanel, waitForMarkers } from './gadget';
import { text } from './texts';

/** The log with the revision ids of the answer key. */
const log = logFor( Object.fromEntries(
	histories.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) )
) );

function sectionText( section: ExpectedSection ): string {
	return text( 'panel-section-of-page', section.heading || text( 'panel-lead' ), section.page );
}

function holdsSome( quotes: Quote[] | undefined, passages: string[] ): boolean {
	return ( quotes ?? [] ).some(
		( { exact } ) => passages.some( ( passage ) => passage.includes( exact ) )
	);
}

/** Where a change shows in the panel: only what belongs to its own advice. */
function expectedPlaces( change: ExpectedChange, { inserted, deleted }: Change ): string[] {
	return change.effects
		.filter( ( effect ) => ( !inserted && !deleted ) ||
			holdsSome( inserted, effect.inserted ) || holdsSome( deleted, effect.removed ) )
		.map( ( { section, headingThen, pageThen } ) => section ?
			sectionText( section ) :
			text( 'panel-change-lost-place', headingThen || text( 'panel-lead' ), pageThen ) )
		.sort();
}

/** What the record of one piece of advice shows for each of its changes. */
async function shownPlaces( part: Locator ): Promise<string[][]> {
	return part.locator( '.advice-provenance-panel__change' ).evaluateAll( ( changes ) => changes.map(
		( change ) => Array.from( change.querySelectorAll( '.advice-provenance-panel__effect > p:first-child' ) )
			.map( ( place ) => {
				const link = place.querySelector( 'a' );
				return ( ( link ?? place ).textContent ?? '' ).trim();
			} ).sort()
	) );
}

describe( 'the account agrees with the answer key', () => {
	test( 'on the sections that each change touched, renamed, moved and split off', async () => {
		const { page } = await visit( RULES );
		await waitForMarkers( page );
		const panel = await openPanel( page );
		const key = expectedChanges();
		for ( const entry of log.entries ) {
			const advice = ( entry.advice ?? [] ).filter( ( { changes } ) => changes?.length );
			for ( const piece of advice ) {
				const record = await openItem( panel, `${ entry.id }/${ piece.id }` );
				const index = ( entry.advice ?? [] ).indexOf( piece );
				const part = record.locator( '.advice-provenance-panel__answer' ).nth( index );
				const expected = key
					.filter( ( { advice: id } ) => id === piece.id )
					.map( ( one, i ) => expectedPlaces( one, piece.changes?.[ i ] as Change ) );
				expect( await shownPlaces( part ), piece.id ).toEqual( expected );
				await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).click();
				await itemButton( panel, `${ entry.id }/${ piece.id }` ).waitFor();
			}
		}
	} );

	test.each( [ RULES, APPEALS ] )( 'on what changed the sections of “%s”', async ( title ) => {
		const { page } = await visit( title );
		await waitForMarkers( page );
		const panel = await openPanel( page );
		const items = new Map<string, Advice>();
		for ( const { id, advice = [] } of log.entries ) {
			advice.forEach( ( piece ) => items.set( `${ id }/${ piece.id }`, piece ) );
		}
		const expected = new Map<string, Set<string>>();
		const counts = new Map<string, number>();
		for ( const change of expectedChanges() ) {
			const name = `${ change.entry }/${ change.advice }`;
			const nth = counts.get( name ) ?? 0;
			counts.set( name, nth + 1 );
			const own = items.get( name )?.changes?.[ nth ] as Change;
			for ( const place of expectedPlaces( change, own ) ) {
				const effect = change.effects
					.find( ( { section } ) => section && sectionText( section ) === place );
				if ( effect?.section?.page === title ) {
					const { heading } = effect.section;
					expected.set( heading, ( expected.get( heading ) ?? new Set() ).add( name ) );
				}
			}
		}
		const listed = await panel.locator( '.advice-provenance-panel__section' ).evaluateAll(
			( sections, [ because, prefix ] ) => sections.flatMap( ( section ) => {
				const name = section.querySelector( 'h4' )?.getAttribute( 'data-section' ) ?? '';
				return name.startsWith( prefix ?? '' ) ?
					Array.from( section.querySelectorAll( 'li' ) )
						.filter( ( row ) => row.textContent?.includes( because ?? '' ) )
						.map( ( row ) => [
							name.slice( ( prefix ?? '' ).length ).replace( /#\d+$/, '' ),
							row.querySelector( '[data-item]' )?.getAttribute( 'data-item' ) ?? ''
						] ) :
					[];
			} ),
			[ text( 'because-changed' ), `${ title }#` ]
		);
		const shown = new Map<string, Set<string>>();
		listed.forEach( ( [ heading = '', item = '' ] ) => {
			shown.set( heading, ( shown.get( heading ) ?? new Set() ).add( item ) );
		} );
		expect( shown ).toEqual( expected );
		expect( shown.size ).toBeGreaterThan( 0 );
	} );
} );
