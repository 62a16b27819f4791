/** From a wiki without the gadget to one without it again, by the command that operators use. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetSessions, testWiki, visit, wiki } from './browser';
import { deploy, expectDone } from './deploying';
import { DEPLOYED, UNTOUCHED } from './names';
import { allOf, makeBuilds, runningBuild } from './small-builds';

const DEFINITION = 'MediaWiki:Gadgets-definition';
const FOREIGN = '== tools ==\n* Other[ResourceLoader|default]|Other.js';

const builds = makeBuilds();

beforeAll( async () => {
	await wiki.restore( UNTOUCHED );
	forgetSessions();
	await wiki.editPages( [
		{ title: 'MediaWiki:Gadget-Other.js', text: 'window.other = true;' },
		{ title: DEFINITION, text: FOREIGN }
	] );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	builds.remove();
} );

async function ask( parameters: Record<string, string> ): Promise<unknown> {
	const response = await fetch( `${ testWiki.url }/w/api.php?${ new URLSearchParams( {
		action: 'query', format: 'json', formatversion: '2', ...parameters
	} ).toString() }` );
	return ( await response.json() as { query: unknown } ).query;
}

/** Titles in the namespace of the interface that are named as ours are. */
async function ourPages(): Promise<string[]> {
	const { allpages } = await ask( { list: 'allpages', apnamespace: '8', aplimit: '500' } ) as {
		allpages: { title: string }[];
	};
	return allpages.map( ( { title } ) => title ).filter( ( title ) => title.includes( 'dviceProvenance' ) || title.includes( 'advice-provenance' ) );
}

async function textOf( title: string ): Promise<string> {
	const response = await fetch( `${ testWiki.url }/w/index.php?${ new URLSearchParams( { title, action: 'raw' } ).toString() }` );
	return response.text();
}

async function expectNoWarning(): Promise<void> {
	const { page } = await visit( 'Special:Gadgets', {
		covered: false, user: 'Admin', fresh: true, context: { javaScriptEnabled: false }
	} );
	const content = page.locator( '#mw-content-text' );
	expect( await content.locator( '.mw-gadgets-warning, .warning, .error, .cdx-message' ).allInnerTexts() ).toEqual( [] );
}

describe( 'the whole cycle', { timeout: 180_000 }, () => {
	test( 'a dry run shows everything and changes nothing', async () => {
		const before = await ourPages();
		const output = expectDone( await deploy( [ '--dist', builds.one, '--config', builds.config, '--dry-run' ] ) );
		expect( output ).toContain( `Wiki: ${ testWiki.url }/w/api.php` );
		expect( output ).toContain( 'create MediaWiki:Gadget-AdviceProvenance-reader.js' );
		expect( output ).toContain( `change ${ DEFINITION }\n  == tools ==` );
		expect( output ).toContain( '+ * AdviceProvenance-gone[' );
		expect( output ).not.toMatch( /^[-+~] .{400}/m );
		expect( await ourPages() ).toEqual( before );
	} );

	test( 'a deployment gives readers the gadget, with the commit in every summary', async () => {
		expectDone( await deploy( [ '--dist', builds.one, '--config', builds.config ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		expect( await textOf( DEFINITION ) ).toContain( `${ FOREIGN }\n` );
		for ( const title of [ DEFINITION, 'MediaWiki:Gadget-AdviceProvenance-reader.js' ] ) {
			const { pages } = await ask( { titles: title, prop: 'revisions', rvprop: 'comment' } ) as {
				pages: { revisions: { comment: string }[] }[];
			};
			expect( pages[ 0 ]?.revisions[ 0 ]?.comment ).toMatch( /^Deploy advice-provenance \d+\.\d+\.\d+ \(commit [0-9a-f]{12}\b.*\)$/ );
		}
	} );

	test( 'done again it changes nothing, and the wiki is verified', async () => {
		const count = async (): Promise<string> => JSON.stringify( await ask( { meta: 'siteinfo', siprop: 'statistics' } ) );
		const before = await count();
		expect( expectDone( await deploy( [ '--dist', builds.one ] ) ) ).toContain( 'Nothing to change' );
		expect( await count() ).toBe( before );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ], { env: { BOT_USER: '', BOT_PASSWORD: '' } } ) );
		const differs = await deploy( [ '--dist', builds.two, '--verify' ] );
		expect( differs.status ).toBe( 1 );
		expect( differs.output ).toMatch( /~ .*\[-one-\]\{\+two\+\}|- .*'one';\n\+ .*'two';/ );
		expect( ( await deploy( [ '--verify', '--dist', builds.one ], { wiki: 'http://127.0.0.1:9/' } ) ).status ).toBe( 2 );
	} );

	test( 'an operator\'s choices stay, pages that are not built any more go', async () => {
		await wiki.editPage( DEFINITION, ( await textOf( DEFINITION ) ).replace( /^(\* AdviceProvenance\[[^\]]*)/m, '$1|default|rights=read' ) );
		const output = expectDone( await deploy( [ '--dist', builds.two ] ) );
		expect( output ).toContain( 'deleted MediaWiki:Gadget-AdviceProvenance-gone.js' );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
		const definition = await textOf( DEFINITION );
		expect( definition ).toMatch( /^\* AdviceProvenance\[[^\]]*\|default\|rights=read\]/m );
		expect( definition ).not.toContain( 'gone' );
		expect( definition ).toContain( `${ FOREIGN }\n` );
		expect( ( await ourPages() ).filter( ( title ) => /gone|\.new\.|-he\./.test( title ) ) ).toEqual( [] );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
		await expectNoWarning();
	} );

	test( 'rolled back, readers have what was before, and once more the newer', async () => {
		expect( expectDone( await deploy( [ '--rollback', '--dry-run' ] ) ) ).toContain( 'undelete MediaWiki:Gadget-AdviceProvenance-gone.js' );
		expectDone( await deploy( [ '--rollback' ] ) );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		expect( await textOf( DEFINITION ) ).toContain( 'default|rights=read' );
		await expectNoWarning();
		expectDone( await deploy( [ '--rollback' ] ) );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
	} );

	test( 'uninstalled, nothing is left but the configuration', async () => {
		const output = expectDone( await deploy( [ '--uninstall' ] ) );
		expect( output ).toContain( 'Left as it is, the wiki\'s own: MediaWiki:Gadget-AdviceProvenance-config.json' );
		expect( await ourPages() ).toEqual( [ 'MediaWiki:Gadget-AdviceProvenance-config.json' ] );
		expect( await textOf( DEFINITION ) ).toBe( FOREIGN );
		expect( await runningBuild() ).toEqual( {} );
	} );
} );
