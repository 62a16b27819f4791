/**
 * Finds passages again that were changed in so many places on their way back, or to another
 * place, that none of their runs says enough by itself: together they do.
 */
import { heaviestCommon, informationOf, type Group } from './common-words';
import { UNKNOWN, type Row } from './row';
import { RELEASED, type WordGraph } from './word-graph';

/** Longer stretches are found by their runs. */
const LONGEST = 120;
/** So many of the rarest words of a stretch are looked up, */
const ANCHORS = 4;
/** each in so many places, the newest first. */
const MOST_PLACES = 12;
/** So many words, or pairs of words, are compared for one revision. */
const MOST_PAIRS = 1_000_000;
/** So many words more than the stretch has are looked at on either side. */
const SLACK = 4;
/** What the runs of a passage must say together, in bits. */
const BELIEVED = 26;
/** What it costs, in bits, that the passage breaks between two runs. */
const BREAK = 2;
/** What it adds that a passage begins, or ends, where the one that was taken out did. */
const BOUNDARY = 4;
/** What it adds that a word stood in the revision before. */
const STOOD = 2;
/** A smaller share of common words, within the passage, is another text. */
const SAME_TEXT = 1 / 3;

interface Passage {
	old: number[];
	groups: Group[];
	score: number;
}

/** A place in a row of which the words are not known. */
interface Stretch {
	start: number;
	end: number;
}

export class PassageMatcher {
	/** By number of a text: the stretch in which it was met last. */
	private wanted = new Int32Array( 1024 );

	/** By number of a text: how often it stands in that stretch. */
	private counts = new Int32Array( 1024 );

	/** By number of a text: the window of old words in which it was met last, */
	private seenIn = new Int32Array( 1024 );

	/** and how often it was met there. */
	private seen = new Int32Array( 1024 );

	private window = 0;

	/** Words, or pairs of words, that may still be compared. */
	private pairs = 0;

	/** By word id: the stretch for which it was looked at last. */
	private tried = new Int32Array( 1024 );

	/** The number of the stretch that is looked for. */
	private stretch = 0;

	public constructor( private readonly graph: WordGraph ) {}

	/**
	 * @param row
	 * @param take is told each word that was found
	 * @return whether one was
	 */
	public match( row: Row, take: ( id: number ) => void ): boolean {
		const { ids } = row;
		this.makeRoom();
		this.pairs = MOST_PAIRS;
		let isFound = false;
		for ( let start = 0; start < ids.length; start++ ) {
			if ( ids[ start ] === UNKNOWN ) {
				let end = start + 1;
				while ( end < ids.length && ids[ end ] === UNKNOWN ) {
					end++;
				}
				// A single word is no passage.
				const best = end - start > LONGEST || end - start < 2 ? null :
					this.bestPassage( row, { start, end } );
				if ( best && this.take( row, start, best, take ) ) {
					isFound = true;
				}
				start = end;
			}
		}
		return isFound;
	}

	private makeRoom(): void {
		const { types, vocabulary } = this.graph;
		if ( this.tried.length < types.length ) {
			this.tried = new Int32Array( 2 * types.length );
		}
		if ( this.wanted.length < vocabulary.size ) {
			const size = 2 * vocabulary.size;
			this.wanted = new Int32Array( size );
			this.counts = new Int32Array( size );
			this.seenIn = new Int32Array( size );
			this.seen = new Int32Array( size );
		}
	}

	private take(
		{ ids }: Row, start: number, { old, groups }: Passage, take: ( id: number ) => void
	): boolean {
		let isFound = false;
		for ( const { row: at, column, length } of groups ) {
			for ( let index = 0; index < length; index++ ) {
				const id = old[ column + index ] as number;
				// Words that stood beside each other at different times can make a circle.
				if ( this.graph.isFree( id ) ) {
					ids[ start + at + index ] = id;
					take( id );
					isFound = true;
				}
			}
		}
		return isFound;
	}

	private bestPassage( row: Row, stretch: Stretch ): Passage | null {
		const { start, end } = stretch;
		const { graph, wanted } = this;
		this.stretch++;
		let most = 2 * BOUNDARY;
		for ( let at = start; at < end; at++ ) {
			const type = row.types[ at ] as number;
			this.counts[ type ] = wanted[ type ] === this.stretch ?
				( this.counts[ type ] as number ) + 1 : 1;
			wanted[ type ] = this.stretch;
			most += graph.vocabulary.information( type ) + STOOD;
		}
		if ( most < BELIEVED ) {
			return null;
		}
		let best: Passage | null = null;
		for ( const at of this.anchors( row, stretch ) ) {
			let id = graph.newestOf( row.types[ at ] as number );
			for ( let tries = 0; id !== -1 && tries < MOST_PLACES && this.pairs > 0; tries++ ) {
				if ( graph.isFree( id ) && this.tried[ id ] !== this.stretch ) {
					const old = this.wordsAround( id, at - start + SLACK, end - at - 1 + SLACK );
					if ( old ) {
						this.pairs -= old.length * ( end - start );
					}
					const passage = old ? compare( graph, row, stretch, old ) : null;
					if ( passage && ( !best || passage.score > best.score ) ) {
						best = passage;
					}
				}
				id = graph.olderThan( id );
			}
		}
		return best;
	}

	/** The places of the rarest words of a stretch, the rarest one first. */
	private anchors( { types }: Row, { start, end }: Stretch ): number[] {
		const { vocabulary } = this.graph;
		const places: number[] = [];
		while ( places.length < Math.min( ANCHORS, end - start ) ) {
			let rarest = -1;
			let most = -1;
			for ( let at = start; at < end; at++ ) {
				const information = vocabulary.information( types[ at ] as number );
				if ( information > most && !places.includes( at ) ) {
					rarest = at;
					most = information;
				}
			}
			places.push( rarest );
		}
		return places;
	}

	/**
	 * Free words that stood in a row around one; null if what they have in common with the stretch
	 * says too little.
	 */
	private wordsAround( id: number, before: number, after: number ): number[] | null {
		const { graph } = this;
		this.window++;
		let common = 2 * BOUNDARY + this.look( id );
		let count = 1;
		for (
			let next = graph.previous.get( id );
			next !== -1 && graph.isFree( next ) && count <= before;
			next = graph.previous.get( next )
		) {
			common += this.look( next );
			count++;
		}
		const earlier = count - 1;
		const limit = count + after;
		for (
			let next = graph.next.get( id );
			next !== -1 && graph.isFree( next ) && count < limit;
			next = graph.next.get( next )
		) {
			common += this.look( next );
			count++;
		}
		this.pairs -= count;
		return common >= BELIEVED ? this.wordsBeside( id, earlier, count ) : null;
	}

	/** So many words in a row, so many of them before one. */
	private wordsBeside( id: number, earlier: number, count: number ): number[] {
		const { next, previous } = this.graph;
		const words: number[] = [];
		for ( let word = previous.get( id ); words.length < earlier; word = previous.get( word ) ) {
			words.push( word );
		}
		words.reverse();
		for ( let word = id; words.length < count; word = next.get( word ) ) {
			words.push( word );
		}
		return words;
	}

	/** Notes that a word was looked at; gives what it says if the stretch has one more of it. */
	private look( id: number ): number {
		const type = this.graph.types.get( id );
		this.tried[ id ] = this.stretch;
		if ( this.wanted[ type ] !== this.stretch ) {
			return 0;
		}
		if ( this.seenIn[ type ] !== this.window ) {
			this.seenIn[ type ] = this.window;
			this.seen[ type ] = 0;
		}
		const seen = this.seen[ type ] as number;
		this.seen[ type ] = seen + 1;
		return seen < ( this.counts[ type ] as number ) ?
			this.graph.vocabulary.information( type ) + STOOD : 0;
	}
}

/** What a stretch has in common with old words, if that is believed. */
function compare(
	graph: WordGraph, row: Row, stretch: Stretch, old: number[]
): Passage | null {
	const gap = { ...stretch, left: false, right: false };
	const all = heaviestCommon( graph, row, gap, old );
	const says: number[] = [];
	let first = 0;
	let most = 2 * BOUNDARY;
	for ( let at = 0; at < all.length; at++ ) {
		const group = all[ at ] as Group;
		const hasStood = graph.status.get( old[ group.column ] as number ) === RELEASED;
		const information = informationOf( graph, row, gap, group ) +
			( hasStood ? STOOD * group.length : 0 );
		says.push( information );
		most += information;
		first = information > ( says[ first ] as number ) ? at : first;
	}
	if ( !all.length || most < BELIEVED ) {
		return null;
	}
	const groups = [ all[ first ] as Group ];
	let score = says[ first ] as number;
	for ( const step of [ -1, 1 ] ) {
		let shift = ( all[ first ] as Group ).row - ( all[ first ] as Group ).column;
		for ( let at = first + step; at >= 0 && at < all.length; at += step ) {
			const group = all[ at ] as Group;
			const other = group.row - group.column;
			const gain = ( says[ at ] as number ) - BREAK -
				2 * Math.log2( 1 + Math.abs( other - shift ) );
			if ( gain > 0 ) {
				score += gain;
				shift = other;
				groups[ step < 0 ? 'unshift' : 'push' ]( group );
			}
		}
	}
	score += BOUNDARY * boundaries( graph, stretch, groups, old );
	return score >= BELIEVED && isSameText( groups ) ? { old, groups, score } : null;
}

/** How many ends of a passage are ends of what was put in and of what was taken out. */
function boundaries(
	graph: WordGraph, { start, end }: Stretch, groups: Group[], old: number[]
): number {
	const first = groups[ 0 ] as Group;
	const last = groups[ groups.length - 1 ] as Group;
	const before = graph.previous.get( old[ first.column ] as number );
	const after = graph.next.get( old[ last.column + last.length - 1 ] as number );
	return Number( first.row === 0 && before !== -1 && !graph.isFree( before ) ) +
		Number( last.row + last.length === end - start && after !== -1 && !graph.isFree( after ) );
}

function isSameText( groups: Group[] ): boolean {
	const first = groups[ 0 ] as Group;
	const last = groups[ groups.length - 1 ] as Group;
	const matched = groups.reduce( ( sum, { length } ) => sum + length, 0 );
	const span = last.length + Math.max( last.row - first.row, last.column - first.column );
	return matched >= SAME_TEXT * span;
}
