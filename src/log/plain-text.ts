/**
 * Control characters except tab and line feed; U+202A to U+202E embed or override the
 * direction of what follows, U+2066 to U+2069 isolate it, and without their counterpart
 * they reach into the text around.
 */
// eslint-disable-next-line no-control-regex
const unwanted = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
/** Nearly every string has none of these: then there is nothing to do. */
// eslint-disable-next-line no-control-regex
const suspicious = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;
/** With the flag u a half matches only where it does not belong to a pair. */
const loneSurrogates = /[\ud800-\udfff]/gu;

/**
 * Makes a string of unknown origin safe to show within a line of other text: control
 * characters and those that change the direction of the text around are left out, half
 * characters become U+FFFD. Tab and line feed stay; a carriage return becomes a line feed.
 * Letters of all scripts and direction marks (U+200E, U+200F) are kept.
 */
export function plainText( value: string ): string {
	return !suspicious.test( value ) ? value : value
		.replace( /\r\n?/g, '\n' )
		.replace( unwanted, '' )
		.replace( loneSurrogates, '\ufffd' );
}
