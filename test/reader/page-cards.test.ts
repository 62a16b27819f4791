// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCard, press } from '../../src/reader/card';
import { cardSetting, setCardSetting } from '../../src/reader/card-setting';
import type { ReaderWorkspace } from '../../src/reader/draft-workspace';
import { pageCards } from '../../src/reader/page-cards';
import { installMw } from '../panel/fake-mw';

const loading = vi.hoisted( () => ( { script: Promise.resolve( {} ) as Promise<unknown> } ) );
vi.mock( '../../src/reader/load-script', () => ( { loadEvidenceScript: () => loading.script } ) );

const notify = vi.fn();
const tool = (): HTMLElement | null => document.querySelector( '#t-advice-provenance-cards a' );

beforeEach( () => {
	installMw();
	document.body.innerHTML = '<ul></ul>';
	Object.assign( mw, { notify } );
	Object.assign( mw.util, {
		addPortletLink( _portlet: string, href: string, text: string, id: string ) {
			const item = document.createElement( 'li' );
			item.id = id;
			const link = item.appendChild( document.createElement( 'a' ) );
			link.href = href;
			link.textContent = text;
			return document.querySelector( 'ul' )!.appendChild( item );
		}
	} );
} );

describe( 'the link that has cards open again', () => {
	it( 'gives the focus on before it goes, and says what holds now', () => {
		setCardSetting( 'off' );
		const focus = vi.fn();
		const workspace = { openPage: () => ( { title: 'Another page' } ) } as ReaderWorkspace;
		pageCards( workspace, () => undefined, { focus } );
		tool()?.focus();
		tool()?.click();
		expect( tool() ).toBeNull();
		expect( cardSetting() ).toBe( 'hover' );
		expect( focus ).toHaveBeenCalledTimes( 1 );
		expect( notify ).toHaveBeenCalledWith( 'Cards open again, by pointing or clicking.' );
	} );
} );

describe( 'a card whose script cannot be loaded', () => {
	it( 'says so in the line that told that it is being read', async () => {
		const marker = document.body.appendChild( document.createElement( 'button' ) );
		const workspace = { openPage: () => ( { title: 'Another page' } ) } as ReaderWorkspace;
		const cards = pageCards( workspace, () => undefined, null );
		loading.script = Promise.reject( new Error( 'offline' ) );
		press( {
			marker, title: 'A', prepare: vi.fn(), opening: vi.fn(), closed: vi.fn(), instead: vi.fn(),
			opened: cards.load,
			draw: ( body ) => {
				body.appendChild( document.createElement( 'p' ) );
				cards.draw( body, [], null, marker );
			}
		} );
		const line = document.querySelector( '[role="status"]' );
		expect( line?.textContent ).toBe( 'Reading …' );
		await vi.waitFor( () => {
			expect( line?.textContent ).toBe( 'A part of the gadget could not be loaded. Please try again.' );
		} );
		expect( line?.isConnected ).toBe( true );
		closeCard( false );
	} );
} );
