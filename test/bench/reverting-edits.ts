import { wordIdsOf } from './page-model';
import type { Block, Page } from './page-model';
import { placesOf } from './edit-context';
import type { Edit, EditContext } from './edit-context';
import { editWords } from './word-edits';

export const revert: Edit = ( _, context ) => context.states[ goodState( context ) ] ?? null;

/** Number of the newest state without anything of a vandal, a few back where there is none. */
function goodState( context: EditContext ): number {
	const { states } = context;
	let at = states.length - 1;
	const isSpoilt = ( page: Page ): boolean => !page.length || page.some( ( { junk } ) => junk );
	while ( at > 0 && ( isSpoilt( states[ at ] as Page ) || isStub( states, at ) ) ) {
		at--;
	}
	return at;
}

/** Much shorter than a state shortly before: a section or more is missing. */
function isStub( states: readonly Page[], at: number ): boolean {
	return states.slice( Math.max( 0, at - 6 ), at )
		.some( ( before ) => before.length > 1.25 * ( states[ at ] as Page ).length + 2 );
}

/** The good state with a small edit in the text that comes back. */
export const revertWithEdit: Edit = ( page, context ) => {
	const good = context.states[ goodState( context ) ] as Page;
	const here = new Set( page );
	const back = placesOf( good, ( block ) => !here.has( block ) && block.words.length > 2 );
	if ( !back.length ) {
		return null;
	}
	const count = context.random.between( 1, 3 );
	const places = new Set( context.random.shuffle( back ).slice( 0, count ) );
	return good.map( ( block, at ) => places.has( at ) ?
		{ ...block, words: editWords( block.words, context, 2 ) } : block );
};

/**
 * Puts blocks of an earlier state back that are missing or spoilt, each behind the one it stood
 * behind, and leaves the rest of the page as it is.
 *
 * @param share of the missing blocks that come back
 */
function putBack( page: Page, earlier: Page, share: number, context: EditContext ): Page {
	const here = new Map( page.map( ( block ) => [ block.id, block ] ) );
	// The notice that stands for a blanked page is the same each time: it never stays.
	const restored: Block[] = page.filter( ( { junk, kind } ) => {
		const stays = kind !== 'raw' && context.random.chance( 0.3 );
		return !junk || stays;
	} );
	const words = wordIdsOf( restored );
	let after = -1;
	for ( const block of earlier ) {
		const at = restored.findIndex( ( { id } ) => id === block.id );
		if ( at >= 0 ) {
			after = at;
		} else if ( block.words.some( ( { id } ) => words.has( id ) ) ) {
			// Split, merged or moved into another paragraph: still here.
			continue;
		} else if ( here.get( block.id )?.junk || context.random.chance( share ) ) {
			restored.splice( ++after, 0, block );
		} else {
			context.deleted.push( { words: block.words, block, whole: true } );
		}
	}
	return restored.map( ( block ) => ( block.junk ? { ...block, junk: false } : block ) );
}

/** Some of what is missing comes back by hand; some junk, and edits made meanwhile, may stay. */
export const partialRevert: Edit = ( page, context ) => {
	const good = context.states[ goodState( context ) ] as Page;
	return good === page ? null :
		putBack( page, good, context.random.pick( [ 0.5, 0.8, 0.95 ] ), context );
};

/** What stood in a much earlier state and was lost since then comes back, all or most of it. */
export const lostRestored: Edit = ( page, context ) => {
	const { states, random } = context;
	const earlier = states.slice( -80 ).reduce( ( longest, state ) => {
		const isGood = !state.some( ( { junk } ) => junk );
		return isGood && state.length > longest.length ? state : longest;
	}, page );
	return earlier.length * 0.85 < page.length || page.some( ( { junk } ) => junk ) ? null :
		putBack( page, earlier, random.pick( [ 0.8, 1, 1 ] ), context );
};

/** Takes back the last one to three revisions, good or not; done twice it is an edit war. */
export const undo: Edit = ( page, context ) => {
	const state = context.states.at( -1 - context.random.between( 1, 3 ) );
	return state && state.length > 1 && state !== page ? state : null;
};
