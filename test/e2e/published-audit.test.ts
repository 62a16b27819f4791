/** What a maintainer publishes in the panel, before the audit; and what was tampered with since. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import type { AdviceLog } from '../../src/log/types';
import { run, type Result } from '../cli/run';
import { forgetSessions, testWiki, visit, wiki } from './browser';
import { openPanel, showView, waitForMarkers } from './gadget';
import { DEPLOYED } from './names';
import { text } from './texts';

const SUMMARY = `${ LOG }/summary`;
const INDEX = `${ testWiki.url }/w/index.php`;

/** A second try begins where the first one did. */
async function restore(): Promise<void> {
	await wiki.restore( DEPLOYED );
	forgetSessions();
}

beforeEach( restore );
afterAll( restore );

function button( part: Locator, key: string ): Locator {
	return part.getByRole( 'button', { name: text( key ), exact: true } );
}

/** Publishes in the panel's report what is not there as it should be; gives the traces' titles. */
async function publish(): Promise<string[]> {
	const { page, context } = await visit( RULES, { user: 'Admin', gadget: true } );
	await waitForMarkers( page );
	const panel = await openPanel( page );
	await showView( panel, 'report' );
	const report = panel.locator( '.advice-provenance-report' );
	const [ summary, traces ] = [ 'report-publish', 'report-trace' ].map( ( key ) => (
		report.getByRole( 'region', { name: text( key ), exact: true } )
	) ) as [ Locator, Locator ];
	await button( report, 'panel-words-follow' ).click();
	await report.getByText( text( 'panel-words-ready' ) ).waitFor();
	await button( summary, 'report-publish-look' ).click();
	await button( summary, 'report-publish-now' ).click();
	await summary.getByText( text( 'report-publish-done' ) ).waitFor();
	await button( traces, 'report-trace-look' ).click();
	await button( traces, 'report-publish-now' ).click();
	await traces.getByText( text( 'report-trace-nothing' ) ).waitFor();
	const links = await traces.getByRole( 'listitem' ).getByRole( 'link' ).evaluateAll(
		( all ) => all.map( ( link ) => ( link as HTMLAnchorElement ).href )
	);
	await context.close();
	return links
		.map( ( href ) => decodeURIComponent( href ).replace( /^.*\/wiki\//, '' ).replace( /_/g, ' ' ) )
		.filter( ( title ) => title.startsWith( LOG ) );
}

async function stored( title: string ): Promise<string> {
	const query = new URLSearchParams( { title, action: 'raw' } );
	const response = await fetch( `${ INDEX }?${ query.toString() }` );
	expect( response.status, title ).toBe( 200 );
	return response.text();
}

function audit(): Promise<Result> {
	return run( [ 'audit', '--wiki', `${ testWiki.url }/w/api.php`, '--page', RULES ] );
}

/** Rules of the findings in an audit, with how it ended. */
async function rules(): Promise<{ status: number; found: Set<string> }> {
	const { status, lines } = await audit();
	return { status, found: new Set( lines.flatMap( ( line ) => /^[A-Z]\d+/.exec( line ) ?? [] ) ) };
}

test( 'a summary and traces from the panel hold before the audit, until somebody tampers', async () => {
	const titles = await publish();
	expect( titles ).toHaveLength( 2 );
	const clean = await audit();
	expect( [ clean.status, clean.stderr ] ).toEqual( [ 0, '' ] );
	expect( clean.lines ).toContain( '# Published traces compared with the history: 2.' );
	expect( clean.lines ).toContain( `# Published summary compared: ${ SUMMARY }` );
	expect( clean.lines.filter( ( line ) => /^[AST]\d/.test( line ) ) ).toEqual( [] );

	// One figure of the summary.
	const summary = await stored( SUMMARY );
	const figure = /(\d+) of (\d+) \((\d+)%\)/.exec( summary )!;
	const more = figure[ 0 ].replace( figure[ 1 ]!, String( Number( figure[ 1 ] ) + 1 ) );
	await wiki.editPage( SUMMARY, summary.replace( figure[ 0 ], more ) );
	let now = await rules();
	expect( now.status ).toBe( 1 );
	expect( now.found ).toContain( 'S2' );
	expect( now.found ).not.toContain( 'T4' );

	// One number of a trace: words of nobody's advice are said to go back to some.
	const [ title = '' ] = titles;
	const trace = JSON.parse( await stored( title ) ) as { advised: string };
	const advised = trace.advised.replace( /^0 /, '1 ' );
	expect( advised ).not.toBe( trace.advised );
	await wiki.editPage( title, JSON.stringify( { ...trace, advised } ), { contentModel: 'json' } );
	now = await rules();
	expect( now.status ).toBe( 1 );
	expect( now.found ).toContain( 'S2' );
	expect( now.found ).toContain( 'T4' );

	// Whoever publishes again takes both back.
	expect( await publish() ).toEqual( titles );
	expect( await stored( SUMMARY ) ).toBe( summary );
	now = await rules();
	expect( now.status ).toBe( 0 );
	expect( [ ...now.found ].filter( ( rule ) => /^[AST]/.test( rule ) ) ).toEqual( [] );

	// One claim of the log: an edit, of which nothing is left to be compared.
	const log = JSON.parse( await stored( LOG ) ) as AdviceLog;
	const [ change ] = log.entries.flatMap( ( entry ) => entry.advice ?? [] )
		.flatMap( ( { changes = [] } ) => changes );
	change!.from = change!.revision;
	await wiki.editPage( LOG, JSON.stringify( log ), { contentModel: 'json' } );
	now = await rules();
	expect( now.status ).toBe( 1 );
	expect( now.found ).toContain( 'A1' );
} );
