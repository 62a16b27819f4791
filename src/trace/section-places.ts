/** In which section words were put, and in which one they stand today. */
import type { FollowedSection } from './followed-changes';
import { edits, SectionHistory } from './section-history';
import type { Steps } from './steps';
import type { Trace } from './trace';

export class SectionPlaces {
	private readonly history = new SectionHistory();

	/** By number of a revision: lists of words whose section right after it is wanted. */
	private readonly watched = new Map<number, Int32Array[]>();

	/** By number of a revision: the section of each of these words. */
	private readonly then = new Map<number, Map<number, number>>();

	/** By word id: its section today plus one; 0 for none. */
	private readonly now: Int32Array;

	/** By word id: 1 while its section is looked for. */
	private readonly wanted: Uint8Array;

	public constructor( private readonly trace: Trace ) {
		this.now = new Int32Array( trace.wordLimit );
		this.wanted = new Uint8Array( trace.wordLimit );
	}

	/** Asks for the sections of words right after a revision; before `read`. */
	public watch( revision: number, ids: Int32Array ): void {
		const lists = this.watched.get( revision ) || [];
		lists.push( ids );
		this.watched.set( revision, lists );
	}

	/** Goes through the history. */
	public* read(): Steps<void> {
		let number = 0;
		for ( const edit of edits( this.trace.revisions ) ) {
			this.history.take( ...edit );
			const lists = this.watched.get( number );
			if ( lists ) {
				yield;
				this.then.set( number, this.sectionsOf( edit[ 0 ].page, lists ) );
			}
			number += edit.length;
			yield;
		}
		for ( const page of this.trace.pages.keys() ) {
			for ( const { id, words } of this.history.sections( page ) ) {
				for ( let at = 0; at < words.length; at++ ) {
					this.now[ this.trace.identityOf( words[ at ] as number ) ] = id + 1;
				}
			}
			yield;
		}
	}

	private sectionsOf( page: string, lists: readonly Int32Array[] ): Map<number, number> {
		const { trace, wanted } = this;
		let left = 0;
		for ( const ids of lists ) {
			for ( let at = 0; at < ids.length; at++ ) {
				left += 1 - ( wanted[ ids[ at ] as number ] as number );
				wanted[ ids[ at ] as number ] = 1;
			}
		}
		const sections = new Map<number, number>();
		for ( const { id, words } of this.history.sections( page ) ) {
			for ( let at = 0; at < words.length && left > 0; at++ ) {
				const identity = trace.identityOf( words[ at ] as number );
				if ( wanted[ identity ] ) {
					wanted[ identity ] = 0;
					left--;
					sections.set( identity, id );
				}
			}
		}
		// Some may stand on another page.
		lists.forEach( ( ids ) => ids.forEach( ( id ) => {
			wanted[ id ] = 0;
		} ) );
		return sections;
	}

	/** Whether a word that stands is in another section than right after a revision. */
	public isElsewhere( revision: number, word: number ): boolean {
		const then = this.then.get( revision )?.get( word );
		const now = this.now[ word ] || 0;
		return then !== undefined && now > 0 && then !== now - 1;
	}

	/** Today's sections of a page, in the order of the text. */
	public today( page: string ): FollowedSection[] {
		let from = 0;
		return this.history.sections( page ).map( ( { heading, level, words } ) => {
			const section = { heading, level, from, to: from + words.length };
			from = section.to;
			return section;
		} );
	}
}
