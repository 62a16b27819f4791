// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cardSetting, setCardSetting } from '../../src/reader/card-setting';
import type { ReaderWorkspace } from '../../src/reader/draft-workspace';
import { pageCards } from '../../src/reader/page-cards';
import { installMw } from '../panel/fake-mw';

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
