/**
 * Last resort for words that stand elsewhere on the page than in the wikitext: runs of words
 * that are in the whole wikitext once, and on the whole page once.
 */
import type { RenderedPage } from './rendered-words';
import { hashOfRun, RUN, WordRuns } from './word-runs';
import type { WrittenStream } from './written-stream';

/** 1 where nothing goes on: one more than there are words. */
function breaksOf( { words, list }: WrittenStream ): Uint8Array {
	const breaks = Uint8Array.from( words.holes );
	for ( const { start } of list ) {
		breaks[ start ] = 1;
	}
	return breaks;
}

/** Beginnings and ends of stretches that have no place, in turn. */
function missingStretches( stream: WrittenStream, breaks: Uint8Array ): number[] {
	const stretches: number[] = [];
	let start = 0;
	for ( let i = 0; i <= stream.length; i++ ) {
		const isEnd = i === stream.length || breaks[ i ] === 1 || !stream.isMissing( i );
		if ( isEnd && i - start >= RUN ) {
			stretches.push( start, i );
		}
		if ( isEnd ) {
			start = i < stream.length && stream.isMissing( i ) ? i : i + 1;
		}
	}
	return stretches;
}

/** Places what goes on before and behind a run like the page does. */
function placeAround(
	stream: WrittenStream, page: RenderedPage, at: number, place: number,
	start: number, end: number
): void {
	const offset = place - at;
	const isHere = ( i: number ): boolean => page.values[ i + offset ] === stream.values[ i ] &&
		page.taken[ i + offset ] === 0;
	let from = at;
	let to = at;
	while ( to < end && isHere( to ) && ( to === at || page.blocks[ to + offset ] !== 2 ) ) {
		to++;
	}
	while ( from > start && isHere( from - 1 ) && page.blocks[ from + offset ] !== 2 ) {
		from--;
	}
	for ( let i = to - at >= RUN ? from : to; i < to; i++ ) {
		stream.place( i, i + offset, page );
	}
}

/** Places runs of words without a place. */
export function placeRareRuns( streams: WrittenStream[], page: RenderedPage ): void {
	const missing = streams.map( ( stream ) => missingStretches( stream, breaksOf( stream ) ) );
	if ( missing.every( ( stretches ) => stretches.length === 0 ) ) {
		return;
	}
	const written = new WordRuns();
	const shown = new WordRuns();
	shown.add( page.values );
	let base = 0;
	for ( const { values } of streams ) {
		written.add( values, base );
		base += values.length;
	}
	base = 0;
	streams.forEach( ( stream, number ) => {
		const stretches = missing[ number ] as number[];
		for ( let i = 0; i < stretches.length; i += 2 ) {
			const start = stretches[ i ] as number;
			const end = stretches[ i + 1 ] as number;
			for ( let at = start; at + RUN <= end; at++ ) {
				const hash = hashOfRun( stream.values, at );
				const place = shown.placeOf( hash );
				const isRare = place >= 0 && written.placeOf( hash ) === base + at;
				if ( isRare && stream.isMissing( at ) ) {
					placeAround( stream, page, at, place, start, end );
				}
			}
		}
		base += stream.length;
	} );
}
