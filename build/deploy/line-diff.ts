/** Differences between two texts, line by line, for people who read them in a terminal. */
import { diff } from 'fast-myers-diff';

const context = 2;
/** Lines of bundled scripts are long. */
const width = 160;

/**
 * Lines that go (`-`) and come (`+`), with two unchanged ones around them.
 *
 * @param before empty for a new page
 */
export function lineDiff( before: string, after: string ): string[] {
	const old = before === '' ? [] : before.split( '\n' );
	const now = after === '' ? [] : after.split( '\n' );
	const output: string[] = [];
	let done = 0;
	const same = ( from: number, to: number ): void => {
		for ( const line of old.slice( Math.max( from, 0 ), to ) ) {
			output.push( shown( ' ', line ) );
		}
	};
	for ( const [ fromOld, toOld, fromNow, toNow ] of diff( old, now ) ) {
		if ( done > 0 ) {
			same( done, Math.min( done + context, fromOld ) );
		}
		if ( fromOld - done > ( done > 0 ? 2 * context : context ) ) {
			output.push( '  …' );
		}
		same( Math.max( fromOld - context, done > 0 ? done + context : 0 ), fromOld );
		old.slice( fromOld, toOld ).forEach( ( line ) => output.push( shown( '-', line ) ) );
		now.slice( fromNow, toNow ).forEach( ( line ) => output.push( shown( '+', line ) ) );
		done = toOld;
	}
	if ( done > 0 ) {
		same( done, done + context );
	}
	return output;
}

function shown( sign: string, line: string ): string {
	return `${ sign } ${ line.length > width ? `${ line.slice( 0, width ) }… (${ line.length } characters)` : line }`;
}
