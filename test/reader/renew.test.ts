// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { renew } from '../../src/reader/renew';

function holder( html: string ): HTMLElement {
	const node = document.createElement( 'div' );
	node.innerHTML = html;
	return node;
}

function renewed( before: string, after: string ): HTMLElement {
	const shown = document.body.appendChild( holder( before ) );
	renew( shown, holder( after ) );
	expect( shown.innerHTML ).toBe( holder( after ).innerHTML );
	return shown;
}

afterEach( () => {
	document.body.textContent = '';
} );

describe( 'what a card shows', () => {
	it( 'becomes what it should show, whatever it was', () => {
		const tree = fc.letrec( ( tie ) => ( {
			node: fc.oneof( { maxDepth: 3 }, fc.constantFrom( 'a', 'b', '<button>a</button>', '<button>b</button>' ), tie( 'inner' ) ),
			inner: fc.tuple( fc.constantFrom( 'p', 'ul', 'p class="x"' ), fc.array( tie( 'node' ), { maxLength: 4 } ) )
				.map( ( [ tag, inside ] ) => `<div><${ tag }>${ inside.join( '<br>' ) }</${ tag.split( ' ' )[ 0 ] }></div>` )
		} ) ).node as fc.Arbitrary<string>;
		const trees = fc.array( tree, { maxLength: 5 } ).map( ( all ) => all.join( '<hr>' ) );
		fc.assert( fc.property( trees, trees, ( before, after ) => {
			renewed( before, after );
			document.body.textContent = '';
		} ) );
	} );

	it( 'keeps a field with the choice in it, whatever comes before', () => {
		const select = '<label><select><option>a</option><option>b</option></select></label>';
		const shown = document.body.appendChild( holder( `<p>Reading</p><div><button>x</button>${ select }</div>` ) );
		const field = shown.querySelector( 'select' )!;
		field.value = 'b';
		field.focus();
		renew( shown, holder( `<ul><li>new</li></ul><p>Read</p><div><button>y</button>${ select }</div>` ) );
		expect( shown.querySelector( 'select' ) ).toBe( field );
		expect( document.activeElement ).toBe( field );
		expect( field.value ).toBe( 'b' );
	} );

	it( 'keeps the line that is heard, with another text', () => {
		const shown = document.body.appendChild( holder( '<div role="status"><p>Reading</p></div>' ) );
		const line = shown.firstChild;
		renew( shown, holder( '<div role="status"><p class="x">Read</p></div>' ) );
		expect( shown.firstChild ).toBe( line );
		expect( line?.textContent ).toBe( 'Read' );
	} );

	it( 'keeps a button when another one comes before it', () => {
		const shown = document.body.appendChild( holder( '<p><a href="#">x</a> <button>Record</button> </p>' ) );
		const record = shown.querySelector( 'button' );
		renew( shown, holder( '<p><a href="#">x</a> <button>Go</button> <button>Record</button> </p>' ) );
		expect( shown.querySelectorAll( 'button' )[ 1 ] ).toBe( record );
	} );

	it( 'gives no button another meaning', () => {
		const shown = document.body.appendChild( holder( '<p><button>Stop</button></p>' ) );
		const stop = shown.querySelector( 'button' );
		renew( shown, holder( '<p><button>Follow</button></p>' ) );
		expect( shown.querySelector( 'button' ) ).not.toBe( stop );
	} );

	it( 'gives no button of one item to another', () => {
		const shown = document.body.appendChild( holder( '<ul><li data-item="a">A<button>Record</button></li></ul>' ) );
		const record = shown.querySelector( 'button' );
		renew( shown, holder( '<ul><li data-item="b">B<button>Record</button></li></ul>' ) );
		expect( shown.querySelector( 'button' ) ).not.toBe( record );
	} );
} );
