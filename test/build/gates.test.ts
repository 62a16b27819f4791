import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { budgets, checkDist, checkPage } from '../../build/gates';

describe( 'a built page', () => {
	it.each( [
		[ 'within the rules', 'var a = `x`; const f = ( x ) => x ** 2;', null ],
		[ 'with a signature', 'var a = "~~~~";', 'signature' ],
		[ 'with a substitution', 'var a = "{{subst:x}}";', 'substitution' ],
		[ 'with a safe substitution', 'var a = "{{SafeSubst:x}}";', 'substitution' ],
		[ 'that ends nowiki', 'var a = "</NoWiki>";', 'nowiki' ],
		[ 'with innerHTML', 'a.innerHTML = b;', 'markup' ],
		[ 'with outerHTML', 'a["outerHTML"] = b;', 'markup' ],
		[ 'with insertAdjacentHTML', 'a.insertAdjacentHTML( "x", b );', 'markup' ],
		[ 'with eval', 'eval("x");', 'code' ],
		[ 'with new Function', 'new Function( "x" );', 'code' ],
		[ 'with a control character', 'var a = "\u0001";', 'MediaWiki changes' ],
		[ 'with a letter and its mark apart', 'var a = "e\u0301";', 'MediaWiki changes' ],
		[ 'with tabs and lines', 'var a =\n\t1;', null ],
		[ 'with optional chaining', 'a?.b;', 'ES2016' ],
		[ 'with async functions', 'async function f() {}', 'ES2016' ],
		[ 'with object spread', 'var a = { ...b };', 'ES2016' ],
		[ 'with a module\'s import', 'import a from "a";', 'ES2016' ],
		[ 'cut off', 'function f() {', 'ES2016' ]
	] )( '%s', ( _name, content, problem ) => {
		const wrong = checkPage( 'Gadget-AdviceProvenance-reader.js', content );
		expect( wrong ).toHaveLength( problem ? 1 : 0 );
		expect( wrong.join() ).toContain( problem || '' );
	} );

	it.each( Object.entries( budgets ) )( '%s may have %i bytes after gzip and no more', ( page, budget ) => {
		const noise = ( bytes: number ): string => `/*${ randomBytes( bytes ).toString( 'base64' ) }*/`;
		expect( checkPage( page, noise( Math.floor( budget * 0.8 ) ) ) ).toEqual( [] );
		expect( checkPage( page, noise( Math.ceil( budget * 1.2 ) ) ).join() ).toMatch( /bytes after gzip/ );
	} );

	it( 'of styles is no script', () => {
		expect( checkPage( 'Gadget-AdviceProvenance-reader.css', '.a { color: red; }' ) ).toEqual( [] );
	} );
} );

describe( 'a build', () => {
	let dist: string;
	beforeEach( () => {
		dist = mkdtempSync( join( tmpdir(), 'gates-' ) );
		Object.keys( budgets ).forEach( ( page ) => writeFileSync( join( dist, page ), '/* */' ) );
	} );
	afterEach( () => rmSync( dist, { recursive: true } ) );

	it( 'passes when every page does', () => {
		expect( () => checkDist( dist ) ).not.toThrow();
	} );

	it( 'is refused with everything that is wrong', () => {
		rmSync( join( dist, 'Gadget-AdviceProvenance-panel.js' ) );
		writeFileSync( join( dist, 'Gadget-AdviceProvenance.js' ), 'a.innerHTML = "~~~";' );
		expect( () => checkDist( dist ) ).toThrow( /innerHTML[^]*panel\.js: not built|~~~[^]*panel\.js: not built/ );
	} );
} );
