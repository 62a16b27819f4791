import { parsePage, pageText, truthOf } from './page-model';
import { foreignSentences } from './foreign-sentences';
import type { Page, TrueWord } from './page-model';
import { seededRandom } from './random';
import { vocabularyOf } from './edit-context';
import type { Edit, EditContext } from './edit-context';
import * as blocks from './block-edits';
import * as reverting from './reverting-edits';
import * as sentences from './sentence-edits';
import * as spoiling from './spoiling-edits';
import * as words from './word-edits';

/** The kinds of edit, and how often each comes up unless the caller says otherwise. */
const kinds = {
	sub: [ 28, words.substitution ],
	addsent: [ 9, sentences.sentenceAdded ],
	addpara: [ 4, sentences.paragraphAdded ],
	addsec: [ 1, blocks.sectionAdded ],
	delsent: [ 3, sentences.sentenceDeleted ],
	delpara: [ 3, sentences.paragraphDeleted ],
	movesent: [ 2, sentences.sentenceMoved ],
	moveedit: [ 5, sentences.sentenceMovedWithEdit ],
	movepara: [ 5, blocks.paragraphMoved ],
	moveparaedit: [ 2, blocks.paragraphMovedWithEdit ],
	movesec: [ 3, blocks.sectionMoved ],
	rename: [ 2, blocks.sectionRenamed ],
	relevel: [ 2, blocks.sectionRelevelled ],
	reorder: [ 2, sentences.sentencesReordered ],
	split: [ 2, blocks.paragraphSplit ],
	merge: [ 2, blocks.paragraphsMerged ],
	bulletise: [ 3, blocks.bulletList ],
	listorder: [ 1, blocks.listReordered ],
	case: [ 3, words.changeOfCase ],
	slip: [ 1, words.slip ],
	copyedit: [ 3, words.copyEdit ],
	rewrap: [ 1, words.rewrap ],
	translate: [ 0.3, words.translationMarkers ],
	copy: [ 0.3, sentences.sentenceCopied ],
	reintro: [ 4, sentences.deletedRestored ],
	lost: [ 3, reverting.lostRestored ],
	undo: [ 1.5, reverting.undo ],
	vandal: [ 6, spoiling.vandalism ],
	blank: [ 2.5, spoiling.blankedPage ]
} satisfies Record<string, [ number, Edit ]>;

export type EditKind = keyof typeof kinds;

export interface GeneratorOptions {
	/** Wikitext of the first revision. */
	text: string;
	/** Another text, of which sentences are taken that come in; none by default. */
	foreignText?: string;
	/** How many revisions the history has, the first one included. */
	revisions: number;
	seed: number;
	/** How often a kind comes up, as a share of the sum of all; the rest keep their own. */
	weights?: Partial<Record<EditKind, number>>;
	/** Share of revisions in which two edits are made at once, 0.06 by default. */
	twoAtOnce?: number;
}

export interface GeneratedRevision {
	revid: number;
	timestamp: string;
	user: string;
	/** The kinds of edit made, joined by `+`. */
	comment: string;
	text: string;
}

export interface GeneratedHistory {
	revisions: GeneratedRevision[];
	/** The words of the last revision, each with the id of the revision that introduced it. */
	truth: TrueWord[];
	/** The same of any revision, by its number from 0. */
	truthAt( number: number ): TrueWord[];
	/** The page after each revision. */
	pages: readonly Page[];
}

function pickKind( weights: [ EditKind, number ][], fraction: number ): EditKind {
	let left = fraction * weights.reduce( ( sum, [ , weight ] ) => sum + weight, 0 );
	for ( const [ kind, weight ] of weights ) {
		left -= weight;
		if ( left < 0 ) {
			return kind;
		}
	}
	return 'sub';
}

interface Made {
	/** The kinds of edit made. */
	comment: string;
	/** Null where the page offered no place for them. */
	next: Page | null;
}

/** What somebody does who finds the page vandalised. */
function mend( page: Page, context: EditContext ): Made {
	const how = context.random.fraction();
	const [ comment, edit ]: [ string, Edit ] = how < 0.3 ?
		[ 'revert+edit', reverting.revertWithEdit ] :
		[ 'partial revert', reverting.partialRevert ];
	const next = how < 0.5 ? edit( page, context ) : null;
	return next ? { comment, next } : { comment: 'revert', next: reverting.revert( page, context ) };
}

/** An edit of a kind drawn by the weights, sometimes two. */
function makeEdit(
	page: Page, context: EditContext, weights: [ EditKind, number ][], twoAtOnce: number
): Made {
	const attempt = ( state: Page, kind: EditKind ): Page | null => {
		const edit: Edit = kinds[ kind ][ 1 ];
		return edit( state, context );
	};
	const kind = pickKind( weights, context.random.fraction() );
	const next = attempt( page, kind );
	if ( next && context.random.chance( twoAtOnce ) ) {
		const second = pickKind( weights, context.random.fraction() );
		const both = attempt( next, second );
		if ( both ) {
			return { comment: `${ kind }+${ second }`, next: both };
		}
	}
	return { comment: kind, next };
}

/**
 * Makes the history of a policy page by edits of some thirty kinds. Each word carries its origin
 * while the text is edited, so the truth is exact: a moved or restored word keeps its origin, a
 * substituted word or one whose case changed is new. Equal options give equal histories.
 *
 * @throws {Error} where the page offers no place for any of the kinds of edit asked for
 */
export function generateHistory( options: GeneratorOptions ): GeneratedHistory {
	const random = seededRandom( options.seed );
	const weightOf = ( kind: EditKind ): number => options.weights?.[ kind ] ?? kinds[ kind ][ 0 ];
	const weights = ( Object.keys( kinds ) as EditKind[] )
		.map( ( kind ): [ EditKind, number ] => [ kind, weightOf( kind ) ] );
	const first = parsePage( options.text, 1000 );
	const context: EditContext = {
		random, revid: 1000, at: 0, deleted: [], states: [ first ],
		vocabulary: vocabularyOf( first ),
		foreign: random.shuffle( foreignSentences( options.foreignText ?? '', first ) )
	};
	const revisions = [ revision( context, 'create', pageText( first ) ) ];
	// Number of revisions until somebody mends what a vandal did; below 0, nothing is to mend.
	let mendIn = -1;
	let failures = 0;
	// A vandal does not come last: what is left of the page is what is compared.
	const calm = weights.filter( ( [ kind ] ) => !/vandal|blank|undo/.test( kind ) );
	while ( revisions.length < options.revisions ) {
		const isNearEnd = options.revisions - revisions.length <= 6;
		const page = context.states.at( -1 ) as Page;
		context.revid += random.chance( 0.85 ) ? 1 : random.between( 2, 4 );
		context.at = revisions.length;
		const { comment, next } = mendIn === 0 ? mend( page, context ) :
			makeEdit( page, context, isNearEnd ? calm : weights, options.twoAtOnce ?? 0.06 );
		mendIn--;
		const text = next ? pageText( next ) : null;
		if ( !next || text === null || text === revisions.at( -1 )?.text ) {
			if ( ++failures > 5000 ) {
				throw new Error( `No edit is possible any more after ${ revisions.length } revisions.` );
			}
			continue;
		}
		failures = 0;
		if ( /vandal|blank/.test( comment ) ) {
			mendIn = random.pick( [ 0, 0, 0, 0, 1, 2, 4 ] );
		}
		context.states.push( next );
		revisions.push( revision( context, comment, text ) );
	}
	const truthAt = ( number: number ): TrueWord[] => truthOf( context.states[ number ] ?? [] );
	return { revisions, truth: truthAt( revisions.length - 1 ), truthAt, pages: context.states };
}

function revision(
	{ random, revid, at }: EditContext, comment: string, text: string
): GeneratedRevision {
	const time = new Date( Date.UTC( 2021, 0, 1 ) + at * 60_000 );
	return {
		revid,
		timestamp: time.toISOString().replace( '.000Z', 'Z' ),
		user: `U${ random.between( 0, 16 ) }`,
		comment,
		text
	};
}
