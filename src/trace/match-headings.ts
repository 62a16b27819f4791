/**
 * Pairs sections that have the same heading. A heading stays with its section, also when the
 * text below it is rewritten, unless nearly all of the section's words stand elsewhere.
 */
import { groupBy } from './group-by';
import { strength, type Candidate, type SectionEvidence } from './section-evidence';
import type { Places, SectionPairs } from './section-pairs';
import { bodyWords } from './section-types';

/** From this share on, common words say that two sections with one heading are the same. */
const AGREES = 0.1;
/** Below it, words that stand elsewhere may say that they are not. */
const WEAK = 0.2;
/** So much of a section, making half of another one, outweighs the heading. */
const MOST = 2 / 3;
const HALF = 0.5;

function isTransfer( { kept, made }: Candidate ): boolean {
	return kept >= MOST && made >= HALF;
}

export class HeadingMatcher {
	/**
	 * @param pairs
	 * @param evidence of the sections that have no partner
	 * @param fold gives what is equal for headings that are the same
	 */
	public constructor(
		private readonly pairs: SectionPairs,
		private readonly evidence: SectionEvidence,
		private readonly fold: ( heading: string | null ) => string
	) {}

	/**
	 * Links what can be linked now.
	 *
	 * @param places where the sections stand; null to go by words and by wholes only
	 */
	public match( places: Places | null ): void {
		const { pairs } = this;
		const namesakes = groupBy( pairs.freeOld(),
			( old ) => this.fold( pairs.before[ old ]?.heading ?? null ) );
		const groups = groupBy( pairs.freeNew(),
			( now ) => this.fold( pairs.after[ now ]?.heading ?? null ) );
		for ( const [ heading, news ] of groups ) {
			const olds = namesakes.get( heading );
			if ( !olds ) {
				continue;
			}
			this.matchByWords( olds, news );
			this.matchInOrder( olds, news,
				( old ) => pairs.oldOutline.parent( old ), ( now ) => pairs.formerParent( now ) );
			if ( places ) {
				this.matchInOrder( olds, news,
					( old ) => places.before[ old ] ?? -1, ( now ) => places.after[ now ] ?? -1 );
			}
		}
	}

	private matchByWords( olds: readonly number[], news: readonly number[] ): void {
		const isNamesake = new Set( olds );
		news
			.flatMap( ( now ) => this.evidence.ofNow( now ) )
			.filter( ( candidate ) => isNamesake.has( candidate.old ) && this.agrees( candidate ) )
			.sort( ( a, b ) => b.words - a.words || b.heading - a.heading )
			.forEach( ( { old, now } ) => this.link( old, now ) );
	}

	/** Words of the heading alone do not tell two sections with texts of their own. */
	private agrees( candidate: Candidate ): boolean {
		return strength( candidate ) >= AGREES ||
			( candidate.heading > 0 && !this.haveText( candidate.old, candidate.now ) );
	}

	/** Pairs namesakes of the same kind, the first with the first. */
	private matchInOrder(
		olds: readonly number[], news: readonly number[],
		oldKind: ( old: number ) => number, newKind: ( now: number ) => number | null
	): void {
		const waiting = groupBy( olds.filter( ( old ) => this.pairs.isFreeOld( old ) ), oldKind );
		for ( const group of waiting.values() ) {
			// Taken from the end.
			group.reverse();
		}
		for ( const now of news ) {
			const kind = this.pairs.isFreeNew( now ) ? newKind( now ) : null;
			const old = kind === null ? undefined : waiting.get( kind )?.pop();
			if ( old !== undefined ) {
				this.link( old, now );
			}
		}
	}

	private link( old: number, now: number ): void {
		if ( !this.isContradicted( old, now ) ) {
			this.pairs.link( old, now );
		}
	}

	private haveText( old: number, now: number ): boolean {
		const { before, after } = this.pairs;
		return [ before[ old ], after[ now ] ]
			.every( ( section ) => section && bodyWords( section ) > 0 );
	}

	/** Whether the words say that two sections with the same heading are not the same. */
	private isContradicted( old: number, now: number ): boolean {
		const { pairs, evidence } = this;
		// A heading whose text went to a part of it, or came from one, is still the heading.
		return this.haveText( old, now ) && strength( evidence.between( old, now ) ) < WEAK && (
			evidence.ofOld( old ).some( ( candidate ) => candidate.now !== now &&
				pairs.isFreeNew( candidate.now ) && isTransfer( candidate ) &&
				!pairs.newOutline.isWithin( candidate.now, now ) ) ||
			evidence.ofNow( now ).some( ( candidate ) => candidate.old !== old &&
				pairs.isFreeOld( candidate.old ) && isTransfer( candidate ) &&
				!pairs.oldOutline.isWithin( candidate.old, old ) )
		);
	}
}
