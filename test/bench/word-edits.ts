import { coreOf, newWord, respelt, wordsOf } from './page-model';
import type { Block, Page, Word } from './page-model';
import { drawWord, pickPlace, placesOf, replaceBlocks } from './edit-context';
import type { Edit, EditContext } from './edit-context';

/** Replaces the letters of a word and keeps or drops the punctuation and markup around them. */
function reworded(
	word: Word, context: EditContext, ...unlike: ( Word | undefined )[]
): Word {
	const core = coreOf( word.text );
	const drawn = drawWord( context, word, ...unlike );
	const at = core && context.random.chance( 0.6 ) ? word.text.indexOf( core ) : -1;
	const text = at < 0 ? drawn :
		word.text.slice( 0, at ) + drawn + word.text.slice( at + core.length );
	return newWord( text, context.revid, word.space );
}

function substitute(
	words: readonly Word[], from: number, count: number, context: EditContext
): Word[] {
	const { random, revid } = context;
	const gone = words.slice( from, from + count );
	const around = [ words[ from - 1 ], ...gone, words[ from + count ] ];
	const size = random.chance( 0.6 ) ? count : random.between( 0, count + 2 );
	const fresh = size === 1 && count === 1 ?
		[ reworded( gone[ 0 ] as Word, context, ...around ) ] :
		wordsOf( Array.from( { length: size }, () => drawWord( context, ...around ) ), revid );
	if ( fresh[ 0 ] && gone[ 0 ] ) {
		fresh[ 0 ] = { ...fresh[ 0 ], space: gone[ 0 ].space };
	}
	return [ ...words.slice( 0, from ), ...fresh, ...words.slice( from + count ) ];
}

function insertion( words: readonly Word[], at: number, context: EditContext ): Word[] {
	return wordsOf( [ drawWord( context, words[ at - 1 ], words[ at ] ) ], context.revid );
}

/** One to three places of some words each, replaced, taken out or put in. */
export function editWords( words: readonly Word[], context: EditContext, most = 3 ): Word[] {
	let edited = [ ...words ];
	const room = 1 + Math.floor( words.length / 4 );
	const places = context.random.between( 1, Math.min( most, room ) );
	for ( let place = 0; place < places; place++ ) {
		const count = Math.min( context.random.pick( [ 0, 1, 1, 1, 2, 3, 4 ] ), edited.length - 1 );
		const from = context.random.between( 0, edited.length - Math.max( 1, count ) );
		edited = count ? substitute( edited, from, count, context ) : [
			...edited.slice( 0, from ),
			...insertion( edited, from, context ),
			...edited.slice( from )
		];
	}
	return edited;
}

export const substitution: Edit = ( page, context ) => {
	const isPlace = ( { kind, words }: Block ): boolean => kind !== 'heading' && words.length > 1;
	const at = pickPlace( page, context, isPlace );
	const block = page[ at ];
	return block ? replaceBlocks( page, at, 1, {
		...block, words: editWords( block.words, context, context.random.chance( 0.2 ) ? 6 : 2 )
	} ) : null;
};

function inCapitals( word: Word, context: EditContext ): Word {
	const text = word.text === word.text.toUpperCase() ?
		word.text.toLowerCase() : word.text.toUpperCase();
	return respelt( word, text, context.revid );
}

/** must -> MUST, in one place or throughout the page, and MUST -> must. */
export const changeOfCase: Edit = ( page, context ) => {
	const modal = /^(must|may|should|not|shall|can|will|required)$/i;
	const isPlace = ( { text }: Word ): boolean => modal.test( coreOf( text ) );
	const at = pickPlace( page, context, ( { words } ) => words.some( isPlace ) );
	if ( at < 0 ) {
		return null;
	}
	const everywhere = context.random.chance( 0.25 );
	return page.map( ( block, place ) => everywhere || place === at ? {
		...block,
		words: block.words.map( ( word ) => isPlace( word ) ? inCapitals( word, context ) : word )
	} : block );
};

/** Only punctuation or markup about a word changes: it stays the word it was. */
function remarked( word: Word, context: EditContext ): Word {
	const end = /[.,;:]$/.exec( word.text );
	if ( end ) {
		const others = [ '.', ',', ';', ':' ].filter( ( sign ) => sign !== end[ 0 ] );
		const mark = context.random.pick( others );
		return { ...word, text: word.text.slice( 0, -1 ) + mark };
	}
	const plain = coreOf( word.text ) === word.text && !word.text.includes( '/' );
	return plain ? { ...word, text: context.random.pick( [
		`'''${ word.text }'''`, `[[${ word.text }]]`, `''${ word.text }''`, `${ word.text },`
	] ) } : word;
}

function copyEdited( block: Block, context: EditContext ): Block {
	const words = [ ...block.words ];
	const at = context.random.between( 0, words.length - 1 );
	const word = words[ at ] as Word;
	switch ( context.random.between( 0, 5 ) ) {
		case 0:
			return words.length > 2 ?
				{ ...block, words: words.filter( ( _, place ) => place !== at ) } : block;
		case 1:
			return { ...block, words: editWords( words, context, 1 ) };
		case 2: {
			const first = word.text.charAt( 0 );
			const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
			words[ at ] = respelt( word, other + word.text.slice( 1 ), context.revid );
			return { ...block, words };
		}
		case 3:
			words[ at ] = reworded( word, context, words[ at - 1 ], words[ at + 1 ] );
			return { ...block, words };
		default:
			words[ at ] = remarked( word, context );
			return { ...block, words };
	}
}

/** Many small edits all over the page in one revision. */
export const copyEdit: Edit = ( page, context ) => {
	const places = new Set( context.random.shuffle(
		placesOf( page, ( block ) => block.kind !== 'raw' && block.words.length > 1 )
	).slice( 0, context.random.between( 3, 15 ) ) );
	return places.size ?
		page.map( ( block, at ) => places.has( at ) ? copyEdited( block, context ) : block ) : null;
};

/** Line breaks and markup only: nothing is introduced. */
export const rewrap: Edit = ( page, context ) => {
	const isPlace = ( { kind, words }: Block ): boolean => kind === 'text' && words.length > 12;
	const at = pickPlace( page, context, isPlace );
	const block = page[ at ];
	const every = context.random.pick( [ 0, 7, 11 ] );
	const spaceAt = ( place: number ): string => every && place % every === every - 1 ? '\n' : ' ';
	return block ? replaceBlocks( page, at, 1, {
		...block,
		words: block.words.map( ( word, place ) => ( { ...word, space: spaceAt( place ) } ) )
	} ) : null;
};

/** Marks a page for translation, or takes the markers out again. */
export const translationMarkers: Edit = ( page: Page, context ) => {
	const marked = page.some( ( { before, after } ) => ( before + after ).includes( '<!--T:' ) );
	const marker = /\s*<!--T:\d+-->\n?/;
	return page.map( ( block, at ) => {
		if ( marked ) {
			return {
				...block,
				before: block.before.replace( marker, '' ),
				after: block.after.replace( marker, '' )
			};
		}
		return block.kind === 'heading' ?
			{ ...block, after: `${ block.after } <!--T:${ at + 1 }-->` } :
			block.kind === 'text' && block.gap === '\n\n' && context.random.chance( 0.9 ) ?
				{ ...block, before: `<!--T:${ at + 1 }-->\n${ block.before }` } : block;
	} );
};

/** Two letters of a word change places: a spelling mistake, and so a new word. */
export const slip: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { words } ) => words.length > 2 );
	const block = page[ at ];
	const place = context.random.between( 0, ( block?.words.length ?? 1 ) - 1 );
	const word = block?.words[ place ];
	const core = coreOf( word?.text ?? '' );
	if ( !block || !word || core.length < 4 || /\W/.test( core ) ) {
		return null;
	}
	const letter = context.random.between( 0, core.length - 2 );
	const wrong = core.slice( 0, letter ) + core.charAt( letter + 1 ) + core.charAt( letter ) +
		core.slice( letter + 2 );
	const text = word.text.replace( core, wrong === core ? drawWord( context, word ) : wrong );
	const words = [ ...block.words ];
	words[ place ] = respelt( word, text, context.revid );
	return replaceBlocks( page, at, 1, { ...block, words } );
};
