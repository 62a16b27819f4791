/**
 * "Install in five minutes" followed step by step on a wiki without the gadget: its own commands
 * are run, and the rest is done in the browser as it tells.
 */
import { spawn } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSource } from '../../build/deploy/source';
import { root } from '../../build/root';
import { forgetSessions, testWiki, visit, wiki } from './browser';
import { commands, example } from './documented';
import { endOf, type Ended } from './deploying';
import { field, pick } from './form-fields';
import { markerOf, toolLink, waitForPanel } from './gadget';
import { DEPLOYED, UNTOUCHED } from './names';
import { text } from './texts';

const CONFIG = 'MediaWiki:Gadget-AdviceProvenance-config.json';
const config = example( '3. Name your draft', 'json' );
const { drafts: [ draft ] } = JSON.parse( config ) as {
	drafts: [ { log: string; pages: [ string ] } ];
};
let bot = { BOT_USER: '', BOT_PASSWORD: '' };

beforeAll( async () => {
	await wiki.restore( UNTOUCHED );
	forgetSessions();
	await wiki.editPage( draft.pages[ 0 ], '== Ladders ==\nTall ladders are for two.\n\n== Gate ==\nThe gate is shut at night.' );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

/** Runs a command as it is written, with the address of this wiki. */
async function run( command: string ): Promise<Ended> {
	const dirty = ( await readSource( root ) ).dirty.length > 0 ? ' --allow-dirty' : '';
	const child = spawn( `${ command.replace( 'https://wiki.example', testWiki.url ) }${ dirty }`, {
		cwd: root, shell: true, env: { ...process.env, ...bot }
	} );
	return endOf( child );
}

async function runAll( heading: string ): Promise<string> {
	let all = '';
	for ( const command of commands( heading ).filter( ( line ) => !line.startsWith( 'export ' ) ) ) {
		const { status, output } = await run( command );
		expect( `${ command }: ${ output }${ status }` ).toMatch( /0$/ );
		all += output;
	}
	return all;
}

async function tickGrants( page: Page, names: string[] ): Promise<void> {
	for ( const name of names ) {
		// The wiki's table gives its boxes no names of their own.
		const box = page.locator( '.mw-htmlform-matrix tr' ).filter( { hasText: name } ).locator( 'input' );
		// What is seen lies over the box itself, and the box where no pointer gets.
		await box.evaluate( ( element: HTMLInputElement ) => element.click() );
		expect( await box.isChecked() ).toBe( true );
	}
}

describe( 'install in five minutes', { timeout: 240_000 }, () => {
	test( '1. a bot password', async () => {
		// Scripts of the wiki put widgets in the place of its boxes at some time, which forget.
		const { page } = await visit( 'Special:BotPasswords', {
			user: 'Admin', covered: false, skin: 'vector-2022', context: { javaScriptEnabled: false }
		} );
		await page.locator( '[name="wpappId"]' ).fill( 'gadget' );
		await page.getByRole( 'button', { name: 'Create', exact: true } ).click();
		await tickGrants( page, [
			'Edit sitewide and user CSS/JS', 'Create, edit, and move pages',
			'High-volume (bot) access', 'Delete pages, revisions, and log entries'
		] );
		await page.getByRole( 'button', { name: 'Create', exact: true } ).click();
		const told = await page.locator( '#mw-content-text' ).innerText();
		const [ , password = '' ] = /\b([0-9a-z]{32})\b/.exec( told ) ?? [];
		bot = { BOT_USER: 'Admin@gadget', BOT_PASSWORD: password };
		expect( told ).toContain( bot.BOT_USER );
		expect( password ).toHaveLength( 32 );
	} );

	test( '2. look, then deploy', async () => {
		const output = await runAll( '2. Look, then deploy' );
		expect( output ).toMatch( /Would change (\d+) of \1 pages[^]*Changed \d+ of \d+ pages[^]*Nothing to change/ );
		const { page } = await visit( 'Special:Gadgets', { covered: false, user: 'Admin', fresh: true } );
		const content = page.locator( '#mw-content-text' );
		expect( await content.innerText() ).toContain( 'Expert advice' );
		expect( await content.locator( '.mw-gadgets-warning, .warning, .error, .cdx-message' ).allInnerTexts() ).toEqual( [] );
	} );

	test( '3. name your draft', async () => {
		await wiki.editPage( CONFIG, config, { user: 'Admin' } );
		const { status, output } = await run( commands( '2. Look, then deploy' ).slice( -1 )[ 0 ] ?? '' );
		expect( output ).toContain( `there is no log “${ draft.log }” yet` );
		expect( status ).toBe( 0 );
	} );

	test( '4. switch it on, and the first entry', async () => {
		const { page, allowed } = await visit( draft.pages[ 0 ], { user: 'Reader', gadget: true, fresh: true, skin: 'vector-2022' } );
		await ( await toolLink( page ) ).click();
		const panel = await waitForPanel( page );
		await panel.getByRole( 'button', { name: 'Add an entry', exact: true } ).first().click();
		await field( panel, 'form-field-question' ).fill( 'Who may use the tall ladders?' );
		await pick( panel, 'panel-field-sections', 'Ladders' );
		await panel.getByRole( 'button', { name: 'Look over and save', exact: true } ).click();
		await panel.getByRole( 'button', { name: 'Save', exact: true } ).click();
		await panel.getByText( text( 'form-saved' ) ).waitFor();
		// The address that is loaded anew asks for the panel, which asks for what it needs.
		allowed.push( /before any action/ );
		await page.reload();
		await markerOf( page, 'Ladders' ).waitFor();
	} );

	test( 'update, go back and uninstall', async () => {
		expect( await runAll( 'Update' ) ).toContain( 'Nothing to change' );
		const refused = await run( commands( 'Go back' ).slice( -1 )[ 0 ] ?? '' );
		expect( refused.status ).toBe( 1 );
		expect( refused.output ).toContain( 'was the first one' );
		const output = await runAll( 'Uninstall' );
		expect( output ).toContain( `Left as it is, the wiki's own: ${ CONFIG }` );
		expect( ( await run( commands( '2. Look, then deploy' ).slice( -1 )[ 0 ] ?? '' ) ).status ).toBe( 1 );
		// Whoever took it away by mistake has it again.
		await runAll( 'Go back' );
		const { page } = await visit( draft.pages[ 0 ], { fresh: true } );
		await markerOf( page, 'Ladders' ).waitFor();
	} );
} );
