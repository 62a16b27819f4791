/**
 * Serves the wiki's own scripts and styles from a folder. Every test has a browser context that
 * has never been there, and packing MediaWiki's scripts anew takes PHP longer than the rest of a
 * page. Within a run they do not change: the gadget is deployed once, before all tests. What
 * belongs to a user is left alone.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const PACKING_MS = 90_000;

interface Kept {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/**
 * Puts the cache before a context.
 *
 * @param folder shared by all tests of a run
 */
export async function cacheScripts( context: BrowserContext, folder: string ): Promise<void> {
	await context.route( /\/w\/load\.php\?(?!.*\buser\b)/, async ( route ) => {
		const url = route.request().url();
		const file = join( folder, createHash( 'sha256' ).update( url ).digest( 'hex' ) );
		if ( existsSync( file ) ) {
			const { body, ...kept } = JSON.parse( readFileSync( file, 'utf8' ) ) as Kept;
			await route.fulfill( { ...kept, body: Buffer.from( body, 'base64' ) } );
			return;
		}
		try {
			// PHP packs the scripts of an editor for a long time when the machine is busy.
			const response = await route.fetch( { timeout: PACKING_MS } );
			const body = await response.body();
			await route.fulfill( { response, body } );
			if ( response.ok() ) {
				const headers = response.headers();
				// The body is kept as it is after unpacking.
				delete headers[ 'content-encoding' ];
				delete headers[ 'content-length' ];
				const kept: Kept = { status: response.status(), headers, body: body.toString( 'base64' ) };
				writeFileSync( file, JSON.stringify( kept ) );
			}
		} catch {
			// The test was over before the answer came. Otherwise the browser tells of it: a script
			// that never comes would look like an editor that does not start.
			await route.abort().catch( () => undefined );
		}
	} );
}
