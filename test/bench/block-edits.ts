import { newBlock, sentencesOf, wordsOf } from './page-model';
import type { Block, Page } from './page-model';
import { drawSentence, drawWord, pickGap, pickPlace, placesOf, replaceBlocks } from './edit-context';
import type { Edit, EditContext } from './edit-context';
import { editWords } from './word-edits';

function moveParagraph( edited: boolean ): Edit {
	return ( page, context ) => {
		const at = pickPlace( page, context, ( block, place ) => place > 0 && block.kind !== 'heading' );
		const block = page[ at ];
		if ( !block || page.length < 4 ) {
			return null;
		}
		const rest = replaceBlocks( page, at, 1 );
		const target = pickGap( rest, context );
		return target === at ? null : replaceBlocks( rest, target, 0, {
			...block, gap: '\n\n', words: edited ? editWords( block.words, context ) : block.words
		} );
	};
}
export const paragraphMoved = moveParagraph( false );
export const paragraphMovedWithEdit = moveParagraph( true );

export const paragraphSplit: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { kind, words } ) => kind === 'text' && sentencesOf( words ).length > 1 );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	const [ , cut ] = context.random.pick( sentencesOf( block.words ).slice( 0, -1 ) );
	return replaceBlocks( page, at, 1, { ...block, words: block.words.slice( 0, cut ) },
		newBlock( 'text', block.words.slice( cut ) ) );
};

export const paragraphsMerged: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { kind }, place ) => ( kind === 'text' || kind === 'item' ) && page[ place + 1 ]?.kind === kind );
	const [ one, other ] = [ page[ at ], page[ at + 1 ] ];
	const [ first, ...rest ] = other?.words ?? [];
	return one && first ? replaceBlocks( page, at, 2,
		{ ...one, words: [ ...one.words, { ...first, space: ' ' }, ...rest ] } ) : null;
};

/** A paragraph becomes a list, one point a sentence, or a list item a paragraph. */
export const bulletList: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { kind } ) => kind === 'text' || kind === 'item' );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	if ( block.kind === 'item' ) {
		return replaceBlocks( page, at, 1, { ...block, kind: 'text', before: '', gap: '\n\n' } );
	}
	const points = sentencesOf( block.words ).map( ( [ start, end ], index ) => {
		const place = index ? { gap: '\n' } : { id: block.id, gap: block.gap };
		return newBlock( 'item', block.words.slice( start, end ), { ...place, before: '* ' } );
	} );
	return replaceBlocks( page, at, 1, ...points );
};

/** The items of a list in another order. */
export const listReordered: Edit = ( page, context ) => {
	const isItem = ( at: number ): boolean => page[ at ]?.kind === 'item';
	const starts = placesOf(
		page, ( _, at ) => isItem( at ) && !isItem( at - 1 ) && isItem( at + 1 )
	);
	if ( !starts.length ) {
		return null;
	}
	const start = context.random.pick( starts );
	const rest = page.slice( start ).findIndex( ( { kind } ) => kind !== 'item' );
	const items = page.slice( start, rest < 0 ? page.length : start + rest );
	const gaps = items.map( ( { gap } ) => gap );
	return replaceBlocks( page, start, items.length, ...context.random.shuffle( items )
		.map( ( item, at ) => ( { ...item, gap: gaps[ at ] as string } ) ) );
};

/** Where a section starts and ends; its subsections belong to it. */
export function sectionAt( page: Page, start: number ): [ number, number ] {
	const level = ( block: Block ): number => block.before.trim().length;
	const own = level( page[ start ] as Block );
	const end = page.findIndex( ( block, at ) => at > start && block.kind === 'heading' && level( block ) <= own );
	return [ start, end < 0 ? page.length : end ];
}

/** A section that is not most of the page; null where there is none. */
export function pickSection( page: Page, context: EditContext ): [ number, number ] | null {
	const sections = placesOf( page, ( { kind } ) => kind === 'heading' )
		.map( ( at ) => sectionAt( page, at ) )
		.filter( ( [ start, end ] ) => end - start < page.length / 2 );
	return sections.length ? context.random.pick( sections ) : null;
}

export const sectionMoved: Edit = ( page, context ) => {
	const section = pickSection( page, context );
	if ( !section ) {
		return null;
	}
	const [ start, end ] = section;
	const rest = [ ...page.slice( 0, start ), ...page.slice( end ) ];
	const targets = [ ...placesOf( rest, ( { kind }, at ) => kind === 'heading' && at > 0 ), rest.length ]
		.filter( ( at ) => at !== start );
	const target = targets.length ? context.random.pick( targets ) : start;
	return target === start ? null : replaceBlocks( rest, target, 0,
		...page.slice( start, end ).map( ( block, at ) => at ? block : { ...block, gap: '\n\n' } ) );
};

export const sectionRenamed: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { kind } ) => kind === 'heading' );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	const { revid, random } = context;
	const title = [ 1, 2 ].map( () => drawWord( context, ...block.words ) );
	const words = random.chance( 0.2 ) || block.words.length < 2 ?
		wordsOf( title, revid ) : editWords( block.words, context, 1 );
	return words.length ? replaceBlocks( page, at, 1, { ...block, words } ) : null;
};

export const sectionRelevelled: Edit = ( page, context ) => {
	const at = pickPlace( page, context, ( { kind }, place ) => kind === 'heading' && place > 0 );
	const block = page[ at ];
	if ( !block ) {
		return null;
	}
	const level = block.before.trim().length;
	const marks = '='.repeat( level < 3 ? 3 : level > 3 ? 3 : 2 );
	return replaceBlocks( page, at, 1, {
		...block, before: `${ marks } `, after: block.after.replace( /=+/, marks )
	} );
};

/** A section of new text, or a heading put into the midst of a section that was there. */
export const sectionAdded: Edit = ( page, context ) => {
	const at = pickGap( page, context );
	const title = [ drawWord( context ), drawWord( context ), drawWord( context ) ];
	const heading = newBlock( 'heading', wordsOf( title, context.revid ), {
		before: '== ', after: ' =='
	} );
	const body = context.random.chance( 0.4 ) ? [] :
		[ newBlock( 'text', wordsOf( drawSentence( context ), context.revid ) ) ];
	return replaceBlocks( page, at, 0, heading, ...body );
};
