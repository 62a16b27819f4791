import { describe, expect, it } from 'vitest';
import {
	formatLine, mergeDefinition, parseLine, withOption
} from '../../build/deploy/definition';
import { saveDeployment } from '../../build/deploy/deploy';
import { configTitle, definitionTitle, type Deployment } from '../../build/deploy/pages';
import {
	planDeployment, type CurrentPage, type CurrentPages, type PageAction
} from '../../build/deploy/plan';
import { fakeWiki } from './fake-session';

const loader = '* AdviceProvenance[ResourceLoader|package]|AdviceProvenance.js|AdviceProvenance-config.json';
const reader = '* AdviceProvenance-reader[ResourceLoader|package|hidden]|AdviceProvenance-reader.js';
const definition = `${ loader }\n${ reader }\n`;

describe( 'definition lines', () => {
	it( 'are read and written', () => {
		const line = parseLine( '*  A b[x| y=1,2 ] | a.js|b.css ' );
		expect( line ).toEqual( { name: 'A_b', options: [ 'x', 'y=1,2' ], pages: [ 'a.js', 'b.css' ] } );
		expect( parseLine( formatLine( line! ) ) ).toEqual( line );
	} );

	it.each( [ '== heading ==', '', '* NoPages', '* 1abc|x.js', 'text * A|b.js' ] )( '%s is none', ( text ) => {
		expect( parseLine( text ) ).toBeNull();
	} );

	it( 'take an option once', () => {
		const once = withOption( definition, 'AdviceProvenance', 'default' );
		expect( once ).toBe( `${ loader.replace( 'package]', 'package|default]' ) }\n${ reader }\n` );
		expect( withOption( once, 'AdviceProvenance', 'default' ) ).toBe( once );
	} );
} );

describe( 'mergeDefinition', () => {
	it( 'takes no line in a comment for one that defines a gadget', () => {
		const comment = `<!-- switched off\n${ loader }\n-->`;
		const merged = mergeDefinition( comment, definition );
		expect( merged ).toContain( comment );
		expect( merged.replace( comment, '' ).trim().split( '\n' ).slice( 1 ) ).toEqual( [ loader, reader ] );
		expect( mergeDefinition( merged, definition ) ).toBe( merged );
	} );

	it( 'leaves one of several lines with a name of ours, with the options of the last', () => {
		const [ first, last ] = [ `${ loader }|older.js`, withOption( `${ loader }|old.js`, 'AdviceProvenance', 'default' ) ];
		const merged = mergeDefinition( `${ first }\n* Foo|foo.js\n${ last }`, definition );
		expect( merged.split( '\n' ).slice( 0, 2 ) )
			.toEqual( [ '* Foo|foo.js', withOption( loader, 'AdviceProvenance', 'default' ) ] );
	} );

	it( 'makes a page', () => {
		expect( mergeDefinition( '', definition ) ).toBe( `== advice-provenance ==\n${ loader }\n${ reader }` );
	} );

	it( 'changes nothing when it is done again', () => {
		const merged = mergeDefinition( '== x ==\n* Foo|foo.js\n', definition );
		expect( mergeDefinition( merged, definition ) ).toBe( merged );
	} );

	it( 'touches no line of another gadget', () => {
		const other = '== tools ==\n*Foo[default]|foo.js\nsome words\n\n== advice-provenance ==\n* AdviceProvenanceX | x.js\n\n== last ==\n* Bar|bar.js';
		const merged = mergeDefinition( other, definition ).split( '\n' );
		for ( const line of other.split( '\n' ) ) {
			expect( merged ).toContain( line );
		}
		expect( merged.filter( ( line ) => !other.split( '\n' ).includes( line ) ) ).toEqual( [ loader, reader ] );
		expect( merged.indexOf( reader ) ).toBe( merged.indexOf( '* AdviceProvenanceX | x.js' ) + 2 );
		expect( merged.indexOf( '== last ==' ) ).toBe( merged.indexOf( reader ) + 2 );
	} );

	it( 'replaces our lines where they stand, with the operator\'s options', () => {
		const current = '== mine ==\n* AdviceProvenance[old|default|rights=edit]|old.js\n* Foo|foo.js';
		expect( mergeDefinition( current, definition ) ).toBe( [
			'== mine ==',
			loader.replace( 'package]', 'package|default|rights=edit]' ),
			'* Foo|foo.js',
			'',
			'== advice-provenance ==',
			reader
		].join( '\n' ) );
	} );
} );

const deployment: Deployment = {
	files: new Map( [
		[ 'Gadget-AdviceProvenance.js', 'load();\n' ],
		[ 'Gadget-AdviceProvenance-reader.js', 'read();' ],
		[ 'Gadget-AdviceProvenance-i18n-de.json', '{"a":1.0}' ],
		[ 'AdviceProvenance.user.js', 'user();' ],
		[ 'sizes.json', '{}' ]
	] ),
	definition,
	description: 'What it does',
	partDescription: 'Part',
	sectionHeading: 'Advice'
};

function asStored( title: string, text: string ): [ string, CurrentPage ] {
	const model = /\.js$/.test( title ) ? 'javascript' : /\.json$/.test( title ) ? 'json' : 'wikitext';
	return [ title, { text, model, revision: 7 } ];
}

describe( 'planDeployment', () => {
	const plan = ( wanted: Deployment, pages: CurrentPages ): PageAction[] => (
		planDeployment( wanted, { pages, made: new Set(), mayDelete: true } )
	);
	const fresh = plan( deployment, new Map() );

	it( 'creates every page, the definition last', () => {
		expect( fresh.every( ( { action } ) => action === 'create' ) ).toBe( true );
		expect( fresh.map( ( { title } ) => title ) ).toEqual( [
			'MediaWiki:AdviceProvenance.user.js',
			'MediaWiki:Gadget-AdviceProvenance-i18n-de.json',
			'MediaWiki:Gadget-AdviceProvenance-reader.js',
			'MediaWiki:Gadget-AdviceProvenance.js',
			'MediaWiki:Gadget-AdviceProvenance',
			'MediaWiki:Gadget-AdviceProvenance-reader',
			'MediaWiki:Gadget-section-advice-provenance',
			configTitle,
			definitionTitle
		] );
		expect( fresh.find( ( { title } ) => title === configTitle )?.after ).toBe( '{"drafts":[]}' );
	} );

	const stored: CurrentPages = new Map( fresh.map( ( { title, after, model } ) => asStored(
		title,
		// As MediaWiki keeps it: JSON indented, other pages without white space at the end.
		model === 'json' ? JSON.stringify( JSON.parse( after ), null, '\t' ) : after.trimEnd()
	) ) );

	it( 'leaves alone what is as it should be', () => {
		expect( plan( deployment, stored ).filter( ( { action } ) => action !== 'same' ) ).toEqual( [] );
	} );

	it( 'never overwrites the configuration unless it is given one', () => {
		const own = new Map( [ ...stored, asStored( configTitle, '{"drafts":[1]}' ) ] );
		const planned = ( config?: unknown ): PageAction | undefined => plan(
			{ ...deployment, config }, own
		).find( ( { title } ) => title === configTitle );
		expect( planned() ).toMatchObject( { action: 'same', after: '{"drafts":[1]}' } );
		expect( planned( { drafts: [ 2 ] } ) )
			.toMatchObject( { action: 'change', after: '{"drafts":[2]}' } );
	} );

	it( 'leaves alone what the wiki wrote for its readers', () => {
		const own = new Map( [
			...stored,
			asStored( 'MediaWiki:Gadget-AdviceProvenance', 'Was es tut' ),
			asStored( 'MediaWiki:Gadget-AdviceProvenance-reader', 'Teil' ),
			asStored( 'MediaWiki:Gadget-section-advice-provenance', 'Rat' )
		] );
		expect( plan( deployment, own ).filter( ( { action } ) => action !== 'same' ) ).toEqual( [] );
	} );

	it( 'changes only what differs', () => {
		const old = new Map( [ ...stored, asStored( 'MediaWiki:Gadget-AdviceProvenance.js', 'old();' ) ] );
		expect( plan( deployment, old ).filter( ( { action } ) => action !== 'same' ) ).toEqual( [ {
			title: 'MediaWiki:Gadget-AdviceProvenance.js', action: 'change', before: 'old();',
			after: 'load();\n', model: 'javascript', revision: 7
		} ] );
	} );

	it( 'refuses a build that lacks a page of the definition', () => {
		const files = new Map( deployment.files );
		files.delete( 'Gadget-AdviceProvenance-reader.js' );
		expect( () => plan( { ...deployment, files }, new Map() ) )
			.toThrow( /missing: Gadget-AdviceProvenance-reader\.js/ );
	} );

	it( 'refuses a page of another content model', () => {
		const wrong = new Map( [ [ configTitle, { text: '{}', model: 'wikitext', revision: 7 } ] ] );
		expect( () => plan( deployment, wrong ) ).toThrow( /Special:ChangeContentModel/ );
	} );
} );

describe( 'saveDeployment', () => {
	it( 'keeps what somebody else adds to the definition meanwhile', async () => {
		const wiki = fakeWiki();
		let others = 0;
		wiki.before = ( title ) => {
			// The first of them creates the page, the second changes it.
			if ( title === definitionTitle && others < 2 ) {
				wiki.edit( title, `${ wiki.texts().get( title ) ?? '' }* Other${ ++others }|other.js\n` );
			}
		};
		const log: string[] = [];
		const done = await saveDeployment( wiki.session, deployment, ( line ) => log.push( line ) );
		expect( wiki.texts().get( definitionTitle ) ).toBe( mergeDefinition( '* Other1|other.js\n* Other2|other.js\n', definition ) );
		expect( done.every( ( { action } ) => action !== 'same' ) ).toBe( true );
		expect( log.filter( ( line ) => line === 'created MediaWiki:AdviceProvenance.user.js' ) ).toHaveLength( 1 );
	} );

	it( 'gives up where somebody never stops', async () => {
		const wiki = fakeWiki();
		let others = 0;
		wiki.before = ( title ) => {
			if ( title === definitionTitle ) {
				wiki.edit( title, `* Other${ ++others }|other.js` );
			}
		};
		await expect( saveDeployment( wiki.session, deployment, () => undefined ) ).rejects.toThrow( 'keeps changing' );
	} );
} );
