/** The sections of a draft's pages, revision by revision, by the trace of its words. */
import { sectionEvents, type SectionEvent } from './section-events';
import { SectionTracker } from './section-identity';
import { SectionReader } from './section-reader';
import type { SectionStep, TrackedSection } from './section-types';
import type { TracedRevision } from './types';

export class SectionHistory {
	private readonly reader = new SectionReader();

	private readonly tracker = new SectionTracker();

	/** Pages whose last revision could not be read. */
	private readonly gaps = new Set<string>();

	/** The sections of a page in order, as its last revision left them. */
	public sections( page: string ): readonly TrackedSection[] {
		return this.tracker.sections( page );
	}

	/**
	 * Takes the next edit. What an edit did that cannot be read shows as a deed of the next one
	 * of its page.
	 *
	 * @param edit all that the trace tells of it, see Trace.revisions: the revision, and then
	 *  what it means for copies of its words on other pages
	 * @return what became of the sections of each page
	 */
	public take( ...edit: readonly TracedRevision[] ): SectionStep[] {
		const steps: SectionStep[] = [];
		// A copy takes the place of what is cut before that is missed.
		for ( const revision of [ ...edit ].reverse() ) {
			const { page, missing } = revision;
			if ( missing ) {
				this.gaps.add( page );
			} else {
				const sections = this.reader.read( page, revision );
				steps.push( this.tracker.add( page, sections, this.gaps.delete( page ) ) );
			}
		}
		return steps;
	}
}

/** A section event with its revision. */
export interface SectionEventRow extends SectionEvent {
	readonly revid: number;
}

/** A revision, and what it means for copies on other pages. */
export type Edit = [ TracedRevision, ...TracedRevision[] ];

/** Whether a revision only tells what another one means for copies on its page. */
function isFurther( revision: TracedRevision, first: TracedRevision ): boolean {
	const { revid, page, removed, inserted } = revision;
	return first.revid === revid && first.page !== page &&
		removed.length > 0 && removed.length === inserted.length &&
		removed.every( ( { line }, at ) => line === inserted[ at ]?.line );
}

/** Revisions as a trace notes them, those of one edit together. */
export function edits( revisions: readonly TracedRevision[] ): Edit[] {
	const result: Edit[] = [];
	for ( const revision of revisions ) {
		const last = result[ result.length - 1 ];
		if ( last && isFurther( revision, last[ 0 ] ) ) {
			last.push( revision );
		} else {
			result.push( [ revision ] );
		}
	}
	return result;
}

/**
 * The section events of a traced history, in the order of the edits.
 *
 * @param revisions of a trace, from the first one on
 */
export function sectionRows( revisions: readonly TracedRevision[] ): SectionEventRow[] {
	const history = new SectionHistory();
	const rows: SectionEventRow[] = [];
	for ( const edit of edits( revisions ) ) {
		for ( const event of history.take( ...edit ).flatMap( sectionEvents ) ) {
			rows.push( { revid: edit[ 0 ].revid, ...event } );
		}
	}
	return rows;
}
