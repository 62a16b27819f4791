import { describe, expect, it } from 'vitest';
import {
	expectedChanges, sectionToday, untouchedSections
} from '../../demo/fictional-policy/expectations';
import { story } from '../../demo/fictional-policy/history';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import { plainWords } from '../../demo/fictional-policy/prose';
import { allChanges, logWithOwnIds } from './own-ids';

const expected = expectedChanges();

function words( revision: number ): string {
	return plainWords( story.edits
		.find( ( edit ) => edit.revision.revid === revision )!.revision.text );
}

describe( 'the answer key', () => {
	it( 'has every change of the log, each with an effect', () => {
		expect( expected.map( ( { revision } ) => revision ) )
			.toEqual( allChanges( logWithOwnIds() ).map( ( { revision } ) => revision ) );
		for ( const { effects } of expected ) {
			expect( effects.some( ( { inserted, removed } ) => inserted.length + removed.length ) )
				.toBe( true );
		}
	} );

	it( 'names inserted words that are in the revision, removed words that were before', () => {
		for ( const { revision, from, page, effects } of expected ) {
			const before = from ?? story.edits.filter( ( edit ) => edit.page === page &&
				edit.revision.revid < revision ).at( -1 )!.revision.revid;
			for ( const passage of effects.flatMap( ( { inserted } ) => inserted ) ) {
				expect( words( revision ) ).toContain( passage );
			}
			// A deleted section is one passage of heading and text; the wikitext has both apart.
			for ( const passage of effects.flatMap( ( { removed } ) => removed ) ) {
				expect( words( before ).replace( /=+ | =+/g, '' ) ).toContain( passage );
			}
		}
	} );

	it( 'follows sections through renames, moves to another page, merges and deletion', () => {
		expect( sectionToday( 'quiet' ) ).toEqual( { page: RULES, heading: 'Quiet hours', nth: 0 } );
		expect( sectionToday( 'tools' ) )
			.toEqual( { page: RULES, heading: 'Tools & "keys"', nth: 0 } );
		expect( sectionToday( 'deadline' ) )
			.toEqual( { page: APPEALS, heading: 'Time limit', nth: 0 } );
		expect( sectionToday( 'appeals' ) ).toEqual( { page: APPEALS, heading: '', nth: 0 } );
		expect( sectionToday( 'waste' ) )
			.toEqual( { page: RULES, heading: 'Compost and waste', nth: 0 } );
		expect( sectionToday( 'tools-examples' ) )
			.toEqual( { page: RULES, heading: 'Examples', nth: 1 } );
		expect( sectionToday( 'scarecrows' ) ).toBeNull();
	} );

	it( 'has renamed sections, a vanished one and untouched ones', () => {
		const effects = expected.flatMap( ( change ) => change.effects );
		expect( effects.some( ( { section, headingThen } ) => (
			section !== null && section.heading !== headingThen ) ) ).toBe( true );
		expect( effects.some( ( { section } ) => section === null ) ).toBe( true );
		expect( untouchedSections().length ).toBeGreaterThan( 3 );
	} );

	it( 'has advised words that are partly gone today, and some that are whole', () => {
		const today = [ RULES, APPEALS ].map( ( title ) => words( story.edits
			.filter( ( { page } ) => page === title ).at( -1 )!.revision.revid ) ).join( ' ' );
		const inserted = expected.flatMap( ( change ) => change.effects )
			.flatMap( ( effect ) => effect.inserted );
		const whole = inserted.filter( ( passage ) => today.includes( passage ) );
		expect( whole.length ).toBeGreaterThan( 5 );
		expect( inserted.length - whole.length ).toBeGreaterThan( 3 );
	} );
} );
