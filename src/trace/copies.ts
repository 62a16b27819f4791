/**
 * Words that were copied from words that stand. Text is often pasted at its new place before it
 * is cut from the old one, above all from page to page: once the model is gone, its copy is it.
 */
import { GRAM } from './gram-index';
import { UNKNOWN, type Row } from './row';
import { STANDING, type WordGraph } from './word-graph';

/** Shorter stretches are common turns of speech. */
const SHORTEST = 8;
/** What a stretch must say, in bits. */
const BELIEVED = 60;
/** So many places of a gram are looked at. */
const MOST_PLACES = 8;

export class Copies {
	private readonly models = new Map<number, number>();

	private readonly copies = new Map<number, number>();

	private readonly heirs = new Map<number, number>();

	public note( copy: number, model: number ): void {
		this.models.set( copy, model );
		this.copies.set( model, copy );
	}

	/** The word that a word was copied from; undefined if it was not. */
	public modelOf( copy: number ): number | undefined {
		return this.models.get( copy );
	}

	public get isEmpty(): boolean {
		return !this.models.size;
	}

	/** The newest copy of a word; undefined if there is none. */
	public copyOf( model: number ): number | undefined {
		return this.copies.get( model );
	}

	/** Notes that a copy's model was cut: from now on the model stands in its place. */
	public takeOver( copy: number, model: number ): void {
		this.heirs.set( copy, model );
	}

	/** The word whose place a word took when that was cut; itself if it took none. */
	public rootOf( id: number ): number {
		return this.heirs.get( id ) ?? id;
	}

	/** Copies and their models, in the order in which they were made. */
	public entries(): [ number, number ][] {
		return [ ...this.models ];
	}
}

/**
 * Finds long stretches of a row that are new and the same as text that stands.
 *
 * @param graph
 * @param row
 * @return the model of each word of such a stretch, by its place in the row
 */
export function findModels( graph: WordGraph, row: Row ): Map<number, number> {
	const found = new Map<number, number>();
	const candidates: number[] = [];
	const { ids, types } = row;
	/** Up to here all is new. */
	let end = 0;
	for ( let at = 0; at + SHORTEST <= ids.length; at++ ) {
		for ( end = Math.max( end, at ); end < ids.length && ids[ end ] === UNKNOWN; ) {
			end++;
		}
		if ( end < at + SHORTEST ) {
			at = end;
			continue;
		}
		graph.findPlaces(
			types[ at ] as number, types[ at + 1 ] as number, types[ at + GRAM - 1 ] as number,
			MOST_PLACES, candidates
		);
		let longest: number[] = [];
		for ( const id of candidates ) {
			const stretch = standingStretch( graph, row, at, id );
			longest = stretch.length > longest.length ? stretch : longest;
		}
		if ( longest.length >= SHORTEST && informationOf( graph, longest ) >= BELIEVED ) {
			const start = at;
			longest.forEach( ( model, index ) => found.set( start + index, model ) );
			at += longest.length - 1;
		}
	}
	return found;
}

/** Words that stand in a row and are the same as those of a row from a place on. */
function standingStretch( graph: WordGraph, row: Row, at: number, id: number ): number[] {
	const stretch: number[] = [];
	let next = id;
	for ( let to = at; to < row.ids.length && row.ids[ to ] === UNKNOWN; to++ ) {
		if (
			next === -1 || graph.types.get( next ) !== row.types[ to ] ||
			graph.status.get( next ) !== STANDING
		) {
			break;
		}
		stretch.push( next );
		next = graph.next.get( next );
	}
	return stretch;
}

function informationOf( graph: WordGraph, words: number[] ): number {
	return words.reduce(
		( sum, id ) => sum + graph.vocabulary.information( graph.types.get( id ) ), 0
	);
}
