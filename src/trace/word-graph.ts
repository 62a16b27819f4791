/**
 * Every word that ever stood in the text, once, and which words stood beside which. A word keeps
 * its id through all revisions, also when it was away, so that text that comes back is found by
 * walking along the words as they once followed each other.
 */
import { GramIndex } from './gram-index';
import { IntList } from './int-list';
import { NeighbourMap } from './neighbour-map';
import type { Vocabulary } from './vocabulary';

/** The "text" of the beginning and of the end of a page. */
const EDGE_TYPE = -1;

/** Whether a word may be matched with a word of the revision that is being read. */
export const GONE = 0;
export const STANDING = 1;
/** It stood in the revision before; whether it still does is being found out. */
export const RELEASED = 2;

export class WordGraph {
	/** Texts of words, as numbers of the vocabulary. */
	public readonly types = new IntList();

	/** Numbers of the revisions that introduced them. */
	public readonly origins = new IntList();

	public readonly status = new IntList();

	/** The word after it in the last revision in which it stood. */
	public readonly next = new IntList();

	/** The word before it, then. */
	public readonly previous = new IntList();

	/** For words that may as well be another one: the origins of those. */
	public readonly ties = new Map<number, number[]>();

	private readonly followers = new NeighbourMap( this.types );

	private readonly leaders = new NeighbourMap( this.types );

	private readonly grams = new GramIndex();

	/** The newest word of each text. */
	private readonly newest = new IntList();

	/** The word before it of the same text. */
	private readonly older = new IntList();

	public constructor( public readonly vocabulary: Vocabulary ) {}

	/** Makes room for an edit of so many words. */
	public reserve( words: number ): void {
		this.grams.reserve( words );
	}

	/** The beginning or the end of a page: a neighbour as words are. */
	public introduceEdge(): number {
		this.origins.push( -1 );
		this.status.push( STANDING );
		this.next.push( -1 );
		this.previous.push( -1 );
		this.older.push( -1 );
		return this.types.push( EDGE_TYPE );
	}

	/** A new word. */
	public introduce( type: number, revision: number ): number {
		this.vocabulary.use( type );
		this.origins.push( revision );
		this.status.push( STANDING );
		this.next.push( -1 );
		this.previous.push( -1 );
		while ( this.newest.length <= type ) {
			this.newest.push( -1 );
		}
		this.older.push( this.newest.get( type ) );
		const id = this.types.push( type );
		this.newest.set( type, id );
		return id;
	}

	/** The word of this text that was introduced last; -1 if there is none. */
	public newestOf( type: number ): number {
		return type < this.newest.length ? this.newest.get( type ) : -1;
	}

	/** The word of the same text that was introduced before it; -1 if there is none. */
	public olderThan( id: number ): number {
		return this.older.get( id );
	}

	/** Whether it is the beginning or the end of a page. */
	public isEdge( id: number ): boolean {
		return this.types.get( id ) === EDGE_TYPE;
	}

	public isFree( id: number ): boolean {
		return this.status.get( id ) !== STANDING;
	}

	/** A free word of this text that stood after `id`; -1 if there is none. */
	public after( id: number, type: number ): number {
		const next = this.next.get( id );
		if ( next !== -1 && this.types.get( next ) === type && this.isFree( next ) ) {
			return next;
		}
		const follower = this.followers.get( id, type );
		return follower !== -1 && this.isFree( follower ) ? follower : -1;
	}

	/** The word of this text that last stood after `id`, free or not; -1 if there is none. */
	public followerOf( id: number, type: number ): number {
		return this.followers.get( id, type );
	}

	/** A free word of this text that stood before `id`; -1 if there is none. */
	public before( id: number, type: number ): number {
		const leader = this.leaders.get( id, type );
		return leader !== -1 && this.isFree( leader ) ? leader : -1;
	}

	/** Whether the two ever stood side by side. */
	public wereNeighbours( left: number, right: number ): boolean {
		return this.next.get( left ) === right ||
			this.followers.get( left, this.types.get( right ) ) === right ||
			this.leaders.get( right, this.types.get( left ) ) === left;
	}

	/**
	 * Words with which the three words began somewhere, the newest first.
	 *
	 * @param first
	 * @param second
	 * @param third
	 * @param most so many places are looked at
	 * @param into is filled with them; its length is the number found
	 */
	public findPlaces(
		first: number, second: number, third: number, most: number, into: number[]
	): void {
		// Setting the length costs, also to what it is.
		if ( into.length ) {
			into.length = 0;
		}
		let place = this.grams.newest( first, second, third );
		for ( let tries = 0; place !== -1 && tries < most; tries++ ) {
			const id = this.grams.wordAt( place );
			if ( this.types.get( id ) === first ) {
				into.push( id );
			}
			place = this.grams.olderThan( place );
		}
	}

	/**
	 * Notes that `right` stands after `left`.
	 *
	 * @return whether that is new
	 */
	public join( left: number, right: number ): boolean {
		const leftType = this.types.get( left );
		const rightType = this.types.get( right );
		this.next.set( left, right );
		this.previous.set( right, left );
		this.leaders.set( right, leftType, left );
		return this.followers.set( left, rightType, right ) !== right;
	}

	/** Notes that words stand side by side that did so before. */
	public chain( ids: Int32Array ): void {
		for ( let at = 1; at < ids.length; at++ ) {
			const left = ids[ at - 1 ] as number;
			const right = ids[ at ] as number;
			this.next.set( left, right );
			this.previous.set( right, left );
		}
	}

	/** Notes that a word that was found again might as well be another one. */
	public tie( id: number, rival: number ): void {
		const other = this.origins.get( rival );
		if ( other !== this.origins.get( id ) ) {
			const known = this.ties.get( id ) || [];
			if ( !known.includes( other ) ) {
				this.ties.set( id, [ ...known, other ] );
			}
		}
	}

	/** Notes three words that stand in a row for the first time. */
	public addGram( first: number, second: number, third: number ): void {
		const { types } = this;
		if ( types.get( first ) === EDGE_TYPE || types.get( third ) === EDGE_TYPE ) {
			return;
		}
		this.grams.add( types.get( first ), types.get( second ), types.get( third ), first );
	}
}
