/** The command line against a real wiki. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { APPEALS, LOG, RULES } from '../../demo/fictional-policy/names';
import { askedChanges, askedReviews } from '../../src/account/asked-words';
import { publishDraft } from '../../src/account/publish-draft';
import { findDraft } from '../../src/cli/find-draft';
import { readLogPage } from '../../src/cli/draft-input';
import { readAccount } from '../../src/cli/read-account';
import { openSite } from '../../src/cli/site';
import type { PositionSelector, QuoteSelector } from '../../src/export/passage-selectors';
import { shownText } from '../../src/export/shown-text';
import type { AdviceLog } from '../../src/log/types';
import { toPlainText } from '../../src/trace/plain-text';
import { finish } from '../../src/trace/steps';
import { traceAnswers } from '../../src/trace/trace-answers';
import { publishedTitle } from '../../src/wiki/published-title';
import { run, silently, type Result } from '../cli/run';
import { anchored, pageOf as browserPage, textPage } from '../export/anchor';
import { asAdmin } from './admin';
import { advisedPages, wordsIn } from './advised-words';
import { testWiki, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { draftWithLog, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';

const RIGHTS = '$wgGroupPermissions[\'sysop\'][\'deleterevision\'] = true;';
const api = `${ testWiki.url }/w/api.php`;

interface Target {
	source: { id: string; format: string };
	selector: QuoteSelector | ( PositionSelector | QuoteSelector )[];
}

interface Annotation {
	id: string;
	target: ( Target | string )[];
}

beforeAll( () => wiki.setSettings( 'hide', RIGHTS ) );
afterEach( () => wiki.setSettings( 'busy', null ) );
afterAll( async () => {
	await wiki.setSettings( 'hide', null );
	await wiki.restore( DEPLOYED );
} );

function command( name: string, ...args: string[] ): Promise<Result> {
	return run( [ name, '--wiki', api, ...args ] );
}

function findingsOf( { lines }: Result ): string[] {
	return lines.filter( ( line ) => !line.startsWith( '#' ) );
}

/** What a maintainer publishes of the demonstration, by title. */
async function publishedTraces(): Promise<Map<string, string>> {
	const { signal } = new AbortController();
	await openSite( api );
	const draft = ( await findDraft( { page: RULES } ) )!;
	const { withoutWords: account, history: { trace, pages } } = await readAccount(
		draft, await readLogPage( draft.log, signal ), silently()
	);
	const titles = new Map( [ ...pages.values() ].map(
		( { id, title } ) => [ String( id ), title ]
	) );
	const made = publishDraft( account, {
		followed: finish( traceAnswers.changes( trace, askedChanges( account.items ) ) ),
		reviews: finish( traceAnswers.reviews( trace, askedReviews( account.items ) ) ),
		titles,
		words: new Map( [ ...titles.keys() ].map(
			( name ) => [ name, finish( traceAnswers.words( trace, name ) ) ]
		) )
	} );
	return new Map( [ ...made ].map(
		( [ name, value ] ) => [ publishedTitle( LOG, Number( name ) ), JSON.stringify( value ) ]
	) );
}

describe( 'the demonstration', () => {
	test( 'claims nothing that its history contradicts, and nothing is left undecided', async () => {
		const result = await command( 'audit', '--page', RULES.replace( / /g, '_' ) );
		expect( [ result.status, result.stderr ] ).toEqual( [ 0, '' ] );
		expect( result.lines ).toContain( '# There is no published summary.' );
		expect( result.stdout ).toMatch( /^# Claims that the history contradicts: 0\. Doubts and gaps: \d+\. Could not be decided: 0\.$/m );
		expect( ( await command( 'audit', '--log', LOG ) ).stdout ).toBe( result.stdout );
	} );

	test( 'has a summary that can be published and is checked line by line', async () => {
		const { status, stdout: made } = await command( 'summary', '--page', RULES );
		expect( status ).toBe( 0 );
		const title = `${ LOG }/summary`;
		await wiki.editPage( title, `Written by people.\n\n${ made }\n[[Category:Advice]]` );
		const good = await command( 'audit', '--page', RULES );
		expect( good.lines ).toContain( `# Published summary compared: ${ title }` );
		expect( findingsOf( good ).filter( ( line ) => line.startsWith( 'S' ) ) ).toEqual( [] );
		expect( good.status ).toBe( 0 );
		const tampered = made.replace( /(\d+) of (\d+) \(87%\)/, '$2 of $2 (100%)' );
		expect( tampered ).not.toBe( made );
		await wiki.editPage( title, `Written by people.\n\n${ tampered }` );
		const bad = await command( 'audit', '--page', RULES );
		expect( findingsOf( bad ) ).toContainEqual( expect.stringMatching( /^S2 .*\/summary \d+:1 .*\(100%\)/ ) );
		expect( bad.status ).toBe( 1 );
	} );

	test( 'has traces that can be published, and false ones are found out', async () => {
		const made = await publishedTraces();
		expect( made.size ).toBe( 2 );
		for ( const [ title, text ] of made ) {
			await wiki.editPage( title, text, { contentModel: 'json' } );
		}
		const good = await command( 'audit', '--page', RULES );
		expect( good.lines ).toContain( '# Published traces compared with the history: 2.' );
		expect( findingsOf( good ).filter( ( line ) => line.startsWith( 'T' ) ) ).toEqual( [] );
		const [ [ title, text ] = [ '', '' ] ] = made;
		const { origins, ...rest } = JSON.parse( text ) as { origins: string };
		const [ first, second ] = origins.split( ' ' );
		await wiki.editPage( title, JSON.stringify(
			{ ...rest, origins: origins.replace( `${ first } ${ second }`, `${ second } ${ first }` ) }
		), { contentModel: 'json' } );
		const bad = await command( 'audit', '--page', RULES );
		expect( findingsOf( bad ) ).toContainEqual( expect.stringMatching( /^T4 .*\/trace\/\d+\.json 1:1 .*\(origins 1–/ ) );
		expect( bad.status ).toBe( 1 );
		await wiki.restore( DEPLOYED );
	} );

	test( 'with a log that was tampered with is found out, and by whom it was written', async () => {
		const { stdout: text } = await command( 'export', '--format', 'log', '--log', LOG );
		const log = JSON.parse( text ) as AdviceLog;
		const advice = log.entries.flatMap( ( entry ) => entry.advice ?? [] )
			.find( ( { changes } ) => changes?.length )!;
		advice.changes![ 0 ]!.revision = 999_999;
		log.agents!.find( ( { id } ) => advice.advisers?.includes( id ) )!.user = 'Eve';
		await wiki.editPage( LOG, JSON.stringify( log ), { contentModel: 'json', user: 'Eve' } );
		const { status, lines } = await command( 'audit', '--page', RULES );
		expect( status ).toBe( 1 );
		expect( lines ).toContainEqual( expect.stringMatching( /^W7 \/entries\/\d+\/advice\/\d+\/changes\/0 .*999999/ ) );
		expect( lines ).toContainEqual( expect.stringMatching( /^W17 .*Eve/ ) );
		await wiki.restore( DEPLOYED );
	} );

	test( 'has annotations that lead to the advised words of its pages, and to nothing else', async () => {
		const { stdout } = await command( 'export', '--format', 'annotations', '--page', RULES );
		const { first: { items } } = JSON.parse( stdout ) as { first: { items: Annotation[] } };
		const sources = new Map<string, Document>();
		const open = async ( { id, format }: Target[ 'source' ] ): Promise<Document> => {
			const page = sources.get( id );
			const content = page ? '' : await ( await fetch( id ) ).text();
			return page ?? ( format === 'text/html' ? browserPage( content ) : textPage( content ) );
		};
		/** By wikitext, the offsets of the advised words. */
		const found = new Map<string, Set<number>>();
		let onPages = 0;
		const passages = items.filter( ( item ) => typeof item.target[ 0 ] === 'object' );
		for ( const { id, target } of passages ) {
			let [ written, shown ] = [ '', '' ];
			for ( const { source, selector } of target as Target[] ) {
				const page = await open( source );
				sources.set( source.id, page );
				const places = await Promise.all(
					[ selector ].flat().map( ( one ) => anchored( page, one ) )
				);
				// Each selector finds one place, and all of a target find the same one.
				expect( places.map( ( ranges ) => ranges.map( String ) ), id )
					.toEqual( places.map( () => [ String( places[ 0 ]?.[ 0 ] ) ] ) );
				const [ range ] = places[ 0 ]!;
				if ( source.format === 'text/html' ) {
					shown += ` ${ String( range ) }`;
					onPages++;
				} else {
					const text = page.body.textContent ?? '';
					written = String( range );
					const offsets = found.get( text ) ?? new Set();
					found.set( text, offsets );
					for ( let at = range!.startOffset; at < range!.endOffset; at++ ) {
						offsets.add( at );
					}
				}
			}
			// Words of headings stand in tables of contents as well, and have the wikitext alone.
			expect( shown === '' ? 'Raising a concern' : wordsIn( shown ).join( ' ' ) )
				.toBe( wordsIn( toPlainText( written ) ).join( ' ' ) );
		}
		expect( onPages ).toBeGreaterThan( 20 );
		const advised = [ ...advisedPages().values() ]
			.filter( ( { groupOf } ) => groupOf.some( Boolean ) );
		expect( found.size ).toBe( advised.length );
		for ( const { text, starts, ends, groupOf } of advised ) {
			const wanted = [ ...starts.keys() ].filter( ( word ) => groupOf[ word ] );
			const words = ( places: readonly number[] ): string[] => (
				places.flatMap( ( word ) => wordsIn( text.slice( starts[ word ], ends[ word ] ) ) )
			);
			const offsets = found.get( text.trimEnd() ) ?? found.get( text );
			const selected = [ ...starts.keys() ]
				.filter( ( word ) => offsets?.has( starts[ word ]! ) );
			expect( words( selected ) ).toEqual( words( wanted ) );
		}
	} );

	test.each( [
		RULES, APPEALS, 'Code of Conduct', 'Code of Conduct/Cases', 'Code of Conduct/Committee'
	] )( 'shows on the page "%s" word for word what annotations take from its wikitext', async ( title ) => {
		const read = async ( more: Record<string, string> ): Promise<string> => {
			const query = new URLSearchParams( { title, ...more } );
			return ( await fetch( `${ testWiki.url }/w/index.php?${ query.toString() }` ) ).text();
		};
		const shown = browserPage( await read( {} ) ).body.textContent ?? '';
		const pieces = shownText( await read( { action: 'raw' } ) ).text.split( '\n' );
		expect( pieces.length ).toBeGreaterThan( 5 );
		expect( pieces.filter( ( piece ) => !shown.includes( piece.trim() ) ) ).toEqual( [] );
	} );

	test( 'is traced, and taken away in every form', async () => {
		const traced = await command( 'trace', '--page', RULES );
		expect( traced.status ).toBe( 0 );
		const { tokens } = JSON.parse( traced.stdout ) as { tokens: unknown[] };
		expect( tokens.length ).toBeGreaterThan( 1000 );
		for ( const format of [ 'wikitext', 'text', 'csv', 'prov', 'annotations', 'log' ] ) {
			const { status, stdout, stderr } = await command( 'export', '--format', format, '--page', RULES );
			expect( [ format, status, stderr ] ).toEqual( [ format, 0, '' ] );
			expect( stdout.length ).toBeGreaterThan( 1000 );
		}
	} );
} );

test( 'a page that was moved is followed, and what is hidden is not known', async () => {
	const page = pageOf( 'Cited revisions' );
	const opened = PLAIN_TEXT.replace( 'by day', 'from dawn to dusk' );
	const [ , cited = 0, secret = 0 ] = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT },
		{ title: page, text: opened },
		{ title: page, text: `${ opened } Nobody may read this.` },
		{ title: page, text: `${ opened } It was dug long ago.` }
	] );
	const log = {
		schemaVersion: 1,
		draft: plainDraft( 'Cited revisions' ),
		entries: [ cited, secret ].map( ( revision, index ) => ( {
			id: `e${ index }`, request: { question: 'q' },
			advice: [ { id: `e${ index }.1`, disposition: { outcome: 'adopted' }, changes: [ { revision } ] } ]
		} ) )
	};
	await wiki.editPages( draftWithLog( 'Cited revisions', log, { text: `${ opened } It was dug long ago.` } ) );
	const before = await command( 'audit', '--page', page );
	expect( before.status ).toBe( 0 );
	expect( before.lines ).toContain( '# Edits that the log names: 2. Compared with the revisions: 2.' );
	await asAdmin( async ( act ) => {
		await act( { action: 'move', from: page, to: 'Draft: Moved', noredirect: '1' } );
		await act( { action: 'revisiondelete', type: 'revision', hide: 'content', ids: String( secret ) } );
	} );
	const [ moved ] = log.draft.pages;
	await wiki.editPage( logOf( 'Cited revisions' ), JSON.stringify( {
		...log, draft: { ...log.draft, pages: [ { ...moved, title: 'Draft: Moved', formerTitles: [ page ] } ] }
	} ), { contentModel: 'json' } );
	const after = await command( 'audit', '--log', logOf( 'Cited revisions' ) );
	expect( after.status ).toBe( 0 );
	expect( after.lines ).toContain( '# Edits that the log names: 2. Compared with the revisions: 1.' );
	// The wiki notes the move as a revision.
	expect( after.lines ).toContain( '# Revisions of the draft: 5. Not readable: 1.' );
	expect( findingsOf( after ).filter( ( line ) => line.startsWith( 'W7 ' ) ) )
		.toEqual( [ expect.stringContaining( `revision ${ secret },` ) ] );
	const traced = await command( 'trace', '--page', 'Draft: Moved' );
	expect( traced.stdout ).not.toContain( 'Nobody' );
	expect( traced.stderr ).toContain( '1 of 5 revisions' );
} );

describe( 'a wiki that its members alone may read', () => {
	const { user, password } = testWiki.botPassword;

	beforeAll( () => wiki.setSettings( 'hide', '$wgGroupPermissions[\'*\'][\'read\'] = false;' ) );
	afterEach( () => vi.unstubAllEnvs() );
	afterAll( () => wiki.setSettings( 'hide', RIGHTS ) );

	test.each( [
		[ 'nobody', '', '', /^You need read permission.* BOT_USER and BOT_PASSWORD in the environment\.\n$/ ],
		[ 'somebody with a wrong password', user, 'open sesame', /^The wiki does not let ".*" in: Incorrect .*\n$/ ]
	] )( 'tells %s why there is nothing to read', async ( _name, own, secret, words ) => {
		vi.stubEnv( 'BOT_USER', own );
		vi.stubEnv( 'BOT_PASSWORD', secret );
		const { status, stdout, stderr } = await command( 'audit', '--page', RULES );
		expect( [ status, stdout ] ).toEqual( [ 2, '' ] );
		expect( stderr ).toMatch( words );
		expect( stderr ).not.toContain( 'sesame' );
	} );

	test( 'is audited with a bot password', async () => {
		vi.stubEnv( 'BOT_USER', user );
		vi.stubEnv( 'BOT_PASSWORD', password );
		const { status, lines, stderr } = await command( 'audit', '--page', RULES );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		expect( lines ).toContainEqual( expect.stringMatching( /^# Claims that the history contradicts: 0\./ ) );
		expect( lines.join( '\n' ) ).not.toContain( password );
	} );
} );

test( 'a wiki that lags is waited for', async () => {
	await wiki.setSettings( 'busy', `$wgHooks['ApiMaxLagInfo'][] = static function ( &$lag ) {
		$lag = [ 'host' => 'replica', 'lag' => 60, 'type' => 'db' ];
	};` );
	const asking = command( 'validate', '--log', LOG );
	await new Promise( ( resolve ) => {
		setTimeout( resolve, 2000 );
	} );
	await wiki.setSettings( 'busy', null );
	const { status, stderr } = await asking;
	expect( status ).toBe( 0 );
	expect( stderr ).toMatch( /^.*lag.* Waiting for 5 s\.\n$/i );
} );
