/** A stand-in for `mw.Api` that answers as the wiki's API does with formatversion 2. */
import { vi } from 'vitest';

type Request = Record<string, unknown>;
/** What the wiki answers, or `[ code, detail ]` where it fails. */
type Answer = { ok: unknown } | { fail: [ string, unknown ] } | 'never';

/** Every request so far; those that were aborted have `aborted`. */
export const requests: Request[] = [];
let answers: ( ( request: Request ) => Answer );

/** As much of jQuery's promises as is used. */
interface Promised {
	then(
		done: ( answer: unknown ) => void,
		failed: ( code: string, detail: unknown ) => void
	): void;
	abort(): void;
}

class Api {
	public get( request: Request ): Promised {
		requests.push( request );
		return {
			then( done, failed ) {
				const answer = answers( request );
				if ( answer === 'never' ) {
					return;
				}
				if ( 'ok' in answer ) {
					done( answer.ok );
				} else {
					failed( ...answer.fail );
				}
			},
			abort() {
				request.aborted = true;
			}
		};
	}
}

/** A message is named, not worded. */
function message( key: string, ...params: string[] ): { text(): string } {
	return { text: () => [ key.replace( 'advice-provenance-', '' ), ...params ].join( ' ' ) };
}

/** Makes the wiki answer each request by a function. */
export function answerWith( answer: ( request: Request ) => Answer ): void {
	requests.length = 0;
	answers = answer;
	vi.stubGlobal( 'mw', { Api, config: { get: () => 'en' }, message } );
}

/** Makes the wiki answer with these, one after the other. */
export function answerInTurn( ...list: unknown[] ): void {
	answerWith( () => ( { ok: list[ requests.length - 1 ] } ) );
}

/** When a revision was saved; numbers that are sixty apart have one time. */
export function timeOf( revid: number ): string {
	return `2025-01-01T00:00:${ String( revid % 60 ).padStart( 2, '0' ) }Z`;
}

/** A revision as the API gives it. */
export function revision( revid: number, content: string, more: object = {} ): object {
	return {
		revid, parentid: 0, timestamp: timeOf( revid ),
		user: 'Oak', comment: 'c', slots: { main: { contentmodel: 'wikitext', content } }, ...more
	};
}
