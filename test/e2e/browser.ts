/**
 * One browser for each test file, and a context of its own for each visit, so that nothing is
 * kept from one test to the next. Importing this file starts and ends the browser, and fails
 * every test whose pages did what no page may do (watch.ts).
 */
import {
	chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page, type Route
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { TestWiki } from './global-setup';
import { cacheScripts } from './script-cache';
import { watchContext, type Watch } from './watch';
import { wikiControl } from './wiki-control';

const testWikis = inject( 'testWikis' );
/** The wiki of this process: no other one runs a test file against it at the same time. */
export const testWiki = testWikis[
	( Number( process.env.VITEST_POOL_ID ) - 1 ) % testWikis.length
] as TestWiki;
export const wiki = wikiControl( testWiki.control );

export const skins = [ 'vector-2022', 'vector', 'minerva', 'monobook', 'timeless' ] as const;
export type Skin = typeof skins[ number ];

/** How a page is opened. */
export interface VisitOptions {
	/** By default the one with the least scripts of its own, which makes the tests faster. */
	skin?: Skin;
	/** Further parameters of the address. */
	query?: Record<string, string>;
	/** Logged out by default. */
	user?: 'Reader' | 'Admin';
	/** False to leave the gadget out; on by `?withgadget=` unless a user is given. */
	gadget?: boolean;
	/** False where the page belongs to no draft: then no request to the API is allowed. */
	covered?: boolean;
	context?: BrowserContextOptions;
	/** Takes scripts from the wiki itself, where another version may have been deployed. */
	fresh?: boolean;
	/** Disturbs requests from the start, and lets the browser report those that fail. */
	disturb?: [ RegExp, ( route: Route ) => Promise<void> ];
}

/** A page that is open. */
export interface Visit extends Watch {
	page: Page;
	context: BrowserContext;
	/** Opens another page in the same tab. */
	go( title: string, query?: Record<string, string> ): Promise<void>;
}

/** Flags for a closed network, and for running as root. */
const flags = [
	'--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'
];

let browser: Browser | undefined;
let visits: Visit[] = [];
/** Storage of contexts in which somebody logged in, by user name. */
const sessions = new Map<string, BrowserContextOptions[ 'storageState' ]>();

beforeAll( async () => {
	browser = await chromium.launch( { executablePath: testWiki.chromium, args: flags } );
} );

afterAll( async () => {
	await browser?.close();
} );

afterEach( async () => {
	const ended = visits;
	visits = [];
	await Promise.all( ended.map( ( { context } ) => context.close() ) );
	expect( ended.flatMap( ( { problems } ) => problems ) ).toEqual( [] );
} );

/** Address of a page of the wiki. */
export function addressOf( title: string, query: Record<string, string> = {} ): string {
	const path = encodeURIComponent( title.replace( / /g, '_' ) ).replace( /%2F/g, '/' ).replace( /%3A/g, ':' );
	const parameters = new URLSearchParams( query ).toString();
	return `${ testWiki.url }/wiki/${ path }${ parameters && `?${ parameters }` }`;
}

function newContext( options: BrowserContextOptions ): Promise<BrowserContext> {
	if ( !browser ) {
		throw new Error( 'The browser has not been started.' );
	}
	return browser.newContext( { viewport: { width: 1200, height: 900 }, locale: 'en-GB', ...options } );
}

/** Logs in through the wiki's form, once for each user and file. */
async function sessionOf( name: string ): Promise<BrowserContextOptions[ 'storageState' ]> {
	const known = sessions.get( name );
	if ( known ) {
		return known;
	}
	const account = testWiki.users.find( ( user ) => user.name === name );
	const context = await newContext( {} );
	const page = await context.newPage();
	await page.goto( addressOf( 'Special:UserLogin' ) );
	await page.locator( '#wpName1' ).fill( name );
	await page.locator( '#wpPassword1' ).fill( account?.password ?? '' );
	await page.locator( '#wpLoginAttempt' ).click();
	await page.waitForURL( ( url ) => !url.pathname.includes( 'UserLogin' ) );
	const state = await context.storageState();
	await context.close();
	sessions.set( name, state );
	return state;
}

/** Forgets who was logged in, after the wiki was brought back to an earlier state. */
export function forgetSessions(): void {
	sessions.clear();
}

/** Opens a page of the wiki in a browser that has never been there. */
export async function visit( title: string, options: VisitOptions = {} ): Promise<Visit> {
	const { skin = 'vector', query, user, covered = true, gadget = user === undefined } = options;
	const context = await newContext( {
		...options.context,
		...user && { storageState: await sessionOf( user ) }
	} );
	const watch = await watchContext( context, testWiki.url, covered );
	context.setDefaultTimeout( 30_000 );
	if ( !options.fresh ) {
		await cacheScripts( context, testWiki.scripts );
	}
	const page = await context.newPage();
	const always = {
		useskin: skin,
		...gadget && { withgadget: 'AdviceProvenance' }
	};
	const opened: Visit = Object.assign( watch, {
		page,
		context,
		go: async ( other: string, parameters: Record<string, string> = {} ) => {
			await page.goto( addressOf( other, { ...always, ...parameters } ), { waitUntil: 'domcontentloaded' } );
		}
	} );
	visits.push( opened );
	if ( options.disturb ) {
		opened.allowed.push( /^Failed to load resource/ );
		await page.route( ...options.disturb );
	}
	await opened.go( title, query );
	return opened;
}
