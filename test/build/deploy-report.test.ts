import { describe, expect, it } from 'vitest';
import { definitionTitle, type Deployment } from '../../build/deploy/pages';
import { planDeployment, type PageAction, type WikiState } from '../../build/deploy/plan';
import { countPages, describePlan } from '../../build/deploy/report';
import { buildOf } from './small-builds';

/** The wiki after a plan was carried out. */
function wikiAfter( done: PageAction[] ): WikiState {
	return {
		pages: new Map( done.map(
			( { title, after, model } ) => [ title, { text: after, model, revision: 1 } ]
		) ),
		made: new Set(),
		mayDelete: true
	};
}

const empty: WikiState = { pages: new Map(), made: new Set(), mayDelete: true };

function plan( build: Deployment, state = empty ): PageAction[] {
	return planDeployment( build, state );
}

describe( 'what a dry run says', () => {
	it( 'of a first deployment', () => {
		const first = plan( buildOf( '1', [ 'reader' ] ) );
		const lines = describePlan( first, true );
		expect( lines ).toContain( 'create MediaWiki:Gadget-AdviceProvenance-reader.js' );
		expect( lines ).toContain( '  (25 characters)' );
		expect( lines ).toContain( '+ * AdviceProvenance-reader[ResourceLoader|package|hidden]|AdviceProvenance-reader.js' );
		expect( countPages( first ) ).toEqual( { changed: 9, all: 9 } );
	} );

	it( 'of another one, each page once, with what is there now and what will be', () => {
		const state = wikiAfter( plan( buildOf( '1', [ 'reader', 'old' ] ) ) );
		const second = plan( buildOf( '2', [ 'reader', 'new' ] ), state );
		const lines = describePlan( second, true );
		expect( lines.filter( ( line ) => line === `change ${ definitionTitle }` ) ).toHaveLength( 1 );
		expect( lines.filter( ( line ) => line.includes( '.new.js' ) ) ).toEqual( [
			'Until one edit of the definition switches over, the new texts of 2 pages stand aside (as MediaWiki:Gadget-AdviceProvenance-reader.new.js, …).'
		] );
		const at = lines.indexOf( 'change MediaWiki:Gadget-AdviceProvenance-reader.js' );
		expect( lines.slice( at + 1, at + 3 ) ).toEqual( [ '- AdviceProvenance-reader 1', '+ AdviceProvenance-reader 2' ] );
		expect( countPages( plan( buildOf( '1', [ 'reader', 'old' ] ), state ) ).changed ).toBe( 0 );
	} );

	it( 'of pages that go, as far as it is known how', () => {
		const state = wikiAfter( plan( buildOf( '1', [], [ 'de', 'fr' ] ) ) );
		const french = 'MediaWiki:Gadget-AdviceProvenance-i18n-fr.json';
		const second = plan( buildOf( '1', [], [ 'de' ] ), { ...state, made: new Set( [ french ] ) } );
		expect( describePlan( second, true ) ).toContain( `delete ${ french }` );
		expect( describePlan( second, false ) ).toContain( `empty ${ french }` );
		expect( describePlan( second, null ) ).toContain( `remove ${ french }` );
	} );
} );
