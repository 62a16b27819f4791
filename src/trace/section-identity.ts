/** Keeps the identity of each section through the revisions of a draft's pages. */
import { matchSections } from './match-sections';
import { toPlainText } from './plain-text';
import { SectionEvidence, type Candidate } from './section-evidence';
import { SectionPairs } from './section-pairs';
import { commonWords, SectionRegistry } from './section-registry';
import type {
	SectionInput, SectionPassage, SectionStep, TrackedSection
} from './section-types';
import { splitWords } from './words';

/** So much of a section, making so much of another one, is that section. */
const HALF = 0.5;
/** So much of one that has got another heading. */
const NEARLY_ALL = 0.75;

export class SectionTracker {
	private readonly folded = new Map<string, string>();

	private readonly registry = new SectionRegistry( ( heading ) => this.fold( heading ) );

	private readonly pages = new Map<string, readonly TrackedSection[]>();

	/** The sections of a page in order, as its last revision left them. */
	public sections( page: string ): readonly TrackedSection[] {
		return this.pages.get( page ) || [];
	}

	/**
	 * Takes the next revision of a page, in the order of the edits of all pages. A revision
	 * whose text is not known is left out.
	 *
	 * @param page
	 * @param sections its sections in order, the lead first. Where a section is the same as in
	 *  the revision before, hand over the same array of words: it is then passed in no time.
	 * @param isAfterGap whether a revision of the page was left out since the last call
	 * @return what became of each section
	 */
	public add(
		page: string, sections: readonly SectionInput[], isAfterGap = false
	): SectionStep {
		const isFirst = this.pages.size === 0;
		const pairs = new SectionPairs( this.sections( page ), sections );
		pairs.linkUnchanged();
		const evidence = this.collectEvidence( pairs );
		// There is always a lead, with or without words.
		if ( pairs.before[ 0 ]?.heading === null && sections[ 0 ]?.heading === null ) {
			pairs.link( 0, 0 );
		}
		matchSections( pairs, evidence, ( heading ) => this.fold( heading ) );
		const passages = this.passages( page, pairs, evidence );
		const after = pairs.found.map( ( section ) => section as TrackedSection );
		for ( const { now, section } of passages ) {
			after[ now ] = section;
		}
		const ended = pairs.freeOld().map( ( old ) => pairs.before[ old ] as TrackedSection );
		this.settle( page, passages, ended );
		this.pages.set( page, after );
		return {
			page,
			isFirst,
			isAfterGap,
			before: pairs.before,
			after,
			places: pairs.olds,
			passages,
			ended: ended.map( ( section ) => ( {
				section, standIn: this.registry.shares( section )
			} ) )
		};
	}

	private collectEvidence( pairs: SectionPairs ): SectionEvidence {
		const evidence = new SectionEvidence();
		const free = pairs.freeNew();
		const oldById = new Map( free.length ?
			pairs.before.map( ( { id }, old ) => [ id, old ] ) :
			[] );
		for ( const now of free ) {
			const input = pairs.after[ now ] as SectionInput;
			for ( const [ section, overlap ] of this.registry.known( input ) ) {
				const old = oldById.get( section.id );
				// A section of another page is here only if the words that it has now are.
				const known = old === undefined && this.registry.isStanding( section.id ) ?
					commonWords( section, input ) : overlap;
				evidence.add( old ?? -1, section, now, input, known );
			}
		}
		return evidence;
	}

	/** The sections now that are not just as they were. */
	private passages(
		page: string, pairs: SectionPairs, evidence: SectionEvidence
	): SectionPassage[] {
		const ids = new Set<number>();
		const passages: SectionPassage[] = [];
		pairs.after.forEach( ( input, now ) => {
			const found = pairs.found[ now ] ?? null;
			if ( found && isSame( found, page, input ) && pairs.old( now ) !== -1 ) {
				return;
			}
			const own = pairs.old( now ) === -1 ? null : found;
			const other = own && this.findOriginal( page, pairs, now, evidence );
			const original = other && !ids.has( other.id ) ? other : null;
			const former = original || found;
			const before = [ former, own ]
				.find( ( section ) => section && this.registry.isStanding( section.id ) ) || null;
			const id = former ? former.id : this.registry.newId();
			ids.add( id );
			const { heading, level, words, headingWords, pageWords } = input;
			passages.push( {
				now,
				section: {
					id, page, heading, level, words, headingWords, ...pageWords ? { pageWords } : {}
				},
				before,
				returned: before ? null : found,
				substitute: original ? own : null,
				stoodIn: before ? [] : this.registry.shares( input )
			} );
		} );
		return passages;
	}

	/**
	 * The section for which another one stood: one that ended and is back under its heading
	 * with its words, or one of another page whose copy on this page is now the only one to have
	 * its words; null if it is not so.
	 */
	private findOriginal(
		page: string, pairs: SectionPairs, now: number, evidence: SectionEvidence
	): TrackedSection | null {
		const own = evidence.between( pairs.old( now ), now );
		if ( own && own.kept >= HALF ) {
			return null;
		}
		const heading = this.fold( pairs.after[ now ]?.heading ?? null );
		const isOriginal = ( { old, section, kept, made }: Candidate ): boolean => {
			const isElsewhere = section.page !== page && this.registry.isStanding( section.id );
			const hasHeading = this.fold( section.heading ) === heading;
			return old === -1 && kept >= HALF && pairs.isAway( section ) &&
				( isElsewhere || hasHeading ) && made >= ( hasHeading ? HALF : NEARLY_ALL );
		};
		return evidence.ofNow( now ).find( isOriginal )?.section || null;
	}

	private settle(
		page: string, passages: readonly SectionPassage[], ended: readonly TrackedSection[]
	): void {
		for ( const section of ended ) {
			this.registry.end( section );
		}
		for ( const { before, substitute } of passages ) {
			if ( before && before.page !== page ) {
				const left = this.sections( before.page ).filter( ( { id } ) => id !== before.id );
				this.pages.set( before.page, left );
			}
			if ( substitute ) {
				this.registry.end( substitute );
			}
		}
		for ( const { section } of passages ) {
			this.registry.stand( section );
		}
	}

	/** A heading without case, markup and punctuation; of the lead, what is no heading's. */
	private fold( heading: string | null ): string {
		if ( heading === null ) {
			return '';
		}
		let folded = this.folded.get( heading );
		if ( folded === undefined ) {
			const words = splitWords( toPlainText( heading ) ).map( ( { text } ) => text );
			folded = `=${ ( words.length ? words.join( ' ' ) : heading ).toLowerCase() }`;
			this.folded.set( heading, folded );
		}
		return folded;
	}
}

function isSame( before: TrackedSection, page: string, input: SectionInput ): boolean {
	return before.words === input.words && before.page === page &&
		before.heading === input.heading && before.level === input.level;
}
