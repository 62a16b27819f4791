/** Two texts line by line, as views show them. */
import { diff } from 'fast-myers-diff';

export interface DiffLine {
	/** `gap`: lines that are the same were left out. */
	kind: 'same' | 'added' | 'removed' | 'gap';
	text: string;
}

/** Lines around a change. */
const CONTEXT = 2;
/** Longer differences would slow down the page and be read by nobody. */
const MOST = 400;

/** From and to in the old text, then in the new one. */
type Range = [ number, number, number, number ];

/** With more lines that differ the time to compare them grows with their square. */
const MOST_COMPARED = 10_000;

/** What differs, as `diff` gives it; between very many lines that differ nothing is looked for. */
function changesOf( old: string[], now: string[] ): Iterable<Range> {
	const shorter = Math.min( old.length, now.length );
	let start = 0;
	while ( start < shorter && old[ start ] === now[ start ] ) {
		start++;
	}
	let end = 0;
	while ( end < shorter - start && old[ old.length - 1 - end ] === now[ now.length - 1 - end ] ) {
		end++;
	}
	const [ oldEnd, nowEnd ] = [ old.length - end, now.length - end ];
	return oldEnd + nowEnd - 2 * start > MOST_COMPARED ?
		[ [ start, oldEnd, start, nowEnd ] ] : diff( old, now );
}

/** The difference, with a few lines around each change; at most 400 lines. */
export function lineDiff( old: string[], now: string[] ): DiffLine[] {
	const result: DiffLine[] = [];
	const add = ( kind: DiffLine[ 'kind' ], texts: string[] ): void => {
		texts.forEach( ( text ) => result.push( { kind, text } ) );
	};
	let shown = 0;
	for ( const [ from, to, start, end ] of changesOf( old, now ) ) {
		const first = Math.max( shown, start - CONTEXT );
		const tail = shown ? Math.min( shown + CONTEXT, first ) : 0;
		add( 'same', now.slice( shown, tail ) );
		if ( first > tail && result.length ) {
			add( 'gap', [ '' ] );
		}
		add( 'same', now.slice( Math.max( first, tail ), start ) );
		add( 'removed', old.slice( from, Math.min( to, from + MOST + 1 ) ) );
		add( 'added', now.slice( start, Math.min( end, start + MOST + 1 ) ) );
		shown = end;
		if ( result.length > MOST ) {
			return [ ...result.slice( 0, MOST ), { kind: 'gap', text: '' } ];
		}
	}
	add( 'same', now.slice( shown, shown ? shown + CONTEXT : 0 ) );
	return result;
}
