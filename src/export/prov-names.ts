/** Names of things in PROV-JSON: addresses, shortened by prefixes. */
import type { ExportInput } from './types';

/** Our own attributes and types. */
const VOCABULARY = 'urn:advice-provenance:vocabulary#';

/** An id that is any text, as the end of an address. */
function ending( text: string ): string {
	return encodeURIComponent( text ).replace( /[!'()*~]/g, ( character ) => (
		`%${ character.charCodeAt( 0 ).toString( 16 ).toUpperCase() }`
	) );
}

/** What an address begins with, if it ends as it should. */
function beginning( address: string, end: string ): string | null {
	return address.endsWith( end ) ? address.slice( 0, -end.length ) : null;
}

export class ProvNames {
	/** Prefixes and what they stand for. */
	public readonly prefixes: { [ prefix: string ]: string };

	public constructor( { account, wiki }: ExportInput ) {
		const { logRevision } = account;
		const revisions = beginning( wiki.revisionUrl( logRevision ), String( logRevision ) );
		const users = beginning( wiki.userUrl( 'X' ), 'X' );
		this.prefixes = {
			ap: VOCABULARY,
			log: `${ wiki.pageUrl( account.logTitle ) }#`,
			...revisions !== null && { rev: revisions },
			...users !== null && { user: users }
		};
	}

	/** The address of a revision, where these end in its number. */
	public revision( revision: number ): string {
		return 'rev' in this.prefixes ? `rev:${ revision }` : `log:revision/${ revision }`;
	}

	public user( name: string ): string {
		const end = ending( name.replace( / /g, '_' ) );
		return 'user' in this.prefixes ? `user:${ end }` : `log:user/${ end }`;
	}

	/** Something of the log, by what it is and its id. */
	public inLog( what: string, id: string ): string {
		return `log:${ what }/${ id.split( '/' ).map( ending ).join( '/' ) }`;
	}
}
