/** Looks up what changes did to which words. */
import { differentPart } from './different-part';
import type { AskedChange, RevidShare } from './followed-changes';
import { quotedIds, type QuotedPassage, type WordRow } from './quoted-ids';
import { linesWith, type LineRange } from './removed-places';
import { StateComparer } from './state-comparer';
import type { Steps } from './steps';
import type { RevisionShare } from './survival';
import type { Trace } from './trace';
import type { RevisionEffect, TracedLine } from './types';

type State = readonly TracedLine[];

/** A quote reaches so many lines beyond those that changed, together with its context. */
const BESIDE = 6;

/** The state before a page's first revision. */
const NOTHING: State = [];

export class Follower {
	private readonly numbers = new Map<number, number>();

	/** By number of a revision: the page as it left it. */
	private readonly states = new Map<number, State>();

	private readonly comparer: StateComparer;

	/** @param trace as it is at this moment */
	public constructor( private readonly trace: Trace ) {
		this.comparer = new StateComparer( trace );
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
			for ( const [ number, lines ] of yield* this.trace.stateSteps( page, numbers ) ) {
				this.states.set( number, lines );
			}
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
		const effect = this.comparer.compare( before, after, base );
		const { from, oldEnd, newEnd } = differentPart( before, after );
		return {
			...effect,
			inserted: this.narrow( effect.inserted, after, { from, to: newEnd }, change.inserted ),
			removed: this.narrow( effect.removed, before, { from, to: oldEnd }, change.removed )
		};
	}

	private narrow(
		ids: Int32Array, state: State, part: LineRange,
		quotes: readonly QuotedPassage[] | undefined
	): Int32Array {
		if ( !quotes || !ids.length ) {
			return ids;
		}
		const changed = new Set( ids );
		const row = this.rowOf( state, part, changed );
		const named = new Set( quotes.flatMap( ( quote ) => quotedIds( row, quote, changed ) ) );
		return ids.filter( ( id ) => named.has( id ) );
	}

	/** The words around those that changed. */
	private rowOf( state: State, part: LineRange, changed: ReadonlySet<number> ): WordRow {
		const { from, to } = linesWith( this.trace, state, part, changed );
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
