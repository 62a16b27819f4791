interface TextHolder {
	text: string | null;
}

/** The texts of a history file, oldest first, without missing ones; throws on anything else. */
export function textsOf( json: string ): string[] {
	const data: unknown = JSON.parse( json );
	const list: unknown = Array.isArray( data ) ? data :
		( data as { revisions?: unknown } ).revisions;
	if ( !Array.isArray( list ) ) {
		throw new Error( 'Not a history: neither a list nor an object with "revisions".' );
	}
	return ( list as TextHolder[] ).map( ( { text } ) => text )
		.filter( ( text ): text is string => typeof text === 'string' );
}
