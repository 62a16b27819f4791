/** From the address that somebody gives for a wiki to that of its api.php. */
import { isSafeAddress } from '../../src/cli/safe-address';
import { userAgent } from '../../src/cli/user-agent';
import { UserError } from '../user-error';

/** What the pages of a wiki, and the wiki in its logs, are told about who asks. */
export const deploymentAgent = userAgent( undefined, 'install.md' );
const example = 'such as https://www.mediawiki.org';
const TIMEOUT_MS = 30_000;

function parse( address: string ): URL {
	try {
		return new URL( /^[a-z][a-z0-9+.-]*:\/\//i.test( address ) ? address : `https://${ address }` );
	} catch {
		throw new UserError( `"${ address }" is no address; give that of the wiki or of its api.php, ${ example }.` );
	}
}

/** A password is not sent in the open, nor is the page believed that says where to send it. */
function checkSafe( url: URL, hasPassword: boolean ): void {
	if ( isSafeAddress( url ) || ( url.protocol === 'http:' && !hasPassword ) ) {
		return;
	}
	throw new UserError( url.protocol === 'http:' ?
		`${ url.href } is not an https address; a password is sent to it, so use https. (--dry-run and --verify need no password: unset BOT_PASSWORD for them.)` :
		`${ url.href } is not an address of the web; give that of the wiki, ${ example }.` );
}

/**
 * Finds a wiki's API: any page of a MediaWiki names it in its head.
 *
 * @param address of api.php, or of the wiki or any of its pages
 * @param hasPassword whether a password will be sent there
 * @return address of api.php
 * @throws {UserError} if it is no address, not safe, or no page of a MediaWiki
 */
export async function findApi( address: string, hasPassword: boolean ): Promise<string> {
	const url = parse( address );
	checkSafe( url, hasPassword );
	if ( /\/api\.php$/.test( url.pathname ) ) {
		return url.origin + url.pathname;
	}
	let page: string;
	let from: string;
	try {
		const response = await fetch( url, {
			headers: { 'user-agent': deploymentAgent }, signal: AbortSignal.timeout( TIMEOUT_MS )
		} );
		page = await response.text();
		from = response.url;
	} catch ( error ) {
		const { cause, message } = error as { cause?: { code?: string }; message: string };
		throw new UserError( `${ url.href } does not answer (${ cause?.code ?? message }); check the address and that the wiki is running.` );
	}
	const link = /<link\b[^>]*\brel="EditURI"[^>]*>/i.exec( page )?.[ 0 ] ?? '';
	const href = /\bhref="([^"]*)"/i.exec( link )?.[ 1 ]?.replace( /&amp;/g, '&' );
	if ( href === undefined || !/\/api\.php(?:\?|$)/.test( href ) ) {
		throw new UserError( `The page at ${ url.href } does not say where the API of its wiki is, as pages of MediaWiki do; give the address of api.php itself (Special:Version of the wiki names it).` );
	}
	const api = new URL( href, from );
	checkSafe( api, hasPassword );
	return api.origin + api.pathname;
}
