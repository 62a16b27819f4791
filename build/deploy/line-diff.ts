/** Differences between two texts, line by line, for people who read them in a terminal. */
import { diff } from 'fast-myers-diff';

const context = 2;
/** Lines of bundled scripts are long: of those only the places that differ are shown. */
const width = 160;
/** Characters around a place within a long line, and the most places of one line. */
const around = 40;
const mostPlaces = 6;
/** Most lines of a change that are shown before and after. */
const mostLines = 60;

/**
 * Lines that go (`-`) and come (`+`), with two unchanged ones around them. Of a long line that
 * changed the places are shown, as `[-old-]{+new+}` (`~`).
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
		output.push( ...changedLines( old.slice( fromOld, toOld ), now.slice( fromNow, toNow ) ) );
		done = toOld;
	}
	if ( done > 0 ) {
		same( done, done + context );
	}
	return output;
}

function changedLines( gone: string[], come: string[] ): string[] {
	const isLong = ( line: string ): boolean => line.length > width;
	if ( gone.length === come.length && [ ...gone, ...come ].every( isLong ) ) {
		return gone.flatMap( ( line, i ) => placesWithin( line, come[ i ] ?? '' ) );
	}
	return [ ...some( '-', gone ), ...some( '+', come ) ];
}

function some( sign: string, lines: string[] ): string[] {
	const left = lines.length - mostLines;
	return [
		...lines.slice( 0, mostLines ).map( ( line ) => shown( sign, line ) ),
		...left > 0 ? [ `${ sign } … and ${ left } more lines` ] : []
	];
}

/** The places in which two long lines differ. */
function placesWithin( before: string, after: string ): string[] {
	const tokens = ( text: string ): string[] => text.match( /[\p{L}\p{N}_$]+|\s+|[^\p{L}\p{N}_$\s]/gu ) ?? [];
	const [ old, now ] = [ tokens( before ), tokens( after ) ];
	const places = [ ...diff( old, now ) ].map( ( [ fromOld, toOld, fromNow, toNow ] ) => {
		const left = old.slice( Math.max( fromOld - around, 0 ), fromOld ).join( '' ).slice( -around );
		const right = old.slice( toOld, toOld + around ).join( '' ).slice( 0, around );
		const [ gone, come ] = [ old.slice( fromOld, toOld ), now.slice( fromNow, toNow ) ]
			.map( ( part ) => part.join( '' ) );
		return `~ …${ left }${ gone ? `[-${ cut( gone ) }-]` : '' }${ come ? `{+${ cut( come ) }+}` : '' }${ right }…`;
	} );
	const left = places.length - mostPlaces;
	return left > 0 ?
		[ ...places.slice( 0, mostPlaces ), `~ … and ${ left } more places of this line` ] : places;
}

function cut( text: string ): string {
	return text.length > width ? `${ text.slice( 0, width ) }… (${ text.length } characters)` : text;
}

function shown( sign: string, line: string ): string {
	return `${ sign } ${ cut( line ) }`;
}
