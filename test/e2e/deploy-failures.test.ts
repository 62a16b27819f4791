/** What readers have when a deployment fails half-way, and what its operator is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetSessions, testWiki, wiki } from './browser';
import { deploy, expectDone, standBefore, type Ended, type Fault } from './deploying';
import { DEPLOYED, UNTOUCHED } from './names';
import { allOf, makeBuilds, runningBuild } from './small-builds';

/** Snapshot with the first build. */
const FIRST = 'deployed-one';
/** Snapshot in which a deployment of the second was interrupted after the switch. */
const SWITCHED = 'switched-to-two';
const SETTING = 'deploy';
const builds = makeBuilds();

beforeAll( async () => {
	await wiki.restore( UNTOUCHED );
	forgetSessions();
	expectDone( await deploy( [ '--dist', builds.one, '--config', builds.config ] ) );
	expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	await wiki.snapshot( FIRST );
} );

afterAll( async () => {
	await wiki.setSettings( SETTING, null );
	await wiki.restore( DEPLOYED );
	forgetSessions();
	builds.remove();
} );

// One after the other: each goes on from where the one before was interrupted.
describe( 'a deployment that fails half-way', { timeout: 180_000 }, () => {
	beforeAll( () => wiki.restore( FIRST ) );

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

	test( 'because it is killed leaves the old gadget', async () => {
		let pid = 0;
		const { status } = await deployWith( /./, 2, () => {
			process.kill( pid, 'SIGKILL' );
		}, ( started ) => {
			pid = started;
		} );
		expect( status ).toBeNull();
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	} );

	test( 'because the wiki asks for a captcha leaves the old gadget', async () => {
		const { status, output } = await deployWith( /\.new\.js/, 1, ( response ) => {
			response.writeHead( 200, { 'content-type': 'application/json' } )
				.end( JSON.stringify( { edit: { result: 'Failure', captcha: { id: '1' } } } ) );
		} );
		expect( status ).toBe( 1 );
		expect( output ).toMatch( /was not saved: the wiki answered .*captcha/ );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	} );

	test( 'because the wiki becomes read-only when it is to switch over leaves the old gadget', async () => {
		const { status, output } = await deployWith( /Gadgets-definition/, 1, () => wiki.setSettings( SETTING, '$wgReadOnly = "Maintenance";' ) );
		await wiki.setSettings( SETTING, null );
		expect( status ).toBe( 1 );
		expect( output ).toMatch( /readonly.*Readers still have what they had before; pages that were prepared \(1 this time\)/ );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	} );

	test( 'because the wiki breaks after the switch leaves the new gadget, whole', async () => {
		let tries = 0;
		const { status, output } = await deployWith( /Gadgets-definition/, 2, ( response ) => {
			if ( tries++ % 2 === 0 ) {
				response.writeHead( 500 ).end( 'Fatal error' );
			} else {
				response.destroy();
			}
		} );
		expect( tries ).toBeGreaterThan( 1 );
		expect( status ).toBe( 1 );
		expect( output ).toContain( 'is left to be tidied' );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
		await wiki.snapshot( SWITCHED );
	} );

	test( 'is finished by doing the same again', async () => {
		expectDone( await deploy( [ '--dist', builds.two ] ) );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
	} );

	test( 'can be taken back as it is', async () => {
		await wiki.restore( SWITCHED );
		expectDone( await deploy( [ '--rollback' ] ) );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'one' ) );
	} );
} );

describe( 'a deployment over a connection that breaks', { timeout: 180_000 }, () => {
	beforeAll( () => wiki.restore( FIRST ) );

	test( 'takes its own edits, whose answers were lost, for no one else\'s', async () => {
		let count = 0;
		const before = await standBefore( ( request ) => /action=edit|\r\nedit\r\n/.test( request ) && count++ % 2 === 0 ? 'lost' : null );
		expectDone( await deploy( [ '--dist', builds.two ], { wiki: before.url } ) );
		await before.stop();
		expect( count ).toBeGreaterThan( 10 );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
	} );
} );

describe( 'a deployment during which somebody else edits the definition', { timeout: 180_000 }, () => {
	beforeEach( () => wiki.restore( FIRST ) );

	const TITLE = 'MediaWiki:Gadgets-definition';

	async function definition(): Promise<string> {
		const answer = await fetch( `${ testWiki.url }/w/index.php?action=raw&title=${ TITLE }` );
		return answer.text();
	}

	test.each( [ 1, 2 ] )( 'keeps what they wrote in another line (before save %i)', async ( nth ) => {
		let count = 0;
		const before = await standBefore( ( request ) => {
			count += /Gadgets-definition/.test( decodeURIComponent( request.replace( /%(?![0-9a-f]{2})/gi, '%25' ) ) ) ? 1 : 0;
			return count === nth ? async () => {
				count++;
				await wiki.editPage( TITLE, `== Others ==\n* Other|Other.js\n\n${ await definition() }`, { user: 'Reader' } );
			} : null;
		} );
		expectDone( await deploy( [ '--dist', builds.two ], { wiki: before.url } ) );
		await before.stop();
		expect( await definition() ).toContain( '* Other|Other.js' );
		expectDone( await deploy( [ '--dist', builds.two, '--verify' ] ) );
		expect( await runningBuild() ).toEqual( allOf( 'two' ) );
	} );
} );

describe( 'an account that may not do everything', { timeout: 120_000 }, () => {
	beforeAll( () => wiki.restore( FIRST ) );

	async function botWith( name: string, grants: string ): Promise<Record<string, string>> {
		const password = '0123456789abcdef'.repeat( 2 );
		await wiki.php( 'createBotPassword', [ '--appid', name, '--grants', grants, 'Admin', password ] );
		return { BOT_USER: `Admin@${ name }`, BOT_PASSWORD: password };
	}

	/** How many edits the wiki has had. */
	async function edits(): Promise<number> {
		const response = await fetch( `${ testWiki.url }/w/api.php?action=query&meta=siteinfo&siprop=statistics&format=json` );
		const { query } = await response.json() as { query: { statistics: { edits: number } } };
		return query.statistics.edits;
	}

	test( 'is told which grant is missing, before anything is changed', async () => {
		const env = await botWith( 'few', 'basic,editpage' );
		const before = await edits();
		const { status, output } = await deploy( [ '--dist', builds.two ], { env } );
		expect( status ).toBe( 1 );
		expect( output ).toContain( 'Tick "Create, edit, and move pages" and "Edit sitewide and user CSS/JS" for this bot password in Special:BotPasswords' );
		const wrong = await deploy( [ '--dist', builds.two ], { env: { ...env, BOT_PASSWORD: 'wrong' } } );
		expect( wrong.output ).toContain( 'did not let "Admin@few" log in' );
		expect( await edits() ).toBe( before );
	} );

	test( 'empties what it may not delete, and brings that back as well', async () => {
		const env = await botWith( 'nodelete', 'basic,editsiteconfig,createeditmovepage' );
		expect( expectDone( await deploy( [ '--dist', builds.two ], { env } ) ) )
			.toContain( 'emptied MediaWiki:Gadget-AdviceProvenance-i18n-he.json' );
		expect( expectDone( await deploy( [ '--dist', builds.two ], { env } ) ) ).toContain( 'Nothing to change' );
		expectDone( await deploy( [ '--rollback' ], { env } ) );
		expectDone( await deploy( [ '--dist', builds.one, '--verify' ], { env } ) );
	} );
} );
