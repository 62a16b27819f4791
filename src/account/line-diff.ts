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

/** The difference, with a few lines around each change; at most 400 lines. */
export function lineDiff( old: string[], now: string[] ): DiffLine[] {
	const result: DiffLine[] = [];
	const add = ( kind: DiffLine[ 'kind' ], texts: string[] ): void => {
		texts.forEach( ( text ) => result.push( { kind, text } ) );
	};
	let shown = 0;
	for ( const [ from, to, start, end ] of diff( old, now ) ) {
		const first = Math.max( shown, start - CONTEXT );
		const tail = shown ? Math.min( shown + CONTEXT, first ) : 0;
		add( 'same', now.slice( shown, tail ) );
		if ( first > tail && result.length ) {
			add( 'gap', [ '' ] );
		}
		add( 'same', now.slice( Math.max( first, tail ), start ) );
		add( 'removed', old.slice( from, to ) );
		add( 'added', now.slice( start, end ) );
		shown = end;
		if ( result.length > MOST ) {
			return [ ...result.slice( 0, MOST ), { kind: 'gap', text: '' } ];
		}
	}
	add( 'same', now.slice( shown, shown ? shown + CONTEXT : 0 ) );
	return result;
}
