/** What no page of any test may do: every visit is watched for it. */
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** What is seen of a visit. */
export interface Watch {
	/** Sentences about what should not have happened. */
	problems: string[];
	/** Addresses of requests to the API, in their order. */
	apiRequests: string[];
	/** Console errors that a test provokes. */
	allowed: RegExp[];
}

/** Names the requests that come before the reader has done anything. */
const MARK = 'e2e: more than one request to the API before any action';

/**
 * Runs in each page before its own scripts. Counting there keeps the true order of requests and
 * events, which reach the test on different ways.
 */
function countBeforeAction( mark: string ): void {
	let acted = false;
	let count = 0;
	const act = ( event: Event ): void => {
		acted = acted || event.isTrusted;
	};
	for ( const name of [ 'pointerdown', 'pointermove', 'keydown', 'wheel' ] ) {
		window.addEventListener( name, act, { capture: true, passive: true } );
	}
	function see( url: string ): void {
		if ( !acted && /\/api\.php/.test( url ) && ++count > 1 ) {
			console.error( `${ mark }: ${ url }` );
		}
	}
	const open = XMLHttpRequest.prototype.open;
	XMLHttpRequest.prototype.open = function ( ...args: unknown[] ): void {
		see( String( args[ 1 ] ) );
		Reflect.apply( open, this, args );
	};
	const send = window.fetch;
	window.fetch = function ( ...args ) {
		see( args[ 0 ] instanceof Request ? args[ 0 ].url : String( args[ 0 ] ) );
		return send.apply( window, args );
	};
}

function consoleProblem( message: ConsoleMessage, allowed: RegExp[] ): string | null {
	const { url } = message.location();
	return message.type() === 'error' && !allowed.some( ( pattern ) => pattern.test( message.text() ) ) ?
		`console error: ${ message.text() } (${ url })` :
		null;
}

/**
 * Watches a context.
 *
 * @param url of the wiki
 * @param covered false where the gadget has nothing to do: then no request to the API at all
 */
export async function watchContext(
	context: BrowserContext, url: string, covered: boolean
): Promise<Watch> {
	const watch: Watch = { problems: [], apiRequests: [], allowed: [] };
	const tell = ( problem: string | null ): void => {
		if ( problem !== null ) {
			watch.problems.push( problem );
		}
	};
	await context.addInitScript( countBeforeAction, MARK );
	context.on( 'console', ( message ) => tell( consoleProblem( message, watch.allowed ) ) );
	context.on( 'weberror', ( error ) => tell( `uncaught error: ${ error.error().stack ?? error.error().message }` ) );
	context.on( 'page', ( page: Page ) => {
		page.on( 'dialog', ( dialog ) => {
			tell( `a dialog was opened: ${ dialog.message() }` );
			dialog.dismiss().catch( () => undefined );
		} );
	} );
	context.on( 'request', ( request ) => {
		const address = request.url();
		if ( /^https?:/.test( address ) && !address.startsWith( `${ url }/` ) ) {
			tell( `request to another host: ${ address }` );
		}
		if ( address.startsWith( `${ url }/w/api.php` ) ) {
			watch.apiRequests.push( `${ address } ${ request.postData() ?? '' }` );
			tell( covered ? null : `request to the API on a page without a draft: ${ address }` );
		}
	} );
	return watch;
}
