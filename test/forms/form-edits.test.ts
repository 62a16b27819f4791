import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLog } from '../../src/log/check-log';
import { addThing } from '../../src/log/edit-log';
import { logShape } from '../../src/log/generated/log-shape';
import type { JsonValue } from '../../src/log/json-value';
import type { Shape } from '../../src/log/shape';
import { dateFields, dateText, dateKinds } from '../../src/forms/date-fields';
import { adoptChoice, choicesOf } from '../../src/forms/choices';
import { withFormValue, withItem } from '../../src/forms/form-edits';
import { draftToKeep, readKeptDraft, restoreDraft } from '../../src/forms/kept-draft';
import { controlOf, kindOfField, layOut, type ObjectKind } from '../../src/forms/layout';
import { openLog } from '../../src/forms/open-log';
import { findingMessage, findingsAt, newErrors, placeFinding, type PlacedFinding } from '../../src/forms/place-findings';
import { orchardLog } from '../panel/fixture-log';
import { makeAccount } from '../panel/fixture';
import english from '../../i18n/en.json';

const log = orchardLog as unknown as JsonValue;

describe( 'values of controls', () => {
	it( 'leave out what is empty, and objects that are left empty by it', () => {
		const one = withFormValue( { entries: [ { id: 'a', request: {} } ] }, '/entries/0/advice/0', undefined );
		expect( one ).toEqual( { entries: [ { id: 'a', request: {} } ] } );
		const start = { entries: [ { id: 'a', request: { question: 'Why?' }, advice: [ { id: 'a.1' } ] } ] };
		const outcome = withFormValue( start, '/entries/0/advice/0/disposition/outcome', 'declined' );
		expect( outcome ).toEqual( { entries: [ { ...start.entries[ 0 ], advice: [
			{ id: 'a.1', disposition: { outcome: 'declined' } }
		] } ] } );
		expect( withFormValue( outcome, '/entries/0/advice/0/disposition/outcome', '' ) ).toEqual( start );
		expect( withFormValue( start, '/entries/0/request/question', ' ' ) )
			.toEqual( { entries: [ { id: 'a', request: {}, advice: [ { id: 'a.1' } ] } ] } );
		expect( withFormValue( start, '/entries/0/topics', [] ) ).toEqual( start );
	} );

	it( 'leave alone whatever is not at their place', () => {
		fc.assert( fc.property( fc.string(), fc.jsonValue(), ( text, other ) => {
			const before = { 'x-own': other, entries: [ { id: 'a', request: { question: 'Why?' }, own: other } ] } as JsonValue;
			const after = withFormValue( before, '/entries/0/note', text );
			expect( withFormValue( after, '/entries/0/note', '' ) ).toEqual( before );
		} ) );
	} );
} );

describe( 'the layout', () => {
	const shapes = new Map<ObjectKind, Shape>();
	function visit( kind: ObjectKind | undefined, shape: Shape ): void {
		for ( const [ name, field ] of Object.entries( shape.properties ?? {} ) ) {
			const inner = field.items?.properties ? field.items : field.properties ? field : null;
			const lists: Record<string, ObjectKind> = { pages: 'page', sections: 'section', topics: 'topic', agents: 'agent', entries: 'entry', advice: 'advice' };
			if ( inner ) {
				visit( lists[ name ] ?? kindOfField( name ), inner );
			}
		}
		if ( kind ) {
			shapes.set( kind, shape );
		}
	}
	visit( 'log', logShape );

	it( 'has a control for every field of the schema, and no field that it lacks', () => {
		expect( [ ...shapes.keys() ].sort() ).toEqual( [
			'advice', 'agent', 'change', 'competingInterest', 'disclosure', 'disposition', 'effort', 'entry',
			'former', 'log', 'page', 'quote', 'request', 'review', 'section', 'source', 'topic'
		] );
		for ( const [ kind, shape ] of shapes ) {
			const { first, more } = layOut( kind, shape );
			const names = [ ...first, ...more ].map( ( { name } ) => name );
			expect( new Set( names ).size, kind ).toBe( names.length );
			expect( first.every( ( { name } ) => shape.properties?.[ name ] ), kind ).toBe( true );
			for ( const field of [ ...first, ...more ] ) {
				expect( controlOf( field.shape ), `${ kind }.${ field.name }` ).toBeTruthy();
			}
		}
	} );

	it( 'asks for the question first', () => {
		expect( layOut( 'request', shapes.get( 'request' ) as Shape ).first[ 0 ] )
			.toMatchObject( { name: 'question', required: true } );
	} );
} );

describe( 'findings', () => {
	const at = ( text: unknown ): string[] => checkLog( JSON.stringify( text ) ).map( placeFinding )
		.map( ( { rule, place } ) => `${ rule } ${ place }` );

	it( 'stand at the field in which they can be put right', () => {
		expect( at( {
			schemaVersion: 1,
			draft: { pages: [ { id: 'p', title: 'P' } ] },
			agents: [ { id: 'x', name: 'X' } ],
			entries: [ {
				id: 'a',
				request: {},
				advice: [ {
					id: 'a.1',
					advisers: [ 'x' ],
					relayedBy: 'x',
					competingInterest: { declared: 'some' },
					disclosure: { level: 'withheld' },
					disposition: { outcome: 'adopted' },
					sources: [ { url: 'https://x.example/', private: true } ]
				}, {
					id: 'a.2',
					disposition: { outcome: 'declined' },
					changes: [ { revision: 3, relation: 'quoted', basis: 'inferred' } ]
				} ]
			} ]
		} ).sort() ).toEqual( [
			'E10 /entries/0/advice/0/sources/0/url',
			'E2 /entries/0/request/question',
			'E7 /entries/0/advice/1/disposition/outcome',
			'E8 /entries/0/advice/0/relayedBy',
			'W1 /entries/0/advice/0/disposition/outcome',
			'W11 /agents/0/naming',
			'W18 /entries/0/advice/0/disclosure/reason',
			'W2 /entries/0/advice/1/disposition/rationale',
			'W20 /entries/0/advice/0/competingInterest/statement',
			'W3 /entries/0/advice/1/sources',
			'W4 /entries/0/advice/1/changes/0/relation'
		] );
	} );

	it( 'belong to a field, or to all within it', () => {
		const findings = [ '/a/b', '/a/b/0', '/a/bc' ].map( ( place ): PlacedFinding => (
			{ rule: 'E3', severity: 'error', path: place, params: [], place }
		) );
		expect( findingsAt( findings, '/a/b', false ).map( ( { place } ) => place ) ).toEqual( [ '/a/b' ] );
		expect( findingsAt( findings, '/a/b', true ).map( ( { place } ) => place ) ).toEqual( [ '/a/b', '/a/b/0' ] );
	} );

	it( 'have a message for every rule', () => {
		for ( const rule of [ 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9', 'W10', 'W11', 'W12', 'W13', 'W14', 'W15', 'W16', 'W17', 'W18', 'W19', 'W20', 'W21' ] as const ) {
			const { key } = findingMessage( { rule, severity: 'error', path: '', params: [] }, ( name ) => name );
			expect( Object.keys( english ), rule ).toContain( `advice-provenance-${ key }` );
		}
	} );

	it( 'refuse only errors that are new', () => {
		const before = { ...orchardLog, entries: [ { id: 'Bad Id', request: { question: 'One?' } }, ...orchardLog.entries ] } as unknown as JsonValue;
		const state = ( value: JsonValue ): Parameters<typeof newErrors>[ 0 ] => (
			{ log: value, findings: checkLog( JSON.stringify( value ) ) }
		);
		// The slip of somebody else moves to another place by what is added before it.
		const moved = { ...orchardLog, entries: [ ...orchardLog.entries, { id: 'Bad Id', request: { question: 'One?' } } ] } as unknown as JsonValue;
		expect( state( before ).findings.some( ( { severity } ) => severity === 'error' ) ).toBe( true );
		expect( newErrors( state( moved ), state( before ) ) ).toEqual( [] );
		const worse = addThing( moved, 'entries', { request: {} } ).log;
		expect( newErrors( state( worse ), state( before ) ).map( ( { rule } ) => rule ) ).toEqual( [ 'E2' ] );
	} );
} );

describe( 'a date of the log', () => {
	it.each( [
		'2016', '2016-01', '2016-01-15', '2016~', '2016-02~', '2016-02-03~', '2016-01/2016-04', '2016-05/2016-08',
		'2016-09/2016-12', '2016-03-01/2016-03-10', '2015-11/2016-02', '../2016', '../2016-03', '2016-03-04/..',
		'../2016~', '2015~/2016-02'
	] )( '%s comes back from the control as it was', ( text ) => {
		expect( dateText( dateFields( text ) ) ).toBe( text );
	} );

	it( 'needs no more than a year', () => {
		const year = { year: '2016', month: '', day: '' };
		const none = { year: '', month: '', day: '' };
		for ( const kind of dateKinds ) {
			expect( dateText( { kind, from: year, to: { ...none, year: '2017' } } ), kind ).toMatch( /^[\d./~-]+$/ );
		}
		expect( dateText( { kind: 'on', from: none, to: none } ) ).toBe( '' );
		expect( dateText( { kind: '', from: year, to: none } ) ).toBe( '' );
		expect( dateText( { kind: 'on', from: { year: '2016', month: '2', day: '30' }, to: none } ) ).toBeNull();
		expect( dateText( { kind: 'within', from: year, to: { ...none, year: '2015' } } ) ).toBeNull();
		expect( dateText( { kind: 'on', from: { ...none, year: '٢٠١٦' }, to: none } ) ).toBe( '2016' );
	} );
} );

describe( 'what is kept in the browser', () => {
	const secret = 'Nobody must read this.';

	it( 'comes back as it was, on the log that it was made from', () => {
		fc.assert( fc.property(
			fc.constantFrom( ...orchardLog.entries.map( ( { id } ) => id ) ),
			fc.string( { minLength: 1 } ),
			fc.boolean(),
			( id, note, add ) => {
				const index = orchardLog.entries.findIndex( ( entry ) => entry.id === id );
				const typed = withFormValue( log, `/entries/${ index }/note`, note );
				const changed = add ? addThing( typed, 'topics', { label: note } ).log : typed;
				const kept = draftToKeep( log, 7, changed, 1 );
				const back = readKeptDraft( JSON.parse( JSON.stringify( kept ) ) );
				expect( back ? restoreDraft( log, back ) : log ).toEqual( changed );
			}
		) );
	} );

	it( 'holds nothing of withheld advice, which comes from the log again', () => {
		const index = orchardLog.entries.findIndex( ( { id } ) => id === 'insurance' );
		const path = `/entries/${ index }/advice/0`;
		const changed = withFormValue( withFormValue( log, `${ path }/summary`, secret ), `${ path }/givenOn`, '2024' );
		const kept = draftToKeep( log, 7, changed, 1 );
		expect( JSON.stringify( kept ) ).not.toMatch( /SECRET|Nobody must/ );
		const back = readKeptDraft( kept );
		expect( back && restoreDraft( log, back ) )
			.toEqual( withFormValue( log, `${ path }/givenOn`, '2024' ) );
	} );

	it( 'has the content of withheld advice again where its reviews were changed or others added', () => {
		const index = orchardLog.entries.findIndex( ( { id } ) => id === 'insurance' );
		const path = `/entries/${ index }/advice/0`;
		const back = ( changed: JsonValue ): JsonValue | null => {
			const kept = JSON.stringify( draftToKeep( log, 7, changed, 1 ) );
			const draft = readKeptDraft( JSON.parse( kept ) );
			return draft && restoreDraft( log, draft );
		};
		for ( const changed of [
			withFormValue( log, `${ path }/reviews/0/stance`, 'objects' ),
			withFormValue( log, `${ path }/effort/hours`, 3 ),
			withFormValue( log, `${ path }/disposition/decidedOn`, '2024' ),
			withItem( log, `${ path }/reviews`, { by: 'pip', stance: 'verified' } ).log,
			withFormValue( log, `${ path }/reviews`, undefined ),
			// Another review in the place of that one has nothing of it.
			withFormValue( log, `${ path }/reviews`, [ { by: 'pip', stance: 'verified' } ] )
		] ) {
			expect( back( changed ) ).toEqual( changed );
		}
	} );

	it( 'is nothing where nothing was changed, and nothing of what another script left', () => {
		expect( draftToKeep( log, 7, structuredClone( log ), 1 ) ).toBeNull();
		for ( const value of [ null, 7, 'x', [], {}, { revision: 1, time: 2, things: { '/entries': [ 7 ] }, removed: {} } ] ) {
			expect( readKeptDraft( value ) ).toBeNull();
		}
	} );
} );

describe( 'choices', () => {
	const account = makeAccount();

	const today = account.pages.flatMap( ( { sections } ) => sections.map( ( { ref } ) => ref ) );

	it( 'offer sections of the pages that the log does not have, in their order', () => {
		const offered = choicesOf( log, 'sections', today, 'Introduction' );
		expect( offered.map( ( { text } ) => text ) ).toEqual( [
			'Introduction', 'Ladders', 'Pruning', 'Sharing the harvest', 'Bees', 'Introduction', 'Lending', 'Scarecrows'
		] );
		const pruning = offered.find( ( { text } ) => text === 'Pruning' );
		const { log: after, id } = adoptChoice( log, 'sections', pruning?.value ?? '' );
		expect( id ).toBe( 'main.pruning' );
		expect( choicesOf( after, 'sections', today, '' ).find( ( { text } ) => text === 'Pruning' )?.value ).toBe( id );
		expect( adoptChoice( log, 'sections', 'bees' ) ).toEqual( { log, id: 'bees' } );
	} );

	it( 'name people, topics and entries', () => {
		expect( choicesOf( log, 'agents', [], '' )[ 0 ] ).toEqual( { value: 'marit', text: 'Marit Holm' } );
		expect( choicesOf( log, 'topics', [], '' )[ 1 ]?.text ).toBe( 'Working at heights' );
		expect( choicesOf( log, 'entries', [], '' )[ 2 ]?.text ).toBe( 'Who pays when somebody falls?' );
	} );
} );

describe( 'a log to start from', () => {
	it( 'is made of the pages where there is none', () => {
		const opened = openLog( null, 0, [ 'Project:Rules', 'Project:Rules/Keys' ] );
		expect( 'log' in opened && opened.log ).toEqual( {
			schemaVersion: 1,
			draft: { pages: [ { id: 'rules', title: 'Project:Rules' }, { id: 'rules-keys', title: 'Project:Rules/Keys' } ] },
			entries: []
		} );
		expect( 'log' in opened && checkLog( JSON.stringify( opened.log ) ) ).toEqual( [] );
	} );

	it.each( [
		[ '{ "schemaVersion": 1,', 'unreadable' ], [ '[]', 'unreadable' ], [ '{}', 'unreadable' ],
		[ '{ "schemaVersion": 2, "draft": {}, "entries": [] }', 'newer' ], [ null, 'unreadable' ]
	] )( 'is not %s', ( text, obstacle ) => {
		expect( openLog( text, 5, [ 'P' ] ) ).toEqual( { obstacle } );
	} );
} );
