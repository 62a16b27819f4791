/** Gives a person a file that was made in the browser. */

/** What file systems of some computers do not take in a name. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const NO_NAME = /[\x00-\x1f\x7f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** In characters: with three bytes each still less than file systems take. */
const LONGEST_NAME = 80;
/** Until then every browser has begun to save. */
const KEPT_MS = 60_000;

/** A file's name from the title of a page, without the ending that pages of JSON have. */
export function fileName( title: string, extension: string ): string {
	const name = Array.from( title.replace( /\.json$/, '' ).replace( NO_NAME, '-' ) ).slice( 0, LONGEST_NAME ).join( '' );
	return name.replace( /^[.\s-]+|[.\s-]+$/g, '' ) + extension;
}

/**
 * Saves a file the way the browser saves what is downloaded. Nothing is sent anywhere.
 *
 * @param name
 * @param type media type
 * @param text
 */
export function saveFile( name: string, type: string, text: string ): void {
	const url = URL.createObjectURL( new Blob( [ text ], { type } ) );
	const link = document.createElement( 'a' );
	link.href = url;
	link.download = name;
	document.body.append( link );
	link.click();
	link.remove();
	setTimeout( () => URL.revokeObjectURL( url ), KEPT_MS );
}
