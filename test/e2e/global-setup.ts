/**
 * Set-up of the browser tests: a wiki of its own in `.local/test-wiki`, with the gadget deployed
 * as it would be anywhere, the demonstrations, and the drafts of the tests.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../build/build';
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
	/** Folder of the build that was deployed. */
	dist: string;
	/** For `wikiControl`. */
	control: string;
	/** Path of the browser. */
	chromium: string;
	/** Folder for `cacheScripts`. */
	scripts: string;
}

declare module 'vitest' {
	export interface ProvidedContext {
		testWiki: TestWiki;
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

export default async function setup( project: TestProject ): Promise<() => Promise<void>> {
	const chromium = await ensureChromium( log );
	const temporary = mkdtempSync( join( tmpdir(), 'advice-provenance-' ) );
	const [ dist, scripts ] = [ join( temporary, 'dist' ), join( temporary, 'scripts' ) ];
	mkdirSync( scripts );
	// The server ends with this process, however that ends.
	let wiki: RunningWiki | undefined;
	try {
		// One after the other: both take all that two processors have.
		await build( { dist } );
		wiki = await startWiki( { dir: join( root, '.local', 'test-wiki' ), log } );
		await furnish( wiki, dist );
	} catch ( error ) {
		await wiki?.stop();
		rmSync( temporary, { recursive: true, force: true } );
		throw error;
	}
	const running = wiki;
	const control = await serveControl( running );
	project.provide( 'testWiki', {
		url: running.url, users: running.users, botPassword: running.botPassword, dist,
		control: control.url, chromium, scripts
	} );
	return async () => {
		await control.stop();
		await running.stop();
		rmSync( temporary, { recursive: true, force: true } );
	};
}
