/** The wiki that is asked: its name, language and addresses. */
import type { ExportWiki } from '../export/types';
import { useApi, WikiError } from '../wiki/api';
import { readSite, type Site } from '../wiki/site';
import { botPassword, logIn, type BotPassword } from './log-in';
import { PoliteApi, type PoliteOptions } from './polite-api';
import { UserError } from './user-error';
import { userAgent } from './user-agent';

export interface SiteOptions extends Pick<PoliteOptions, 'waiting' | 'language' | 'sleep'> {
	/** How the wiki's operators can reach who runs this, for the User-Agent. */
	contact?: string;
	signal?: AbortSignal;
}

/**
 * The address of an API, checked.
 *
 * @throws {UserError} if it is none
 */
export function apiUrl( text: string ): string {
	let url: URL;
	try {
		url = new URL( text );
	} catch {
		throw new UserError( `--wiki takes the whole address of the wiki's api.php, not "${ text }".` );
	}
	if ( !/^https?:$/.test( url.protocol ) || url.username || url.password ) {
		throw new UserError( '--wiki takes an address that begins with https:// or http://, without a user name or password.' );
	}
	url.search = url.hash = '';
	return url.href;
}

/** Characters of a title as they stand in the wiki's addresses: see mw.util.wikiUrlencode. */
function encodeTitle( title: string ): string {
	return encodeURIComponent( title )
		.replace( /[!'()*~]/g, ( one ) => `%${ one.charCodeAt( 0 ).toString( 16 ).toUpperCase() }` )
		.replace( /%20/g, '_' )
		.replace( /%(?:3B|40|24|2C|2F|7E|3A)/g, decodeURIComponent );
}

/** Addresses on a wiki. */
export interface SiteFacts extends Pick<ExportWiki, 'siteName' | 'language' | 'direction'> {
	/** With protocol, without a slash at the end. */
	server: string;
	/** Path of pages, with `$1` for the title. */
	articlePath: string;
	/** Path of index.php. */
	script: string;
}

export function linksOf( { server, articlePath, script, ...site }: SiteFacts ): ExportWiki {
	const index = ( parameters: Record<string, string> ): string => (
		`${ server }${ script }?${ new URLSearchParams( parameters ).toString() }`
	);
	const pageUrl = ( title: string ): string => (
		server + articlePath.split( '$1' ).join( encodeTitle( title ) )
	);
	return {
		...site,
		pageUrl,
		revisionUrl: ( revision ) => index( { oldid: String( revision ) } ),
		diffUrl: ( revision, base ) => index( base ?
			{ diff: String( revision ), oldid: String( base ) } :
			{ diff: 'prev', oldid: String( revision ) } ),
		userUrl: ( user ) => pageUrl( `User:${ user }` )
	};
}

/**
 * What the wiki says of itself. Who may read it without logging in does so: a password is sent to
 * no wiki that does not need it.
 */
async function readOpenSite( api: PoliteApi, signal?: AbortSignal ): Promise<Site> {
	let bot: BotPassword | null;
	try {
		return await readSite( api.url, signal );
	} catch ( error ) {
		if ( !( error instanceof WikiError ) || error.code !== 'readapidenied' ) {
			throw error;
		}
		bot = botPassword();
		if ( !bot ) {
			throw new UserError( `${ error.message } A member's bot password, from Special:BotPasswords of the wiki, is taken from BOT_USER and BOT_PASSWORD in the environment.` );
		}
	}
	await logIn( api, bot, signal ?? new AbortController().signal );
	return readSite( api.url, signal );
}

/**
 * Has a wiki asked from now on, and asks it who it is.
 *
 * @param address of its api.php
 * @param options
 * @throws {UserError} if that is no address, or the wiki lets only others in
 * @throws {WikiError} when the wiki does not answer
 */
export async function openSite(
	address: string, { contact, signal, ...options }: SiteOptions = {}
): Promise<ExportWiki> {
	const url = apiUrl( address );
	const api = new PoliteApi( { url, userAgent: userAgent( contact ), ...options } );
	useApi( api );
	const { name: siteName, isRtl, server, ...site } = await readOpenSite( api, signal );
	if ( !server || !site.script || !site.articlePath ) {
		throw new UserError( `${ url } answers, but not as a MediaWiki does.` );
	}
	return linksOf( { ...site, siteName, server, direction: isRtl ? 'rtl' : 'ltr' } );
}
