/** What became of a text, word by word. */
import { splitWords } from '../trace/words';

export interface DiffPart {
	kind: 'same' | 'removed' | 'added';
	text: string;
}

/** Cells of the largest table for a comparison, which takes time and memory in proportion. */
const MOST_CELLS = 4e6;

/** Words, and what stands between them. */
function splitText( text: string ): string[] {
	const pieces: string[] = [];
	let end = 0;
	for ( const word of splitWords( text ) ) {
		// Signs one by one: a comma that was added is no other sign than the comma before.
		pieces.push( ...text.slice( end, word.start ).match( /\s+|\S/g ) || [], word.text );
		end = word.end;
	}
	return pieces.concat( text.slice( end ).match( /\s+|\S/g ) || [] );
}

function splitLines( text: string ): string[] {
	return text.match( /[^\n]*\n+|[^\n]+$/g ) || [];
}

type Hunk = [ fromOld: number, toOld: number, fromNew: number, toNew: number ];

/** For each pair of ends of two lists, the length of the longest row of pieces that they share. */
function sharedLengths( old: readonly string[], now: readonly string[] ): Uint16Array {
	const width = now.length + 1;
	const lengths = new Uint16Array( ( old.length + 1 ) * width );
	for ( let i = old.length - 1; i >= 0; i-- ) {
		for ( let j = now.length - 1; j >= 0; j-- ) {
			lengths[ i * width + j ] = old[ i ] === now[ j ] ?
				lengths[ ( i + 1 ) * width + j + 1 ] as number + 1 :
				Math.max(
					lengths[ ( i + 1 ) * width + j ] as number,
					lengths[ i * width + j + 1 ] as number
				);
		}
	}
	return lengths;
}

/** Where two lists differ; null if they are too long to tell. */
function compare( old: readonly string[], now: readonly string[] ): Hunk[] | null {
	let start = 0;
	while ( start < old.length && start < now.length && old[ start ] === now[ start ] ) {
		start++;
	}
	let end = 0;
	while (
		end < old.length - start && end < now.length - start &&
		old[ old.length - 1 - end ] === now[ now.length - 1 - end ]
	) {
		end++;
	}
	const a = old.slice( start, old.length - end );
	const b = now.slice( start, now.length - end );
	if ( a.length * b.length > MOST_CELLS ) {
		return null;
	}
	const lengths = sharedLengths( a, b );
	const width = b.length + 1;
	const hunks: Hunk[] = [];
	let [ i, j ] = [ 0, 0 ];
	while ( i < a.length || j < b.length ) {
		const [ fromOld, fromNew ] = [ i, j ];
		while ( ( i < a.length || j < b.length ) && ( a[ i ] !== b[ j ] ) ) {
			const skipsOld = j === b.length || ( i < a.length &&
				( lengths[ ( i + 1 ) * width + j ] as number ) >=
				( lengths[ i * width + j + 1 ] as number ) );
			i += Number( skipsOld );
			j += Number( !skipsOld );
		}
		if ( i > fromOld || j > fromNew ) {
			hunks.push( [ start + fromOld, start + i, start + fromNew, start + j ] );
		}
		while ( i < a.length && j < b.length && a[ i ] === b[ j ] ) {
			i++;
			j++;
		}
	}
	return hunks;
}

/** Changes between which nothing but a space stayed read better as one. */
function joinHunks( hunks: readonly Hunk[], old: readonly string[] ): Hunk[] {
	const joined: Hunk[] = [];
	for ( const [ fromOld, toOld, fromNew, toNew ] of hunks ) {
		const last = joined[ joined.length - 1 ];
		if ( last && !old.slice( last[ 1 ], fromOld ).join( '' ).trim() ) {
			last[ 1 ] = toOld;
			last[ 3 ] = toNew;
		} else {
			joined.push( [ fromOld, toOld, fromNew, toNew ] );
		}
	}
	return joined;
}

/**
 * Compares two texts.
 *
 * @return parts in the order of reading; together without the removed ones they are the new text
 */
export function wordDiff( before: string, after: string ): DiffPart[] {
	let [ old, now ] = [ splitText( before ), splitText( after ) ];
	let hunks = compare( old, now );
	if ( !hunks ) {
		[ old, now ] = [ splitLines( before ), splitLines( after ) ];
		hunks = compare( old, now ) ?? [ [ 0, old.length, 0, now.length ] ];
	}
	const parts: DiffPart[] = [];
	const add = ( kind: DiffPart[ 'kind' ], pieces: string[] ): void => {
		if ( pieces.length ) {
			parts.push( { kind, text: pieces.join( '' ) } );
		}
	};
	let end = 0;
	for ( const [ fromOld, toOld, fromNew, toNew ] of joinHunks( hunks, old ) ) {
		add( 'same', old.slice( end, fromOld ) );
		add( 'removed', old.slice( fromOld, toOld ) );
		add( 'added', now.slice( fromNew, toNew ) );
		end = toOld;
	}
	add( 'same', old.slice( end ) );
	return parts;
}

/** A part as it is drawn; `skipped` stands for text that stayed and is left out. */
export interface ShownPart {
	kind: DiffPart[ 'kind' ] | 'skipped';
	text: string;
}

/** So many characters that stayed are shown beside a change. */
const BESIDE = 120;

/** Leaves out what stayed far from any change. */
export function shortened( parts: readonly DiffPart[] ): ShownPart[] {
	return parts.flatMap( ( part, index ): ShownPart[] => {
		const { kind, text } = part;
		const [ head, tail ] = [
			index === 0 ? 0 : BESIDE, index === parts.length - 1 ? 0 : BESIDE
		];
		if ( kind !== 'same' || text.length < head + tail + BESIDE ) {
			return [ part ];
		}
		// At spaces, so that no word and no character is cut.
		const from = head && text.indexOf( ' ', head );
		const to = tail ? text.lastIndexOf( ' ', text.length - tail ) : text.length;
		if ( from === -1 || to <= from ) {
			return [ part ];
		}
		const shown: ShownPart[] = [
			{ kind, text: text.slice( 0, from ) },
			{ kind: 'skipped', text: text.slice( from, to ) },
			{ kind, text: text.slice( to ) }
		];
		return shown.filter( ( { text: own } ) => own !== '' );
	} );
}

/**
 * A section's text as it is to be read: its heading on a line of its own, without the signs
 * around it and around the next one.
 */
export function withoutSigns( text: string ): string {
	return text
		.replace( /^([^=\n]{1,250}?)\s+={2,6}(?:\s|$)/, '$1\n' )
		.replace( /\s*={2,6}\s*$/, '' )
		.trim();
}
