import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintDefinition } from '../../build/lint-definition';
import { root } from '../../build/root';

const pages = new Set( [ 'A.js', 'A.css', 'A.json', 'B.css' ] );
const lint = ( text: string ): string[] => lintDefinition( text, { pages } );

describe( 'the definition', () => {
	it( 'of this project has nothing wrong where its pages exist', () => {
		const text = readFileSync( join( root, 'gadget-definition.txt' ), 'utf8' );
		const all = new Set( text.match( /AdviceProvenance[\w-]*\.(?:json|js|css)/g ) );
		expect( lintDefinition( text, { pages: all } ) ).toEqual( [] );
	} );

	it.each( [
		[ '* A[ResourceLoader|package|dependencies=mediawiki.api]|A.js|A.json' ],
		[ '* A[ResourceLoader|peers=B]|A.js\n* B[ResourceLoader]|B.css' ],
		[ '== heading ==\n\n* A[ResourceLoader|namespaces=0,4|skins=vector,minerva|actions=view|rights=edit]|A.js' ]
	] )( 'is right: %j', ( text ) => {
		expect( lint( text ) ).toEqual( [] );
	} );

	it.each( [
		[ '* A[ResourceLoader]|A.js|C.js', 'page "C.js" does not exist' ],
		[ '* A[ResourceLoader]|A.js|A.vue', 'page "A.vue" is not used' ],
		[ '* A[ResourceLoader]|A.js|A.json', 'data pages are used in packages only' ],
		[ '* A[ResourceLoader|package]|A.json', 'a package needs a script' ],
		[ '* A[ResourceLoader|type=styles]|A.css|A.js', 'scripts are not used with type=styles' ],
		[ '* A[ResourceLoader|peers=B]|A.css\n* B[ResourceLoader]|B.css', 'peers are ignored' ],
		[ '* A[ResourceLoader|Hidden]|A.js', 'option "Hidden" is not known' ],
		[ '* A|A.js', 'without ResourceLoader' ],
		[ '* A[ResourceLoader|default|requiresES6]|A.js', 'cannot be a default' ],
		[ '* A[ResourceLoader|peers=C]|A.js', 'peer "C" does not exist' ],
		[ '* A[ResourceLoader|peers=B]|A.js\n* B[ResourceLoader]|A.js', 'peer "B" is not of styles only' ],
		[ '* A[ResourceLoader|dependencies=ext.gadget.C]|A.js', 'dependency "ext.gadget.C" does not exist' ],
		[ '* A[ResourceLoader|actions=read]|A.js', '"read" is none of the wiki\'s actions' ],
		[ '* A[ResourceLoader|skins=vector2022]|A.js', '"vector2022" is none of the wiki\'s skins' ],
		[ '* A[ResourceLoader|contentModels=html]|A.js', '"html" is none of the wiki\'s contentModels' ],
		[ '* A[ResourceLoader|rights=everything]|A.js', '"everything" is none of the wiki\'s rights' ],
		[ '* A[ResourceLoader|namespaces=Project]|A.js', '"Project" is no number of a namespace' ],
		[ '* A[ResourceLoader]|A.js\n* A[ResourceLoader]|A.css', 'a second definition of "A" is ignored' ],
		[ '* 1A[ResourceLoader]|A.js', 'no gadget' ],
		[ 'A|A.js', 'no gadget' ]
	] )( '%j is told what is wrong, with its line', ( text, problem ) => {
		const wrong = lint( `\n${ text }` );
		expect( wrong ).toHaveLength( 1 );
		expect( wrong[ 0 ] ).toContain( problem );
		expect( wrong[ 0 ] ).toMatch( /^gadget-definition\.txt:[23]: / );
	} );
} );
