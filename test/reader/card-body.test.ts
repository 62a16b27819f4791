// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawCard, type CardBodyContext } from '../../src/reader/card-body';
import { renew } from '../../src/reader/renew';
import { itemWith } from '../notes/items';
import { installMw, unknownMessages } from '../panel/fake-mw';

beforeEach( () => {
	installMw();
	unknownMessages.clear();
} );

function drawn( more: Partial<CardBodyContext> ): HTMLElement {
	const body = document.createElement( 'div' );
	const item = itemWith( 'one', { changes: [ { revision: 2 } ] } );
	drawCard( body, [ { item, because: 'asked', state: item.state } ], {
		agents: new Map(), section: null, evidence: 'ready', words: { state: 'none', done: 0, total: 0 },
		sectionUrl: () => '#', openItem: vi.fn(), wordsHere: () => 0, goToWords: vi.fn(),
		failureOf: ( what ) => `No ${ what }.`, readWords: vi.fn(), stopWords: vi.fn(), published: '',
		factsOf: () => undefined, marksOn: false, toggleMarks: vi.fn(), readAgain: vi.fn(),
		setting: 'hover', choose: vi.fn(), ...more
	} );
	return body;
}

function words( state: CardBodyContext[ 'words' ][ 'state' ], done = 0 ): Partial<CardBodyContext> {
	return { words: { state, done, total: 90 } };
}

describe( 'the body of a card', () => {
	it( 'has one line that is heard, and keeps it through all that becomes known', () => {
		const body = drawn( { evidence: 'reading' } );
		const line = body.querySelector( '[role="status"]' )!;
		const heard: string[] = [];
		for ( const more of [
			{}, words( 'reading' ), words( 'reading', 50 ), words( 'failed' ), words( 'ready' ),
			{ evidence: 'failed' } as const
		] ) {
			heard.push( line.textContent ?? '' );
			renew( body, drawn( more ) );
			expect( Array.from( body.querySelectorAll( '[role="status"]' ) ) ).toEqual( [ line ] );
		}
		expect( heard ).toEqual( [
			'Reading …', 'The edits have been read.', 'Following the words to today’s text …',
			'Following the words to today’s text …',
			'The history of the pages could not be read just now. No words.',
			'The words have been followed to today’s text.'
		] );
		expect( line.textContent ).toContain( 'The edits that the log names could not be read. No revisions.' );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'keeps the field at its foot while revisions are read', () => {
		const body = drawn( { evidence: 'reading' } );
		const field = body.querySelector( 'select' );
		for ( const more of [ {}, words( 'reading', 50 ), words( 'ready' ), { evidence: 'failed' } as const ] ) {
			renew( body, drawn( more ) );
			expect( body.querySelector( 'select' ) ).toBe( field );
		}
	} );
} );
