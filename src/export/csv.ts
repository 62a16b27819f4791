/** Tables as text that spreadsheets can open without running anything of it (RFC 4180). */

/**
 * A cell that is a formula: its sign, also in its wide form, after spaces and quotation marks,
 * which some programs leave out. Tabs and line breaks at the beginning are cut off by some as well.
 */
const atBeginning = /^(?=[\s"'“”‘’]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
/**
 * Likewise where a program could see a new cell: those that divide by semicolons or tabs, whatever
 * the file says, see them behind these, and in a new line.
 */
const within = /[;\t\r\n](?=[\s"'“”‘’]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/g;

/** A cell that is text, whatever it begins with: what could be a formula gets an apostrophe. */
function harmless( text: string ): string {
	return text.replace( within, '$&\'' ).replace( atBeginning, '\'' );
}

function cell( value: string | number ): string {
	return typeof value === 'number' ? String( value ) : `"${ harmless( value ).replace( /"/g, '""' ) }"`;
}

/** Rows of a table. It begins with the mark by which spreadsheets know UTF-8. */
export function writeCsv( rows: readonly ( readonly ( string | number )[] )[] ): string {
	return '\ufeff' + rows.map( ( row ) => row.map( cell ).join( ',' ) + '\r\n' ).join( '' );
}
