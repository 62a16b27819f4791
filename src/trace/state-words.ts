/** The words of a state of a page, with their places in its wikitext. */
import { finish, WORDS_A_STEP, type Steps } from './steps';
import type { TracedLine, TracedWords } from './types';
import { visitWords } from './wikitext-words';

/** @param lines all lines of the page, in order */
export function* wordSteps( lines: readonly TracedLine[] ): Steps<TracedWords> {
	const count = lines.reduce( ( sum, { ids } ) => sum + ids.length, 0 );
	const words = {
		text: lines.map( ( { line } ) => line.text ).join( '\n' ),
		ids: new Int32Array( count ),
		starts: new Int32Array( count ),
		ends: new Int32Array( count )
	};
	let at = 0;
	let offset = 0;
	const visit = ( isWord: boolean, start: number, end: number ): void => {
		if ( isWord ) {
			words.starts[ at ] = offset + start;
			words.ends[ at++ ] = offset + end;
		}
	};
	let step = WORDS_A_STEP;
	for ( const { line, ids } of lines ) {
		if ( at > step ) {
			yield;
			step = at + WORDS_A_STEP;
		}
		words.ids.set( ids, at );
		visitWords( line.text, visit );
		offset += line.text.length + 1;
	}
	return words;
}

/** The same at once. */
export function wordsOfLines( lines: readonly TracedLine[] ): TracedWords {
	return finish( wordSteps( lines ) );
}
