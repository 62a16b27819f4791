/** Parameters of a request to the API, as they travel. */

/** Stands between values one of which holds the usual mark itself; see the API's documentation. */
const UNIT_SEPARATOR = '\u001F';

/** One value; null where the parameter is left out: false is told by absence. */
function valueOf( value: unknown ): string | null {
	if ( Array.isArray( value ) ) {
		const texts = value.map( String );
		return texts.some( ( text ) => text.includes( '|' ) ) ?
			UNIT_SEPARATOR + texts.join( UNIT_SEPARATOR ) :
			texts.join( '|' );
	}
	return value === true ? '1' :
		value === undefined || value === null || value === false ? null : String( value );
}

/** @return `a=1&b=2`, in the order of the parameters */
export function requestText( parameters: Record<string, unknown> ): string {
	const text = new URLSearchParams();
	for ( const [ name, value ] of Object.entries( parameters ) ) {
		const one = valueOf( value );
		if ( one !== null ) {
			text.append( name, one );
		}
	}
	return text.toString();
}
