/** Places of words that the page shows in the order of the wikitext. */
import { alignWords } from './align-words';
import { attachNeighbours } from './attach-neighbours';
import { dropDoubtfulSegments } from './doubtful-segments';
import { dropLoneWords } from './lone-words';
import type { RenderedPage } from './rendered-words';
import { Sequence } from './sequence';
import { settleGaps } from './settle-gaps';
import type { WrittenStream } from './written-stream';

/**
 * Places words of a stream by aligning two sequences.
 *
 * @param stream
 * @param left words of the stream
 * @param right words of the page
 * @param page
 */
export function placeInOrder(
	stream: WrittenStream, left: Sequence, right: Sequence, page: RenderedPage
): void {
	const leftValues = Int32Array.from( left.values );
	const rightValues = Int32Array.from( right.values );
	const alignment = alignWords( leftValues, rightValues );
	settleGaps( leftValues, rightValues, left.holes, alignment );
	dropDoubtfulSegments( leftValues, rightValues, left.holes, alignment );
	attachNeighbours( leftValues, rightValues, left.holes, alignment );
	const { touchesBefore, touchesBehind } = stream.words;
	dropLoneWords( left, alignment.pairs, {
		before: ( index ) => Boolean( touchesBefore[ left.words[ index ] as number ] ),
		behind: ( index ) => Boolean( touchesBehind[ left.words[ index ] as number ] )
	} );
	left.words.forEach( ( word, i ) => {
		const pair = alignment.pairs[ i ] as number;
		const place = pair < 0 ? -1 : right.words[ pair ] as number;
		if ( word >= 0 && place >= 0 ) {
			stream.place( word, place, page );
		} else if ( word >= 0 ) {
			stream.ambiguous[ word ] = alignment.ambiguous[ i ] as number;
		}
	} );
}

/** Places the words of a page's text. */
export function placeBody( stream: WrittenStream, page: RenderedPage ): void {
	const { headings, holes } = stream.words;
	const sequence = new Sequence();
	stream.values.forEach( ( value, i ) => {
		let hole = holes[ i ] as number;
		if ( headings[ i ] ) {
			sequence.heading( hole );
			hole = 0;
		}
		sequence.push( value, i, hole );
	} );
	sequence.holes.push( holes[ stream.length ] as number );
	placeInOrder( stream, sequence, page.body.sequence, page );
}
