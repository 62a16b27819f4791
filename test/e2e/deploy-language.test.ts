/** A wiki that has other names for its namespaces, and is written from right to left. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetSessions, testWiki, wiki } from './browser';
import { deploy, expectDone } from './deploying';
import { DEPLOYED, UNTOUCHED } from './names';
import { makeBuilds } from './small-builds';

const builds = makeBuilds();
const DEFINITION = 'MediaWiki:Gadgets-definition';
const SETTING = 'language';
const API = `${ testWiki.url }/w/api.php`;

beforeAll( async () => {
	await wiki.restore( UNTOUCHED );
	forgetSessions();
	await wiki.setSettings( SETTING, '$wgLanguageCode = "ar";' );
	await wiki.editPage( DEFINITION, '== أدوات ==\n* Other[ResourceLoader]|Other.js' );
} );

afterAll( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( DEPLOYED );
	forgetSessions();
	builds.remove();
} );

async function ask( parameters: Record<string, string> ): Promise<unknown> {
	const response = await fetch( `${ API }?${ new URLSearchParams( {
		action: 'query', format: 'json', formatversion: '2', ...parameters
	} ).toString() }` );
	return ( await response.json() as { query: unknown } ).query;
}

test( 'is deployed to, verified, taken back and left as it was', async () => {
	// It is such a wiki.
	expect( await ask( { titles: DEFINITION } ) ).toMatchObject( { pages: [ { title: 'ميدياويكي:Gadgets-definition' } ] } );
	expectDone( await deploy( [ '--dist', builds.one ] ) );
	expect( expectDone( await deploy( [ '--dist', builds.one ] ) ) ).toContain( 'Nothing to change' );
	const output = expectDone( await deploy( [ '--dist', builds.two ] ) );
	expect( output.match( /^deleted .*(?<!\.new\.(?:js|css))$/gm ) ).toEqual( [
		'deleted MediaWiki:Gadget-AdviceProvenance-gone',
		'deleted MediaWiki:Gadget-AdviceProvenance-gone.js',
		'deleted MediaWiki:Gadget-AdviceProvenance-i18n-he.json'
	] );
	expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
	expectDone( await deploy( [ '--rollback' ] ) );
	expectDone( await deploy( [ '--dist', builds.one, '--verify' ] ) );
	expectDone( await deploy( [ '--uninstall', '--with-configuration' ] ) );
	const response = await fetch( `${ testWiki.url }/w/index.php?${ new URLSearchParams( { title: DEFINITION, action: 'raw' } ).toString() }` );
	expect( await response.text() ).toBe( '== أدوات ==\n* Other[ResourceLoader]|Other.js' );
	expect( await ask( { list: 'allpages', apnamespace: '8', apprefix: 'Gadget-A' } ) ).toEqual( { allpages: [] } );
}, 180_000 );
