/** Places of the words of footnotes. */
import type { VisibleStretch } from '../shown/visible-words';
import { placeInOrder } from './place-in-order';
import type { RenderedPage } from './rendered-words';
import { Sequence } from './sequence';
import type { WrittenStream } from './written-stream';

/** A footnote, by its words. */
interface Note {
	/** Begin and end of its words. */
	start: number;
	end: number;
	content: string;
}

/** Footnotes by content; null for a content that several have. */
function byContent( list: Note[] ): Map<string, Note | null> {
	const found = new Map<string, Note | null>();
	for ( const note of list ) {
		found.set( note.content, found.has( note.content ) ? null : note );
	}
	return found;
}

/**
 * Places the words of footnotes: those of which there is one with these very words wherever it
 * is listed, the others in the order of the lists.
 */
export function placeNotes( stream: WrittenStream, page: RenderedPage ): void {
	const { values, words } = page.notes.sequence;
	const written = stream.list.map( ( { start, end }: VisibleStretch ): Note => ( {
		start, end, content: stream.values.subarray( start, end ).join( ' ' )
	} ) );
	const shown = page.notes.notes.map( ( [ start, end ] ): Note => ( {
		start, end, content: values.slice( start, end ).join( ' ' )
	} ) );
	const [ writtenOnce, shownOnce ] = [ byContent( written ), byContent( shown ) ];
	const left = new Sequence();
	for ( const { start, end, content } of written ) {
		const twin = writtenOnce.get( content ) && shownOnce.get( content );
		left.note();
		for ( let i = start; i < end; i++ ) {
			if ( twin ) {
				stream.place( i, words[ twin.start + i - start ] as number, page );
			} else {
				left.push( stream.values[ i ] as number, i, stream.words.holes[ i ] as number );
			}
		}
	}
	left.holes.push( 1 );
	const right = new Sequence();
	for ( const { start, end, content } of shown ) {
		const twin = writtenOnce.get( content ) && shownOnce.get( content );
		right.note();
		for ( let i = twin ? end : start; i < end; i++ ) {
			right.push( values[ i ] as number, words[ i ] as number, 0 );
		}
	}
	placeInOrder( stream, left, right, page );
}
