/**
 * Asks a wiki's API as its operators want it: one request at a time, with a name, no writing, no
 * insistence when it is busy. Stands in for `mw.Api` outside of a browser.
 * (https://www.mediawiki.org/wiki/API:Etiquette)
 */
import type { OtherApi } from '../wiki/api';
import { Cookies } from './cookies';
import { requestText } from './request-text';

export interface PoliteOptions {
	/** Address of the wiki's api.php. */
	url: string;
	/** Says who asks. */
	userAgent: string;
	/** Language of the wiki's own words about what failed. */
	language?: string;
	/** Is told before waiting for longer than a moment. */
	waiting?: ( milliseconds: number, why: string ) => void;
	/** For tests: waits by default. */
	sleep?: ( milliseconds: number, signal: AbortSignal ) => Promise<void>;
	/** How long one answer may take, in milliseconds. */
	timeout?: number;
	/** After so many requests something is wrong with the wiki, or with us. */
	mostRequests?: number;
}

/** So often one request is made, the first time included. */
const MOST_TRIES = 5;
/** Waiting without being told for how long begins with this, and doubles. */
const FIRST_WAIT_MS = 1000;
/** Who is told to wait longer gives up. */
const LONGEST_WAIT_MS = 300_000;
const TIMEOUT_MS = 60_000;
/** Fifty revisions of the largest pages that MediaWiki saves by default, and as much again. */
const MOST_BYTES = 256 * 2 ** 20;
/** More than the longest history takes that is read; see whole-history.ts. */
const MOST_REQUESTS = 5000;
/** Servers refuse longer addresses. */
const LONGEST_ADDRESS = 4000;
/** In seconds: a wiki whose replicas lag more is not to be asked. */
const MAXLAG = 5;
/** What the API says when it is busy. */
const busyCodes = new Set( [ 'maxlag', 'ratelimited', 'readonly' ] );

/** What is known of an attempt that failed. */
class Failure extends Error {
	/**
	 * @param code as `WikiError` has it
	 * @param text in plain words
	 * @param again whether another attempt makes sense
	 * @param wait milliseconds that the wiki asks to wait; null if it does not say
	 * @param status of the answer; 0 if there was none
	 */
	public constructor(
		public readonly code: string, text: string, public readonly again: boolean,
		public readonly wait: number | null = null, public readonly status = 0
	) {
		super( text );
	}
}

function isRecord( value: unknown ): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** How long the wiki asks to wait: seconds, or a date. */
function retryAfter( response: Response ): number | null {
	const value = response.headers.get( 'retry-after' )?.trim() ?? '';
	const milliseconds = /^\d{1,9}$/.test( value ) ?
		Number( value ) * 1000 : Date.parse( value ) - Date.now();
	return value === '' || Number.isNaN( milliseconds ) ? null : Math.max( 0, milliseconds );
}

/** Reads an answer, up to a size that no answer has. */
async function textOf( response: Response ): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = response.body?.getReader();
	for ( let part = await reader?.read(); part?.value; part = await reader?.read() ) {
		size += part.value.length;
		if ( size > MOST_BYTES ) {
			await reader?.cancel();
			throw new Failure( 'http', 'The wiki\'s answer does not end.', false, null, response.status );
		}
		parts.push( part.value );
	}
	return Buffer.concat( parts ).toString( 'utf8' );
}

/** The API's own error, if the answer is one. */
function errorOf( answer: unknown ): { code: string; text: string } | null {
	const errors: unknown = isRecord( answer ) ? answer.errors : undefined;
	const first: unknown = Array.isArray( errors ) ? errors[ 0 ] : undefined;
	// In another format where a wiki does not know the one that is asked for.
	const old: unknown = isRecord( answer ) ? answer.error : undefined;
	const error = isRecord( first ) ? first : isRecord( old ) ? old : null;
	return error && {
		code: String( error.code ),
		text: String( error.text ?? error.info ?? error.code )
	};
}

/** Makes of an answer what it says; throws what is none. */
async function readAnswer( response: Response ): Promise<unknown> {
	const { status } = response;
	const wait = retryAfter( response );
	const text = await textOf( response );
	let answer: unknown;
	try {
		answer = JSON.parse( text );
	} catch {
		answer = undefined;
	}
	const error = errorOf( answer );
	if ( error ) {
		throw new Failure(
			error.code, error.text, busyCodes.has( error.code ) || status === 429 || status >= 500,
			wait, status
		);
	}
	if ( status === 429 ) {
		throw new Failure( 'http', 'The wiki says that it is asked too often (HTTP 429).', true, wait, status );
	}
	if ( status !== 200 ) {
		throw new Failure( 'http', `The wiki answers with HTTP ${ status }.`, status >= 500, wait, status );
	}
	if ( !isRecord( answer ) ) {
		throw new Failure( 'http', 'The answer is none of MediaWiki\'s API. Is this the address of the wiki\'s api.php?', false, null, status );
	}
	return answer;
}

/** Why there was no answer at all. */
function networkFailure( error: unknown ): Failure {
	if ( error instanceof Failure ) {
		return error;
	}
	if ( error instanceof Error && error.name === 'TimeoutError' ) {
		return new Failure( 'http', 'The wiki does not answer in time.', true );
	}
	// What went wrong is in the cause; "fetch failed" says nothing.
	const cause: unknown = error instanceof Error ? error.cause ?? error : error;
	const text = cause instanceof Error ? cause.message : String( cause );
	return new Failure( 'http', `The wiki cannot be reached: ${ text || 'no connection' }.`, true );
}

function sleepFor( milliseconds: number, signal: AbortSignal ): Promise<void> {
	return new Promise( ( resolve ) => {
		const timer = setTimeout( resolve, milliseconds );
		signal.addEventListener( 'abort', () => {
			clearTimeout( timer );
			resolve();
		}, { once: true } );
	} );
}

export class PoliteApi implements OtherApi {
	private requests = 0;

	/** Settles when the request before has ended, however it ended. */
	private last: Promise<unknown> = Promise.resolve();

	private readonly common: Record<string, unknown>;

	/** Of who is logged in; nobody is, by default, and nothing is kept then. */
	private cookies: Cookies | null = null;

	public constructor( private readonly options: PoliteOptions ) {
		const language = options.language ?? 'en';
		this.common = {
			format: 'json', formatversion: 2, errorformat: 'plaintext',
			errorlang: language, uselang: language, maxlag: MAXLAG
		};
	}

	/** Address of the API that is asked. */
	public get url(): string {
		return this.options.url;
	}

	/** Keeps from now on what the wiki gives to know again who asks. */
	public keepSession(): void {
		this.cookies ??= new Cookies();
	}

	/** Has the wiki refuse every request from now on, should it have forgotten who asks. */
	public insistOnSession(): void {
		this.common.assert = 'user';
	}

	public get( parameters: Record<string, unknown> ): ReturnType<OtherApi[ 'get' ]> {
		const controller = new AbortController();
		const answer = this.request( parameters, controller.signal );
		return {
			then: ( done, failed ) => answer.then( done, ( error: unknown ) => {
				const { code, message, status } = networkFailure( error );
				failed( code, { errors: [ { text: message } ], xhr: { status } } );
			} ),
			abort: () => controller.abort()
		};
	}

	/**
	 * Likewise, for what has to be posted.
	 *
	 * @param parameters what is secret in them is sent in the body, and nowhere else
	 * @param signal cancels it
	 * @return the answer, unchecked
	 * @throws {Error} what failed, in plain words
	 */
	public post( parameters: Record<string, unknown>, signal: AbortSignal ): Promise<unknown> {
		return this.request( parameters, signal, true );
	}

	/** Asks when everything before has been answered. */
	private request(
		parameters: Record<string, unknown>, signal: AbortSignal, isPosted = false
	): Promise<unknown> {
		const answer = this.last.then(
			() => this.ask( requestText( { ...parameters, ...this.common } ), signal, isPosted )
		);
		this.last = answer.catch( () => undefined );
		return answer;
	}

	private async ask(
		request: string, signal: AbortSignal, isPosted: boolean
	): Promise<unknown> {
		for ( let tries = 1; ; tries++ ) {
			try {
				return await this.send( request, signal, isPosted );
			} catch ( error ) {
				const failure = networkFailure( error );
				const wait = failure.wait ?? FIRST_WAIT_MS * 2 ** ( tries - 1 );
				if ( signal.aborted || !failure.again || tries >= MOST_TRIES ) {
					throw failure;
				}
				if ( wait > LONGEST_WAIT_MS ) {
					throw new Failure( failure.code, `${ failure.message } It asks to come back in ${ Math.ceil( wait / 1000 ) } seconds.`, false, null, failure.status );
				}
				this.options.waiting?.( wait, failure.message );
				await ( this.options.sleep ?? sleepFor )( wait, signal );
			}
		}
	}

	private async send(
		request: string, signal: AbortSignal, isPosted: boolean
	): Promise<unknown> {
		const { url, userAgent, timeout = TIMEOUT_MS, mostRequests = MOST_REQUESTS } = this.options;
		signal.throwIfAborted();
		if ( ++this.requests > mostRequests ) {
			throw new Failure( 'http', `The wiki has more and more to tell: stopped after ${ mostRequests } requests.`, false );
		}
		const inBody = isPosted || request.length > LONGEST_ADDRESS;
		const address = new URL( url );
		if ( !inBody ) {
			address.search = request;
		}
		const response = await fetch( address, {
			signal: AbortSignal.any( [ signal, AbortSignal.timeout( timeout ) ] ),
			headers: {
				'User-Agent': userAgent,
				Accept: 'application/json',
				...this.cookies?.headers,
				...inBody && { 'Content-Type': 'application/x-www-form-urlencoded' },
				// It reads only: where there are several data centres, any will do.
				...inBody && !isPosted && { 'Promise-Non-Write-API-Action': 'true' }
			},
			// Who is logged in is told to this address, and to no other that it may name.
			...this.cookies && { redirect: 'manual' },
			...inBody && { method: 'POST', body: request }
		} );
		this.cookies?.take( response );
		return readAnswer( response );
	}
}
