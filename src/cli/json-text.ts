/** JSON for programs that people may look at in a terminal. */

/** What cannot be seen or turns text around, but for what JSON itself is set out with. */
const UNSEEN = /[^\P{C}\n\t]|\p{Zl}|\p{Zp}/gu;

/**
 * A value as JSON in which characters that cannot be seen are written by their numbers: page texts
 * and names may hold some that command a terminal, or turn around what follows.
 *
 * @param value
 * @param indentation see `JSON.stringify`
 */
export function jsonText( value: unknown, indentation?: string ): string {
	return JSON.stringify( value, null, indentation ).replace( UNSEEN, ( character ) => (
		character.split( '' ).map(
			( unit ) => `\\u${ unit.charCodeAt( 0 ).toString( 16 ).padStart( 4, '0' ) }`
		).join( '' )
	) );
}
