import { newBlock, newWord, sentencesOf, wordIdsOf, wordsOf } from './page-model';
import type { Block, Page, Word } from './page-model';
import { drawSentence, pickGap, pickPlace, placesOf, replaceBlocks } from './edit-context';
import type { Edit, EditContext } from './edit-context';
import { editWords } from './word-edits';

function isProse( block: Block ): boolean {
	return ( block.kind === 'text' || block.kind === 'item' ) && block.words.length > 2;
}

function hasSentences( block: Block, least: number ): boolean {
	return isProse( block ) && sentencesOf( block.words ).length >= least;
}

/** Puts words into a block, at the start, the end or between two sentences of it. */
function putInto( block: Block, words: readonly Word[], context: EditContext ): Block {
	const sentences = sentencesOf( block.words );
	const at = context.random.pick( [ 0, ...sentences.map( ( [ , end ] ) => end ) ] );
	const [ first, ...rest ] = words;
	return { ...block, words: [
		...block.words.slice( 0, at ),
		...first ? [ { ...first, space: ' ' }, ...rest ] : [],
		...block.words.slice( at )
	] };
}

/** A sentence of the page: its block, and where it lies in it. */
function pickSentence(
	page: Page, context: EditContext, least = 1
): [ at: number, start: number, end: number ] | null {
	const at = pickPlace( page, context, ( candidate ) => hasSentences( candidate, least ) );
	const block = page[ at ];
	return block ? [ at, ...context.random.pick( sentencesOf( block.words ) ) ] : null;
}

export const sentenceAdded: Edit = ( page, context ) => {
	const at = pickPlace( page, context, isProse );
	const block = page[ at ];
	return block ? replaceBlocks( page, at, 1,
		putInto( block, wordsOf( drawSentence( context ), context.revid ), context ) ) : null;
};

export const paragraphAdded: Edit = ( page, context ) => {
	const length = context.random.between( 1, 4 );
	const sentences = Array.from( { length }, () => drawSentence( context ) );
	return replaceBlocks( page, pickGap( page, context ), 0,
		newBlock( 'text', wordsOf( sentences.flat(), context.revid ) ) );
};

export const sentenceDeleted: Edit = ( page, context ) => {
	const sentence = pickSentence( page, context, 2 );
	if ( !sentence ) {
		return null;
	}
	const [ at, start, end ] = sentence;
	const block = page[ at ] as Block;
	context.deleted.push( { words: block.words.slice( start, end ), block, whole: false } );
	return replaceBlocks( page, at, 1,
		{ ...block, words: [ ...block.words.slice( 0, start ), ...block.words.slice( end ) ] } );
};

export const paragraphDeleted: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( block, place ) => place > 0 && block.kind !== 'heading' );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	context.deleted.push( { words: block.words, block, whole: true } );
	return replaceBlocks( page, at, 1 );
};

function moveSentence( edited: boolean ): Edit {
	return ( page, context ) => {
		const sentence = pickSentence( page, context, 2 );
		const places = placesOf( page, isProse );
		if ( !sentence || places.length < 2 ) {
			return null;
		}
		const [ at, start, end ] = sentence;
		const block = page[ at ] as Block;
		const moved = block.words.slice( start, end );
		const rest = [ ...block.words.slice( 0, start ), ...block.words.slice( end ) ];
		const target = context.random.pick( places.filter( ( place ) => place !== at ) );
		const arrived = putInto(
			page[ target ] as Block, edited ? editWords( moved, context, 3 ) : moved, context
		);
		return replaceBlocks(
			replaceBlocks( page, at, 1, { ...block, words: rest } ), target, 1, arrived
		);
	};
}
export const sentenceMoved = moveSentence( false );
export const sentenceMovedWithEdit = moveSentence( true );

/** The sentences of a paragraph in another order, all of them or two neighbours. */
export const sentencesReordered: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( candidate ) => hasSentences( candidate, 2 ) );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	const sentences = sentencesOf( block.words );
	const swapped = context.random.between( 0, sentences.length - 2 );
	const order = context.random.chance( 0.5 ) ? context.random.shuffle( sentences ) : [
		...sentences.slice( 0, swapped ), ...sentences.slice( swapped, swapped + 2 ).reverse(),
		...sentences.slice( swapped + 2 )
	];
	return replaceBlocks( page, at, 1, { ...block,
		words: order.flatMap( ( [ start, end ] ) => block.words.slice( start, end ) ) } );
};

/** A deleted sentence or paragraph comes back, at its place or elsewhere, as it was or changed. */
export const deletedRestored: Edit = ( page, context ) => {
	const { deleted, random } = context;
	if ( !deleted.length || !page.length ) {
		return null;
	}
	const index = random.between( 0, deleted.length - 1 );
	const { words, block, whole } = deleted[ index ] as typeof deleted[ 0 ];
	const here = wordIdsOf( page );
	deleted.splice( index, 1 );
	if ( !words.length || words.some( ( { id } ) => here.has( id ) ) ) {
		// A revert has brought them back already.
		return null;
	}
	const restored = random.chance( 0.55 ) ?
		editWords( words, context, random.chance( 0.7 ) ? 1 : 3 ) : words;
	const home = page.findIndex( ( other ) => other.id === block.id );
	if ( !whole || random.chance( 0.3 ) ) {
		const target = home >= 0 && random.chance( 0.5 ) ? home :
			pickPlace( page, context, isProse );
		const other = page[ target ];
		return other ? replaceBlocks( page, target, 1, putInto( other, restored, context ) ) : null;
	}
	return replaceBlocks( page, pickGap( page, context ), 0,
		{ ...block, gap: '\n\n', junk: false, words: restored } );
};

/** A sentence is copied to another place: the copy is new, the first one keeps its origin. */
export const sentenceCopied: Edit = ( page, context ) => {
	const sentence = pickSentence( page, context );
	const target = pickPlace( page, context, isProse );
	const other = page[ target ];
	if ( !sentence || !other || sentence[ 0 ] >= target ) {
		return null;
	}
	const [ at, start, end ] = sentence;
	const copy = ( page[ at ] as Block ).words.slice( start, end )
		.map( ( { text, space } ) => newWord( text, context.revid, space ) );
	return replaceBlocks( page, target, 1, putInto( other, copy, context ) );
};
