/** Looks for barriers with axe, in parts of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const script = readFileSync(
	createRequire( import.meta.url ).resolve( 'axe-core/axe.min.js' ), 'utf8'
);

/** What the injected script offers. */
interface Axe {
	run( ...args: unknown[] ): Promise<AxeResults>;
}

/**
 * What axe finds in the parts of a page that are there.
 *
 * @param page
 * @param selectors of the parts
 */
export async function findBarriers( page: Page, selectors: string[] ): Promise<string[]> {
	await page.evaluate( script );
	const results = await page.evaluate( async ( all ) => {
		const { axe } = window as unknown as { axe: Axe };
		const include = all.filter( ( selector ) => document.querySelector( selector ) );
		return axe.run( { include: include.map( ( selector ) => [ selector ] ) }, {
			runOnly: [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice' ],
			// Minerva and MonoBook put their content into no landmark.
			rules: { region: { enabled: false } },
			resultTypes: [ 'violations' ]
		} );
	}, selectors );
	return results.violations.flatMap( ( { id, nodes } ) => nodes.map(
		( node ) => `${ id }: ${ node.target.join( ' ' ) } ${ node.failureSummary ?? '' }`
	) );
}
