/** Plain text in lines of so many columns. */

/** Letters that take two columns, and between which a line may be broken. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e\ud840-\ud88d][\udc00-\udfff]/;
/** Marks that stand over other letters, and those that cannot be seen. */
const NARROW = /\p{M}|[\u200b-\u200f\u2060-\u2069]/u;

/** How many columns a text takes. */
export function columnsOf( text: string ): number {
	let columns = 0;
	for ( const character of text ) {
		columns += WIDE.test( character ) ? 2 : NARROW.test( character ) ? 0 : 1;
	}
	return columns;
}

/** Pieces that a line may be broken between, with the spaces before them. */
function pieces( text: string ): string[] {
	return ( text.match( / *[^ ]+/g ) ?? [] ).flatMap( ( word ) => {
		if ( !WIDE.test( word ) || /:\/\//.test( word ) ) {
			return [ word ];
		}
		const parts: string[] = [];
		for ( const character of word ) {
			const last = parts[ parts.length - 1 ];
			// A line begins neither with a full stop nor in the middle of a word.
			const isBreak = last !== undefined && WIDE.test( character ) &&
				!/[、。，．！？：；）」』】ー]/.test( character ) && !/[（「『【]$/.test( last );
			if ( last === undefined || isBreak || ( WIDE.test( last ) && /[A-Za-z0-9]/.test( character ) && !/[A-Za-z0-9]$/.test( last ) ) ) {
				parts.push( character );
			} else {
				parts[ parts.length - 1 ] = last + character;
			}
		}
		return parts;
	} );
}

/**
 * Breaks a text into lines; what has no place to break, as an address, stays whole.
 *
 * @param text
 * @param width in columns
 * @param first what the first line begins with
 * @param rest what the others begin with
 */
export function wrap( text: string, width: number, first = '', rest = '' ): string[] {
	const lines: string[] = [];
	let line = first;
	let isEmpty = true;
	for ( const piece of pieces( text ) ) {
		if ( !isEmpty && columnsOf( line + piece ) > width ) {
			lines.push( line );
			line = rest;
			isEmpty = true;
		}
		line += isEmpty ? piece.replace( /^ +/, '' ) : piece;
		isEmpty = false;
	}
	return isEmpty && !first ? lines : [ ...lines, line ];
}
