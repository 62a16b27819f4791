/* eslint-disable camelcase -- Names of the format. */
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../build/root';
import { APPEALS, LOG, RULES } from '../../demo/fictional-policy/names';
import { CONFIGURATION_PAGE } from '../../src/cli/find-draft';
import { demoHistory, demoLog } from './demo-files';
import { answerFrom, fakeWiki, sendJson, type Answer, type FakeWiki, type Pages } from './fake-wiki';
import { run } from './run';

let wiki: FakeWiki | null = null;
afterEach( async () => {
	await wiki?.stop();
	wiki = null;
} );

async function serve( answer: Answer ): Promise<string> {
	wiki = await fakeWiki( answer );
	return wiki.url;
}

function slot( content: string, contentmodel = 'wikitext' ): object {
	return { slots: { main: { content, contentmodel } } };
}

/** The demonstration on a wiki, with what a test puts beside it or in its place. */
function demoWiki( more: Record<string, string> = {} ): Pages {
	const pages: Pages = {};
	for ( const { page, text, ...revision } of demoHistory() ) {
		pages[ page ] = pages[ page ] ?? { pageid: Object.keys( pages ).length + 1, revisions: [] };
		pages[ page ].revisions.push( { ...revision, ...slot( text ?? '' ) } );
	}
	const single = {
		[ LOG ]: JSON.stringify( demoLog() ),
		[ CONFIGURATION_PAGE ]: JSON.stringify( {
			drafts: [ null, { log: LOG, pages: [ RULES, 5, APPEALS ] } ]
		} ),
		...more
	};
	Object.entries( single ).forEach( ( [ title, text ], index ) => {
		pages[ title ] = { pageid: 100 + index, revisions: [ {
			revid: 1000 + index, timestamp: '2026-01-01T00:00:00Z', user: 'Keeper', ...slot( text, 'json' )
		} ] };
	} );
	return pages;
}

// An address that runs when it is followed must not become one of a page.
it.each( [ 'http://[', 'javascript:void 0' ] )( 'a wiki that says that it is at %s is none', async ( server ) => { // eslint-disable-line no-script-url
	const url = await serve( ( _asked, response ) => sendJson( response, { query: { general: {
		server, script: '/w/index.php', articlepath: '/wiki/$1'
	} } } ) );
	const { status, stderr } = await run( [ 'audit', '--wiki', url, '--log', LOG ] );
	expect( stderr ).toContain( 'not as a MediaWiki does' );
	expect( status ).toBe( 2 );
} );

describe( 'a draft on a wiki', () => {
	it( 'is found by its page or its log, and read by one request after another', async () => {
		const url = await serve( answerFrom( demoWiki() ) );
		const byPage = await run( [ 'audit', '--wiki', url, '--page', RULES ] );
		expect( [ byPage.status, byPage.stderr ] ).toEqual( [ 0, '' ] );
		expect( byPage.lines ).toContain( '# Revisions of the draft: 79. Not readable: 0.' );
		expect( ( await run( [ 'audit', '--wiki', url, '--log', LOG ] ) ).stdout ).toBe( byPage.stdout );
		expect( ( await run( [ 'audit', '--wiki', url, '--page', APPEALS ] ) ).stdout ).toBe( byPage.stdout );
		expect( wiki!.atOnce() ).toBe( 1 );
		wiki!.asked.forEach( ( { parameters, headers } ) => {
			expect( parameters.get( 'maxlag' ) ).toBe( '5' );
			expect( headers[ 'user-agent' ] ).toMatch( /^advice-provenance\/\d/ );
			const count = ( parameters.get( 'revids' ) ?? parameters.get( 'titles' ) ?? '' ).split( '|' ).length;
			expect( count ).toBeLessThanOrEqual( 50 );
		} );
	} );

	it( 'has its traces and its summary compared', async () => {
		const summaryUrl = await serve( answerFrom( demoWiki() ) );
		const { stdout: made } = await run( [ 'summary', '--wiki', summaryUrl, '--page', RULES ] );
		await wiki!.stop();
		const tampered = made.replace( '321 of 371', '371 of 371' );
		expect( tampered ).not.toBe( made );
		for ( const [ text, status ] of [ [ made, 0 ], [ tampered, 1 ] ] as const ) {
			const url = await serve( answerFrom( demoWiki( { [ `${ LOG }/summary` ]: `Ours.\n${ text }` } ) ) );
			const result = await run( [ 'audit', '--wiki', url, '--page', RULES ] );
			expect( result.lines.filter( ( line ) => /^S/.test( line ) ).length > 0 ).toBe( status === 1 );
			expect( result.lines ).toContain( `# Published summary compared: ${ LOG }/summary` );
			expect( result.status ).toBe( status );
			await wiki!.stop();
		}
		const url = await serve( answerFrom( demoWiki( { [ `${ LOG }/trace/1.json` ]: '{}' } ) ) );
		const { lines, status } = await run( [ 'audit', '--wiki', url, '--page', RULES ] );
		expect( lines ).toContainEqual( expect.stringMatching( /^T1 Lantern\\u\{20\}Orchard.*\/trace\/1\.json 1:1 / ) );
		expect( status ).toBe( 1 );
	} );

	it( 'traces and validates as from files', async () => {
		const url = await serve( answerFrom( demoWiki() ) );
		const traced = await run( [ 'trace', '--wiki', url, '--page', APPEALS ] );
		const newest = demoHistory().filter( ( { page } ) => page === APPEALS ).pop()!;
		expect( JSON.parse( traced.stdout ) ).toMatchObject( { analysed_revid: newest.revid } );
		// It was split off from another page: words of that one keep their origin.
		const origins = ( JSON.parse( traced.stdout ) as { tokens: { o_rev_id: number }[] } ).tokens
			.map( ( token ) => token.o_rev_id );
		const own = new Set( demoHistory().filter( ( { page } ) => page === APPEALS )
			.map( ( { revid } ) => revid ) );
		expect( origins.some( ( origin ) => !own.has( origin ) ) ).toBe( true );
		expect( await run( [ 'validate', '--wiki', url, '--page', RULES ] ) ).toMatchObject( { status: 0, stderr: '' } );
		expect( ( await run( [ 'sections', '--wiki', url, '--page', RULES ] ) ).status ).toBe( 0 );
	} );

	it( 'shows nothing of a hidden revision', async () => {
		const pages = demoWiki();
		const hidden = pages[ RULES ]!.revisions[ 5 ]!;
		Object.assign( hidden, { texthidden: true, sha1hidden: true, userhidden: true }, slot( 'A secret word' ) );
		const url = await serve( answerFrom( pages ) );
		const { stdout, stderr } = await run( [ 'trace', '--wiki', url, '--page', RULES ] );
		expect( stdout ).not.toContain( 'secret' );
		expect( stderr ).toContain( '1 of 79 revisions cannot be read' );
	} );

	it.each( [
		[ 'no such page', [ '--page', 'Nowhere' ], {}, 'names no draft with the page "Nowhere"' ],
		[ 'no such log', [ '--log', 'Nowhere.json' ], {}, 'no page "Nowhere.json"' ],
		[ 'a configuration that is none', [ '--page', RULES ], { [ CONFIGURATION_PAGE ]: '{"drafts":' }, 'names no draft' ],
		[ 'a log that is none', [ '--log', LOG ], { [ LOG ]: '[]' }, 'no advice log that can be understood' ]
	] )( '(%s) is told of in a sentence', async ( _name, args, more, words ) => {
		const url = await serve( answerFrom( demoWiki( more ) ) );
		const { status, stdout, stderr } = await run( [ 'audit', '--wiki', url, ...args ] );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toContain( words );
		expect( stderr.split( '\n' ) ).toHaveLength( 2 );
	} );

	it.each( [
		[ 'a wiki that is none', ( ( _asked, response ) => {
			response.writeHead( 200, { 'content-type': 'text/html' } ).end( '<h1>It works</h1>' );
		} ) as Answer, 'api.php' ],
		[ 'something that answers JSON', ( ( _asked, response ) => sendJson( response, {} ) ) as Answer, 'not as a MediaWiki does' ],
		[ 'an API that fails', ( ( _asked, response ) => sendJson( response, {
			errors: [ { code: 'readapidenied', text: 'Log\nin\u001B[2J' } ]
		} ) ) as Answer, 'Log\\nin\\u{1b}[2J' ]
	] )( 'is not read from %s', async ( _name, answer, words ) => {
		const { status, stdout, stderr } = await run( [ 'audit', '--wiki', await serve( answer ), '--page', RULES ] );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toContain( words );
	} );
} );

it( 'gives up where a list of revisions does not end', async () => {
	const good = answerFrom( demoWiki() );
	let id = 1;
	const url = await serve( ( asked, response, nth ) => {
		if ( !asked.parameters.get( 'rvprop' )?.includes( 'sha1' ) ) {
			return good( asked, response, nth );
		}
		sendJson( response, { continue: { rvcontinue: String( id ), continue: '||' }, query: { pages: [ {
			pageid: 1, title: RULES,
			revisions: Array.from( { length: 500 }, () => ( { revid: id++, timestamp: '2020-01-01T00:00:00Z', user: 'U' } ) )
		} ] } } );
	} );
	const { status, stdout, stderr } = await run( [ 'trace', '--wiki', url, '--page', RULES ] );
	expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
	expect( stderr ).toContain( 'more than 100000 revisions' );
	expect( wiki!.asked.length ).toBeLessThan( 300 );
} );

it( 'tells how far it is where it is asked to, and ends at Ctrl+C without a word too many', async () => {
	const good = answerFrom( demoWiki() );
	let told = (): void => undefined;
	const isAsked = new Promise<void>( ( resolve ) => {
		told = resolve;
	} );
	const url = await serve( ( asked, response, nth ) => {
		if ( asked.parameters.get( 'rvprop' )?.includes( 'sha1' ) ) {
			// It waits for the list of revisions for ever.
			told();
			return;
		}
		return good( asked, response, nth );
	} );
	const child = spawn( process.execPath, [
		'--import', 'tsx', 'src/cli/start.ts', 'audit', '--wiki', url, '--page', RULES, '--progress'
	], { cwd: root } );
	let [ stdout, stderr ] = [ '', '' ];
	child.stdout.on( 'data', ( part ) => {
		stdout += String( part );
	} );
	child.stderr.on( 'data', ( part ) => {
		stderr += String( part );
	} );
	const ended = new Promise<number | null>( ( resolve ) => {
		child.on( 'close', resolve );
	} );
	await isAsked;
	child.kill( 'SIGINT' );
	expect( await ended ).toBe( 130 );
	expect( stdout ).toBe( '' );
	expect( stderr.trim().split( '\n' ) ).toEqual( [
		'Asking the wiki', 'Reading the revisions that the log cites', 'Listing revisions', 'Stopped.'
	] );
}, 30_000 );
