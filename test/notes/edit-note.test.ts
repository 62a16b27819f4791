// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { AdviceItem, DraftAccount } from '../../src/account/types';
import type { Workspace } from '../../src/account/workspace';
import { editNote, type EditedPart } from '../../src/notes/edit-note';
import type { Notes } from '../../src/notes/notes';
import { installMw, unknownMessages } from '../panel/fake-mw';
import { itemWith } from './items';

const PAGE = 'Orchard Rules';
const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt;';

beforeEach( () => {
	installMw();
	unknownMessages.clear();
} );

function at( heading: string ): { page: string; heading: string; nth: number } {
	return { page: PAGE, heading, nth: 0 };
}

function note( items: AdviceItem[] | null, part: EditedPart | null ): HTMLElement {
	const account = items && { items, process: [] } as unknown as DraftAccount;
	const workspace = { account: () => account } as unknown as Workspace;
	const notes: Notes = { page: PAGE, workspace, stateIcon: () => document.createElement( 'i' ), pointing: { closeCard: () => undefined } };
	return editNote( notes, part );
}

const summaryOf = ( node: HTMLElement ): string => node.querySelector( 'summary' )?.textContent || '';

const quiet: EditedPart = { first: 4, headings: [ 'Quiet hours', 'Machines' ] };
const changed = itemWith( 'a', { changes: [ { revision: 7 } ], item: { touched: [ at( 'Machines' ) ] } } );
const asked = itemWith( 'b', { changes: [ { revision: 8 } ], item: { asked: [ at( 'Quiet hours' ) ] } } );
const elsewhere = itemWith( 'c', { item: { touched: [ at( 'Fire' ) ] } } );
const unplaced = itemWith( 'd', { changes: [ { revision: 9 } ], item: { unplaced: true } } );

describe( 'the note on an edited section', () => {
	it( 'names what concerns it and its parts, and by whom, while it is folded', () => {
		const node = note( [ changed, asked, elsewhere, unplaced ], quiet );
		expect( node.querySelector( 'details' )?.open ).toBe( false );
		expect( summaryOf( node ) ).toBe( 'Expert advice on what is edited here: 1 changed, 1 not recorded, Professor Marrow' );
		const links = Array.from( node.querySelectorAll( 'a' ) );
		expect( links.map( ( { textContent } ) => textContent ) ).toEqual( [ 'Summary of a', 'Summary of b' ] );
		// Nothing that was typed is lost by following them.
		expect( links.every( ( { target, rel } ) => target === '_blank' && rel === 'noopener' ) ).toBe( true );
		expect( links[ 0 ]?.getAttribute( 'href' ) ).toMatch( /#advice\/a$/ );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'has the language of the interface, and in it that of the log', () => {
		Object.assign( document.documentElement, { lang: 'ar', dir: 'rtl' } );
		const node = note( [ changed ], quiet );
		expect( [ node.lang, node.dir, node.querySelector( 'a' )?.lang ] ).toEqual( [ 'ar', 'rtl', 'de' ] );
		Object.assign( document.documentElement, { lang: '', dir: '' } );
	} );

	it( 'tells advice that may concern it from none', () => {
		expect( summaryOf( note( [ elsewhere, unplaced ], quiet ) ) ).toMatch( /^No expert advice is known .* one piece of advice may/ );
		expect( summaryOf( note( [ elsewhere ], quiet ) ) ).toBe( 'No expert advice is on record for what is edited here.' );
	} );

	it( 'is about all sections where the whole page is edited', () => {
		expect( summaryOf( note( [ changed, asked, elsewhere ], null ) ) ).toContain( '1 changed, 1 checked, 1 not recorded' );
	} );

	it( 'says that the log could not be read', () => {
		const node = note( null, quiet );
		expect( summaryOf( node ) ).toBe( 'The advice log of this draft could not be read.' );
		expect( node.querySelector( 'button' ) ).toBeNull();
	} );

	it( 'shows hostile texts as texts', () => {
		const item = itemWith( hostile, { item: {
			touched: [ at( 'Machines' ) ], advisers: [ { id: 'x', name: hostile } ],
			entry: { id: 'e', request: { question: hostile } }, advice: { id: 'a', summary: hostile }
		} } );
		const node = note( [ item ], quiet );
		expect( node.querySelector( 'img, script, b' ) ).toBeNull();
		expect( node.textContent ).toContain( hostile );
		expect( node.querySelector( 'a' )?.getAttribute( 'href' ) ).toMatch( /^\/wiki\/[^<>"]*$/ );
	} );

	it( 'shows the question of withheld advice, and none of its words', () => {
		const item = itemWith( 'w', { item: {
			touched: [ at( 'Machines' ) ], state: 'withheld',
			advice: { id: 'w.1', summary: 'secret words', disclosure: { level: 'withheld' } }
		} } );
		const node = note( [ item ], quiet );
		expect( node.textContent ).not.toContain( 'secret' );
		expect( node.textContent ).toContain( 'Question of w' );
	} );
} );
