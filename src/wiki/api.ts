/** Requests to the wiki's API, with the defaults that every request of this gadget has. */

import { msg } from './messages';

/** An answer that is no answer: the wiki's own words, or what the network said. */
export class WikiError extends Error {
	/**
	 * @param code the API's error code, or `http`
	 * @param text plain text for the reader; asked for when somebody reads it, since its words come
	 *  with the scripts that show it
	 * @param status of an answer that is none of the API; 0 if there was none
	 */
	public constructor(
		public readonly code: string, text: () => string, public readonly status = 0
	) {
		super();
		this.name = 'WikiError';
		Object.defineProperty( this, 'message', { get: text } );
	}
}

/** Longer than any healthy wiki takes, shorter than a reader waits. */
const TIMEOUT_MS = 30000;

/** Another way to ask than `mw.Api`, where there is none: outside of a browser. */
export interface OtherApi {
	/**
	 * Like `mw.Api#get`.
	 *
	 * @param parameters of the API; lists are joined, false is left out
	 */
	get( parameters: Record<string, unknown> ): {
		then(
			done: ( answer: unknown ) => void,
			failed: ( code: string, detail: unknown ) => void
		): unknown;
		abort(): void;
	};
}

let api: mw.Api | null = null;

/**
 * Has another way used for everything that is read from now on. Whatever fails there has to be
 * told in words, in `detail.errors` as the wiki does.
 */
export function useApi( other: OtherApi ): void {
	api = other as unknown as mw.Api;
}

function getApi(): mw.Api {
	// Errors are asked for as plain text: they are shown, never parsed as HTML.
	api = api || new mw.Api( {
		ajax: { timeout: TIMEOUT_MS },
		parameters: {
			format: 'json',
			formatversion: 2,
			errorformat: 'plaintext',
			uselang: mw.config.get( 'wgUserLanguage' ),
			errorlang: 'uselang',
			errorsuselocal: true
		}
	} );
	return api;
}

/** The first error text in an answer of the API. */
function errorText( answer: unknown ): string | null {
	const errors = isRecord( answer ) && Array.isArray( answer.errors ) ? answer.errors : [];
	const first: unknown = errors[ 0 ];
	return isRecord( first ) && typeof first.text === 'string' ? first.text : null;
}

/** What came instead of an answer of the API, in words. */
function networkText( detail: unknown ): string | null {
	if ( !isRecord( detail ) || !isRecord( detail.xhr ) ) {
		return null;
	}
	const { status } = detail.xhr;
	if ( !status ) {
		return msg( detail.textStatus === 'timeout' ? 'network-slow' : 'network-none' );
	}
	return status === 429 ? msg( 'network-busy' ) :
		status === 200 ? msg( 'network-unreadable' ) :
			msg( 'network-status', String( status ) );
}

export function isRecord( value: unknown ): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** What `mw.Api` tells of a request that failed. */
function failed( code: unknown, detail: unknown ): WikiError {
	const status = isRecord( detail ) && isRecord( detail.xhr ) ? detail.xhr.status : 0;
	return new WikiError(
		String( code ),
		() => errorText( detail ) || networkText( detail ) || String( code ),
		Number( status ) || 0
	);
}

/** What is thrown when somebody cancels: as the browser's own functions throw it. */
export function abortError(): DOMException {
	return new DOMException( 'Cancelled', 'AbortError' );
}

/**
 * Asks the wiki.
 *
 * @param parameters of `action=query`
 * @param signal cancels the request
 * @return the `query` part of the answer, unchecked, with its `continue` part
 * @throws {WikiError} when the wiki, or the way to it, fails
 * @throws {DOMException} `AbortError` when cancelled
 */
export function query(
	parameters: Record<string, string | number | boolean | string[] | number[]>,
	signal?: AbortSignal
): Promise<{ query: Record<string, unknown>; next: Record<string, string> | null }> {
	return new Promise( ( resolve, reject ) => {
		if ( signal?.aborted ) {
			reject( abortError() );
			return;
		}
		const request = getApi().get( { action: 'query', ...parameters } );
		// MediaWiki takes a signal itself from 1.44 on.
		const cancel = (): void => {
			reject( abortError() );
			request.abort();
		};
		signal?.addEventListener( 'abort', cancel );
		request.then(
			( answer: unknown ) => {
				signal?.removeEventListener( 'abort', cancel );
				const whole = isRecord( answer ) ? answer : {};
				resolve( {
					query: isRecord( whole.query ) ? whole.query : {},
					next: isRecord( whole.continue ) ?
						whole.continue as Record<string, string> :
						null
				} );
			},
			( code: unknown, detail: unknown ) => {
				signal?.removeEventListener( 'abort', cancel );
				reject( failed( code, detail ) );
			}
		);
	} );
}

/**
 * Saves a page; a token that has expired is fetched anew, once.
 *
 * @param parameters of `action=edit`
 * @return the `edit` part of the answer, unchecked
 * @throws {WikiError} when the wiki, or the way to it, fails
 */
export function edit(
	parameters: Record<string, string | number | boolean>
): Promise<Record<string, unknown>> {
	return new Promise( ( resolve, reject ) => {
		getApi().postWithEditToken( { action: 'edit', ...parameters } ).then(
			( answer: unknown ) => resolve(
				isRecord( answer ) && isRecord( answer.edit ) ? answer.edit : {}
			),
			( code: unknown, detail: unknown ) => reject( failed( code, detail ) )
		);
	} );
}

/** A list in an answer, whatever the answer is. */
export function listOf( value: unknown ): Record<string, unknown>[] {
	return Array.isArray( value ) ? value.filter( isRecord ) : [];
}
