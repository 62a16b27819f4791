// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { orchardLog } from '../log/fixtures/orchard';
import { installLogMw, passTime } from './fake-mw';

let showInEditForm: () => void;
beforeAll( async () => {
	installLogMw();
	// jsdom scrolls nothing.
	Element.prototype.scrollIntoView = () => undefined;
	( { showInEditForm } = await import( '../../src/logpage/edit-view' ) );
} );

const whole = JSON.stringify( orchardLog, null, '\t' );
const saved = vi.fn();

function area(): HTMLTextAreaElement {
	return document.querySelector( 'textarea' ) as HTMLTextAreaElement;
}

function box(): HTMLElement {
	return document.querySelector( '.advice-provenance-log-check' ) as HTMLElement;
}

function status(): string {
	return box().querySelector( '[role="status"]' )?.textContent ?? '';
}

function buttons( root: Element = box() ): HTMLButtonElement[] {
	return Array.from( root.querySelectorAll( 'button' ) );
}

function guard(): HTMLElement | null {
	return document.querySelector( '.advice-provenance-log-guard' );
}

function type( text: string ): void {
	area().value = text;
	area().dispatchEvent( new Event( 'input' ) );
	passTime();
}

function press( name: string ): void {
	( document.querySelector( `[name="${ name }"]` ) as HTMLElement ).click();
}

function open( text: string ): void {
	document.body.innerHTML = '<form id="editform"><textarea id="wpTextbox1"></textarea><input name="wpSummary"><input type="submit" name="wpSave"><input type="submit" name="wpPreview"></form>';
	area().defaultValue = text;
	saved.mockClear();
	document.querySelector( 'form' )?.addEventListener( 'submit', ( event ) => {
		event.preventDefault();
		saved( area().value );
	} );
	showInEditForm();
}

beforeEach( () => open( whole ) );

describe( 'the edit form of the log', () => {
	it( 'says at once what is doubtful, and tells of errors when one stops typing', () => {
		const before = status();
		expect( before ).not.toContain( 'cannot be right' );
		type( `${ whole }]` );
		expect( status() ).toBe( '1 thing in the log cannot be right' );
		const lines = whole.split( '\n' );
		expect( box().querySelector( 'li' )?.textContent ).toContain( 'Error This is not JSON from here on: ].' );
		expect( buttons()[ 0 ]?.textContent ).toBe( `line ${ lines.length }, column 2` );
		buttons()[ 0 ]?.click();
		expect( document.activeElement ).toBe( area() );
		expect( area().selectionStart ).toBe( whole.length );
		type( whole );
		expect( status() ).toBe( before );
	} );

	it( 'does not read out again what has not changed', () => {
		type( `${ whole }]` );
		const spoken = vi.fn();
		const observer = new MutationObserver( spoken );
		observer.observe( box().querySelector( '[role="status"]' ) as Element, { childList: true, characterData: true, subtree: true } );
		type( `${ whole } ]` );
		expect( observer.takeRecords() ).toEqual( [] );
		expect( buttons()[ 0 ]?.textContent ).toContain( 'column 3' );
	} );

	it( 'does not save errors, however they are sent', () => {
		area().value = whole.replace( '"draft"', '"graft"' );
		press( 'wpSave' );
		expect( saved ).not.toHaveBeenCalled();
		expect( guard()?.textContent ).toContain( 'nobody can read as an advice log' );
		expect( guard()?.contains( document.activeElement ) ).toBe( true );
		expect( buttons( guard() as Element ).map( ( { textContent } ) => textContent ) ).toEqual( [ 'Go to the first' ] );
		document.querySelector( 'form' )?.dispatchEvent( new Event( 'submit', { cancelable: true } ) );
		expect( saved ).not.toHaveBeenCalled();
	} );

	it( 'leaves the preview alone', () => {
		area().value = 'oops';
		press( 'wpPreview' );
		expect( saved ).toHaveBeenCalledOnce();
		expect( guard() ).toBeNull();
	} );

	it( 'asks about what became doubtful, and saves it then', () => {
		area().value = whole.replace( '{', '{ "mood": "hopeful",' );
		press( 'wpSave' );
		expect( saved ).not.toHaveBeenCalled();
		expect( guard()?.textContent ).toContain( 'One note on what is incomplete' );
		buttons( guard() as Element )[ 1 ]?.click();
		expect( saved ).toHaveBeenCalledOnce();
		expect( guard() ).toBeNull();
		// What is written after that is asked about anew.
		area().value = whole.replace( '{', '{ "tune": "sad",' );
		press( 'wpSave' );
		expect( saved ).toHaveBeenCalledOnce();
	} );

	it( 'saves without a word what was doubtful before', () => {
		open( whole.replace( '{', '{ "mood": "hopeful",' ) );
		area().value = whole.replace( '{', '{\n\n"mood": "hopeful",' );
		press( 'wpSave' );
		expect( saved ).toHaveBeenCalledOnce();
	} );
} );
