/** The draft's revisions, as far as they were read, traced in one order of time. */
import { toPlainText } from '../trace/plain-text';
import { SectionHistory } from '../trace/section-history';
import type { TrackedSection } from '../trace/section-types';
import { Trace } from '../trace/trace';
import type { TracedLine } from '../trace/types';
import type { DraftReading, ReadRevision } from './draft-reading';
import type { TodaySection } from './findings';

/** Oldest first; equal times in the order of ids, as the wiki lists them. */
function inOrderOfTime( a: ReadRevision, b: ReadRevision ): number {
	return a.timestamp === b.timestamp ? a.id - b.id : ( a.timestamp < b.timestamp ? -1 : 1 );
}

/** Stands for a newest revision that was not among those that were read. */
const TODAY = -1;

/** A heading as people compare it. */
function headingKey( page: string, heading: string ): string {
	return `${ page }#${ heading.toLowerCase() }`;
}

/** A page as one of its revisions left it. */
export interface PageAfter {
	/** The revision's number in the trace. */
	readonly number: number;
	readonly lines: readonly TracedLine[];
	readonly sections: readonly TrackedSection[];
}

export class TracedDraft {
	public readonly trace = new Trace();

	/** Today's sections by page, in the order of the text. */
	public readonly today = new Map<string, TodaySection[]>();

	private readonly numbers = new Map<number, number>();

	/** By number of a revision: its page as that revision left it. */
	private readonly states = new Map<number, PageAfter>();

	private readonly places = new Map<number, TodaySection>();

	/** By page and heading: the section that had it last. */
	private readonly byHeading = new Map<string, number>();

	private readonly plainHeadings = new Map<string, string>();

	/** Sections that turned out to be another page's. */
	private readonly identities = new Map<number, number>();

	/** In which of today's sections a word stands. */
	private placesOfWords: Map<number, number> | null = null;

	private readonly newest: TrackedSection[] = [];

	public constructor( reading: DraftReading ) {
		const history = new SectionHistory();
		const add = ( id: number, page: string, text: string | null ): void => {
			const number = this.trace.revisions.length;
			this.numbers.set( id, number );
			this.trace.add( { revid: id, page, text } );
			// One edit can stand for several: see Trace.revisions.
			this.trace.revisions.slice( number ).forEach( ( revision, index ) => {
				const before = history.sections( revision.page );
				history.take( revision );
				const after = history.sections( revision.page );
				if ( !revision.missing ) {
					this.remember( number + index, revision.page, after );
				}
				if ( index > 0 ) {
					// The same text, but known now as another page's.
					before.forEach( ( { id: then }, nth ) => {
						this.identities.set( then, after[ nth ]?.id ?? then );
					} );
				}
			} );
		};
		const read = [ ...reading.revisions.values() ].sort( inOrderOfTime );
		for ( const { id, page, text } of read ) {
			if ( !reading.problems.has( id ) || reading.problems.get( id ) === 'hidden' ) {
				add( id, page, text );
			}
		}
		const today = reading.today.filter( ( { text } ) => text !== null );
		for ( const { title, text } of today ) {
			// Times can be out of order: what stands today comes last.
			if ( this.trace.text( title ) !== text || !this.trace.lines( title ).length ) {
				add( TODAY, title, text );
			}
		}
		// Once all pages are read: text may have moved from one to another.
		for ( const { title } of today ) {
			this.placeToday( title, history.sections( title ) );
		}
	}

	/** Its page as a revision left it; null if the revision or its text is not known. */
	public pageAfter( revision: number ): PageAfter | null {
		return this.states.get( this.numbers.get( revision ) ?? -1 ) || null;
	}

	/** A section's heading as plain text; empty for the lead. */
	public headingOf( { heading }: TrackedSection ): string {
		const source = heading || '';
		let plain = this.plainHeadings.get( source );
		if ( plain === undefined ) {
			plain = toPlainText( source );
			this.plainHeadings.set( source, plain );
		}
		return plain;
	}

	/** The identity of a section: that of its model, if it was copied and the model cut. */
	public identityOf( { id }: TrackedSection ): number {
		return this.identities.get( id ) ?? id;
	}

	/**
	 * Where a section stands today: under its own identity, or, where it was merged into another
	 * one, where at least half of its words stand together.
	 */
	public placeOf( section: TrackedSection ): TodaySection | null {
		return this.places.get( this.identityOf( section ) ) ||
			this.placeOfMost( section.words );
	}

	/** The section that last had a heading on a page, as it stands today; null if it does not. */
	public placeOfHeading( page: string, heading: string ): TodaySection | null {
		const id = this.byHeading.get( headingKey( page, heading ) );
		return id === undefined ? null : this.places.get( id ) || null;
	}

	private remember(
		number: number, page: string, sections: readonly TrackedSection[]
	): void {
		this.states.set( number, { number, lines: this.trace.lines( page ), sections } );
		// From the end, so that of equal headings the first one counts.
		for ( const section of [ ...sections ].reverse() ) {
			this.byHeading.set( headingKey( page, this.headingOf( section ) ), section.id );
		}
	}

	private placeToday( page: string, sections: readonly TrackedSection[] ): void {
		const seen = new Map<string, number>();
		this.today.set( page, sections.map( ( section ) => {
			const heading = this.headingOf( section );
			const nth = seen.get( heading ) || 0;
			seen.set( heading, nth + 1 );
			const place = { page, heading, nth, level: section.level };
			this.places.set( section.id, place );
			this.newest.push( section );
			return place;
		} ) );
	}

	private placeOfMost( words: Int32Array ): TodaySection | null {
		if ( !this.placesOfWords ) {
			this.placesOfWords = new Map();
			for ( const section of this.newest ) {
				for ( const id of section.words ) {
					this.placesOfWords.set( this.trace.identityOf( id ), section.id );
				}
			}
		}
		const counts = new Map<number, number>();
		for ( const id of words ) {
			const section = this.placesOfWords.get( this.trace.identityOf( id ) );
			if ( section !== undefined ) {
				const count = ( counts.get( section ) || 0 ) + 1;
				counts.set( section, count );
				if ( count * 2 >= words.length ) {
					return this.places.get( section ) || null;
				}
			}
		}
		return null;
	}
}
