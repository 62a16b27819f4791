/**
 * Words that a template goes on: of `Wikipedia{{'s}}` the page shows "Wikipedia's" as one word,
 * and the beginning of it stands in the wikitext.
 */
import type { RenderedPage } from './rendered-words';
import type { WrittenStream } from './written-stream';

/**
 * Places words that touch a template and are the beginning or the end of the shown word beside
 * their neighbour's.
 */
export function placeEdges( stream: WrittenStream, page: RenderedPage ): void {
	const { places, offsets, words } = stream;
	const { taken, texts } = page;
	/** How much of a shown word the beginnings found here take up. */
	const begun = new Map<number, number>();
	for ( let i = 0; i < words.texts.length; i++ ) {
		if ( !words.touchesBehind[ i ] ) {
			continue;
		}
		const text = words.texts[ i ] as string;
		const place = words.holes[ i ] || i === 0 ? 0 : ( places[ i - 1 ] as number ) + 1;
		const isBegin = stream.isMissing( i ) &&
			place > 0 && !taken[ place ] && ( texts[ place ] ?? '' ).startsWith( text );
		if ( isBegin ) {
			places[ i ] = place;
			begun.set( place, text.length );
		}
	}
	for ( let i = words.texts.length - 2; i >= 0; i-- ) {
		if ( !words.touchesBefore[ i ] ) {
			continue;
		}
		const text = words.texts[ i ] as string;
		const place = words.holes[ i + 1 ] ? -1 : ( places[ i + 1 ] as number ) - 1;
		const shown = texts[ place ] ?? '';
		const isEnd = stream.isMissing( i ) &&
			place >= 0 && !taken[ place ] && shown.endsWith( text ) &&
			shown.length - text.length >= ( begun.get( place ) ?? 0 );
		if ( isEnd ) {
			places[ i ] = place;
			offsets[ i ] = shown.length - text.length;
			begun.set( place, shown.length );
		}
	}
	for ( const place of begun.keys() ) {
		taken[ place ] = 1;
	}
}
