import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SectionReader } from '../../src/trace/section-reader';
import { Trace } from '../../src/trace/trace';

/** Lines that make sections, or decide what makes one. */
const line = fc.constantFrom(
	'', 'one', 'two three', '== a ==', '=== b ===', '== a == <!-- x -->', '<!-- y -->', '<!--', '-->',
	'one <!-- two', 'three --> four', '== c <!--', '--> ==', '<nowiki>', '</nowiki>', '<pre>x</pre>',
	'<pre', 'x="">', '<translate>', '<includeonly>', '== <nowiki>d</nowiki> ==', '<!--T:1-->'
);
const text = fc.array( line, { maxLength: 12 } ).map( ( lines ) => lines.join( '\n' ) );

/** The sections of each revision of a page, as they are read edit by edit. */
function readAll( texts: readonly string[] ): ReturnType<SectionReader[ 'read' ]>[] {
	const trace = new Trace();
	texts.forEach( ( wikitext, revid ) => trace.add( { revid, page: 'P', text: wikitext } ) );
	const reader = new SectionReader();
	return trace.revisions.map( ( revision ) => reader.read( 'P', revision ) );
}

function wordsOf(
	sections: ReturnType<typeof readAll>[ number ] | undefined, name: string
): Int32Array | undefined {
	return sections?.find( ( { heading } ) => heading === name )?.words;
}

describe( 'sections that are read edit by edit', () => {
	it( 'are those of the whole text, whatever comments and tags span', () => {
		fc.assert( fc.property( fc.array( text, { minLength: 2, maxLength: 5 } ), ( texts ) => {
			const trace = new Trace();
			const reader = new SectionReader();
			for ( const wikitext of texts ) {
				trace.add( { revid: 1, page: 'P', text: wikitext } );
				const revision = trace.revisions[ trace.revisions.length - 1 ];
				const inserted = trace.lines( 'P' );
				const whole = new SectionReader().read( 'P', { at: 0, removed: [], inserted } );
				expect( revision && reader.read( 'P', revision ) ).toEqual( whole );
			}
		} ), { numRuns: 300 } );
	}, 60000 );

	it( 'hand over the same words where nothing changed, in whatever place', () => {
		const [ first, second, third ] = readAll( [
			'lead\n== A ==\nsome text of one\n== B ==\nother words in two\n== C ==\nthe last words of three',
			'lead\n== A ==\nsome text of one\n== B ==\nother words in two, and more\n== C ==\nthe last words of three',
			'lead\n== N ==\n== C ==\nthe last words of three\n== A ==\nsome text of one\n== B ==\nother words in two, and more'
		] );
		expect( wordsOf( second, 'A' ) ).toBe( wordsOf( first, 'A' ) );
		expect( wordsOf( second, 'C' ) ).toBe( wordsOf( first, 'C' ) );
		expect( wordsOf( second, 'B' ) ).not.toEqual( wordsOf( first, 'B' ) );
		expect( wordsOf( third, 'N' ) ).toHaveLength( 1 );
		expect( wordsOf( third, 'A' ) ).toEqual( wordsOf( first, 'A' ) );
	} );

	it( 'tell the words of headings', () => {
		const [ sections ] = readAll( [ 'the lead\n== One heading ==\nand text\n=== <!-- a\ncomment --> b ===\n' ] );
		expect( sections?.map( ( { words, headingWords } ) => [ words.length, headingWords ] ) )
			.toEqual( [ [ 2, 0 ], [ 4, 2 ], [ 3, 3 ] ] );
	} );
} );
