import { beforeAll, describe, expect, it } from 'vitest';
import { generateHistory } from './generated-history';
import { coreOf, truthOf, wordIdsOf } from './page-model';
import type { EditKind, GeneratedHistory } from './generated-history';

const names = [ 'Alder', 'Beech', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple' ];

/** A policy of eight sections in which each sentence has words of its own. */
const policy = names.map( ( name, section ) => [
	`== ${ name } rules ==`,
	`Members of ${ name } must answer every letter within ${ section + 3 } days. Whoever cannot ` +
		`may ask the keeper of ${ name.toLowerCase() }wood for more time.\nThe keeper should reply.`,
	`* ${ name } one: the gate number${ section } is closed at night.\n` +
		`* ${ name } two: visitors of hall${ section } sign the book.`,
	`Letters about ${ name } are kept in box${ section } for a year; then they are burnt.`
].join( '\n\n' ) ).join( '\n\n' );

function only( kind: EditKind, revisions = 6, seed = 7 ): GeneratedHistory {
	const all: EditKind[] = [
		'sub', 'addsent', 'addpara', 'addsec', 'delsent', 'delpara', 'movesent', 'moveedit', 'movepara',
		'moveparaedit', 'movesec', 'rename', 'relevel', 'reorder', 'split', 'merge', 'bulletise', 'listorder', 'case',
		'slip', 'copyedit', 'rewrap', 'translate', 'copy', 'reintro', 'lost', 'undo', 'vandal', 'blank'
	];
	const weights = Object.fromEntries( all.map( ( other ) => [ other, other === kind ? 1 : 0 ] ) );
	return generateHistory( { text: policy, revisions, seed, weights, twoAtOnce: 0 } );
}

/** The words between white spaces, without heading, list and translation markup. */
function plainWords( text: string ): string[] {
	return text.replace( /<!--T:\d+-->/g, '' )
		.replace( /^=+ (.*?) =+ *$/gm, '$1' )
		.replace( /^\* /gm, '' )
		.split( /\s+/ )
		.filter( Boolean );
}

describe( 'generateHistory', () => {
	let history: GeneratedHistory;
	beforeAll( () => {
		history = generateHistory( { text: policy, revisions: 250, seed: 11 } );
	} );

	it( 'gives as many revisions as asked for, each unlike the one before', () => {
		const { revisions } = history;
		expect( revisions ).toHaveLength( 250 );
		revisions.slice( 1 ).forEach( ( { text, revid }, at ) => {
			expect( text ).not.toBe( revisions[ at ]?.text );
			expect( revid ).toBeGreaterThan( revisions[ at ]?.revid as number );
		} );
	} );

	it( 'gives the same history for the same seed, and another for another', () => {
		const texts = ( seed: number ): string[] => {
			const { revisions } = generateHistory( { text: policy, revisions: 60, seed } );
			return revisions.map( ( { text } ) => text );
		};
		expect( texts( 3 ) ).toEqual( texts( 3 ) );
		expect( texts( 3 ) ).not.toEqual( texts( 4 ) );
	} );

	it( 'has the words of each text in its truth, in order', () => {
		history.revisions.forEach( ( { text }, at ) => {
			const words = history.truthAt( at ).map( ( [ word ] ) => word );
			expect( words ).toEqual( plainWords( text ) );
		} );
		expect( history.truth ).toEqual( history.truthAt( 249 ) );
	} );

	it( 'credits no word to a revision that does not hold it, or that came later', () => {
		const texts = new Map( history.revisions.map( ( { revid, text } ) => [ revid, text ] ) );
		const wrong = history.revisions.flatMap( ( { revid }, at ) => history.truthAt( at )
			.filter( ( [ word, origin ] ) => origin > revid ||
				!texts.get( origin )?.includes( coreOf( word ) ) ) );
		expect( wrong ).toEqual( [] );
	} );

	it( 'has no word twice in one text', () => {
		const twice = history.pages
			.filter( ( page ) => wordIdsOf( page ).size !== truthOf( page ).length );
		expect( twice ).toEqual( [] );
	} );

	it( 'makes every kind of edit in a long history, and two at once', () => {
		const { revisions } = generateHistory( { text: policy, revisions: 1500, seed: 5 } );
		const made = new Set( revisions
			.flatMap( ( { comment } ) => comment === 'revert+edit' ? [ comment ] :
				comment.includes( '+' ) ? [ 'two', ...comment.split( '+' ) ] : [ comment ] ) );
		expect( [ ...made ].sort() ).toEqual( [
			'addpara', 'addsec', 'addsent', 'blank', 'bulletise', 'case', 'copy', 'copyedit', 'create',
			'delpara', 'delsent', 'listorder', 'lost', 'merge', 'moveedit', 'movepara', 'moveparaedit', 'movesec',
			'movesent', 'partial revert', 'reintro', 'relevel', 'rename', 'reorder', 'revert',
			'revert+edit', 'rewrap', 'slip', 'split', 'sub', 'translate', 'two', 'undo', 'vandal'
		] );
	} );

	it( 'keeps the origins of everything that a revert brings back', () => {
		let reverts = 0;
		history.revisions.forEach( ( { comment, text }, at ) => {
			const same = history.revisions.findIndex( ( earlier ) => earlier.text === text );
			if ( comment === 'revert' && same < at ) {
				reverts++;
				expect( history.truthAt( at ) ).toEqual( history.truthAt( same ) );
			}
		} );
		expect( reverts ).toBeGreaterThan( 3 );
	} );

	it.each( [
		'movesent', 'movepara', 'movesec', 'relevel', 'reorder', 'split', 'merge', 'bulletise', 'listorder', 'rewrap'
	] as const )( 'introduces no word by %s', ( kind ) => {
		const { truth } = only( kind );
		const first = only( kind ).truthAt( 0 );
		expect( truth.every( ( [ , origin ] ) => origin === 1000 ) ).toBe( true );
		expect( truth.map( ( [ word ] ) => word ).sort() )
			.toEqual( first.map( ( [ word ] ) => word ).sort() );
	} );

	it.each( [ 'sub', 'addsent', 'addpara', 'moveedit', 'slip' ] as const )(
		'credits the words that come with %s to it', ( kind ) => {
			const { revisions, truthAt } = only( kind );
			const last = revisions.at( -1 )?.revid;
			const isNew = truthAt( revisions.length - 1 )
				.filter( ( [ , origin ] ) => origin === last );
			const before = truthAt( revisions.length - 2 ).length;
			expect( isNew.length ).toBeGreaterThan( 0 );
			expect( isNew.length ).toBeLessThan( before / 2 );
		}
	);

	it( 'ends with a page that has been mended', () => {
		for ( let seed = 1; seed <= 10; seed++ ) {
			const { pages } = generateHistory( {
				text: policy, revisions: 25, seed, weights: { vandal: 100, blank: 50 }
			} );
			const blocksAt = ( number: number ): number => pages.at( number )?.length ?? 0;
			expect( blocksAt( -1 ) ).toBeGreaterThan( blocksAt( 0 ) / 3 );
			expect( pages.at( -1 )?.filter( ( { junk } ) => junk ) ).toHaveLength( 0 );
		}
	} );

	it( 'changes must to MUST as a new word', () => {
		const { truth } = only( 'case', 3 );
		const loud = truth.filter( ( [ word ] ) => /^(MUST|MAY|SHOULD)$/.test( word ) );
		expect( loud.length ).toBeGreaterThan( 0 );
		expect( loud.every( ( [ , origin ] ) => origin > 1000 ) ).toBe( true );
	} );

	it( 'takes a word that is spelt again as it was for the word that it was', () => {
		const { revisions, pages } = only( 'case', 40 );
		const seen = new Map<string, number>();
		let again = 0;
		pages.forEach( ( page, number ) => page.forEach( ( { words }, block ) => {
			words.forEach( ( { text, origin }, word ) => {
				// No word changes its place: a word and its place say which one it is.
				const key = `${ block } ${ word } ${ text }`;
				const before = revisions[ number - 1 ]?.revid ?? 0;
				again += Number( seen.has( key ) && origin < before );
				expect( origin ).toBe( seen.get( key ) ?? revisions[ number ]?.revid );
				seen.set( key, origin );
			} );
		} ) );
		expect( again ).toBeGreaterThan( 0 );
	} );

	it( 'takes sentences of another text, each once', () => {
		const foreignText = names
			.map( ( name ) => `Ships of ${ name }ia bring ${ name }oil and their ${ name }salt.` )
			.join( ' ' );
		const { revisions } = generateHistory( {
			text: policy, foreignText, revisions: 80, seed: 2, weights: { addsent: 40, copy: 0 }
		} );
		const ships = revisions.flatMap( ( { text } ) => text.match( /bring \w+oil/g ) ?? [] );
		expect( new Set( ships ).size ).toBeGreaterThan( 2 );
		for ( const { text } of revisions ) {
			const here = text.match( /bring \w+oil/g ) ?? [];
			expect( new Set( here ).size ).toBe( here.length );
		}
	} );
} );
