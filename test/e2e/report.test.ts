/** The panel's report: figures, files to take away, and the summary on a page of the wiki. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../build/root';
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import { run } from '../cli/run';
import { findBarriers } from './axe';
import { addressOf, forgetSessions, testWiki, visit, wiki, type Visit, type VisitOptions } from './browser';
import { logOf, pageOf } from './drafts';
import { hasFocus, openPanel, showView, toolLink, waitForMarkers, waitForPanel } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { DEPLOYED } from './names';
import { text, textPattern } from './texts';

const SETTING = 'report';
const DRAFT = pageOf( 'Report' );
const SUMMARY = `${ logOf( 'Report' ) }/summary`;
const PANEL = '.advice-provenance-panel';

afterEach( () => wiki.setSettings( SETTING, null ) );

async function openReport(
	title: string, options: VisitOptions = {}
): Promise<Visit & { panel: Locator; report: Locator }> {
	const opened = await visit( title, options );
	await waitForMarkers( opened.page );
	const panel = await openPanel( opened.page );
	await showView( panel, 'report' );
	const report = panel.locator( '.advice-provenance-report' );
	await report.waitFor();
	return { ...opened, panel, report };
}

function button( report: Locator, key: string ): Locator {
	return report.getByRole( 'button', { name: text( key ), exact: true } );
}

/** The part of the report with this heading. */
function part( report: Locator, key: string ): Locator {
	return report.getByRole( 'region', { name: text( key ), exact: true } );
}

/** The buttons that save a file, one for each format. */
function saveButtons( report: Locator ): Locator {
	return part( report, 'report-files' ).getByRole( 'button', { name: text( 'report-save' ) } );
}

describe( 'the figures of the demonstration', () => {
	const log = logFor( Object.fromEntries(
		histories.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) )
	) );
	const advice = log.entries.flatMap( ( entry ) => entry.advice ?? [] );

	test( 'are those of the log, and show what they count', async () => {
		const { report, panel, page } = await openReport( RULES );
		const row = ( name: string ): Locator => report.getByRole( 'list', { name, exact: true } );
		const hours = advice.map( ( { effort } ) => effort?.hours )
			.filter( ( one ) => one !== undefined );
		expect( hours.length ).toBeGreaterThan( 0 );
		expect( await row( text( 'report-hours' ) ).innerText() )
			.toBe( String( hours.reduce( ( sum, one ) => sum + one, 0 ) ) );

		for ( const agent of log.agents ?? [] ) {
			const own = advice.filter( ( { advisers } ) => advisers?.includes( agent.id ) );
			const counts = new Map<string, number>();
			own.forEach( ( { disposition } ) => {
				const name = disposition ? text( `outcome-${ disposition.outcome }` ) : text( 'state-not-recorded' );
				counts.set( name, ( counts.get( name ) ?? 0 ) + 1 );
			} );
			const shown = await row( agent.name ?? agent.id ).getByRole( 'button' ).allInnerTexts();
			expect( shown.sort(), agent.name ).toEqual( [ ...counts ]
				.map( ( [ name, count ] ) => text( 'panel-labelled', name, count ) ).sort() );
		}

		// Every number leads to as many items as it says.
		const numbers = report.locator( '.advice-provenance-report__figures button' );
		expect( await numbers.count() ).toBeGreaterThan( 20 );
		const first = numbers.filter( { hasText: textPattern( 'panel-labelled', text( 'outcome-declined' ) ) } ).first();
		const count = Number( ( await first.innerText() ).split( ': ' )[ 1 ] );
		await first.click();
		const items = report.locator( '.advice-provenance-report__counted [data-item]' );
		expect( await items.count() ).toBe( count );
		await items.first().click();
		await panel.locator( 'article' ).waitFor();
		await panel.getByRole( 'button', { name: text( 'panel-back' ), exact: true } ).click();
		expect( await hasFocus( items.first() ) ).toBe( true );

		await report.getByText( text( 'report-not-computed' ) ).waitFor();
		await report.getByText( text( 'report-without-words' ) ).waitFor();
		await button( report, 'panel-words-follow' ).click();
		await report.getByText( text( 'panel-words-ready' ) ).waitFor();
		expect( await report.getByText( text( 'report-not-computed' ) ).count() ).toBe( 0 );
		expect( await report.getByText( text( 'report-without-words' ) ).count() ).toBe( 0 );
		// Whoever took most is named, with the edits that did it.
		const by = report.locator( 'p', { hasText: textPattern( 'report-overturned-taken-by' ) } ).first();
		await by.locator( 'xpath=following-sibling::ul[1]//button' ).click();
		const edit = report.locator( '.advice-provenance-report__counted a' ).first();
		await edit.click();
		await page.locator( '.diff-addedline, .diff-deletedline' ).first().waitFor();
	} );

	test( 'by keyboard alone, from the page tools to a record', async () => {
		const { page } = await visit( RULES );
		await waitForMarkers( page );
		await ( await toolLink( page ) ).focus();
		await page.keyboard.press( 'Enter' );
		const panel = await waitForPanel( page );
		await panel.getByRole( 'tab', { selected: true } ).focus();
		for ( let i = 0; i < 4; i++ ) {
			await page.keyboard.press( 'ArrowRight' );
		}
		const report = panel.locator( '.advice-provenance-report' );
		await report.waitFor();
		const number = report.locator( '.advice-provenance-report__figures button' ).first();
		for ( let i = 0; i < 20 && !await hasFocus( number ); i++ ) {
			await page.keyboard.press( 'Tab' );
		}
		await page.keyboard.press( 'Enter' );
		expect( await number.getAttribute( 'aria-expanded' ) ).toBe( 'true' );
		const item = report.locator( '.advice-provenance-report__counted [data-item]' ).first();
		for ( let i = 0; i < 20 && !await hasFocus( item ); i++ ) {
			await page.keyboard.press( 'Tab' );
		}
		await page.keyboard.press( 'Enter' );
		await panel.locator( 'article' ).waitFor();
	} );
} );

describe( 'files', () => {
	async function download(
		page: Page, report: Locator, format: string
	): Promise<{ name: string; text: string }> {
		const name = `${ text( 'report-save' ) } ${ text( `report-format-${ format }` ) }`;
		const [ file ] = await Promise.all( [
			page.waitForEvent( 'download' ),
			report.getByRole( 'button', { name, exact: true } ).click()
		] );
		return { name: file.suggestedFilename(), text: readFileSync( await file.path(), 'utf8' ) };
	}

	test( 'are made in the browser, under a strict Content Security Policy', async () => {
		await wiki.setSettings( SETTING, '$wgCSPHeader = true;' );
		const { page, report } = await openReport( RULES );
		await button( report, 'panel-words-follow' ).click();
		await report.getByText( text( 'panel-words-ready' ) ).waitFor();

		const stored = await page.request.get( `${ testWiki.url }/w/index.php`, { params: { title: LOG, action: 'raw' } } );
		const log = await download( page, report, 'log' );
		expect( JSON.parse( log.text ) ).toEqual( await stored.json() );
		expect( log.name ).toMatch( /^[^/:]+\.json$/ );
		await report.getByText( text( 'report-file-saved', log.name ) ).waitFor();

		const prov = await download( page, report, 'prov' );
		const { bundle } = JSON.parse( prov.text ) as {
			bundle: Record<string, { agent: object; entity: object }>;
		};
		const [ account ] = Object.values( bundle );
		expect( Object.keys( account?.agent ?? {} ).length ).toBeGreaterThan( 3 );
		expect( Object.keys( account?.entity ?? {} ).length ).toBeGreaterThan( 20 );
		// None was published.
		expect( prov.text ).not.toContain( 'published-summary' );

		const annotations = await download( page, report, 'annotations' );
		expect( () => JSON.parse( annotations.text ) as unknown ).not.toThrow();
		expect( annotations.text ).toContain( 'http://www.w3.org/ns/anno.jsonld' );
		expect( annotations.text ).toContain( 'TextQuoteSelector' );

		const csv = await download( page, report, 'csv' );
		expect( csv.name ).toMatch( /\.csv$/ );
		expect( csv.text.split( '\r\n' ).length ).toBeGreaterThan( 20 );

		const plain = await download( page, report, 'text' );
		expect( plain.text ).toContain( 'Professor Ottoline Marrow' );
		const wikitext = await download( page, report, 'wikitext' );
		expect( wikitext.text ).toContain( '[[Special:Diff/' );

		// The command line makes the same, but for when it was made.
		const today = new Date().toISOString().slice( 0, 10 );
		const from = [ '--wiki', `${ testWiki.url }/w/api.php`, '--page', RULES ];
		for ( const [ format, saved ] of [
			[ 'prov', prov ], [ 'annotations', annotations ], [ 'csv', csv ], [ 'text', plain ], [ 'wikitext', wikitext ]
		] as const ) {
			const made = await run( format === 'text' || format === 'wikitext' ?
				[ 'summary', ...format === 'text' ? [ '--format', 'text' ] : [], ...from ] : [ 'export', '--format', format, ...from ] );
			const untimed = ( file: string ): string => file
				.replace( /([\d-]{10})T[\d:.]+(?:Z|\+00:00)/g, ( time, day ) => day === today ? 'now' : time )
				.trimEnd();
			expect( untimed( made.stdout ), format ).toBe( untimed( saved.text ) );
		}

		await page.context().grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
		await report.getByRole( 'button', { name: `${ text( 'report-copy' ) } ${ text( 'report-format-text' ) }` } ).click();
		await report.getByText( text( 'report-copied' ) ).waitFor();
		expect( ( await page.evaluate( () => navigator.clipboard.readText() ) ).replace( /\r\n/g, '\n' ) )
			.toBe( plain.text.replace( /\r\n/g, '\n' ) );
	} );

	test( 'that cannot be made or copied say so', async () => {
		const { page, report, allowed } = await openReport( RULES );
		allowed.push( /^Failed to load resource/ );
		await page.route( /\/api\.php/, ( route ) => route.abort() );
		await saveButtons( report ).first().click();
		await report.getByText( text( 'report-files-failed' ) ).waitFor();
		await page.unroute( /\/api\.php/ );
		await page.evaluate( () => Object.defineProperty( navigator, 'clipboard', { value: undefined } ) );
		await report.getByRole( 'button', { name: `${ text( 'report-copy' ) } ${ text( 'report-format-text' ) }` } ).click();
		const area = report.getByLabel( text( 'report-copy-by-hand' ) );
		await area.waitFor();
		expect( await area.inputValue() ).toContain( 'Professor Ottoline Marrow' );
	} );
} );

describe( 'publishing the summary', () => {
	beforeEach( async () => {
		await wiki.restore( DEPLOYED );
		forgetSessions();
		await wiki.editPages( draftWithLog( 'Report', {
			schemaVersion: 1, title: 'Advice on the yard', draft: plainDraft( 'Report' ), entries: [ gateEntry ]
		} ) );
	} );

	async function stored( page: Page, title = SUMMARY ): Promise<string> {
		const answer = await page.request.get( `${ testWiki.url }/w/index.php`, { params: { title, action: 'raw' } } );
		return answer.ok() ? answer.text() : '';
	}

	async function look( report: Locator ): Promise<void> {
		await button( report, 'report-publish-look' ).click();
		await button( report, 'report-publish-now' ).waitFor();
	}

	async function publish( report: Locator ): Promise<void> {
		await look( report );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-done' ) ).waitFor();
	}

	async function openAgain( visited: Visit & { panel: Locator } ): Promise<void> {
		await visited.go( DRAFT );
		await waitForMarkers( visited.page );
		await ( await toolLink( visited.page ) ).click();
		await waitForPanel( visited.page );
		await showView( visited.panel, 'report' );
	}

	const asReader: VisitOptions = { user: 'Reader', gadget: true };

	test( 'makes the page, changes nothing the second time, and keeps what stands around it', async () => {
		const opened = await openReport( DRAFT, asReader );
		const { page, panel, report } = opened;
		await look( report );
		await report.getByText( text( 'report-publish-new' ) ).waitFor();
		await page.mouse.move( 1, 1 );
		expect( await findBarriers( page, [ PANEL ] ) ).toEqual( [] );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-done' ) ).waitFor();
		expect( await findBarriers( page, [ PANEL ] ) ).toEqual( [] );
		const first = await stored( page );
		expect( first ).toContain( 'When should the gate be open?' );

		// Whatever people write around it.
		await wiki.editPage( SUMMARY, `Read this with care.\n\n${ first }\n\nThanks to all.`, { user: 'Admin' } );
		await openAgain( opened );
		await report.getByText( text( 'report-stands' ) ).waitFor();
		await button( report, 'report-publish-look' ).click();
		await report.getByText( text( 'report-publish-nothing' ) ).waitFor();

		await wiki.editPage( logOf( 'Report' ), JSON.stringify( {
			schemaVersion: 1, title: 'Advice on the yard', draft: plainDraft( 'Report' ),
			entries: [ gateEntry, { id: 'key', request: { question: 'Who has the key?' } } ]
		} ), { contentModel: 'json', user: 'Admin' } );
		await openAgain( opened );
		await look( report );
		expect( await report.locator( 'ins' ).allInnerTexts() ).toContainEqual( expect.stringContaining( 'Who has the key?' ) );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-done' ) ).waitFor();
		const second = await stored( page );
		expect( second ).toMatch( /^Read this with care\.[^]*Who has the key\?[^]*Thanks to all\.$/ );
		expect( await panel.getByText( text( 'report-publish-difference' ) ).getAttribute( 'href' ) ).toMatch( /diff=\d+/ );
	} );

	test( 'to a page with a text of its own is told first, and broken marks are not guessed at', async () => {
		const other = 'User:Reader/Account of advice';
		await wiki.editPage( other, 'My notes.', { user: 'Admin' } );
		const { page, report } = await openReport( DRAFT, asReader );
		const field = report.getByLabel( text( 'report-publish-page' ), { exact: true } );
		for ( const [ typed, problem ] of [ [ 'A[b', 'invalid' ], [ DRAFT, 'draft' ], [ logOf( 'Report' ), 'log' ] ] as const ) {
			await field.fill( typed );
			await button( report, 'report-publish-look' ).click();
			await report.getByText( text( `report-title-${ problem }` ) ).waitFor();
		}
		await field.fill( other );
		await look( report );
		await report.getByText( text( 'report-publish-appended' ) ).waitFor();
		await button( report, 'report-publish-leave' ).click();
		expect( await stored( page, other ) ).toBe( 'My notes.' );
		await publish( report );
		const now = await stored( page, other );
		expect( now ).toMatch( /^My notes\.\n\n<!--/ );
		await wiki.editPage( other, now.replace( /<!--[^>]*ends[^>]*-->/, '' ), { user: 'Admin' } );
		const again = await openReport( DRAFT, asReader );
		await again.report.getByLabel( text( 'report-publish-page' ), { exact: true } ).fill( other );
		await button( again.report, 'report-publish-look' ).click();
		await again.report.getByText( text( 'report-page-markers' ) ).waitFor();
	} );

	test( 'while others save the page loses nothing', async () => {
		const opened = await openReport( DRAFT, asReader );
		const { page, report } = opened;
		await look( report );
		// Made by somebody else after the look: the wiki refuses to make it again.
		await wiki.editPage( SUMMARY, 'Mine was first.', { user: 'Admin' } );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-merged' ) ).waitFor();
		await report.getByText( text( 'report-publish-appended' ) ).waitFor();
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-done' ) ).waitFor();
		const first = await stored( page );
		expect( first ).toMatch( /^Mine was first\.\n\n<!--/ );

		// The same person in another tab: the wiki replaces what it takes for their own.
		await wiki.editPage( logOf( 'Report' ), JSON.stringify( {
			schemaVersion: 1, title: 'Advice on the yard', draft: plainDraft( 'Report' ),
			entries: [ gateEntry, { id: 'key', request: { question: 'Who has the key?' } } ]
		} ), { contentModel: 'json', user: 'Admin' } );
		await openAgain( opened );
		await look( report );
		await wiki.editPage( SUMMARY, `${ first }\n\nI wrote this in another tab.`, { user: 'Reader' } );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-merged' ) ).or( report.getByText( text( 'report-publish-done' ) ) ).waitFor();
		if ( await button( report, 'report-publish-now' ).count() ) {
			await button( report, 'report-publish-now' ).click();
			await report.getByText( text( 'report-publish-done' ) ).waitFor();
		}
		expect( await stored( page ) ).toMatch( /Who has the key\?[^]*I wrote this in another tab\.$/ );
	} );

	test( 'that the wiki refuses says why', async () => {
		const { page, report, allowed } = await openReport( DRAFT, asReader );
		allowed.push( /^Failed to load resource/ );
		await look( report );
		for ( const [ key, setting ] of [
			[ 'form-failure-readonly', '$wgReadOnly = "Mending the roof";' ],
			[ 'report-failure-too-big', '$wgMaxArticleSize = 0.05;' ],
			[ 'report-failure-protected', '$wgNamespaceProtection[NS_MAIN] = [ "editinterface" ];' ]
		] as const ) {
			await wiki.setSettings( SETTING, setting );
			await button( report, 'report-publish-now' ).click();
			await expect.poll( () => report.innerText(), { timeout: 30_000 } )
				.toContain( text( key ) );
		}
		await wiki.setSettings( SETTING, null );
		await page.route( /\/api\.php/, ( route ) => route.abort() );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'form-failure-network' ) ).waitFor();
		await page.unroute( /\/api\.php/ );
		await button( report, 'report-publish-now' ).click();
		await report.getByText( text( 'report-publish-done' ) ).waitFor();
	} );

	test( 'is offered to those who may edit; others see figures, files, and where it stands', async () => {
		await wiki.setSettings( SETTING, '$wgGroupPermissions["*"]["edit"] = false;' );
		const { report } = await openReport( DRAFT );
		await report.getByText( text( 'report-none' ) ).waitFor();
		expect( await button( report, 'report-publish-look' ).count() ).toBe( 0 );
		expect( await saveButtons( report ).count() ).toBe( 6 );
		await wiki.editPage( SUMMARY, 'A summary.', { user: 'Admin' } );
		const again = await openReport( DRAFT );
		await again.report.getByRole( 'link', { name: SUMMARY } ).waitFor();
	} );
} );

test( 'the published summary is read without the gadget', async () => {
	const { report } = await openReport( RULES, { user: 'Admin', gadget: true } );
	await button( report, 'panel-words-follow' ).click();
	await report.getByText( text( 'panel-words-ready' ) ).waitFor();
	const summary = part( report, 'report-publish' );
	await button( summary, 'report-publish-look' ).click();
	// A long text scrolls in its place, and covers nothing of what stands below.
	const change = summary.getByRole( 'list', { name: text( 'report-publish-change' ), exact: true } );
	const end = await change.locator( 'li' ).last().boundingBox();
	const publishing = await button( summary, 'report-publish-now' ).boundingBox();
	expect( end?.y ).toBeGreaterThan( publishing?.y ?? Infinity );
	expect( await change.evaluate( ( node ) => getComputedStyle( node ).overflowY ) ).toBe( 'auto' );
	await button( summary, 'report-publish-now' ).click();
	await summary.getByText( text( 'report-publish-done' ) ).waitFor();
	const { page } = await visit( `${ LOG }/summary`, { skin: 'vector-2022', gadget: false, covered: false } );
	const content = page.locator( '#mw-content-text' );
	const shown = await content.innerText();
	expect( shown ).toContain( 'Professor Ottoline Marrow' );
	expect( shown ).not.toMatch( /\{\{|\[\[|⧼/ );
	expect( await content.locator( 'a[href*="diff"], a[href*="Diff/"]' ).count() ).toBeGreaterThan( 5 );
	expect( await content.locator( '.error' ).count() ).toBe( 0 );
	if ( process.env.SCREENSHOTS ) {
		await page.screenshot( { path: join( root, '.local', 'screenshots', 'report-published.png' ), fullPage: true } );
	}
	expect( addressOf( `${ LOG }/summary` ) ).toBe( page.url().split( '?' )[ 0 ] );
} );

test( 'the words’ traces are published, once, and only after the words were followed', async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	const { page, report, allowed } = await openReport( RULES, { user: 'Admin', gadget: true } );
	allowed.push( /^Failed to load resource/ );
	const traces = part( report, 'report-trace' );
	await traces.getByText( text( 'report-trace-first' ) ).waitFor();
	await button( report, 'panel-words-follow' ).click();
	await report.getByText( text( 'panel-words-ready' ) ).waitFor();
	await button( traces, 'report-trace-look' ).click();
	const rows = traces.getByRole( 'listitem' );
	await rows.filter( { hasText: RULES } ).first().waitFor();
	const pages = await rows.count();
	expect( pages ).toBeGreaterThan( 1 );
	await wiki.setSettings( SETTING, '$wgReadOnly = "Mending the roof";' );
	await button( traces, 'report-publish-now' ).click();
	await expect.poll( () => traces.getByText( text( 'form-failure-readonly' ) ).count(), { timeout: 30_000 } )
		.toBe( pages );
	await wiki.setSettings( SETTING, null );
	await button( traces, 'report-publish-now' ).click();
	await traces.getByText( text( 'report-trace-nothing' ) ).waitFor();
	await page.mouse.move( 1, 1 );
	expect( await findBarriers( page, [ PANEL ] ) ).toEqual( [] );
	const href = await rows.first().getByRole( 'link' ).getAttribute( 'href' ) ?? '';
	const raw = await page.request.get( `${ testWiki.url }${ href }`, { params: { action: 'raw' } } );
	expect( await raw.json() ).toMatchObject( { engine: 'advice-provenance' } );

	const again = await openReport( RULES, { user: 'Admin', gadget: true } );
	await button( again.report, 'panel-words-follow' ).click();
	await again.report.getByText( text( 'panel-words-ready' ) ).waitFor();
	const later = part( again.report, 'report-trace' );
	await button( later, 'report-trace-look' ).click();
	await later.getByText( text( 'report-trace-nothing' ) ).waitFor();
	expect( await button( later, 'report-publish-now' ).count() ).toBe( 0 );
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test.skipIf( !process.env.SCREENSHOTS ).each( [
	[ 'light', { skin: 'vector-2022' } ],
	[ 'dark', { skin: 'vector-2022', query: { vectornightmode: '1' } } ],
	[ 'phone', { skin: 'minerva', context: phone } ],
	[ 'rtl', { skin: 'vector-2022', query: { uselang: 'ar' } } ]
] as [ string, VisitOptions ][] )( 'pictures: %s', async ( name, options ) => {
	const folder = join( root, '.local', 'screenshots' );
	mkdirSync( folder, { recursive: true } );
	const { page } = await visit( RULES, { user: 'Admin', gadget: true, ...options } );
	await waitForMarkers( page );
	await page.evaluate( () => {
		location.hash = '#advice';
	} );
	const panel = page.locator( PANEL );
	await panel.getByRole( 'tab' ).nth( 4 ).click();
	const report = panel.locator( '.advice-provenance-report' );
	await report.locator( '.advice-provenance-report__part' ).nth( 2 ).waitFor();
	let number = 0;
	const shoot = async (): Promise<void> => {
		await page.screenshot( { path: join( folder, `report-${ name }-${ ++number }.png` ) } );
	};
	await shoot();
	await report.locator( '.advice-provenance-report__figures button' ).nth( 6 ).click();
	await report.locator( '.advice-provenance-report__counted' ).scrollIntoViewIfNeeded();
	await shoot();
	await report.locator( '.advice-provenance-report__part' ).nth( 1 ).evaluate( ( node ) => node.scrollIntoView() );
	await shoot();
	await report.locator( '.advice-provenance-report__part' ).nth( 2 ).evaluate( ( node ) => node.scrollIntoView() );
	await shoot();
	await report.locator( '.advice-provenance-report__part' ).nth( 2 ).locator( 'button' ).first().click();
	await page.waitForTimeout( 1500 );
	await report.locator( '.advice-provenance-report__part' ).nth( 2 ).evaluate( ( node ) => node.scrollIntoView() );
	await shoot();
	expect( number ).toBe( 5 );
} );
