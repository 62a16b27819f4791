/** Where on the page the arguments of templates may be shown. */
import type { PerhapsStretch } from '../shown/visible-words';
import type { RenderedPage, RenderedPart } from './rendered-words';
import { Sequence } from './sequence';
import type { WrittenStream } from './written-stream';

/** Stretches that may be shown between the same two words, and what is shown there. */
export interface PerhapsTask {
	stretches: PerhapsStretch[];

	/** Words of the host beside the stretches that have no place: begin and end. */
	host: [ number, number ];

	/** What is shown there and has not been found in the wikitext; a mark where more stands. */
	shown: Sequence;
}

/** How often each shown word is looked at for stretches of one host. */
const MOST_LOOKS = 10;

/** For each word of a host, and its end, what has a place before it and behind it. */
function bounds(
	host: WrittenStream, part: RenderedPart, page: RenderedPage
): { before: Int32Array; behind: Int32Array } {
	const numbers = new Int32Array( page.texts.length ).fill( -1 );
	part.sequence.words.forEach( ( word, i ) => {
		if ( word >= 0 ) {
			numbers[ word ] = i;
		}
	} );
	const count = host.length;
	const before = new Int32Array( count + 1 ).fill( -1 );
	const behind = new Int32Array( count + 1 ).fill( part.sequence.words.length );
	const at = ( i: number ): number => host.isMissing( i ) ?
		-1 :
		numbers[ host.places[ i ] as number ] as number;
	for ( let i = 0; i < count; i++ ) {
		const place = at( i );
		before[ i + 1 ] = place < 0 ? before[ i ] as number : place;
	}
	for ( let i = count - 1; i >= 0; i-- ) {
		const place = at( i );
		behind[ i ] = place < 0 ? behind[ i + 1 ] as number : place;
	}
	return { before, behind };
}

/** Begin and end of the words without a place around a place in a host. */
function missingAround( place: number, host: WrittenStream ): [ number, number ] {
	let [ start, end ] = [ place, place ];
	while ( start > 0 && host.isMissing( start - 1 ) ) {
		start--;
	}
	while ( end < host.length && host.isMissing( end ) ) {
		end++;
	}
	return [ start, end ];
}

function shownBetween(
	from: number, to: number, part: RenderedPart, page: RenderedPage
): Sequence {
	const shown = new Sequence();
	for ( let i = from; i < to; i++ ) {
		const word = part.sequence.words[ i ] as number;
		if ( word < 0 || page.taken[ word ] ) {
			shown.separator();
		} else {
			shown.push( part.sequence.values[ i ] as number, word, 0 );
		}
	}
	return shown;
}

/**
 * Sorts stretches of one host by where they may be shown.
 *
 * @param stretches
 * @param host
 * @param part of the page in which the host's words are
 * @param page
 */
export function perhapsTasks(
	stretches: PerhapsStretch[], host: WrittenStream, part: RenderedPart, page: RenderedPage
): PerhapsTask[] {
	if ( !stretches.length ) {
		return [];
	}
	const { before, behind } = bounds( host, part, page );
	const tasks = new Map<number, PerhapsTask>();
	// Footnotes may be listed in another order, and their ranges overlap then.
	let looks = MOST_LOOKS * ( part.sequence.words.length + 1 );
	for ( const stretch of stretches ) {
		const from = ( before[ stretch.hostWord ] as number ) + 1;
		const to = behind[ stretch.hostWord ] as number;
		let task = tasks.get( from );
		if ( !task ) {
			looks -= Math.max( 0, to - from );
			const shown = shownBetween( from, looks < 0 ? from : to, part, page );
			task = { stretches: [], host: missingAround( stretch.hostWord, host ), shown };
			tasks.set( from, task );
		}
		task.stretches.push( stretch );
	}
	return [ ...tasks.values() ]
		.filter( ( { shown } ) => shown.words.some( ( word ) => word >= 0 ) );
}
