/** Places of pieces of long texts that are handed to templates. */
import type { VisibleStretch } from '../shown/visible-words';
import { alignWords } from './align-words';
import { dropDoubtfulSegments } from './doubtful-segments';
import type { RenderedPage } from './rendered-words';
import { OTHER_SEPARATOR, Sequence } from './sequence';
import { settleGaps } from './settle-gaps';
import { hashOfRun, RUN, WordRuns } from './word-runs';
import type { WrittenStream } from './written-stream';

/**
 * Places pieces of stretches that stand in their order, and hold a run of words which is there
 * once on either side.
 *
 * @param stream
 * @param stretches of it
 * @param shown what the page shows there
 * @param page
 */
export function placePieces(
	stream: WrittenStream, stretches: VisibleStretch[], shown: Sequence, page: RenderedPage
): void {
	const written = new Sequence();
	for ( const { start, end } of stretches ) {
		written.separator();
		for ( let i = start; i < end; i++ ) {
			written.push( stream.values[ i ] as number, i, i === start ? 1 : 0 );
		}
	}
	written.holes.push( 1 );
	const left = Int32Array.from( written.values );
	const right = Int32Array.from( shown.values, ( value, i ) => {
		const word = shown.words[ i ] as number;
		return word >= 0 && !page.taken[ word ] ? value : OTHER_SEPARATOR;
	} );
	const alignment = alignWords( left, right );
	settleGaps( left, right, written.holes, alignment );
	dropDoubtfulSegments( left, right, written.holes, alignment );
	const [ leftRuns, rightRuns ] = [ new WordRuns(), new WordRuns() ];
	leftRuns.add( left );
	rightRuns.add( right );
	const isSure = ( at: number ): boolean => {
		const hash = hashOfRun( left, at );
		return leftRuns.placeOf( hash ) >= 0 && rightRuns.placeOf( hash ) >= 0;
	};
	const { pairs } = alignment;
	let from = 0;
	for ( let i = 1; i <= pairs.length; i++ ) {
		const before = pairs[ i - 1 ] as number;
		if ( i < pairs.length && before >= 0 && pairs[ i ] === before + 1 ) {
			continue;
		}
		let at = from;
		while ( at + RUN <= i && !isSure( at ) ) {
			at++;
		}
		for ( let k = at + RUN <= i ? from : i; k < i; k++ ) {
			const place = shown.words[ pairs[ k ] as number ] as number;
			stream.place( written.words[ k ] as number, place, page );
		}
		from = i;
	}
}
