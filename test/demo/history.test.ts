import { describe, expect, it } from 'vitest';
import { histories, revisionNamed, story, tellStory } from '../../demo/fictional-policy/history';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import { distinct, logWithOwnIds } from './own-ids';

const drafts = histories.filter( ( { title } ) => [ RULES, APPEALS ].includes( title ) );
const edits = story.edits.filter( ( { page } ) => [ RULES, APPEALS ].includes( page ) );

function text( title: string ): string[] {
	return histories.find( ( history ) => history.title === title )!.revisions
		.map( ( revision ) => revision.text );
}

describe( 'the history of the made-up policy', () => {
	it( 'has sixty revisions or more of the draft, by several users', () => {
		expect( drafts ).toHaveLength( 2 );
		expect( edits.length ).toBeGreaterThanOrEqual( 60 );
		expect( distinct( edits.map( ( { revision } ) => revision.user ) ).length )
			.toBeGreaterThanOrEqual( 5 );
	} );

	it( 'rises in time, over all pages', () => {
		const times = story.edits.map( ( { revision } ) => Date.parse( revision.timestamp ) );
		expect( times.every( ( time, i ) => i === 0 || time > times[ i - 1 ]! ) ).toBe( true );
		expect( times.at( -1 )! - times[ 0 ]! ).toBeGreaterThan( 540 * 24 * 3600 * 1000 );
	} );

	it( 'comes out the same each time', () => {
		expect( tellStory().histories() ).toEqual( histories );
	} );

	it( 'is a policy of ordinary length', () => {
		const length = text( RULES ).at( -1 )!.length + text( APPEALS ).at( -1 )!.length;
		expect( length ).toBeGreaterThan( 8000 );
		expect( length ).toBeLessThan( 12000 );
	} );

	it( 'has a blanking that is reverted in full', () => {
		const texts = text( RULES );
		const blank = texts.indexOf( '' );
		expect( blank ).toBeGreaterThan( 0 );
		expect( texts[ blank + 1 ] ).toBe( texts[ blank - 1 ] );
	} );

	it( 'has a revert that keeps a later edit', () => {
		const texts = text( RULES );
		const reverted = texts.indexOf( story.named( 'partial-revert' ).revision.text );
		expect( texts[ reverted ] ).toContain( 'need not give a reason' );
		expect( texts[ reverted - 1 ] ).toContain( 'must give a written reason' );
		expect( texts[ reverted ] ).toContain( 'Headphones never hurt anybody.' );
		expect( texts[ reverted - 3 ] ).toContain( 'need not give a reason' );
		expect( texts[ reverted - 3 ] ).not.toContain( 'Headphones' );
	} );

	it( 'splits the appeals off: one page loses them, the other starts with them', () => {
		const left = story.named( 'appeals-gone' );
		const started = story.named( 'appeals-start' );
		expect( started.revision.text ).toContain( '== Time limit ==' );
		expect( text( APPEALS )[ 0 ] ).toBe( started.revision.text );
		expect( left.revision.text ).not.toContain( 'Time limit' );
		expect( text( RULES )[ text( RULES ).indexOf( left.revision.text ) - 1 ] )
			.toContain( '=== Time limit ===' );
	} );

	it( 'marks for translation without touching a word', () => {
		for ( const name of [ 'marked', 'appeals-marked', 'marked-again' ] ) {
			const { page, revision } = story.named( name );
			const texts = text( page );
			const before = texts[ texts.indexOf( revision.text ) - 1 ]!;
			const unmarked = ( wikitext: string ): string => wikitext
				.replace( /<!--T:\d+-->|<languages\/>|<\/?translate>/g, '' )
				.replace( /\s+/g, ' ' )
				.trim();
			expect( revision.text ).not.toBe( before );
			expect( unmarked( revision.text ) ).toBe( unmarked( before ) );
		}
	} );

	it( 'numbers no translation unit twice', () => {
		for ( const title of [ RULES, APPEALS ] ) {
			const units = text( title ).at( -1 )!.match( /<!--T:\d+-->/g )!;
			expect( new Set( units ).size ).toBe( units.length );
		}
	} );

	it( 'has two sections of one name, a heading with markup, a template, a table and lists', () => {
		const last = text( RULES ).at( -1 )!;
		expect( last.match( /^=== Examples ===/gm ) ).toHaveLength( 2 );
		expect( last ).toMatch( /^== ''Tools'' & "keys" ==/m );
		expect( last ).toMatch( /^\{\{Orchard notice\}\}$/m );
		expect( histories.map( ( { title } ) => title ) ).toContain( 'Template:Orchard notice' );
		expect( last ).toMatch( /^\{\|[^]*^\|\}$/m );
		expect( last ).toMatch( /^\* /m );
		expect( last ).toMatch( /^# /m );
	} );

	it( 'has renamed at least two of the sections that the log names by their old heading', () => {
		const { sections } = logWithOwnIds().draft;
		const last = text( RULES ).at( -1 )!;
		const renamed = sections!.filter( ( { page, heading } ) => page === 'rules' && heading &&
			!last.includes( `== ${ heading } ==` ) && text( RULES ).some( ( state ) => (
			state.includes( `== ${ heading } ==` ) ) ) );
		expect( renamed.map( ( { heading } ) => heading ) )
			.toEqual( expect.arrayContaining( [ 'Noise', 'Complaints' ] ) );
		expect( sections!.some( ( { former } ) => former ) ).toBe( true );
	} );

	it( 'knows its edits by name, and no others', () => {
		expect( revisionNamed( 'quiet-hours' ) )
			.toBe( story.named( 'quiet-hours' ).revision.revid );
		expect( () => revisionNamed( 'nothing' ) ).toThrow( 'No edit is called "nothing"' );
	} );
} );
