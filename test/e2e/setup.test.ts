/** One configuration page: several drafts in several languages, and what is wrong with it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from './axe';
import { forgetSessions, visit, wiki, type Visit } from './browser';
import { deploy } from './deploying';
import { markers, waitForMarkers } from './gadget';
import { DEPLOYED } from './names';

const CONFIG = 'MediaWiki:Gadget-AdviceProvenance-config.json';

const drafts = [
	{
		page: 'Project:Gartenordnung', log: 'Project:Gartenordnung/Beratungsprotokoll.json', language: 'de',
		heading: 'Brunnen', question: 'Wie tief darf der Brunnen sein?', advice: 'Höchstens zehn Meter.'
	},
	{
		page: 'قواعد البستان', log: 'قواعد البستان/سجل المشورة.json', language: 'ar',
		heading: 'البئر', question: 'كم يجوز أن يكون عمق البئر؟', advice: 'عشرة أمتار على الأكثر.'
	}
];

beforeAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	await wiki.editPages( [
		{ title: CONFIG, text: JSON.stringify( {
			drafts: drafts.map( ( { page, log } ) => ( { log, pages: [ page ] } ) )
		} ) },
		...drafts.flatMap( ( { page, log, heading, question, advice } ) => [
			{ title: page, text: `== ${ heading } ==\n${ advice }` },
			{ title: log, contentModel: 'json', text: JSON.stringify( {
				schemaVersion: 1,
				draft: { pages: [ { id: 'p', title: page } ], sections: [ { id: 's', page: 'p', heading } ] },
				entries: [ {
					id: 'e', sections: [ 's' ], request: { question },
					advice: [ { id: 'e.1', summary: advice, disposition: { outcome: 'confirmed-no-change' } } ]
				} ]
			} ) }
		] )
	] );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

test.each( drafts )( 'a draft in "$language" has its own log, and its readers their language', async ( { page: title, language, heading, advice } ) => {
	const { page } = await visit( title, { fresh: true, query: { uselang: language } } );
	await waitForMarkers( page );
	expect( await markers( page ).count() ).toBe( 1 );
	const name = await markers( page ).first().innerText();
	expect( name ).not.toMatch( /[a-z]{4} [a-z]{4}/ );
	await markers( page ).first().click();
	const card = page.getByRole( 'dialog' );
	await card.getByText( advice ).first().waitFor();
	expect( await card.innerText() ).toContain( heading );
	expect( await page.evaluate( () => document.documentElement.dir ) ).toBe( language === 'ar' ? 'rtl' : 'ltr' );
} );

/** Opens the configuration page, where more is asked of the wiki than on a reader's page. */
async function openConfiguration( query: Record<string, string> = {} ): Promise<Visit> {
	const opened = await visit( 'Special:BlankPage', { fresh: true } );
	opened.allowed.push( /more than one request/ );
	await opened.go( CONFIG, query );
	return opened;
}

test( 'the configuration page says that nothing is wrong, and links to logs and pages', async () => {
	const { page } = await openConfiguration();
	const box = page.locator( '.advice-provenance-setup' );
	await box.waitFor();
	expect( await box.innerText() ).toContain( 'Nothing is wrong with it.' );
	expect( await box.getByRole( 'link' ).allInnerTexts() ).toEqual( drafts.flatMap(
		( { page: title, log } ) => [ `advice log: ${ log }`, title ]
	) );
	expect( await findBarriers( page, [ '.advice-provenance-setup' ] ) ).toEqual( [] );
} );

test( 'faults are said in words, on the page and by --verify', async () => {
	await wiki.editPages( [
		{ title: 'Moved draft', text: '#REDIRECT [[Project:Gartenordnung]]' },
		{ title: CONFIG, text: JSON.stringify( { drafts: [
			{ log: 'No log.json', pages: [ 'Moved draft', 'No such page' ] },
			{ logs: 'Log.json', pages: 'Project:Gartenordnung' }
		] } ) }
	] );
	const words = [
		'Draft 1: “Moved draft” is a redirect. Name the page that it leads to, “Project:Gartenordnung”.',
		'Draft 1: there is no page “No such page”.',
		'Draft 1: there is no log “No log.json” yet.',
		'Draft 2: there is nothing by the name “logs” here',
		'Draft 2 has no “log”',
		'Draft 2 has no list “pages”'
	];
	const { page } = await openConfiguration();
	const box = page.locator( '.advice-provenance-setup' );
	await box.waitFor();
	const shown = await box.innerText();
	expect( shown ).toContain( '5 things have to be put right:' );
	const { status, output } = await deploy( [ '--verify' ], { env: { BOT_USER: '', BOT_PASSWORD: '' } } );
	for ( const part of words ) {
		expect( shown ).toContain( part );
		expect( output ).toContain( `${ CONFIG }: ${ part }` );
	}
	expect( status ).toBe( 1 );

	const german = await openConfiguration( { uselang: 'de' } );
	await german.page.getByText( '5 Dinge sind zu berichtigen:' ).waitFor();
} );

test( 'a configuration that names no list of drafts is told as well', async () => {
	const old = await wiki.editPage( CONFIG, '{ "drafts": [] }' );
	await wiki.editPage( CONFIG, '{ "draft": [] }' );
	const { page } = await openConfiguration();
	await page.getByText( 'There is no list “drafts” on the page' ).waitFor();

	// What is wrong with the newest revision is not said of an older one.
	const before = ( await openConfiguration( { oldid: String( old ) } ) ).page;
	await before.waitForFunction( () => (
		typeof mw !== 'undefined' && mw.loader?.getState( 'ext.gadget.AdviceProvenance-setup' ) === 'ready'
	) );
	await before.waitForLoadState( 'networkidle' );
	expect( await before.locator( '.advice-provenance-setup' ).count() ).toBe( 0 );
} );
