import { expect, it } from 'vitest';
import { scoreSections } from './score-sections';
import type { SectionRow } from './score-sections';

const rename: SectionRow = { revid: 3, kind: 'rename', from: 'Bans', to: 'Blocks' };
const insert: SectionRow = { revid: 3, kind: 'insert', from: null, to: 'Bans' };

it( 'counts events that are found, missed and spurious', () => {
	expect( scoreSections( [ insert, rename ], [ rename, insert ] ) )
		.toEqual( { labelled: 2, found: 2, spurious: 0 } );
	expect( scoreSections( [ rename, { ...rename, revid: 4 } ], [ rename, insert ] ) )
		.toEqual( { labelled: 2, found: 1, spurious: 1 } );
	expect( scoreSections( [ { ...insert, to: 'bans' } ], [ insert ] ) )
		.toEqual( { labelled: 1, found: 0, spurious: 1 } );
} );

it( 'counts an event that is reported twice once', () => {
	expect( scoreSections( [ rename, rename ], [ rename ] ) )
		.toEqual( { labelled: 1, found: 1, spurious: 1 } );
} );
