/** The words of today's pages by their ids, and which changes they go back to. */
import { ChangeGroups } from './change-groups';
import { differentPart } from './different-part';
import type { FollowedPage } from './followed-changes';
import { removedPassages } from './removed-places';
import type { SectionPlaces } from './section-places';
import { wordSteps } from './state-words';
import type { Steps } from './steps';
import type { Trace } from './trace';
import type { TracedLine } from './types';

type State = readonly TracedLine[];

/** Not on any page. */
const NOWHERE = -1;

export class TodayWords {
	public readonly pages: FollowedPage[] = [];

	/** By word id: the index of its page, or NOWHERE. */
	private readonly pageOf: Int32Array;

	/** By word id: its index there. */
	private readonly indexOf: Int32Array;

	private readonly groups: ChangeGroups[] = [];

	public constructor( private readonly trace: Trace ) {
		this.pageOf = new Int32Array( trace.wordLimit ).fill( NOWHERE );
		this.indexOf = new Int32Array( trace.wordLimit );
	}

	/**
	 * Reads the pages; before that, no word is anywhere.
	 *
	 * @param sections where they stand today
	 * @yield between steps
	 */
	public* read( sections: SectionPlaces ): Steps<void> {
		const { trace } = this;
		const newest = new Map<string, number>();
		for ( const { page, revid, missing, further } of trace.revisions ) {
			if ( !missing && !further ) {
				newest.set( page, revid );
			}
		}
		for ( const [ page, revision ] of newest ) {
			const { text, ids, starts, ends } = yield* wordSteps( trace.lines( page ) );
			for ( let index = 0; index < ids.length; index++ ) {
				const id = trace.identityOf( ids[ index ] as number );
				this.pageOf[ id ] = this.pages.length;
				this.indexOf[ id ] = index;
			}
			const groups = new ChangeGroups();
			this.groups.push( groups );
			this.pages.push( {
				page, revision, text, starts, ends, groupOf: new Uint16Array( ids.length ),
				groups: groups.keys, removed: [], sections: sections.today( page )
			} );
			yield;
		}
	}

	/** Notes that words go back to a change, as far as they stand. */
	public mark( key: string, ids: Int32Array ): void {
		// Of neighbours, mostly all go back to the same changes.
		let lastPage = NOWHERE;
		let lastGroup = 0;
		let larger = 0;
		for ( let at = 0; at < ids.length; at++ ) {
			const id = ids[ at ] as number;
			const page = this.pageOf[ id ] as number;
			if ( page !== NOWHERE ) {
				const { groupOf } = this.pages[ page ] as FollowedPage;
				const index = this.indexOf[ id ] as number;
				const group = groupOf[ index ] as number;
				if ( page !== lastPage || group !== lastGroup ) {
					larger = ( this.groups[ page ] as ChangeGroups ).add( group, key );
					lastPage = page;
					lastGroup = group;
				}
				groupOf[ index ] = larger;
			}
		}
	}

	/**
	 * Notes where words stood that a change of a page removed.
	 *
	 * @param key
	 * @param page
	 * @param before the page before the change
	 * @param after the page after it
	 * @param removed ids of the words
	 */
	public markRemoved(
		key: string, page: string, before: State, after: State, removed: Int32Array
	): void {
		const at = this.pages.findIndex( ( one ) => one.page === page );
		const away = new Set( removed.filter( ( id ) => this.pageOf[ id ] === NOWHERE ) );
		const here = ( id: number ): number | undefined => (
			this.pageOf[ id ] === at ? this.indexOf[ id ] : undefined
		);
		if ( away.size && at !== -1 ) {
			const { from, oldEnd } = differentPart( before, after );
			const lines = { from, to: oldEnd };
			for ( const passage of removedPassages( this.trace, before, lines, away, here ) ) {
				( this.pages[ at ] as FollowedPage ).removed.push( { ...passage, key } );
			}
		}
	}
}
