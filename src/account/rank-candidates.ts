/**
 * Which edits may have applied a piece of advice for which none is recorded. Every signal is
 * weighed by how much more often it would be seen with the right edit than with any edit of this
 * draft (naive Bayes, in bits): how common it is here is counted, how often the right edit shows
 * it is assumed, see `assumed`. A relay who made half of all edits is no sign; one who made three
 * is.
 */
import type { DraftEdit } from '../trace/draft-edits';
import { toPlainText } from '../trace/plain-text';
import type { CandidateQuery } from './candidate-query';
import { termsOf, TermCounts } from './candidate-terms';
import { speaksOfAdvice } from './summary-words';

/** An edit, with what the wiki tells of it. */
export interface CandidateEdit extends DraftEdit {
	/** Title of its page, with spaces. */
	title: string;
	/** ISO 8601. */
	timestamp: string;
	/** null where hidden */
	user: string | null;
	/** null where hidden */
	comment: string | null;
}

export type CandidateSignal =
	/** words that it put in or took out, and words of the advice */
	'suggested' | 'summary' | 'question' |
	/** made soon after the advice or the decision */
	'date' |
	/** in a section that was asked about */
	'section' |
	/** by somebody who passed it on, asked for it or decided on it */
	'editor' |
	/** its edit summary speaks of advice; of people named in it; of the same matter */
	'advice-word' | 'name' | 'comment' |
	/** its edit summary leads to a discussion that is cited */
	'discussion' |
	/** of the kind that such edits are: as long, and neither taken back soon nor taking back */
	'size';

export interface CandidateReason {
	signal: CandidateSignal;
	/** How much it speaks for the edit: 1 bit doubles the odds. */
	bits: number;
	/** The words found, the rarest first. */
	words?: string[];
}

export interface Candidate {
	revision: number;
	/** Sum of the bits of all signals, also of those against it. */
	score: number;
	/** What speaks for it, the strongest first. */
	reasons: CandidateReason[];
}

/**
 * How often the edit that applied advice shows a signal. Assumptions of ours, for any draft, not
 * fitted to one: words of a proposal are mostly taken over, those of a summary seldom; most such
 * edits do not speak of it in their summary.
 */
const assumed = {
	suggested: 0.5,
	summary: 0.15,
	question: 0.08,
	comment: 0.1,
	section: 0.8,
	editor: 0.55,
	adviceWord: 0.25,
	name: 0.15,
	discussion: 0.1
} as const;

/**
 * Shares of edits without a change of words, with few of them, with some, with very many, of those
 * that were soon taken back, and of those that take back others.
 */
const kindShares = [ 0.02, 0.13, 0.71, 0.04, 0.06, 0.04 ];
const MOST_OF_IT = 0.9;
const FEW_WORDS = 3;
const MANY_WORDS = 250;
/** After this many days it is half as likely that advice is applied. */
const HALF_LIFE = 60;
/** So many days before its decision it is half as likely. */
const HALF_LIFE_BEFORE = 180;
/** Dates are wrong now and then. */
const LEAST_DATE = 0.03;
/** Words of a text come together, so each tells less than if it came alone. */
const WORDS_TOGETHER = 0.8;
const MOST_REASON_WORDS = 6;
/** What tells less than this is no reason to show. */
const LEAST_REASON = 0.25;
/** Shorter terms are parts of many names. */
const SHORTEST_NAME = 4;
const DAY = 86400000;

/**
 * A signal that is either seen or not. The edit that applied advice shows it on that account as
 * often as is assumed, and otherwise as often as any other: so seeing it never speaks against.
 */
function byPresence(
	signal: CandidateSignal, assumption: number, present: readonly boolean[]
): CandidateReason[] {
	const seen = present.filter( Boolean ).length;
	const usual = ( seen + 0.5 ) / ( present.length + 1 );
	const yes = Math.log2( 1 + assumption * ( 1 - usual ) / usual );
	// What no edit shows tells none apart.
	const no = seen ? Math.log2( 1 - assumption ) : 0;
	return present.map( ( is ) => ( { signal, bits: is ? yes : no } ) );
}

/**
 * A section that was asked about, among those that an edit touches: an edit of many sections
 * touches it by chance.
 */
function bySection(
	assumption: number, edits: readonly CandidateEdit[], isAsked: ( edit: CandidateEdit ) => boolean
): CandidateReason[] {
	const present = edits.map( isAsked );
	const touched = edits.reduce( ( sum, { sections } ) => sum + sections.length, 0 );
	const seen = present.filter( Boolean ).length;
	const each = ( seen + 0.5 ) / ( Math.max( touched, seen ) + 1 );
	const no = seen ? Math.log2( 1 - assumption ) : 0;
	return edits.map( ( { sections }, index ) => {
		const usual = 1 - ( 1 - each ) ** sections.length;
		return {
			signal: 'section',
			bits: present[ index ] ? Math.log2( 1 + assumption * ( 1 - usual ) / usual ) : no
		};
	} );
}

/** Words of a text of the advice among those of each document. */
function byWords(
	signal: CandidateSignal, assumption: number, text: string, counts: TermCounts
): CandidateReason[] {
	const terms = termsOf( text );
	return counts.documents.map( ( document, index ) => {
		const length = counts.lengths[ index ] as number;
		// A short edit cannot hold all words of a long text.
		const expected = terms.length ? assumption * Math.min( 1, length / terms.length ) : 0;
		let bits = 0;
		const found: [ string, number ][] = [];
		for ( const term of terms ) {
			const chance = counts.chance( term, index );
			if ( document.has( term ) ) {
				const own = Math.log2( 1 + ( 1 - chance ) * expected / chance );
				found.push( [ term, own ] );
				bits += own;
			} else {
				bits += Math.log2( 1 - expected );
			}
		}
		const words = found.sort( ( a, b ) => b[ 1 ] - a[ 1 ] ).slice( 0, MOST_REASON_WORDS )
			.filter( ( [ , own ] ) => own > 1 ).map( ( [ term ] ) => term );
		return { signal, bits: bits * WORDS_TOGETHER, words };
	} );
}

/** How likely, apart from a constant, advice of some time is applied at another one. */
function dateWeight( { earliest, latest }: CandidateQuery, timestamp: string ): number {
	const day = Date.parse( timestamp.slice( 0, 10 ) );
	const daysSince = ( date: string | null ): number => (
		date === null ? 0 : ( day - Date.parse( date ) ) / DAY
	);
	if ( daysSince( earliest ) < 0 ) {
		return LEAST_DATE;
	}
	const late = Math.max( 0, daysSince( latest ?? earliest ) ) / HALF_LIFE;
	// Where only the decision has a date, the advice was not given years before.
	const early = earliest === null ? Math.max( 0, -daysSince( latest ) ) / HALF_LIFE_BEFORE : 0;
	return Math.max( LEAST_DATE, 2 ** -( late + early ) );
}

function byDate( query: CandidateQuery, edits: readonly CandidateEdit[] ): CandidateReason[] {
	const weights = edits.map( ( { timestamp } ) => dateWeight( query, timestamp ) );
	const mean = weights.reduce( ( sum, weight ) => sum + weight, 0 ) / ( edits.length || 1 );
	return weights.map( ( weight ) => ( {
		signal: 'date', bits: query.earliest || query.latest ? Math.log2( weight / mean ) : 0
	} ) );
}

function kindOf( { size, takenBack, takesBack }: CandidateEdit ): number {
	if ( takesBack > MOST_OF_IT ) {
		return 5;
	}
	return takenBack > MOST_OF_IT ? 4 :
		size === 0 ? 0 : size <= FEW_WORDS ? 1 : size <= MANY_WORDS ? 2 : 3;
}

function byKind( edits: readonly CandidateEdit[] ): CandidateReason[] {
	const kinds = edits.map( kindOf );
	const bits = kindShares.map( ( share, own ) => {
		const usual = ( kinds.filter( ( one ) => (
			one === own
		) ).length + 1 ) / ( edits.length + kindShares.length );
		return Math.log2( share / usual );
	} );
	return kinds.map( ( own ) => ( { signal: 'size', bits: bits[ own ] as number } ) );
}

/** Tells whether an edit touches a section that was asked about. */
function sectionFinder( query: CandidateQuery ): ( edit: CandidateEdit ) => boolean {
	const names = new Set( query.sections.map( ( { page, heading } ) => `${ page }#${ heading }` ) );
	const isAsked = ( page: string, heading: string | null ): boolean => (
		names.has( `${ page }#${ toPlainText( heading ?? '' ).toLowerCase() }` )
	);
	return ( { title, sections } ) => names.size > 0 && sections.some( ( { heading, today } ) => (
		isAsked( title, heading ) || ( today !== null && isAsked( today.page, today.heading ) )
	) );
}

function userKey( name: string ): string {
	return name.replace( /_/g, ' ' ).toLowerCase();
}

/** Tells whether an edit summary leads to a discussion that is cited. */
function discussionFinder( { discussions }: CandidateQuery ): ( comment: string ) => boolean {
	const titles = discussions.titles.filter( Boolean ).map( ( title ) => title.replace( /_/g, ' ' ) );
	const revisions = new Set( discussions.revisions.map( String ) );
	return ( comment ) => {
		const spaced = comment.replace( /_/g, ' ' );
		return titles.some( ( title ) => spaced.includes( title ) ) ||
			( comment.match( /\d+/g ) || [] ).some( ( number ) => revisions.has( number ) );
	};
}

/** The edit summary without the heading that MediaWiki puts in front of it. */
function ownWords( comment: string | null ): string {
	return ( comment ?? '' ).replace( /^\/\*.*?\*\//, '' );
}

/** What edit summaries alone tell, or everything. */
export type RankedBy = 'all' | 'summaries';

/** All edits of a draft, counted once for many questions. */
export class CandidateIndex {
	private readonly comments: string[];

	private readonly commentTerms: TermCounts;

	private readonly changedTerms: TermCounts;

	private readonly adviceWords: CandidateReason[];

	private readonly kinds: CandidateReason[];

	/** @param edits all of the draft, not only some: how common a signal is, is counted in them */
	public constructor( private readonly edits: readonly CandidateEdit[] ) {
		this.comments = edits.map( ( { comment } ) => ownWords( comment ) );
		this.commentTerms = new TermCounts( this.comments.map( termsOf ) );
		this.changedTerms = new TermCounts(
			edits.map( ( { inserted, removed } ) => [ ...inserted, ...removed ] )
		);
		this.adviceWords = byPresence(
			'advice-word', assumed.adviceWord, this.comments.map( speaksOfAdvice )
		);
		this.kinds = byKind( edits );
	}

	/**
	 * Ranks the edits for a piece of advice.
	 *
	 * @param query
	 * @param by
	 * @return all of them, the likeliest first; of equal ones the earlier
	 */
	public rank( query: CandidateQuery, by: RankedBy = 'all' ): Candidate[] {
		const signals = [
			...this.byComment( query ), ...by === 'all' ? this.byDeed( query ) : []
		];
		return this.edits.map( ( { revid }, index ): Candidate => {
			const all = signals.map( ( reasons ) => reasons[ index ] as CandidateReason );
			return {
				revision: revid,
				score: all.reduce( ( sum, { bits } ) => sum + bits, 0 ),
				reasons: all.filter( ( { bits } ) => (
					bits > LEAST_REASON
				) ).sort( ( a, b ) => b.bits - a.bits )
			};
		} ).sort( ( a, b ) => b.score - a.score );
	}

	private byComment( query: CandidateQuery ): CandidateReason[][] {
		const leads = discussionFinder( query );
		const names = query.names
			.map( ( name ) => termsOf( name ).filter( ( term ) => term.length >= SHORTEST_NAME ) );
		const isNamed = ( comment: ReadonlyMap<string, number> ): boolean => (
			names.some( ( terms ) => terms.some( ( term ) => comment.has( term ) ) )
		);
		return [
			this.adviceWords,
			byPresence( 'name', assumed.name, this.commentTerms.documents.map( isNamed ) ),
			byPresence( 'discussion', assumed.discussion, this.comments.map( leads ) ),
			byWords( 'comment', assumed.comment, `${ query.summary } ${ query.question }`, this.commentTerms )
		];
	}

	private byDeed( query: CandidateQuery ): CandidateReason[][] {
		const editors = new Set( query.editors.map( userKey ) );
		const isEditor = ( { user }: CandidateEdit ): boolean => (
			user !== null && editors.has( userKey( user ) )
		);
		return [
			...( [ 'suggested', 'summary', 'question' ] as const )
				.map( ( signal ) => (
					byWords( signal, assumed[ signal ], query[ signal ], this.changedTerms )
				) ),
			byDate( query, this.edits ),
			bySection( assumed.section, this.edits, sectionFinder( query ) ),
			byPresence( 'editor', assumed.editor, this.edits.map( isEditor ) ),
			this.kinds
		];
	}
}
