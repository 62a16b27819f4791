/** Ids for new things. */

/** As the schema has it. */
const longestId = 64;
/** Digits at the end; the part before ends in something else, so there is one way to match. */
const counter = /^(.*?)(\d*)$/;

function cut( text: string, room: number ): string {
	return text.slice( 0, longestId - room );
}

/**
 * The id that comes after another one: with the number at its end counted up, as many digits as
 * it has, past all that are taken.
 */
export function freshId( like: string, taken: { has( id: string ): boolean } ): string {
	const [ , stem = '', digits = '' ] = counter.exec( cut( like, 0 ) ) || [];
	const separator = digits || !stem ? '' : '-';
	// More digits than a number can hold are no counter.
	const isCounter = digits.length > 0 && digits.length < 15;
	const prefix = isCounter || !digits ? stem + separator : `${ stem }${ digits }-`;
	let number = isCounter ? Number( digits ) : 1;
	let id = '';
	do {
		number++;
		const written = String( number ).padStart( isCounter ? digits.length : 1, '0' );
		id = cut( prefix, written.length ) + written;
	} while ( taken.has( id ) );
	return id;
}

/**
 * An id for the next of a list: like the last one that ends in a number, with the number counted
 * up past all others of its kind.
 *
 * @param ids of the list, in its order
 * @param first where there is none to go by
 * @param taken
 */
export function nextId(
	ids: readonly string[], first: string, taken: { has( id: string ): boolean }
): string {
	const stemOf = ( id: string ): string => id.replace( /\d+$/, '' );
	const known = ids.filter( ( id ) => id.length <= longestId );
	const model = [ ...known ].reverse().find( ( id ) => /\d$/.test( id ) );
	if ( model === undefined ) {
		return taken.has( first ) ? freshId( first, taken ) : first;
	}
	const stem = stemOf( model );
	const highest = known
		.filter( ( id ) => stemOf( id ) === stem && id.length - stem.length < 15 && id !== stem )
		.reduce( ( most, id ) => (
			Number( id.slice( stem.length ) ) > Number( most.slice( stem.length ) ) ? id : most
		), model );
	return freshId( highest, taken );
}

/**
 * An id made of a name: its letters and digits of the Latin alphabet, small, with hyphens.
 *
 * @param name
 * @param otherwise for a name without any of them
 * @param taken
 * @param prefix what it begins with, such as `main.`
 */
export function idFromName(
	name: string, otherwise: string, taken: { has( id: string ): boolean }, prefix = ''
): string {
	const words = name.normalize( 'NFKD' ).replace( /[\u0300-\u036f]/g, '' ).toLowerCase()
		.split( /[^a-z0-9]+/ ).filter( Boolean );
	const id = cut( prefix + ( words.join( '-' ) || otherwise ), 0 ).replace( /-$/, '' );
	return taken.has( id ) ? freshId( id, taken ) : id;
}
