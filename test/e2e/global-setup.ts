/**
 * Set-up of the browser tests: a wiki of their own in `.local/test-wiki`, with the gadget deployed
 * as it would be anywhere, the demonstrations, and the drafts of the tests. Test files that run
 * at the same time have a copy of it each, as they change what it holds and how it behaves.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildIfChanged } from '../../build/build-if-changed';
import { ensureDemonstrations } from '../../build/demonstrations';
import { deployGadget, readDefinition } from '../../build/deploy/deploy';
import { ensureChromium } from '../../build/packages';
import { root } from '../../build/root';
import { startWiki, type RunningWiki } from '../../build/wiki/running-wiki';
import { wikiPaths, type Account } from '../../build/wiki/wiki-folder';
import type { Configuration } from '../../src/wiki/configuration';
import { testDrafts } from './drafts';
import { DEPLOYED, UNTOUCHED } from './names';
import { serveControl } from './wiki-control';

/** What the tests are told about the wiki. */
export interface TestWiki {
	/** `http://127.0.0.1:PORT` */
	url: string;
	users: Account[];
	botPassword: { user: string; password: string };
	/** For `wikiControl`. */
	control: string;
	/** Path of the browser. */
	chromium: string;
	/** Folder for `cacheScripts`. */
	scripts: string;
}

declare module 'vitest' {
	export interface ProvidedContext {
		/** One for each test file that may run at the same time. */
		testWikis: TestWiki[];
	}
}

function log( line: string ): void {
	process.stdout.write( `${ line }\n` );
}

/** Takes back what the tests of an interrupted run changed. */
async function tidy( wiki: RunningWiki ): Promise<void> {
	const { settings, snapshots } = wikiPaths( wiki.dir );
	for ( const file of existsSync( settings ) ? readdirSync( settings ) : [] ) {
		wiki.setSettings( basename( file, '.php' ), null );
	}
	if ( existsSync( join( snapshots, UNTOUCHED ) ) ) {
		await wiki.restore( UNTOUCHED );
	}
}

/** Brings the wiki into the state that every test file starts from. */
async function furnish( wiki: RunningWiki, dist: string ): Promise<void> {
	await tidy( wiki );
	const { config } = await ensureDemonstrations( wiki, log );
	await wiki.snapshot( UNTOUCHED );
	const { drafts } = config as Configuration;
	await deployGadget( {
		apiUrl: wiki.apiUrl,
		...wiki.botPassword,
		dist,
		definition: readDefinition(),
		config: { drafts: [ ...drafts, ...testDrafts ] }
	} );
	await wiki.snapshot( DEPLOYED );
}

/**
 * Serves the furnished wiki, and copies of it.
 *
 * @param count of wikis in all
 */
async function startWikis( count: number, dist: string ): Promise<RunningWiki[]> {
	const dir = join( root, '.local', 'test-wiki' );
	const first = await startWiki( { dir, log } );
	try {
		await furnish( first, dist );
	} finally {
		// Also before it is copied: what is being served has files that are half-written.
		await first.stop();
	}
	const wikis: RunningWiki[] = [];
	try {
		for ( let number = 1; number <= count; number++ ) {
			const copy = number === 1 ? dir : `${ dir }-${ number }`;
			if ( copy !== dir ) {
				rmSync( copy, { recursive: true, force: true } );
				cpSync( dir, copy, {
					recursive: true, preserveTimestamps: true, verbatimSymlinks: true
				} );
			}
			wikis.push( await startWiki( { dir: copy, log } ) );
		}
	} catch ( error ) {
		await stopAll( wikis );
		throw error;
	}
	return wikis;
}

async function stopAll( running: { stop(): Promise<void> }[] ): Promise<void> {
	await Promise.all( running.map( ( one ) => one.stop() ) );
}

export default async function setup( project: TestProject ): Promise<() => Promise<void>> {
	const chromium = await ensureChromium( log );
	const scripts = mkdtempSync( join( tmpdir(), 'advice-provenance-' ) );
	// The servers end with this process, however that ends.
	let wikis: RunningWiki[];
	try {
		// One after the other: both take all that two processors have.
		// What the tests deploy by the command is then built already.
		const dist = await buildIfChanged( log );
		wikis = await startWikis( project.config.maxWorkers, dist );
	} catch ( error ) {
		rmSync( scripts, { recursive: true, force: true } );
		throw error;
	}
	const controls = await Promise.all( wikis.map( serveControl ) );
	project.provide( 'testWikis', wikis.map( ( { url, users, botPassword }, i ) => (
		{ url, users, botPassword, control: controls[ i ]?.url ?? '', chromium, scripts }
	) ) );
	return async () => {
		await stopAll( controls );
		await stopAll( wikis );
		rmSync( scripts, { recursive: true, force: true } );
	};
}
