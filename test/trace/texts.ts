/** Helpers to write revisions. */

/** Numbered words: enough to know a section by. */
export function prose( name: string, count = 12 ): string {
	return Array.from( { length: count }, ( _, i ) => `${ name }${ i }` ).join( ' ' );
}
