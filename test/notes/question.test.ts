// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { question, type Answer, type Run } from '../../src/notes/question';
import { installMw, unknownMessages } from '../panel/fake-mw';

beforeEach( () => {
	installMw();
	unknownMessages.clear();
} );
afterEach( () => {
	document.body.textContent = '';
} );

/** A reading that ends when the test says so. */
function opened(): {
	node: HTMLElement;
	run(): Run;
	end( answer: Answer | Error ): Promise<void>;
	read: ReturnType<typeof vi.fn>;
} {
	let run: Run | undefined;
	let settle = ( _answer: Answer | Error ): void => undefined;
	const read = vi.fn( ( given: Run ) => new Promise<Answer>( ( resolve, reject ) => {
		run = given;
		settle = ( answer ) => answer instanceof Error ? reject( answer ) : resolve( answer );
		given.signal.addEventListener( 'abort', () => reject( new Error( 'stopped' ) ) );
	} ) );
	const node = question( 'Which words?', read );
	document.body.appendChild( node );
	return {
		node,
		read,
		run: () => run as Run,
		end: async ( answer ) => {
			settle( answer );
			await new Promise( ( resolve ) => {
				setTimeout( resolve );
			} );
		}
	};
}

const buttonsOf = ( node: HTMLElement ): string[] => Array.from( node.querySelectorAll( 'button' ), ( { textContent } ) => textContent || '' );
const statusOf = ( node: HTMLElement ): string => node.querySelector( '[role="status"]' )?.textContent || '';
function press( node: HTMLElement ): void {
	const button = node.querySelector( 'button' );
	button?.focus();
	button?.click();
}

describe( 'a question', () => {
	it( 'reads nothing before it is asked', () => {
		const { node, read } = opened();
		expect( read ).not.toHaveBeenCalled();
		expect( buttonsOf( node ) ).toEqual( [ 'Which words?' ] );
		expect( statusOf( node ) ).toBe( '' );
	} );

	it( 'tells how far it is, then answers, and keeps the focus in its place', async () => {
		const { node, run, end } = opened();
		press( node );
		expect( statusOf( node ) ).toBe( 'Reading …' );
		expect( buttonsOf( node ) ).toEqual( [ 'Stop' ] );
		expect( document.activeElement?.textContent ).toBe( 'Stop' );
		run().tell( 50, 120 );
		expect( statusOf( node ) ).toBe( '50 of 120 revisions read' );
		const details = document.createElement( 'ul' );
		await end( { summary: 'Two passages.', details: [ null, details ] } );
		expect( statusOf( node ) ).toBe( 'Two passages.' );
		expect( buttonsOf( node ) ).toEqual( [] );
		expect( node.contains( details ) ).toBe( true );
		// Long lists are not read out, and the focus is not lost.
		expect( node.querySelector( '[role="status"]' )?.contains( details ) ).toBe( false );
		expect( document.activeElement?.getAttribute( 'role' ) ).toBe( 'status' );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'does not take the focus from elsewhere', async () => {
		const { node, end } = opened();
		press( node );
		const field = document.body.appendChild( document.createElement( 'textarea' ) );
		field.focus();
		await end( { summary: 'Nothing.' } );
		expect( document.activeElement ).toBe( field );
	} );

	it( 'can be stopped and asked again', async () => {
		const { node, end, read } = opened();
		press( node );
		press( node );
		await end( { summary: 'late' } );
		expect( statusOf( node ) ).toBe( 'Stopped.' );
		expect( buttonsOf( node ) ).toEqual( [ 'Which words?' ] );
		press( node );
		expect( read ).toHaveBeenCalledTimes( 2 );
		await end( { summary: 'Done.' } );
		expect( statusOf( node ) ).toBe( 'Done.' );
	} );

	it( 'offers to try again after a failure', async () => {
		const { node, end, read } = opened();
		press( node );
		await end( new Error( 'HTTP 500' ) );
		expect( statusOf( node ) ).toBe( 'The wiki did not answer as it should. Nothing is known from this.' );
		expect( buttonsOf( node ) ).toEqual( [ 'Try again' ] );
		press( node );
		expect( read ).toHaveBeenCalledTimes( 2 );
	} );
} );
