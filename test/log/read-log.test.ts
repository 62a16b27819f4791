import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { LogReading } from '../../src/log/read-log';
import type { Advice } from '../../src/log/types';
import { minimalText, orchardLog } from './fixtures/orchard';
import { type Spoils, spoilt } from './fixtures/spoilt';

let readLog: ( text: string ) => LogReading;
beforeAll( async () => {
	await generate();
	( { readLog } = await import( '../../src/log/read-log' ) );
} );

function read( spoils: Spoils ): LogReading {
	return readLog( spoilt( spoils ) );
}

function rules( reading: LogReading ): string[] {
	return reading.problems.map( ( { rule, path } ) => `${ rule } ${ path }` );
}

const advice = '/entries/0/advice/0';

describe( 'readLog', () => {
	it( 'reads the least log', () => {
		const { log, problems } = readLog( minimalText );
		expect( problems ).toEqual( [] );
		expect( log ).toEqual( JSON.parse( minimalText ) );
	} );

	it( 'keeps every field of a log without mistakes', () => {
		expect( readLog( JSON.stringify( orchardLog ) ) )
			.toEqual( { log: orchardLog, problems: [], unlisted: {} } );
	} );

	it.each( [ '', '{', 'undefined', '{"schemaVersion":1,}' ] )( 'E1 for %j', ( text ) => {
		expect( readLog( text ) ).toMatchObject( { log: null, problems: [ { rule: 'E1', path: '' } ] } );
	} );

	it.each( [
		'null', '[]', '7', '"x"', '{}', '{"schemaVersion":1}', '{"schemaVersion":1,"draft":[],"entries":[]}',
		'{"schemaVersion":1,"draft":{"pages":[{}]},"entries":[]}',
		'{"schemaVersion":1,"draft":{"pages":[{"id":"a","title":"A"}]},"entries":{}}',
		'{"schemaVersion":"1","draft":{"pages":[{"id":"a","title":"A"}]},"entries":[]}'
	] )( 'E2 for %s', ( text ) => {
		const { log, problems } = readLog( text );
		expect( log ).toBeNull();
		expect( problems.map( ( { rule } ) => rule ) ).toContain( 'E2' );
	} );

	it( 'reads past a byte order mark', () => {
		expect( readLog( `\ufeff${ minimalText }` ).log ).not.toBeNull();
	} );

	it( 'reads what it understands of a newer version, and says so', () => {
		const reading = read( { '/schemaVersion': 3, '/novelty': {} } );
		expect( reading.log ).toEqual( orchardLog );
		expect( reading.problems ).toEqual( [ { rule: 'E11', path: '/schemaVersion', params: [ '3', '1' ] } ] );
	} );

	it( 'leaves out what is malformed and keeps the rest', () => {
		const reading = read( {
			'/entries/1': 'nothing',
			'/entries/0/request/requestedOn': 2016,
			[ `${ advice }/changes/0/revision` ]: 'x',
			[ `${ advice }/reviews/0/stance` ]: 'likes'
		} );
		expect( rules( reading ) ).toEqual( [
			'E2 /entries/0/request/requestedOn',
			`E2 ${ advice }/changes/0/revision`,
			`E2 ${ advice }/reviews/0/stance`,
			'E2 /entries/1'
		] );
		const entries = reading.log?.entries;
		expect( entries?.map( ( { id } ) => id ) ).toEqual( [ 'o1', 'o3' ] );
		expect( entries?.[ 0 ]?.request ).not.toHaveProperty( 'requestedOn' );
		expect( entries?.[ 0 ]?.advice?.[ 0 ] ).toMatchObject( { changes: [], reviews: [], id: 'o1.1' } );
	} );

	it( 'takes no more pages and former titles than readers should ask the wiki for', () => {
		const many = Array.from( { length: 5000 }, ( _, i ) => `Title ${ i }` );
		const [ first ] = orchardLog.draft.pages;
		const { log, problems } = read( { '/draft/pages': [
			{ ...first, formerTitles: many },
			...many.map( ( title, i ) => ( { id: `more${ i }`, title } ) )
		] } );
		expect( log?.draft.pages ).toHaveLength( 50 );
		expect( log?.draft.pages[ 0 ]?.formerTitles ).toEqual( many.slice( 0, 20 ) );
		expect( problems.filter( ( { params } ) => params[ 0 ] === 'many' ).map( ( { path } ) => path ) )
			.toEqual( [ '/draft/pages', '/draft/pages/0/formerTitles' ] );
	} );

	it( 'keeps unknown ids and reports them', () => {
		const reading = read( { '/entries/0/topics': [ 'nowhere' ] } );
		expect( reading.problems ).toEqual( [ { rule: 'E3', path: '/entries/0/topics/0', params: [ 'nowhere' ] } ] );
		expect( reading.log?.entries[ 0 ]?.topics ).toEqual( [ 'nowhere' ] );
	} );

	it( 'takes the first of two things with one id', () => {
		const reading = read( { '/entries/2/id': 'o1' } );
		expect( rules( reading ) ).toEqual( [ 'E4 /entries/2/id' ] );
		expect( reading.log?.entries.map( ( { note } ) => note ) )
			.toEqual( [ 'Asked again in the autumn.', undefined ] );
	} );

	it( 'does not count the id of something that was left out', () => {
		const reading = read( { '/entries/0/request': undefined, '/entries/2/advice/0/id': 'o1.1', '/entries/1/id': 'o1' } );
		expect( rules( reading ) ).toEqual( [ 'E2 /entries/0' ] );
		expect( reading.log?.entries.map( ( { id } ) => id ) ).toEqual( [ 'o1', 'o3' ] );
	} );

	it( 'drops links that are not https, and the link of a private source', () => {
		const links = [ 'javascript', 'data', 'http', 'vbscript' ]
			.map( ( scheme ) => ( { label: 'x', url: `${ scheme }:x` } ) );
		const reading = read( { [ `${ advice }/sources` ]: [ ...links, { private: true, url: 'https://a.example' } ] } );
		expect( rules( reading ) ).toEqual( [
			...links.map( ( _, i ) => `E5 ${ advice }/sources/${ i }/url` ),
			`E10 ${ advice }/sources/4`
		] );
		expect( JSON.stringify( reading.log?.entries[ 0 ]?.advice?.[ 0 ]?.sources ) )
			.toBe( '[{"label":"x"},{"label":"x"},{"label":"x"},{"label":"x"},{"private":true}]' );
	} );

	it( 'drops dates that mean nothing', () => {
		const reading = read( { '/entries/0/request/respondBy': '2016-02-30', [ `${ advice }/givenOn` ]: '2017/2016' } );
		expect( rules( reading ) ).toEqual( [ 'E2 /entries/0/request/respondBy', `E9 ${ advice }/givenOn` ] );
	} );

	it( 'cuts long text visibly, and drops a long link', () => {
		const reading = read( { '/title': '\u{1f332}'.repeat( 201 ), [ `${ advice }/sources/0` ]: { url: `https://${ 'x'.repeat( 2000 ) }` } } );
		expect( Array.from( reading.log?.title ?? '' ) ).toHaveLength( 200 );
		expect( reading.log?.title?.endsWith( '\u{1f332}…' ) ).toBe( true );
		expect( reading.log?.entries[ 0 ]?.advice?.[ 0 ]?.sources ).toEqual( [ {} ] );
		expect( rules( reading ) ).toEqual( [ 'E2 /title', `E2 ${ advice }/sources/0/url` ] );
	} );

	it( 'does not give away account names of agents who are not to be named', () => {
		for ( const naming of [ 'role-only', 'withheld' ] ) {
			const agent = read( { '/agents/2/naming': naming } ).log?.agents?.[ 2 ];
			expect( agent ).toEqual( { id: 'oak', type: 'Person', name: 'Oak', naming } );
		}
	} );
} );

describe( 'withheld advice', () => {
	const secret = 'SECRET';
	const content: Partial<Advice> = {
		summary: secret,
		suggestedText: secret,
		effort: { hours: 2, note: secret },
		competingInterest: { declared: 'some', statement: secret },
		disposition: { outcome: 'adopted', rationale: secret, sources: [ { label: secret, revision: 8 } ] },
		changes: [ {
			revision: 7, inserted: [ { exact: secret } ], deleted: [ { exact: secret } ],
			sources: [ { title: `Talk:${ secret }` }, { private: true, label: secret } ]
		} ],
		reviews: [ {
			by: 'mira', stance: 'confirms', note: secret, sources: [ { private: true, label: secret } ]
		} ],
		sources: [ { url: 'https://a.example/SECRET' }, { private: true, label: secret } ]
	};
	const spoils = ( disclosure: unknown ): Spoils => Object.fromEntries(
		Object.entries( { ...content, disclosure } )
			.map( ( [ name, value ] ) => [ `${ advice }/${ name }`, value ] )
	);

	it( 'keeps its place and nothing of its content', () => {
		const reading = read( spoils( { level: 'withheld', reason: 'privacy', reviewOn: '2027', note: 'Mail.' } ) );
		expect( JSON.stringify( reading ) ).not.toContain( secret );
		expect( reading.log?.entries[ 0 ]?.advice?.[ 0 ] ).toEqual( {
			id: 'o1.1', advisers: [ 'mira' ], relayedBy: 'oak', channel: 'email', givenOn: '2024-04~',
			disclosure: { level: 'withheld', reason: 'privacy', reviewOn: '2027', note: 'Mail.' },
			effort: { hours: 2 },
			competingInterest: { declared: 'some' },
			disposition: { outcome: 'adopted', sources: [] },
			// Empty, not absent: some of the revision's words belong to it.
			changes: [ { revision: 7, inserted: [], deleted: [], sources: [ { private: true } ] } ],
			reviews: [ { by: 'mira', stance: 'confirms', sources: [ { private: true } ] } ],
			sources: [ { private: true } ]
		} );
	} );

	it.each( [ 'withheld', { level: 'Withheld' }, {}, { level: null, note: 'x' }, [], null ] )(
		'counts as withheld where the disclosure cannot be read: %j',
		( disclosure ) => {
			const reading = read( spoils( disclosure ) );
			expect( JSON.stringify( reading ) ).not.toContain( secret );
			expect( reading.log?.entries[ 0 ]?.advice?.[ 0 ]?.disclosure?.level ).toBe( 'withheld' );
			expect( rules( reading )[ 0 ] ).toMatch( /^E2 .*\/disclosure/ );
		}
	);

	it( 'shows what is redacted, summarised or public in full', () => {
		for ( const level of [ 'redacted', 'summary', 'full' ] ) {
			const entry = read( spoils( { level } ) ).log?.entries[ 0 ];
			expect( entry?.advice?.[ 0 ]?.summary ).toBe( secret );
		}
	} );
} );

describe( 'the bundle of readLog', () => {
	it( 'is small, and brings neither Ajv nor the strict rules', async () => {
		const { outputFiles, metafile } = await build( {
			entryPoints: [ new URL( '../../src/log/read-log.ts', import.meta.url ).pathname ],
			bundle: true, minify: true, format: 'iife', globalName: 'a', target: 'es2016',
			write: false, metafile: true
		} );
		expect( Object.keys( metafile.inputs ).join( ' ' ) )
			.not.toMatch( /node_modules|rules\/|check-log|validate-shape|json-places/ );
		expect( gzipSync( outputFiles[ 0 ]?.contents ?? '', { level: 9 } ).length ).toBeLessThan( 4000 );
	} );
} );
