/** In which section words were put, and in which one they stand today. */
import type { FollowedSection } from './follow-changes';
import { edits, SectionHistory } from './section-history';
import type { Steps } from './steps';
import type { Trace } from './trace';

export class SectionPlaces {
	private readonly history = new SectionHistory();

	/** By number of a revision: words whose section right after it is wanted. */
	private readonly watched = new Map<number, Set<number>>();

	/** By number of a revision: the section of each of these words. */
	private readonly then = new Map<number, Map<number, number>>();

	/** By word: its section today. */
	private readonly now = new Map<number, number>();

	public constructor( private readonly trace: Trace ) {}

	/** Asks for the sections of words right after a revision; before `read`. */
	public watch( revision: number, ids: Int32Array ): void {
		const words = this.watched.get( revision ) || new Set();
		ids.forEach( ( id ) => words.add( id ) );
		this.watched.set( revision, words );
	}

	/** Goes through the history. */
	public* read(): Steps<void> {
		let number = 0;
		for ( const edit of edits( this.trace.revisions ) ) {
			this.history.take( ...edit );
			const words = this.watched.get( number );
			if ( words ) {
				this.then.set( number, this.sectionsOf( edit[ 0 ].page, words ) );
			}
			number += edit.length;
			yield;
		}
		for ( const page of this.trace.pages.keys() ) {
			for ( const { id, words } of this.history.sections( page ) ) {
				words.forEach( ( word ) => this.now.set( this.trace.identityOf( word ), id ) );
			}
		}
	}

	private sectionsOf( page: string, wanted: ReadonlySet<number> ): Map<number, number> {
		const sections = new Map<number, number>();
		for ( const { id, words } of this.history.sections( page ) ) {
			for ( let at = 0; at < words.length && sections.size < wanted.size; at++ ) {
				const identity = this.trace.identityOf( words[ at ] as number );
				if ( wanted.has( identity ) ) {
					sections.set( identity, id );
				}
			}
		}
		return sections;
	}

	/** Whether a word that stands is in another section than right after a revision. */
	public isElsewhere( revision: number, word: number ): boolean {
		const then = this.then.get( revision )?.get( word );
		const now = this.now.get( word );
		return then !== undefined && now !== undefined && then !== now;
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
