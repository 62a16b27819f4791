/** Revisions as people paste them: addresses of differences and old revisions, links, numbers. */

export interface RevisionAddress {
	revision: number;
	/** What it is compared with, where the address names it. */
	from?: number;
}

/**
 * Why a text names no revision:
 *
 * - `no-address`: it is neither a number nor an address nor a link
 * - `other-wiki`: an address of another server
 * - `no-revision`: an address of this wiki that leads to no certain revision
 * - `relative`: it leads to the newest or the next revision, which another day is another one
 */
export type AddressProblem = 'no-address' | 'other-wiki' | 'no-revision' | 'relative';

export interface ThisWiki {
	/** Servers of the wiki, such as `https://wiki.example` or `//m.wiki.example`. */
	servers: readonly string[];
	/** Names of Special:Diff in the wiki's language, without namespace. */
	diff?: readonly string[];
	/** The same of Special:PermanentLink. */
	permanentLink?: readonly string[];
}

const diffNames = [ 'diff' ];
const linkNames = [ 'permanentlink', 'permalink' ];
/** A longer text was pasted by mistake. */
const longestAddress = 4000;
const schemes = /^(?:https:|http:|)\/\/([^/?#]+)/i;

function toId( text: string | null | undefined ): number | null {
	const id = text && /^[1-9]\d{0,15}$/.test( text ) ? Number( text ) : 0;
	return id && id <= Number.MAX_SAFE_INTEGER ? id : null;
}

function hostOf( url: string ): string {
	return ( schemes.exec( url )?.[ 1 ] ?? '' ).toLowerCase().replace( /:(?:80|443)$/, '' );
}

function decode( text: string ): string {
	try {
		return decodeURIComponent( text );
	} catch {
		return text;
	}
}

function address( revision: number, from: number | null ): RevisionAddress {
	return from === null || from === revision ? { revision } : { revision, from };
}

/** Parameters of an address; of two with one name the last one counts, as MediaWiki has it. */
function parameters( query: string ): Map<string, string> {
	return new Map( query.split( '&' ).map( ( part ): [ string, string ] => {
		const [ name = '', ...value ] = part.split( '=' );
		return [ decode( name ), decode( value.join( '=' ) ) ];
	} ) );
}

function fromParameters( query: string ): RevisionAddress | AddressProblem | null {
	const values = parameters( query );
	const [ diff, oldid ] = [ values.get( 'diff' ), toId( values.get( 'oldid' ) ) ];
	if ( diff === undefined || diff === '' ) {
		return oldid === null ? null : { revision: oldid };
	}
	if ( diff === 'prev' ) {
		return oldid === null ? 'no-revision' : { revision: oldid };
	}
	const id = toId( diff );
	if ( id !== null ) {
		return values.get( 'oldid' ) && oldid === null && values.get( 'oldid' ) !== 'prev' ?
			'relative' : address( id, oldid );
	}
	return diff === 'next' || diff === 'cur' || diff === '0' ? 'relative' : 'no-revision';
}

/** A title such as Special:Diff/1/2. */
function fromTitle( title: string, wiki: ThisWiki ): RevisionAddress | AddressProblem | null {
	const [ name = '', first, second ] = title.replace( /_/g, ' ' ).split( '/' );
	const colon = name.indexOf( ':' );
	const bare = name.slice( colon + 1 ).trim().toLowerCase();
	const isOneOf = ( own: readonly string[], others: readonly string[] = [] ): boolean => (
		colon >= 0 && [ ...own, ...others ].some( ( one ) => one.replace( /_/g, ' ' ).toLowerCase() === bare )
	);
	const [ one, other ] = [ toId( first ), toId( second ) ];
	if ( isOneOf( linkNames, wiki.permanentLink ) ) {
		return one === null ? 'no-revision' : { revision: one };
	}
	if ( bare === 'redirect' && first === 'revision' ) {
		return other === null ? 'no-revision' : { revision: other };
	}
	if ( !isOneOf( diffNames, wiki.diff ) ) {
		return null;
	}
	if ( second === undefined || second === 'prev' || second === '' ) {
		return one === null ? 'no-revision' : { revision: one };
	}
	if ( other !== null ) {
		return first === 'prev' ? { revision: other } :
			one === null ? 'no-revision' : address( other, one );
	}
	return /^(?:next|cur|0)$/.test( second ) ? 'relative' : 'no-revision';
}

function fromAddress( pasted: string, wiki: ThisWiki ): RevisionAddress | AddressProblem {
	const rest = pasted.replace( schemes, '' );
	if ( !wiki.servers.some( ( server ) => hostOf( server ) === hostOf( pasted ) ) ) {
		return 'other-wiki';
	}
	const [ path = '', ...queries ] = ( rest.split( '#' )[ 0 ] ?? '' ).split( '?' );
	const query = queries.join( '?' );
	const title = query ? parameters( query ).get( 'title' ) : undefined;
	// Wherever the wiki keeps its pages, the title begins where the name of a namespace does.
	const segments = decode( path ).split( '/' );
	const start = segments.findIndex( ( segment ) => segment.includes( ':' ) );
	const inPath = start < 0 ? '' : segments.slice( start ).join( '/' );
	return fromParameters( query ) || fromTitle( title ?? inPath, wiki ) || 'no-revision';
}

/**
 * Reads what somebody pasted as a revision: its number, an address with `diff` or `oldid`, a
 * link such as `[[Special:Diff/1/2]]` or the title alone.
 *
 * @param text
 * @param wiki the wiki that the revision has to be of
 */
export function readRevisionAddress(
	text: string, wiki: ThisWiki
): RevisionAddress | { problem: AddressProblem } {
	if ( text.length > longestAddress ) {
		return { problem: 'no-address' };
	}
	const inLink = /^\[\[:?([^\]|]*)[^\]]*\]\]$/.exec( text.trim() );
	const pasted = ( inLink?.[ 1 ] ?? text ).trim();
	const id = toId( pasted );
	const read = id !== null ? { revision: id } :
		schemes.test( pasted ) ? fromAddress( pasted, wiki ) :
			fromTitle( pasted, wiki ) || 'no-address';
	return typeof read === 'string' ? { problem: read } : read;
}
