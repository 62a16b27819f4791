/** The trace of this project, as the benchmark runs it. */
import { Trace } from '../../src/trace/trace';
import type { TracedLine } from '../../src/trace/types';
import { visitWords } from '../../src/trace/wikitext-words';
import type { Engine, TracedText } from './traced-text';

/**
 * Words and marks of the newest state of a page.
 *
 * @param numbers by the trace's own number of a revision, its place in the history
 */
function tracedText( trace: Trace, page: string, numbers: readonly number[] ): TracedText {
	const starts: number[] = [];
	const ends: number[] = [];
	const origins: number[] = [];
	let lineStart = 0;
	const visitLine = ( { line, ids, marks }: TracedLine ): void => {
		let word = 0;
		let mark = 0;
		visitWords( line.text, ( isWord, start, end ) => {
			starts.push( lineStart + start );
			ends.push( lineStart + end );
			const origin = isWord ?
				trace.originOf( ids[ word++ ] as number ) :
				trace.originOfMark( marks[ mark++ ] as number );
			origins.push( numbers[ origin ] as number );
		} );
		lineStart += line.text.length + 1;
	};
	trace.lines( page ).forEach( visitLine );
	return { text: trace.text( page ), starts, ends, origins };
}

export const ourTrace: Engine = ( { revisions }, until, visit ) => {
	const trace = new Trace();
	let slowest = 0;
	let lastPage = '';
	// The trace can note several steps for one revision, each with a number.
	const numbers: number[] = [];
	const tracedNow = (): TracedText => tracedText( trace, lastPage, numbers );
	for ( const [ number, revision ] of revisions.entries() ) {
		const start = performance.now();
		trace.add( revision );
		const end = performance.now();
		slowest = Math.max( slowest, end - start );
		while ( numbers.length < trace.revisions.length ) {
			numbers.push( number );
		}
		if ( end > until ) {
			return null;
		}
		if ( revision.text !== null ) {
			lastPage = revision.page;
			visit?.( number, tracedNow );
		}
	}
	return { last: tracedNow(), slowest };
};
