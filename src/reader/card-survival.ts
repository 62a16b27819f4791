/** What a card says about whether advised words still stand. */
import type { RevisionFacts } from '../account/draft-words';
import type { ItemSurvival } from '../account/item-survival';
import type { AdviceItem } from '../account/types';
import type { WordsProgress } from '../account/workspace';
import { formatTimestamp } from '../wiki/dates';
import { msg } from '../wiki/messages';
import { diffUrl } from '../wiki/titles';
import { append, button, element, link } from './element';

export interface SurvivalContext {
	words: WordsProgress;
	/** Why words could not be read, or cited revisions; empty where that is not known. */
	failureOf( what: 'words' | 'revisions' ): string;
	readWords(): void;
	stopWords(): void;
	/** Who published what is told; empty where it was found out here. */
	published: string;
	/** Who made a revision; undefined if that is not known. */
	factsOf( revision: number ): RevisionFacts | undefined;
}

/** A bar that repeats what the words beside it say. */
function bar( part: number, whole: number ): HTMLElement {
	const filled = element( 'span', 'bar-part' );
	filled.style.inlineSize = `${ 100 * part / whole }%`;
	const node = element( 'span', 'bar', filled );
	node.setAttribute( 'aria-hidden', 'true' );
	return node;
}

function survivalTexts( survival: ItemSurvival, context: SurvivalContext ): HTMLElement {
	const { state, inserted, standing, elsewhere, removed, absent, rewrittenBy } = survival;
	const node = element( 'div', `survival survival-${ state }` );
	node.appendChild( element( 'p', 'survival-state', msg( `survival-${ state }` ) ) );
	if ( inserted ) {
		node.appendChild( element( 'p', '',
			msg( 'survival-standing', standing, inserted ), ' ', bar( standing, inserted ) ) );
	}
	if ( elsewhere ) {
		node.appendChild( element( 'p', 'muted', msg( 'survival-elsewhere', elsewhere ) ) );
	}
	if ( removed ) {
		node.appendChild( element( 'p', '',
			msg( 'survival-absent', absent, removed ), ' ', bar( absent, removed ) ) );
	}
	const facts = rewrittenBy === null ? undefined : context.factsOf( rewrittenBy );
	if ( rewrittenBy !== null && facts ) {
		node.appendChild( element( 'p', 'muted',
			msg( 'survival-rewritten', facts.user ?? msg( 'user-hidden' ),
				formatTimestamp( facts.timestamp ) ), ' ',
			link( diffUrl( rewrittenBy, null ), msg( 'diff' ) ) ) );
	}
	return node;
}

/** Whose word it is, and the way to find out here. */
function publishedTexts( context: SurvivalContext ): HTMLElement {
	const node = element( 'div', 'survival', element( 'p', 'muted', context.published ) );
	if ( context.words.state === 'none' ) {
		const recompute = button( 'link-button', msg( 'published-recompute' ) );
		recompute.addEventListener( 'click', context.readWords );
		node.appendChild( recompute );
	}
	append( node, progressTexts( context ) );
	return node;
}

/** Where the words have not been followed: what is going on, or the way to have them followed. */
function progressTexts( context: SurvivalContext ): HTMLElement | null {
	const { words: { state, done, total }, readWords, stopWords, failureOf } = context;
	if ( state === 'none' || state === 'ready' ) {
		return null;
	}
	const node = element( 'div', 'survival' );
	if ( state === 'reading' ) {
		const stop = button( 'link-button', msg( 'survival-stop' ) );
		stop.addEventListener( 'click', stopWords );
		append( node, element( 'p', 'muted', total ?
			msg( 'survival-reading', done, total ) :
			msg( 'survival-beginning' ) ), stop );
		return node;
	}
	if ( state === 'failed' ) {
		node.appendChild( element( 'p', 'muted',
			msg( 'survival-failed' ), ' ', element( 'bdi', '', failureOf( 'words' ) ) ) );
	}
	const follow = button( 'link-button', state === 'large' ?
		msg( 'survival-follow-many' ) :
		msg( 'survival-follow' ) );
	follow.addEventListener( 'click', readWords );
	node.appendChild( follow );
	return node;
}

/**
 * Whether the words of an item still stand.
 *
 * @return null where there is nothing to tell
 */
export function cardSurvival( item: AdviceItem, context: SurvivalContext ): HTMLElement | null {
	if ( item.survival ) {
		const node = survivalTexts( item.survival, context );
		append( node, context.published ? publishedTexts( context ) : null );
		return node;
	}
	if ( !item.changes.some( ( { evidence } ) => evidence && !evidence.problem ) ) {
		return null;
	}
	// An older published trace says nothing of words that were edited since.
	return context.published ? publishedTexts( context ) : progressTexts( context );
}
