import { newBlock, respelt, wordsOf } from './page-model';
import type { Block, Word } from './page-model';
import { drawSentence, pickPlace, placesOf, replaceBlocks } from './edit-context';
import type { Edit, EditContext } from './edit-context';
import { pickSection } from './block-edits';

function junkWords( context: EditContext ): string[] {
	const { random } = context;
	const letters = 'aaeeiouhjklmnstrASDFGH!?';
	const mash = ( length: number ): string => Array.from( { length }, () => letters.charAt( random.between( 0, letters.length - 1 ) ) ).join( '' );
	return random.chance( 0.5 ) ? drawSentence( context ) :
		Array.from( { length: random.between( 1, 9 ) }, () => mash( random.between( 3, 9 ) ) );
}

function junkBlock( context: EditContext, gap = '\n\n' ): Block {
	return newBlock( 'text', wordsOf( junkWords( context ), context.revid ), { junk: true, gap } );
}

export const blankedPage: Edit = ( page, context ) => page.length < 2 ? null :
	context.random.chance( 0.3 ) ? [] : context.random.chance( 0.5 ) ? [ junkBlock( context ) ] :
		[ newBlock( 'raw', wordsOf( [ 'Content', 'removed.' ], context.revid ), { junk: true } ) ];

/** A section, or a run of blocks, is taken out; junk may stand in its place. */
export const blankedSection: Edit = ( page, context ) => {
	const section = pickSection( page, context );
	if ( !section || page.length < 4 ) {
		return null;
	}
	const run = context.random.between( 1, page.length - 2 );
	const [ start, end ] = context.random.chance( 0.6 ) ? section :
		[ run, Math.min( page.length, run + context.random.between( 2, 30 ) ) ];
	const kept = page[ start ]?.kind === 'heading' && context.random.chance( 0.3 ) ? 1 : 0;
	return replaceBlocks( page, start + kept, end - start - kept,
		...context.random.chance( 0.7 ) ? [ junkBlock( context ) ] : [] );
};

export const paragraphOfJunk: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( block, place ) => place > 0 && block.words.length > 3 );
	return at < 0 ? null : replaceBlocks( page, at, 1, junkBlock( context, page[ at ]?.gap ) );
};

/** Junk between the words of several paragraphs, or a paragraph in capitals. */
export const strewnJunk: Edit = ( page, context ) => {
	const { random, revid } = context;
	const places = new Set( random.shuffle( placesOf( page, ( { words } ) => words.length > 3 ) )
		.slice( 0, random.between( 1, 6 ) ) );
	const capitals = random.chance( 0.2 );
	const spoil = ( word: Word ): Word[] => {
		const loud = word.text.toUpperCase();
		if ( capitals ) {
			return [ respelt( word, loud, revid ) ];
		}
		return random.chance( 0.15 ) ?
			[ ...wordsOf( junkWords( context ).slice( 0, 3 ), revid ), word ] : [ word ];
	};
	return places.size ? page.map( ( block, at ) => places.has( at ) ?
		{ ...block, junk: true, words: block.words.flatMap( spoil ) } : block ) : null;
};

/** Vandalism of any kind. */
export const vandalism: Edit = ( page, context ) => context.random.pick( [
	blankedSection, blankedSection, paragraphOfJunk, paragraphOfJunk, strewnJunk
] )( page, context );
