import { parsePage, sentencesOf } from './page-model';
import type { Page } from './page-model';

/** Every run of four words, or of fewer at the end. */
function runsOf( words: readonly string[] ): string[] {
	return words.map( ( _, at ) => words.slice( at, at + 4 ).join( ' ' ) );
}

/**
 * The sentences of a text that share no run of four words with a page, nor with one another: what
 * is taken in from elsewhere is new without a doubt.
 */
export function foreignSentences( text: string, own: Page ): string[][] {
	const textsOf = ( words: Page[ 0 ][ 'words' ] ): string[] => words.map( ( word ) => word.text );
	const known = new Set( own.flatMap( ( block ) => runsOf( textsOf( block.words ) ) ) );
	const foreign: string[][] = [];
	for ( const block of parsePage( text, 0 ) ) {
		if ( block.kind !== 'text' && block.kind !== 'item' ) {
			continue;
		}
		for ( const [ start, end ] of sentencesOf( block.words ) ) {
			const sentence = textsOf( block.words.slice( start, end ) );
			const runs = runsOf( sentence );
			if ( sentence.length > 4 && !runs.some( ( run ) => known.has( run ) ) ) {
				foreign.push( sentence );
				runs.forEach( ( run ) => known.add( run ) );
			}
		}
	}
	return foreign;
}
