/** Deployments one after the other, and interrupted anywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saveDeployment } from '../../build/deploy/deploy';
import { definitionTitle } from '../../build/deploy/pages';
import {
	buildOf, expected, FOREIGN, interruptedAfter, oldWiki, one, quiet, running, two
} from './small-builds';

describe( 'a second deployment', () => {
	it.each( [ true, false ] )( 'replaces all of the first and removes what is not built any more (may delete: %s)', async ( mayDelete ) => {
		const wiki = oldWiki( mayDelete );
		await saveDeployment( wiki.session, one, quiet );
		await saveDeployment( wiki.session, two, quiet );
		expect( running( wiki ) ).toEqual( expected( two ) );
		const there = [ ...wiki.texts() ].filter( ( [ , text ] ) => text !== '' && text !== '{}' ).map( ( [ title ] ) => title );
		expect( there.filter( ( title ) => /old|eo|\.new\./.test( title ) ) ).toEqual( [] );
		expect( there ).toContain( 'MediaWiki:Gadget-AdviceProvenance/de' );
		expect( wiki.texts().get( definitionTitle ) ).toContain( FOREIGN );
		expect( wiki.texts().get( definitionTitle ) ).toContain( '<!-- advice-provenance 2 (commit 2):' );
		let saves = 0;
		wiki.before = () => {
			saves++;
		};
		await saveDeployment( wiki.session, { ...two, source: '2 (commit 3)' }, quiet );
		expect( saves ).toBe( 0 );
	} );

	it( 'leaves alone a page of that name that no deployment made', async () => {
		const wiki = oldWiki();
		wiki.edit( 'MediaWiki:Gadget-AdviceProvenance-extra.js', 'somebody else\'s' );
		await saveDeployment( wiki.session, one, quiet );
		await saveDeployment( wiki.session, two, quiet );
		expect( wiki.texts().get( 'MediaWiki:Gadget-AdviceProvenance-extra.js' ) ).toBe( 'somebody else\'s' );
	} );

	it( 'says after a failure what readers have', async () => {
		const wiki = oldWiki();
		await saveDeployment( wiki.session, one, quiet );
		wiki.before = ( title ) => {
			if ( title === definitionTitle ) {
				throw new Error( 'gone' );
			}
		};
		await expect( saveDeployment( wiki.session, two, quiet ) ).rejects.toThrow( 'gone' );
		expect( running( wiki ) ).toEqual( expected( one ) );
	} );
} );

describe( 'a wiki that says that a page was saved, and does not have it', () => {
	it.each( [
		[ 'a new page', /\.new\.js$/, /such page/ ], [ 'a page of before', /reader\.js$/, /another text/ ]
	] )( '(%s) is not switched over to it', async ( _name, pattern, message ) => {
		const wiki = oldWiki();
		await saveDeployment( wiki.session, one, quiet );
		const { session } = wiki;
		const lying = { ...session, save: (
			...[ action, ...rest ]: Parameters<typeof session.save>
		) => (
			pattern.test( action.title ) ? Promise.resolve( 4711 ) : session.save( action, ...rest )
		) };
		await expect( saveDeployment( lying, two, quiet ) ).rejects.toThrow( message );
		expect( [ expected( one ), expected( two ) ] ).toContainEqual( running( wiki ) );
		await saveDeployment( session, two, quiet );
		expect( running( wiki ) ).toEqual( expected( two ) );
	} );
} );

/** A build in which any part, its version or the definition may differ. */
const anyBuild = fc.record( {
	version: fc.constantFrom( 'a', 'b', 'c' ),
	parts: fc.uniqueArray( fc.constantFrom( 'reader', 'panel', 'words' ) ),
	languages: fc.uniqueArray( fc.constantFrom( 'de', 'fr' ) ),
	same: fc.option( fc.constantFrom( 'reader', 'panel', 'words' ), { nil: undefined } )
} ).map( ( { version, parts, languages, same } ) => {
	const build = buildOf( version, parts, languages );
	const name = `Gadget-AdviceProvenance-${ same }.js`;
	return build.files.has( name ) ?
		{ ...build, files: new Map( build.files ).set( name, 'the same in all' ), source: `${ version } ${ same }` } :
		build;
} );

describe( 'whenever a deployment is interrupted', () => {
	it( 'readers have all of the old gadget or all of the new one, and doing it again completes it', async () => {
		await fc.assert( fc.asyncProperty(
			fc.array(
				fc.record( { build: anyBuild, after: fc.nat( 30 ) } ),
				{ minLength: 1, maxLength: 5 }
			),
			anyBuild, fc.boolean(),
			async ( interrupted, last, mayDelete ) => {
				const wiki = oldWiki( mayDelete );
				for ( const { build, after } of interrupted ) {
					await interruptedAfter( wiki, build, after );
				}
				await saveDeployment( wiki.session, last, quiet );
				expect( running( wiki ) ).toEqual( expected( last ) );
				const left = [ ...wiki.texts() ].filter( ( [ title, text ] ) => title.includes( '.new.' ) && text !== '' );
				expect( left ).toEqual( [] );
			}
		) );
	} );
} );
