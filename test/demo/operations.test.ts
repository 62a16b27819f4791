import { describe, expect, it } from 'vitest';
import { pageText } from '../../demo/fictional-policy/document';
import {
	insertSection, markForTranslation, remove, replaceIn, writeLead, type Operation
} from '../../demo/fictional-policy/operations';
import { plainWords, prose } from '../../demo/fictional-policy/prose';
import { Story } from '../../demo/fictional-policy/story';

function shortStory(): Story {
	const story = new Story( 'Page' );
	story.edit( { name: 'first', on: '2024-01-01 10:00', by: 'A', summary: '', change: [
		writeLead( 'lead', 'One two. One three.' ),
		insertSection( { id: 'a', heading: 'A', text: 'First.' } ),
		insertSection( { id: 'b', heading: 'A', level: 3, text: '* x\n* y' } )
	] } );
	return story;
}

describe( 'telling a story', () => {
	it( 'writes wikitext, and again with translation units', () => {
		const story = shortStory();
		expect( story.named( 'first' ).revision.text )
			.toBe( 'One two. One three.\n\n== A ==\n\nFirst.\n\n=== A ===\n\n* x\n* y' );
		const page = story.page( 'Page' );
		markForTranslation()( page, {
			page: () => page, stateAfter: () => page, recordMerge: () => undefined
		} );
		expect( pageText( page ) ).toBe( '<languages/>\n<translate>\n<!--T:1-->\n' +
			'One two. One three.\n\n== A == <!--T:2-->\n\n<!--T:3-->\nFirst.\n\n' +
			'=== A === <!--T:4-->\n\n<!--T:5-->\n* x\n* y\n</translate>' );
	} );

	it( 'refuses a place that is missing or not unique, and an edit without effect', () => {
		const edit = ( ...change: Operation[] ) => (): void => {
			shortStory().edit( { on: '2024-01-02 10:00', by: 'A', summary: '', change } );
		};
		expect( edit( replaceIn( '', [ 'One', 'Two' ] ) ) ).toThrow( 'exactly once' );
		expect( edit( replaceIn( 'B', [ 'One', 'Two' ] ) ) ).toThrow( 'No section "B"' );
		expect( edit( replaceIn( '', [ 'three', 'three' ] ) ) ).toThrow( 'changes nothing' );
		expect( edit( remove( 'A/A', '* y' ) ) ).not.toThrow();
	} );

	it( 'joins wrapped prose, keeps lists and tables, and strips markup', () => {
		expect( prose( '\n\t\tone\n\t\ttwo\n\n\t\t* a\n\t\t* b\n' ) ).toBe( 'one two\n\n* a\n* b' );
		expect( plainWords( '<!--T:1-->\n\'\'Tools\'\' & [[Page|keys]] {{x}}\n* a\n{| class="w"\n! h\n|-\n| c || d\n|}' ) )
			.toBe( 'Tools & keys a h c d' );
	} );
} );
