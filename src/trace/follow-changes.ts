/**
 * What became of many changes at once: how many of their words stand, which words of today's
 * pages are theirs, and where the words stood that they removed.
 */
import { compareStates } from './change-effect';
import { quotedIds, type QuotedPassage, type WordRow } from './quoted-ids';
import { linesWith, removedPassages, type RemovedPassage } from './removed-places';
import { SectionPlaces } from './section-places';
import type { Steps } from './steps';
import { survivalOf, type RevisionShare, type SurvivalState } from './survival';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';
import { WordLives } from './word-lives';

/** A change that is asked about. Revisions are named by their ids here. */
export interface AskedChange {
	/** Names it in the answer. */
	readonly key: string;
	/** The revision before it; null if the page began with it. */
	readonly base: number | null;
	/** Its last revision. */
	readonly last: number;
	/** Only these words of what it inserted count; all of them if absent. */
	readonly inserted?: readonly QuotedPassage[];
	/** Likewise of what it removed. */
	readonly removed?: readonly QuotedPassage[];
}

/** A revision by its id, and how many words it is about. */
export interface RevidShare {
	revid: number;
	words: number;
	/** Missing revisions that may have done it instead; mostly none. */
	perhaps: number[];
}

/** As Survival, with ids of revisions. */
export interface FollowedChange {
	key: string;
	state: SurvivalState;
	inserted: number;
	standing: number;
	elsewhere: number;
	takenBy: RevidShare[];
	removed: number;
	absent: number;
	broughtBackBy: RevidShare[];
}

/** A section of a page as it stands today. */
export interface FollowedSection {
	/** As in the wikitext; null for the lead. */
	heading: string | null;
	level: number;
	/** Index of its first word on the page, and after its last one. */
	from: number;
	to: number;
}

/** A page as it stands today. */
export interface FollowedPage {
	page: string;
	/** Its newest revision that could be read. */
	revision: number;
	/** Wikitext of that. */
	text: string;
	/** UTF-16 offsets of its words. */
	starts: Int32Array;
	ends: Int32Array;
	/** For each word the changes that it goes back to, as an index of `groups`. */
	groupOf: Uint16Array;
	/** Sets of changes by their keys; the first one is empty. */
	groups: string[][];
	/** Words that changes removed and that are away. */
	removed: ( RemovedPassage & { key: string } )[];
	sections: FollowedSection[];
}

export interface FollowedChanges {
	/** In the order in which they were asked about. */
	changes: FollowedChange[];
	pages: FollowedPage[];
}

type State = readonly TracedLine[];

/** More sets of changes than this are not told apart; the page would be unreadable before. */
const MOST_GROUPS = 0xffff;

/** A quote reaches so many lines beyond those that changed, together with its context. */
const BESIDE = 6;

/** The state before a page's first revision. */
const NOTHING: State = [];

/** Looks up what changes did to which words. */
export class Follower {
	private readonly numbers = new Map<number, number>();

	/** By number of a revision: the page as it left it. */
	private readonly states = new Map<number, State>();

	public constructor( private readonly trace: Trace ) {
		trace.revisions.forEach( ( { revid, further }, number ) => {
			if ( !further ) {
				this.numbers.set( revid, number );
			}
		} );
	}

	public numberOf( revid: number ): number | undefined {
		return this.numbers.get( revid );
	}

	public share( { revision, words, perhaps }: RevisionShare ): RevidShare {
		const revid = ( number: number ): number => this.trace.revisions[ number ]?.revid ?? 0;
		return { revid: revid( revision ), words, perhaps: perhaps.map( revid ) };
	}

	/** Looks up the states that changes lead from and to. */
	public* readStates( changes: readonly AskedChange[] ): Steps<void> {
		const byPage = new Map<string, Set<number>>();
		for ( const { base, last } of changes ) {
			for ( const revid of base === null ? [ last ] : [ base, last ] ) {
				const number = this.numberOf( revid );
				if ( number !== undefined ) {
					const { page } = this.trace.revisions[ number ] as { page: string };
					byPage.set( page, ( byPage.get( page ) || new Set() ).add( number ) );
				}
			}
		}
		for ( const [ page, numbers ] of byPage ) {
			for ( const [ number, lines ] of this.trace.linesAfter( page, numbers ) ) {
				this.states.set( number, lines );
			}
			yield;
		}
	}

	/** The state after a change; null if it is not known. */
	public after( { last }: AskedChange ): State | null {
		return this.states.get( this.numberOf( last ) ?? -1 ) || null;
	}

	/** The state before a change; null if it is not known. */
	public before( { base, last }: AskedChange ): State | null {
		if ( base === null ) {
			return NOTHING;
		}
		const number = this.numberOf( base );
		const page = this.trace.revisions[ this.numberOf( last ) ?? -1 ]?.page;
		// Words that two pages do not share were neither inserted nor removed.
		return number === undefined || this.trace.revisions[ number ]?.page !== page ?
			null : this.states.get( number ) || null;
	}

	/** What a change did to its words; null if that is not known. */
	public effectOf( change: AskedChange ): RevisionEffect | null {
		const after = this.after( change );
		const before = this.before( change );
		if ( !after || !before ) {
			return null;
		}
		const base = change.base === null ? -1 : this.numberOf( change.base ) ?? -1;
		const effect = compareStates( this.trace, before, after, base );
		return {
			...effect,
			inserted: this.narrow( effect.inserted, after, change.inserted ),
			removed: this.narrow( effect.removed, before, change.removed )
		};
	}

	private narrow(
		ids: Int32Array, state: State, quotes: readonly QuotedPassage[] | undefined
	): Int32Array {
		if ( !quotes || !ids.length ) {
			return ids;
		}
		const changed = new Set( ids );
		const row = this.rowOf( state, changed );
		const named = new Set( quotes.flatMap( ( quote ) => quotedIds( row, quote, changed ) ) );
		return ids.filter( ( id ) => named.has( id ) );
	}

	/** The words around those that changed. */
	private rowOf( state: State, changed: ReadonlySet<number> ): WordRow {
		const { from, to } = linesWith( this.trace, state, changed );
		const row: { ids: number[]; texts: string[] } = { ids: [], texts: [] };
		for ( const { ids } of state.slice( Math.max( 0, from - BESIDE ), to + BESIDE ) ) {
			for ( const id of ids ) {
				row.ids.push( this.trace.identityOf( id ) );
				row.texts.push( this.trace.textOf( id ) );
			}
		}
		return row;
	}
}

/** Sets of changes, each once. */
class Groups {
	public readonly keys: string[][] = [ [] ];

	/** By number of a set and of a change: the set with that change in it. */
	private readonly larger = new Map<string, number>();

	public add( group: number, key: string ): number {
		const name = `${ group } ${ key }`;
		let result = this.larger.get( name );
		if ( result === undefined ) {
			const keys = this.keys[ group ] as string[];
			result = keys.includes( key ) || this.keys.length > MOST_GROUPS ?
				group : this.keys.push( [ ...keys, key ] ) - 1;
			this.larger.set( name, result );
		}
		return result;
	}
}

/** Words of today's pages by their ids. */
class Today {
	public readonly pages: FollowedPage[] = [];

	/** By word id: its page and its index there. */
	private readonly places = new Map<number, [ page: number, index: number ]>();

	private readonly groups: Groups[] = [];

	public constructor( private readonly trace: Trace, sections: SectionPlaces ) {
		const newest = new Map<string, number>();
		for ( const { page, revid, missing, further } of trace.revisions ) {
			if ( !missing && !further ) {
				newest.set( page, revid );
			}
		}
		for ( const [ page, revision ] of newest ) {
			const { text, ids, starts, ends } = trace.words( page );
			ids.forEach( ( id, index ) => {
				this.places.set( trace.identityOf( id ), [ this.pages.length, index ] );
			} );
			const groups = new Groups();
			this.groups.push( groups );
			this.pages.push( {
				page, revision, text, starts, ends, groupOf: new Uint16Array( ids.length ),
				groups: groups.keys, removed: [], sections: sections.today( page )
			} );
		}
	}

	/** Notes that words go back to a change, as far as they stand. */
	public mark( key: string, ids: Int32Array ): void {
		for ( const id of ids ) {
			const place = this.places.get( id );
			if ( place ) {
				const { groupOf } = this.pages[ place[ 0 ] ] as FollowedPage;
				const groups = this.groups[ place[ 0 ] ] as Groups;
				groupOf[ place[ 1 ] ] = groups.add( groupOf[ place[ 1 ] ] as number, key );
			}
		}
	}

	/** Notes where words stood that a change of a page removed. */
	public markRemoved(
		key: string, page: string, before: State, removed: Int32Array
	): void {
		const away = new Set( removed.filter( ( id ) => !this.places.has( id ) ) );
		const at = this.pages.findIndex( ( one ) => one.page === page );
		const here = ( id: number ): number | undefined => {
			const place = this.places.get( id );
			return place && place[ 0 ] === at ? place[ 1 ] : undefined;
		};
		if ( away.size && at !== -1 ) {
			for ( const passage of removedPassages( this.trace, before, away, here ) ) {
				( this.pages[ at ] as FollowedPage ).removed.push( { ...passage, key } );
			}
		}
	}
}

/**
 * Follows changes to today's text.
 *
 * @param trace of the whole draft
 * @param asked
 * @return fit for the structured clone algorithm
 * @yield between steps
 */
export function* followChanges(
	trace: Trace, asked: readonly AskedChange[]
): Steps<FollowedChanges> {
	const follower = new Follower( trace );
	yield* follower.readStates( asked );
	const effects: ( RevisionEffect | null )[] = [];
	const places = new SectionPlaces( trace );
	for ( const change of asked ) {
		const effect = follower.effectOf( change );
		effects.push( effect );
		if ( effect ) {
			places.watch( follower.numberOf( change.last ) as number, effect.inserted );
		}
		yield;
	}
	yield* places.read();
	const lives = new WordLives( trace );
	yield;
	const today = new Today( trace, places );
	yield;
	const changes: FollowedChange[] = [];
	for ( const [ index, change ] of asked.entries() ) {
		const effect = effects[ index ] || null;
		const { key } = change;
		const number = follower.numberOf( change.last ) as number;
		const survival = survivalOf(
			effect, lives, ( id ) => places.isElsewhere( number, id )
		);
		changes.push( {
			...survival,
			key,
			takenBy: survival.takenBy.map( ( share ) => follower.share( share ) ),
			broughtBackBy: survival.broughtBackBy.map( ( share ) => follower.share( share ) )
		} );
		if ( effect ) {
			today.mark( key, effect.inserted );
			const before = follower.before( change );
			const { page } = trace.revisions[ number ] as { page: string };
			if ( before && effect.removed.length ) {
				today.markRemoved( key, page, before, effect.removed );
			}
		}
		yield;
	}
	return { changes, pages: today.pages };
}
