import { describe, expect, it } from 'vitest';
import { logText, standInPages } from '../../demo/code-of-conduct/stand-in';
import { checkLog } from '../../src/log/check-log';
import type { AdviceLog, Entry } from '../../src/log/types';

const log = JSON.parse( logText ) as AdviceLog;
const task = 'https://phabricator.wikimedia.org/T141791';

describe( 'the starter log of the real case', () => {
	it( 'has no error, and one gap: the summit notes are linked as they are today', () => {
		expect( checkLog( logText ).map( ( { rule, path } ) => `${ rule } ${ path }` ) )
			.toEqual( [ 'W10 /entries/0/advice/0/sources/0' ] );
	} );

	it( 'has the fourteen topics, one entry each, each with the task as its source', () => {
		expect( log.topics!.map( ( { id } ) => id ) ).toEqual(
			[ '1', '1a', '1b', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12' ]
		);
		expect( log.entries.map( ( { topics } ) => topics ) )
			.toEqual( log.topics!.map( ( { id } ) => [ id ] ) );
		for ( const [ i, { request } ] of log.entries.entries() ) {
			expect( request.question ).toContain( log.topics![ i ]!.label );
			expect( request.sources!.map( ( { url } ) => url ) ).toEqual( [ task ] );
		}
	} );

	it( 'claims nothing that is not public', () => {
		const never = [
			'disposition', 'changes', 'reviews', 'effort', 'summary', 'suggestedText', 'disclosure',
			'relayedBy', 'requestedBy', 'onBehalfOf', 'revision', 'reviewedRevision', 'user', 'state'
		];
		JSON.parse( logText, ( key: string, value: unknown ) => {
			expect( never ).not.toContain( key );
			return value;
		} );
		const advice = log.entries.flatMap( ( entry ) => entry.advice ?? [] );
		expect( advice ).toHaveLength( 1 );
		expect( advice[ 0 ] ).toMatchObject( { advisers: [ 'valerie' ], givenOn: '../2016-01' } );
	} );

	it( 'names those whom the public record names', () => {
		expect( log.agents!.map( ( { name } ) => name ) ).toEqual( [
			'Ashe',
			'Valerie',
			'Wikimedia Foundation, Support & Safety',
			'Wikimedia Foundation, Legal',
			'Wikimedia Foundation, Talent & Culture'
		] );
		for ( const { naming } of log.agents! ) {
			expect( naming ).toBe( 'public-record' );
		}
	} );

	it( 'says where the mapping to a section is doubtful, and has the process apart', () => {
		for ( const topic of [ '1b', '2', '10' ] ) {
			const { note } = log.entries.find( ( { topics } ) => topics![ 0 ] === topic )!;
			expect( note ).toContain( 'our confidence is medium' );
		}
		const topicOf = ( { topics }: Entry ): string => topics![ 0 ]!;
		expect( log.entries.filter( ( { process } ) => process ).map( topicOf ) )
			.toEqual( [ '11' ] );
		expect( log.entries.filter( ( { sections } ) => !sections ).map( topicOf ) )
			.toEqual( [ '1', '11' ] );
	} );

	it( 'remembers the earlier titles of the main page', () => {
		expect( log.draft.pages[ 0 ] ).toMatchObject( {
			title: 'Code of Conduct',
			formerTitles: [ 'Code of conduct for technical spaces/Draft', 'Code of Conduct/Draft' ]
		} );
	} );
} );

describe( 'the stand-in pages', () => {
	const pages = new Map( standInPages().map( ( { title, text } ) => [ title, text ] ) );

	it( 'have exactly the sections that the log names', () => {
		for ( const { id, title } of log.draft.pages ) {
			const headings = [ ...pages.get( title )!.matchAll( /^== (.*) == <!--T:\d+-->$/gm ) ]
				.map( ( match ) => match[ 1 ] );
			expect( headings ).toEqual( log.draft.sections!
				.filter( ( { page, heading } ) => page === id && heading !== '' )
				.map( ( { heading } ) => heading ) );
		}
	} );

	it( 'begin by saying what they are', () => {
		expect( pages.size ).toBe( 4 );
		for ( const text of pages.values() ) {
			expect( text ).toMatch( /^<languages\/>\n<translate>\n<!--T:1-->\n'''This is a stand-in and not the text of the Code of Conduct\.'''/ );
			expect( text ).toMatch( /<\/translate>$/ );
		}
	} );
} );
