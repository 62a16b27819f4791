/**
 * The log broken in many ways: each state is looked at on the page, in its difference, in the edit
 * form and in the history, which say what is wrong and do not break themselves.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLog } from '../../src/log/check-log';
import { isJsonObject, type JsonValue } from '../../src/log/json-value';
import { namedMessage } from '../../src/log/named-message';
import { readLog } from '../../src/log/read-log';
import { brokenLogs } from '../log/fixtures/broken-logs';
import { testWiki, visit, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { noWelcome, revisionsOf } from './notes';
import { text } from './texts';

const NAME = 'Log that is no JSON';
const LOG = logOf( NAME );
/** Names what the tests here set. */
const SETTING = 'broken-logs';

interface State {
	how: string;
	revision: number;
	/** As the wiki stored it. */
	text: string;
}

const states: State[] = [];

/** Every revision of the log with its summary and text, the oldest first. */
async function storedRevisions(): Promise<{ revid: number; comment: string; content: string }[]> {
	const query = new URLSearchParams( {
		action: 'query', titles: LOG, prop: 'revisions', rvprop: 'ids|comment|content', rvslots: 'main',
		rvlimit: '50', rvdir: 'newer', format: 'json', formatversion: '2'
	} );
	const answer = await fetch( `${ testWiki.url }/w/api.php?${ query.toString() }` );
	const { query: { pages } } = await answer.json() as { query: { pages: {
		revisions: { revid: number; comment: string; slots: { main: { content: string } } }[];
	}[]; }; };
	return ( pages[ 0 ]?.revisions ?? [] ).map(
		( { revid, comment, slots } ) => ( { revid, comment, content: slots.main.content } )
	);
}

beforeAll( async () => {
	// The toolbar of the edit form takes longer than everything that is looked at here; what it and
	// the editors over the text change is tested in log-page.test.ts.
	await wiki.setSettings( SETTING, '$wgDefaultUserOptions["usebetatoolbar"] = 0;' );
	await wiki.editPages( [
		{ title: pageOf( NAME ), text: PLAIN_TEXT },
		...brokenLogs.map( ( [ how, written ] ) => ( {
			// Only a page of another model than JSON can hold such texts.
			title: LOG, text: written, contentModel: 'wikitext', user: 'Reader', summary: how
		} ) )
	] );
	// Of white space alone the wiki stores nothing, and that it has already.
	for ( const { revid, comment, content } of await storedRevisions() ) {
		states.push( { how: comment, revision: revid, text: content } );
	}
} );

afterAll( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( DEPLOYED );
} );

/** Without characters that the gadget takes out of hostile texts, and white space. */
function plain( words: string ): string {
	return words.replace( /[\p{Cf}\p{Cc}\s]+/gu, ' ' );
}

/** What is told first of a text: errors come before what is only doubtful. */
function firstFinding( written: string ): { words: string; isError: boolean } {
	const findings = checkLog( written );
	const error = findings.find( ( { severity } ) => severity === 'error' );
	const finding = error ?? findings[ 0 ];
	if ( !finding ) {
		throw new Error( 'Nothing is wrong.' );
	}
	const { key, params } = namedMessage( finding, ( name ) => text( name ) );
	return { words: plain( text( key, ...params ) ).trim(), isError: error !== undefined };
}

function isLog( written: string ): boolean {
	try {
		return isJsonObject( JSON.parse( written ) as JsonValue );
	} catch {
		return false;
	}
}

/** No key stands where a message should be, and nothing of a text became a part of the page. */
async function expectWords( page: Page, part: string ): Promise<string> {
	const words = await page.locator( part ).first().innerText();
	expect( words ).not.toMatch( /⧼|undefined|\[object|NaN/ );
	expect( await page.locator( `${ part } img, ${ part } script` ).count() ).toBe( 0 );
	return plain( words );
}

test( 'there are more than twenty of them', () => {
	expect( states.length ).toBeGreaterThan( 20 );
} );

test( 'the page tells what is wrong, and shows what can be understood', async () => {
	const { page, go } = await visit( LOG );
	for ( const state of states ) {
		await go( LOG, { oldid: String( state.revision ) } );
		await page.locator( '.advice-provenance-panel--page' ).waitFor();
		const words = await expectWords( page, '.advice-provenance-log' );
		expect( words, state.how ).toContain( firstFinding( state.text ).words );
		const { log } = readLog( state.text );
		expect( await page.locator( 'article' ).count(), state.how ).toBe( Math.min( 25, log?.entries.length ?? 0 ) );
	}
}, 240_000 );

test( 'the edit form tells what is wrong, with line and column, and does not save it', async () => {
	const { page, go } = await visit( LOG, { context: noWelcome } );
	const check = '.advice-provenance-log-check';
	for ( const state of states ) {
		await go( LOG, { action: 'edit', oldid: String( state.revision ) } );
		await page.locator( `${ check } [role=status]:not(:empty)` ).waitFor();
		const words = await expectWords( page, check );
		expect( words, state.how ).toContain( firstFinding( state.text ).words );
		expect( words, state.how ).toMatch( /\d/ );
		await page.locator( '#wpSave' ).click();
		const guard = page.locator( '.advice-provenance-log-guard' );
		await guard.waitFor();
		expect( await guard.getByRole( 'button', { name: text( 'logpage-save-anyway' ) } ).count(), state.how )
			.toBe( firstFinding( state.text ).isError ? 0 : 1 );
	}
	const newest = ( await revisionsOf( LOG ) ).pop();
	expect( newest?.revid ).toBe( states[ states.length - 1 ]?.revision );
}, 240_000 );

test( 'differences and the history say so, or what changed', async () => {
	const { page, go } = await visit( LOG, { query: { action: 'history', limit: '100' } } );
	await page.getByRole( 'button', { name: text( 'logpage-history-ask' ) } ).click();
	await page.getByText( text( 'logpage-history-done', ( await revisionsOf( LOG ) ).length ) ).waitFor();
	const rows = new Map<number, string>();
	for ( const { revision } of states ) {
		rows.set( revision, await expectWords( page, `li[data-mw-revid="${ revision }"] .advice-provenance-log-changes` ) );
	}
	for ( const [ at, state ] of states.entries() ) {
		const before = states[ at - 1 ];
		if ( before ) {
			await go( LOG, { diff: String( state.revision ), oldid: String( before.revision ), diffonly: '1' } );
			await page.locator( '.advice-provenance-log-check' ).waitFor();
			const words = await expectWords( page, '.advice-provenance-log-check' );
			for ( const told of [ words, rows.get( state.revision ) ] ) {
				expect( told?.includes( text( 'logpage-unreadable' ) ), state.how ).toBe( !isLog( state.text ) );
				expect( told?.includes( text( 'logpage-readable' ) ), state.how ).toBe( isLog( state.text ) && !isLog( before.text ) );
			}
		}
	}
}, 240_000 );
