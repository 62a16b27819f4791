/** Why a page was not saved: what the API's many codes come down to for the person who saves. */
import type { WikiError } from './api';

export type SaveFailureKind =
	/** somebody saved in between */
	'conflict' |
	/** the page was deleted or made in between */
	'deleted' |
	/** no answer */
	'network' |
	'logged-out' |
	/** the session is not known any more */
	'token' |
	'readonly' |
	'blocked' |
	'protected' |
	/** a filter of the wiki refuses it */
	'filter' |
	/** a filter of the wiki warns; saving again goes through */
	'filter-warning' |
	'captcha' |
	'too-big' |
	'rate' |
	/** the page cannot be one of model `json` */
	'model' |
	/** a server that is busy or down */
	'busy' |
	'other';

/** A question that proves that a person saves. */
export interface Captcha {
	id: string;
	/** plain text; empty where the question is a picture, or a foreign service's */
	question: string;
	/** Address of a picture on this wiki; empty if there is none. */
	image: string;
}

/** The page was not saved. */
export class SaveFailure extends Error {
	/**
	 * @param kind
	 * @param text the wiki's own words, as plain text; may be empty
	 * @param captcha to be answered
	 */
	public constructor(
		public readonly kind: SaveFailureKind,
		text: string,
		public readonly captcha: Captcha | null = null
	) {
		super( text );
		this.name = 'SaveFailure';
	}
}

const CODES: [ SaveFailureKind, RegExp ][] = [
	[ 'conflict', /^(?:editconflict|articleexists)$/ ],
	[ 'deleted', /^(?:missingtitle|pagedeleted)$/ ],
	[ 'logged-out', /^assert/ ],
	[ 'token', /^(?:badtoken|notoken|missingparam)$/ ],
	[ 'readonly', /^readonly/ ],
	[ 'blocked', /block/ ],
	[ 'filter-warning', /^abusefilter-warning/ ],
	[ 'filter', /abusefilter|hookaborted|spam|titleblacklist/ ],
	[ 'captcha', /captcha/ ],
	[ 'too-big', /^contenttoobig$/ ],
	[ 'rate', /^(?:ratelimited|actionthrottledtext)$/ ],
	[ 'model', /contentmodel|content-model|invalidcontent|badformat/ ],
	[ 'protected', /protect|permission|denied|noedit|cantcreate|nocreate|readapidenied|badaccess|insufficient/ ],
	[ 'busy', /^(?:maxlag|internal_api_error|lockmanager|unavailable)/ ]
];

/**
 * Scripts are bundled one by one: what another one throws is of a class of its own, with the name
 * and the shape of the one here.
 */
function isNamed<Named extends Error>( error: unknown, name: string ): error is Named {
	return error instanceof Error && error.name === name;
}

/** What went wrong, from whatever saving threw, here or in another script. */
export function saveFailure( error: unknown ): SaveFailure {
	if ( isNamed<SaveFailure>( error, 'SaveFailure' ) ) {
		return error;
	}
	if ( !isNamed<WikiError>( error, 'WikiError' ) ) {
		return new SaveFailure( 'other', error instanceof Error ? error.message : String( error ) );
	}
	const { code, message, status } = error;
	if ( code === 'http' ) {
		const kind = status === 429 ? 'rate' : status >= 500 ? 'busy' : 'network';
		return new SaveFailure( kind, message );
	}
	const known = CODES.find( ( [ , pattern ] ) => pattern.test( code ) );
	return new SaveFailure( known ? known[ 0 ] : 'other', message );
}
