/**
 * Tells how far long work is, on standard error: in place on a terminal, else a line now and
 * then.
 */
const LINE_EVERY_MS = 5000;
const BACK_TO_START = '\r\u001B[K';

export interface Progress {
	/** @param done of `total`; both are left out where there is nothing to count */
	tell( what: string, done?: number, total?: number ): void;
	/** Clears the line: the work is done, or something else is to be printed. */
	end(): void;
}

/**
 * @param wanted true to tell also where nobody sits at a terminal, false to be silent;
 *  by default told on a terminal only
 * @param stream
 */
export function progressOn(
	wanted: boolean | undefined, stream: NodeJS.WriteStream = process.stderr
): Progress {
	const isTerminal = Boolean( stream.isTTY );
	if ( !( wanted ?? isTerminal ) ) {
		return { tell: () => undefined, end: () => undefined };
	}
	let last = -Infinity;
	let lastWhat = '';
	return {
		tell( what, done, total ) {
			const line = done === undefined ? what : `${ what }: ${ done } of ${ total ?? '?' }`;
			if ( isTerminal ) {
				stream.write( BACK_TO_START + line );
				return;
			}
			const now = Date.now();
			if ( what !== lastWhat || now - last >= LINE_EVERY_MS || done === total ) {
				stream.write( `${ line }\n` );
				[ last, lastWhat ] = [ now, what ];
			}
		},
		end() {
			if ( isTerminal ) {
				stream.write( BACK_TO_START );
			}
		}
	};
}
