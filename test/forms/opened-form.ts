/** The forms as somebody meets them, in jsdom: opened, filled in, pressed. */
import { createApp, type App } from 'vue';
import { expect } from 'vitest';
import FormsView from '../../src/forms/FormsView.vue';
import english from '../../i18n/en.json';
import { kept, knowPanelTexts, unknownMessages } from '../panel/fake-mw';
import { makeAccount, TestWorkspace } from '../panel/fixture';
import type { orchardLog } from '../panel/fixture-log';
import type { FakeWiki } from './fake-wiki';

export const TITLE = 'Project:Orchard Rules/Advice.json';

/** What is kept of a form. */
export function keptForm(): unknown {
	return [ ...kept ].find( ( [ key ] ) => key.endsWith( `form:${ TITLE }:Pip` ) )?.[ 1 ];
}

let app: App | null = null;
/** What closing the forms told. */
export let closed: unknown[] = [];

/** Time for promises, drawing, and the pause after which what was typed is kept. */
export async function settle( ms = 0 ): Promise<void> {
	for ( let i = 0; i < 6; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve, i ? 0 : ms );
		} );
	}
}

export function message( key: string, ...params: string[] ): string {
	return ( english as Record<string, unknown> )[ `advice-provenance-${ key }` ]?.toString()
		.replace( /\$(\d)/g, ( all, nth: string ) => params[ Number( nth ) - 1 ] ?? all ) ?? `no message ${ key }`;
}

export function shown(): string {
	return ( document.body.textContent ?? '' ).replace( /\s+/g, ' ' );
}

export function buttons( key: string ): HTMLButtonElement[] {
	return Array.from( document.querySelectorAll( 'button' ) )
		.filter( ( button ) => button.textContent?.trim() === message( key ) );
}

export async function press( key: string, nth = 0 ): Promise<void> {
	const button = buttons( key )[ nth ];
	if ( !button ) {
		throw new Error( `${ message( key ) } is not there: ${ shown() }` );
	}
	expect( button.disabled ).toBe( false );
	button.click();
	await settle();
}

/** The control of a field, by the end of its place in the log. */
export function control<T extends HTMLElement>( path: string ): T {
	const field = Array.from( document.querySelectorAll<HTMLElement>( '[data-path]' ) )
		.find( ( { dataset } ) => dataset.path?.endsWith( path ) );
	const found = field?.querySelector<T>( 'textarea, input, select' );
	if ( !found ) {
		throw new Error( path );
	}
	return found;
}

export async function type( path: string, value: string ): Promise<void> {
	const input = control<HTMLInputElement>( path );
	input.value = value;
	input.dispatchEvent( new Event( input.tagName === 'SELECT' ? 'change' : 'input' ) );
	input.dispatchEvent( new Event( 'blur' ) );
	await settle();
}

/** Finds something by its name in the field at a place, and takes it. */
export async function pick( path: string, name: string ): Promise<void> {
	const input = control<HTMLInputElement>( path );
	Object.assign( input, { value: name } ).dispatchEvent( new Event( 'input' ) );
	await settle();
	input.dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Enter', cancelable: true } ) );
	await settle();
}

export async function open(
	wiki: FakeWiki, start: object = {}, workspace = new TestWorkspace( makeAccount() )
): Promise<TestWorkspace> {
	await wiki.install();
	knowPanelTexts();
	workspace.logText = wiki.newest?.text ?? null;
	workspace.logRevision = wiki.newest?.id ?? 0;
	const host = document.createElement( 'div' );
	document.body.append( host );
	closed = [];
	const onClose = ( entry: unknown ): void => {
		closed.push( entry );
	};
	app = createApp( FormsView, { workspace, start, onClose } );
	app.mount( host );
	await settle();
	return workspace;
}

export function stored( wiki: FakeWiki ): typeof orchardLog {
	return JSON.parse( wiki.newest?.text ?? 'null' );
}

/** The tab goes on without the forms. */
export function unmount(): void {
	app?.unmount();
	app = null;
	document.body.textContent = '';
}

/** After each test. */
export function endForms(): void {
	unmount();
	kept.clear();
	expect( [ ...unknownMessages ] ).toEqual( [] );
}
