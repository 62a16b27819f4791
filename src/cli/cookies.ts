/** What one address gives to know a caller again, for requests to that same address. */
export class Cookies {
	private readonly values = new Map<string, string>();

	/** Empty while nothing was given. */
	public get headers(): { Cookie?: string } {
		const pairs = [ ...this.values ].map( ( [ name, value ] ) => `${ name }=${ value }` );
		return pairs.length ? { Cookie: pairs.join( '; ' ) } : {};
	}

	public take( response: Response ): void {
		for ( const line of response.headers.getSetCookie() ) {
			const [ , name, value ] = /^\s*([^=;\s]+)=([^;]*)/.exec( line ) ?? [];
			const expires = /;\s*expires=([^;]+)/i.exec( line )?.[ 1 ];
			if ( name === undefined || value === undefined ) {
				continue;
			}
			if ( /;\s*max-age=(?:0|-\d+)\s*(?:;|$)/i.test( line ) || Date.parse( expires ?? '' ) < Date.now() ) {
				this.values.delete( name );
			} else {
				this.values.set( name, value.trim() );
			}
		}
	}
}
