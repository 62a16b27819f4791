/** What readers have when a deployment fails half-way, and what its operator is told. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetSessions, wiki } from './browser';
import { deploy, expectDone, standBefore, type Ended, type Fault } from './deploying';
import { DEPLOYED, UNTOUCHED } from './names';
import { allOf, makeBuilds, runningBuild } from './small-builds';

/** Snapshot with the first build. */
const FIRST = 'deployed-one';
const SETTING = 'deploy';
const builds = makeBuilds();

beforeAll( async () => {
	await wiki.restore( UNTOUCHED );
	forgetSessions();
	expectDone( await deploy( [ '--dist', builds.one, '--config', builds.config ] ) );
	expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	await wiki.snapshot( FIRST );
} );

afterEach( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( FIRST );
} );

afterAll( async () => {
	await wiki.restore( DEPLOYED );
	forgetSessions();
	builds.remove();
} );

describe( 'a deployment that fails half-way', { timeout: 180_000 }, () => {
	/** Deploys the second build, with a fault from the nth change of a title that fits. */
	async function deployWith(
		pattern: RegExp, nth: number, fault: Fault, onStart?: ( pid: number ) => void
	): Promise<Ended> {
		let count = 0;
		const before = await standBefore( ( request ) => {
			count += pattern.test( decodeURIComponent( request.replace( /\+/g, ' ' ).replace( /%(?![0-9a-f]{2})/gi, '%25' ) ) ) ? 1 : 0;
			return count >= nth ? fault : null;
		} );
		const ended = await deploy( [ '--dist', builds.two ], { wiki: before.url, onStart } );
		await before.stop();
		return ended;
	}

	async function finish(): Promise<void> {
		expectDone( await deploy( [ '--dist', builds.two ] ) );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
	}

	test( 'because the wiki becomes read-only leaves the old gadget', async () => {
		const { status, output } = await deployWith( /./, 2, () => wiki.setSettings( SETTING, '$wgReadOnly = "Maintenance";' ) );
		await wiki.setSettings( SETTING, null );
		expect( status ).toBe( 1 );
		expect( output ).toMatch( /readonly.*Readers still have what they had before; pages that were prepared \(1\)/ );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		await finish();
	} );

	test( 'because the wiki breaks when it is to switch over leaves the old gadget', async () => {
		const { status, output } = await deployWith( /Gadgets-definition/, 1, ( response ) => {
			response.writeHead( 500 ).end( 'Fatal error' );
		} );
		expect( status ).toBe( 1 );
		expect( output ).toContain( 'Readers still have what they had before' );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		await finish();
	} );

	test( 'because the connection ends after the switch leaves the new gadget, whole', async () => {
		const { status, output } = await deployWith( /Gadgets-definition/, 2, ( response ) => {
			response.destroy();
		} );
		expect( status ).toBe( 1 );
		expect( output ).toContain( 'is left to be tidied' );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
		expectDone( await deploy( [ '--rollback' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ] ) );
		await finish();
	} );

	test( 'because it is killed leaves the old gadget', async () => {
		let pid = 0;
		const { status } = await deployWith( /./, 3, () => {
			process.kill( pid, 'SIGKILL' );
		}, ( started ) => {
			pid = started;
		} );
		expect( status ).toBeNull();
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
		await finish();
	} );
} );

describe( 'an account that may not do everything', { timeout: 120_000 }, () => {
	async function botWith( name: string, grants: string ): Promise<Record<string, string>> {
		const password = '0123456789abcdef'.repeat( 2 );
		await wiki.php( 'createBotPassword', [ '--appid', name, '--grants', grants, 'Admin', password ] );
		return { BOT_USER: `Admin@${ name }`, BOT_PASSWORD: password };
	}

	test( 'is told which grant is missing, before anything is changed', async () => {
		const env = await botWith( 'few', 'basic,editpage' );
		const { status, output } = await deploy( [ '--dist', builds.two ], { env } );
		expect( status ).toBe( 1 );
		expect( output ).toContain( 'Tick "Create, edit, and move pages" and "Edit sitewide and user CSS/JS" for this bot password in Special:BotPasswords' );
		const wrong = await deploy( [ '--dist', builds.two ], { env: { ...env, BOT_PASSWORD: 'wrong' } } );
		expect( wrong.output ).toContain( 'did not let "Admin@few" log in' );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ] ) );
	} );

	test( 'empties what it may not delete, and brings that back as well', async () => {
		const env = await botWith( 'nodelete', 'basic,editsiteconfig,createeditmovepage' );
		expect( expectDone( await deploy( [ '--dist', builds.two ], { env } ) ) )
			.toContain( 'emptied MediaWiki:Gadget-AdviceProvenance-i18n-he.json' );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ], { env } ) );
		expect( expectDone( await deploy( [ '--dist', builds.two ], { env } ) ) ).toContain( 'Nothing to change' );
		expectDone( await deploy( [ '--rollback' ], { env } ) );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ], { env } ) );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	} );
} );
