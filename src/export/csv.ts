/** Tables as text that spreadsheets can open without running anything of it (RFC 4180). */

/**
 * Where a program could take what follows for the beginning of a cell: at the beginning, and, for
 * those that divide cells by semicolons or tabs whatever the file says, behind these and in a new
 * line. Spaces and quotation marks may stand between; some programs leave them out.
 */
const formula = /(^|[;\t\r\n])(?=[\s"'“”‘’]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r])/g;

/** A cell that is text, whatever it begins with: what could be a formula gets an apostrophe. */
function harmless( text: string ): string {
	return text.replace( formula, '$1\'' );
}

function cell( value: string | number ): string {
	return typeof value === 'number' ? String( value ) : `"${ harmless( value ).replace( /"/g, '""' ) }"`;
}

/** Rows of a table. It begins with the mark by which spreadsheets know UTF-8. */
export function writeCsv( rows: readonly ( readonly ( string | number )[] )[] ): string {
	return '\ufeff' + rows.map( ( row ) => row.map( cell ).join( ',' ) + '\r\n' ).join( '' );
}
