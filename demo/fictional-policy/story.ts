/** Keeps the edits of the demonstration in the order in which they were made. */
import { copyOfPage, emptyPage, pageText, type Page } from './document';
import type { Effect, Operation } from './operations';

/** A revision as in the project's history files. */
export interface HistoryRevision {
	revid: number;
	/** ISO 8601, UTC. */
	timestamp: string;
	user: string;
	comment: string;
	text: string;
}

/** The history of one page, oldest revision first. */
export interface PageHistory {
	title: string;
	revisions: HistoryRevision[];
}

/** One edit, as a chapter of the story tells it. */
export interface Edit {
	/** Needed where the log, or a later revert, refers to it. */
	name?: string;
	/** "2024-05-02 19:40", UTC. */
	on: string;
	by: string;
	summary: string;
	/** The story's main page if absent. */
	page?: string;
	change: Operation[];
}

/** An edit that was made. */
export interface RecordedEdit {
	name: string | undefined;
	page: string;
	revision: HistoryRevision;
	effects: Effect[];
	/** The page afterwards. */
	state: Page;
}

export class Story {
	public readonly edits: RecordedEdit[] = [];

	/** Ids of sections that became part of others. */
	public readonly mergedInto = new Map<string, string>();

	private readonly pages = new Map<string, Page>();

	public constructor( private readonly mainPage: string ) {}

	/**
	 * Makes an edit. Revision ids count up through all pages, from 1.
	 *
	 * @throws {Error} if an operation does not find its place, if the edit changes nothing,
	 *  or if its name is taken
	 */
	public edit( { name, on, by, summary, page: title = this.mainPage, change }: Edit ): void {
		if ( name !== undefined && this.edits.some( ( edit ) => edit.name === name ) ) {
			throw new Error( `Two edits are called "${ name }"` );
		}
		const page = copyOfPage( this.page( title ) );
		const effects = change.flatMap( ( operation ) => operation( page, {
			page: ( other ) => this.page( other ),
			stateAfter: ( other ) => this.named( other ).state,
			recordMerge: ( from, into ) => this.mergedInto.set( from, into )
		} ) );
		const text = pageText( page );
		if ( this.pages.has( title ) && text === pageText( this.page( title ) ) ) {
			throw new Error( `The edit of ${ on } changes nothing` );
		}
		this.pages.set( title, page );
		this.edits.push( {
			name,
			page: title,
			effects,
			state: page,
			revision: {
				revid: this.edits.length + 1,
				timestamp: `${ on.replace( ' ', 'T' ) }:00Z`,
				user: by,
				comment: summary,
				text
			}
		} );
	}

	/**
	 * @throws {Error} if no edit has that name
	 */
	public named( name: string ): RecordedEdit {
		const found = this.edits.find( ( edit ) => edit.name === name );
		if ( !found ) {
			throw new Error( `No edit is called "${ name }"` );
		}
		return found;
	}

	/** The present state of a page; an empty page if nobody has edited it. */
	public page( title: string ): Page {
		return this.pages.get( title ) ?? emptyPage();
	}

	public histories(): PageHistory[] {
		return [ ...this.pages.keys() ].map( ( title ) => ( {
			title,
			revisions: this.edits
				.filter( ( edit ) => edit.page === title )
				.map( ( edit ) => edit.revision )
		} ) );
	}
}
