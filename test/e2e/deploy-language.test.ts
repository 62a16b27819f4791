/** A wiki that has other names for its namespaces, and is written from right to left. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../build/root';
import { startWiki, type RunningWiki } from '../../build/wiki/running-wiki';
import { deploy, expectDone, makeBuilds, type Ended } from './deploying';

const builds = makeBuilds();
const DEFINITION = 'MediaWiki:Gadgets-definition';
let arabic: RunningWiki;

beforeAll( async () => {
	arabic = await startWiki( { dir: join( root, '.local', 'test-wiki-ar' ), lang: 'ar' } );
	await arabic.editPage( DEFINITION, '== أدوات ==\n* Other[ResourceLoader]|Other.js' );
} );

afterAll( async () => {
	await arabic?.stop();
	builds.remove();
} );

function deployThere( ...args: string[] ): Promise<Ended> {
	const { user, password } = arabic.botPassword;
	return deploy( args, { wiki: arabic.url, env: { BOT_USER: user, BOT_PASSWORD: password } } );
}

test( 'is deployed to, verified, taken back and left as it was', async () => {
	await deployThere( '--uninstall', '--with-configuration' );
	expectDone( await deployThere( '--dist', builds.one ) );
	expect( expectDone( await deployThere( '--dist', builds.one ) ) ).toContain( 'Nothing to change' );
	const output = expectDone( await deployThere( '--dist', builds.two ) );
	expect( output.match( /^deleted .*(?<!\.new\.(?:js|css))$/gm ) ).toEqual( [
		'deleted MediaWiki:Gadget-AdviceProvenance-gone',
		'deleted MediaWiki:Gadget-AdviceProvenance-gone.js',
		'deleted MediaWiki:Gadget-AdviceProvenance-i18n-he.json'
	] );
	expectDone( await deployThere( '--dist', builds.two, '--verify' ) );
	expectDone( await deployThere( '--rollback' ) );
	expectDone( await deployThere( '--dist', builds.one, '--verify' ) );
	expectDone( await deployThere( '--uninstall', '--with-configuration' ) );
	const response = await fetch( `${ arabic.url }/w/index.php?${ new URLSearchParams( { title: DEFINITION, action: 'raw' } ).toString() }` );
	expect( await response.text() ).toBe( '== أدوات ==\n* Other[ResourceLoader]|Other.js' );
	const pages = await fetch( `${ arabic.apiUrl }?action=query&list=allpages&apnamespace=8&apprefix=Gadget-A&format=json&formatversion=2` );
	expect( await pages.json() ).toMatchObject( { query: { allpages: [] } } );
}, 180_000 );
