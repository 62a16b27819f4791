/**
 * The page that the generator edits: blocks of words, each word carrying its origin. Blocks and
 * words are never changed in place, so that old states can be kept and restored as they were.
 */
export interface Word {
	/** Stays the same when the word is moved, restored or marked up; no two of a page share it. */
	id: number;
	/** What stands between two white spaces, punctuation and markup included. */
	text: string;
	/** The revision id that introduced it. */
	origin: number;
	/** The white space before it, where it is not the first of its block. */
	space: string;
	/** What it was in other spellings, by the letters; they all share the list. */
	spellings: Map<string, Word>;
}

export interface Block {
	/** Stays the same through edits of the block: it says what a revert has to bring back. */
	id: number;
	kind: 'heading' | 'item' | 'text' | 'raw';
	/** Markup before the words, `* ` or `== `; no word is in it. */
	before: string;
	/** Markup after the words. */
	after: string;
	words: readonly Word[];
	/** The white space before the block, where it is not the first. */
	gap: string;
	/** Put there, or spoilt, by a vandal. */
	junk?: boolean;
}

export type Page = readonly Block[];

/** A word and the revision id that introduced it, as the truth files have it. */
export type TrueWord = [ word: string, origin: number ];

let lastBlockId = 0;
let lastWordId = 0;

export function newBlock(
	kind: Block[ 'kind' ], words: readonly Word[], extra: Partial<Block> = {}
): Block {
	return { id: ++lastBlockId, kind, before: '', after: '', gap: '\n\n', ...extra, words };
}

export function newWord( text: string, origin: number, space = ' ' ): Word {
	return { id: ++lastWordId, text, origin, space, spellings: new Map() };
}

/**
 * A word in another spelling or case: a new word, unless it was spelt like that before, for then
 * that one is back.
 */
export function respelt( word: Word, text: string, revid: number ): Word {
	const { space, spellings } = word;
	spellings.set( coreOf( word.text ), word );
	const spelt = spellings.get( coreOf( text ) ) ?? newWord( text, revid );
	spellings.set( coreOf( text ), spelt );
	return { ...spelt, text, space, spellings };
}

export function wordsOf( texts: readonly string[], origin: number ): Word[] {
	return texts.map( ( text ) => newWord( text, origin ) );
}

function split( line: string ): string[] {
	return line.split( /\s+/ ).filter( Boolean );
}

/**
 * Reads wikitext into blocks: headings, list items with their indented continuation lines,
 * paragraphs, and lines of other markup. White space is evened out, so the text of the page can
 * differ from the one given in white space.
 */
export function parsePage( text: string, origin: number ): Page {
	const blocks: Block[] = [];
	let gap = '';
	for ( const line of text.split( /\r?\n/ ) ) {
		const previous = blocks.at( -1 );
		if ( !line.trim() ) {
			gap = blocks.length ? '\n\n' : '';
			continue;
		}
		const heading = /^(={1,6})\s*(.*?)\s*\1\s*$/.exec( line );
		const item = /^(\s*[*#:;]+\s*)(.*)$/.exec( line );
		const kind = heading ? 'heading' : item ? 'item' : /^\s*[{|!<]/.test( line ) ? 'raw' : 'text';
		if (
			kind === 'text' && gap === '\n' && previous && (
				previous.kind === 'text' || previous.kind === 'item' && /^\s/.test( line )
			)
		) {
			const indent = previous.kind === 'item' ? '  ' : '';
			const [ first = '', ...rest ] = split( line );
			blocks[ blocks.length - 1 ] = { ...previous, words: [
				...previous.words,
				newWord( first, origin, `\n${ indent }` ),
				...wordsOf( rest, origin )
			] };
			continue;
		}
		const marks = heading?.[ 1 ] ?? '';
		const words = split( heading?.[ 2 ] ?? item?.[ 2 ] ?? line );
		blocks.push( newBlock( kind, wordsOf( words, origin ), {
			gap,
			before: heading ? `${ marks } ` : ( item?.[ 1 ] ?? '' ).replace( /\s+$/, ' ' ),
			after: heading ? ` ${ marks }` : ''
		} ) );
		gap = '\n';
	}
	return blocks;
}

export function blockText( block: Block ): string {
	let text = block.before;
	for ( const [ at, word ] of block.words.entries() ) {
		text += at ? word.space + word.text : word.text;
	}
	return text + block.after;
}

export function pageText( page: Page ): string {
	let text = '';
	for ( const [ at, block ] of page.entries() ) {
		text += at ? block.gap + blockText( block ) : blockText( block );
	}
	return text;
}

/** The ids of all words of a page. */
export function wordIdsOf( page: Page ): Set<number> {
	return new Set( page.flatMap( ( { words } ) => words.map( ( { id } ) => id ) ) );
}

/** The words of a page with their origins, in order of the text. */
export function truthOf( page: Page ): TrueWord[] {
	return page.flatMap( ( { words } ) => words )
		.map( ( { text, origin } ): TrueWord => [ text, origin ] );
}

/** The letters of a word without the punctuation and markup around them. */
export function coreOf( text: string ): string {
	return text.replace( /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '' );
}

/** Where the sentences of a block lie: [ start, end ) of words. */
export function sentencesOf( words: readonly Word[] ): [ number, number ][] {
	const sentences: [ number, number ][] = [];
	let start = 0;
	for ( const [ at, word ] of words.entries() ) {
		if ( /[.!?;:]["'’)\]*]*$/.test( word.text ) && at - start >= 2 || at === words.length - 1 ) {
			sentences.push( [ start, at + 1 ] );
			start = at + 1;
		}
	}
	return sentences;
}
