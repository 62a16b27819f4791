import { each, type Rules } from './loose-log';

/**
 * A mail address within a text, its host apart. Each part is limited, so that a text of many such
 * letters is searched in linear time.
 */
const mailAddresses = /[\p{L}\p{N}._%+-]{1,64}(?:@| ?[([]at[)\]] ?)([\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{1,63})/giu;
/** Hosts that nobody can have (RFC 2606), as guides use them. */
const madeUp = [ 'example', 'invalid', 'test', 'localhost', 'example.com', 'example.net', 'example.org' ];
/** Hosts and folders where people read their own mail. */
const mailboxes = [ 'mail', 'webmail', 'outlook', 'owa', 'roundcube' ];
/** Public archives of mailing lists, which stand on hosts called "mail" too. */
const openArchives = [ 'pipermail', 'archives', 'mailman', 'mailman3', 'hyperkitty', 'lists' ];

function isMadeUp( host: string ): boolean {
	const labels = host.toLowerCase().replace( /[.-]+$/, '' ).split( '.' );
	return [ 1, 2 ].some( ( count ) => madeUp.includes( labels.slice( -count ).join( '.' ) ) );
}

function hasMailAddress( text: string ): boolean {
	return Array.from( text.matchAll( mailAddresses ) )
		.some( ( [ , host = '' ] ) => !isMadeUp( host ) );
}

/** An address in a mailbox, or in the archive of a list that only its members may read. */
function leadsToMail( url: string ): boolean {
	const [ , , host = '', ...folders ] = url.toLowerCase().split( /[?#]/ )[ 0 ]?.split( '/' ) || [];
	const isMailHost = host.split( '.' ).slice( 0, -1 ).some( ( label ) => mailboxes.includes( label ) );
	return folders.some( ( folder, at ) => folder === 'private' && /^mailman\d?$/.test( folders[ at - 1 ] ?? '' ) ) ||
		folders.slice( 0, -1 ).some( ( folder ) => mailboxes.includes( folder ) && folder !== 'mail' ) ||
		( isMailHost && !openArchives.includes( folders[ 0 ] ?? '' ) );
}

/**
 * W22: a mail address, or a link into mail that not everybody may read. The page and its history
 * are public.
 */
export const checkPrivacy: Rules = ( log, report ) => {
	const visit = ( value: unknown, path: string ): void => {
		if ( typeof value === 'string' ) {
			if ( path.endsWith( '/url' ) && leadsToMail( value ) ) {
				report( 'W22', path, 'link' );
			} else if ( hasMailAddress( value ) ) {
				report( 'W22', path, 'address' );
			}
		} else if ( Array.isArray( value ) ) {
			each( value as unknown[], path, visit );
		} else if ( typeof value === 'object' && value !== null ) {
			// Known fields only, which are nested a few levels deep.
			Object.entries( value ).forEach( ( [ name, field ] ) => visit( field, `${ path }/${ name }` ) );
		}
	};
	visit( log, '' );
};
