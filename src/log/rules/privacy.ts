import { each, type Rules } from './loose-log';

/**
 * A mail address within a text. Each part is limited, so that a text of many such letters is
 * searched in linear time.
 */
const mailAddress = /[\p{L}\p{N}._%+-]{1,64}(?:@|\s?(?:\(at\)|\[at\])\s?)[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{1,63}/iu;
/** Addresses at names that nobody can have (RFC 2606), as guides use them. */
const madeUp = /@(?:[a-z0-9-]+\.)*(?:example|invalid|test|localhost)$|[@.]example\.(?:com|net|org)$/i;
/** Mail as its owner reads it, unless it is the public archive of a list; archives for members. */
const privateMail = [
	/^https:\/\/(?:[^/]*\.)?(?:mail|webmail|outlook|owa)\.[^/]+\/(?!pipermail|archives|mailman|hyperkitty|lists)/i,
	/^https:\/\/[^/]+\/(?:[^?#]*\/)?(?:mailman\d?\/private|webmail|roundcube|owa)\//i
];

function hasMailAddress( text: string ): boolean {
	const found = mailAddress.exec( text );
	return found !== null && !madeUp.test( found[ 0 ].replace( /[.-]+$/, '' ) );
}

/**
 * W22: a mail address, or a link into mail that not everybody may read. The page and its history
 * are public.
 */
export const checkPrivacy: Rules = ( log, report ) => {
	const visit = ( value: unknown, path: string ): void => {
		if ( typeof value === 'string' ) {
			if ( path.endsWith( '/url' ) && privateMail.some( ( pattern ) => pattern.test( value ) ) ) {
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
