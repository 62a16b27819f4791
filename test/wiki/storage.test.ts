import { beforeEach, expect, it, vi } from 'vitest';
import { keepObject, recallObject } from '../../src/wiki/storage';

let wikiId = '';

beforeEach( () => {
	// What one host keeps.
	const kept = new Map<string, object>();
	vi.stubGlobal( 'mw', {
		config: { get: () => wikiId },
		storage: {
			getObject: ( key: string ) => kept.get( key ) ?? null,
			setObject: ( key: string, value: object ) => Boolean( kept.set( key, value ) )
		}
	} );
} );

it( 'what one wiki of a host keeps, another one does not take for its own', () => {
	wikiId = 'orchard';
	expect( keepObject( 'Project:Log', { of: 'orchard' } ) ).toBe( true );
	wikiId = 'garden';
	expect( recallObject( 'Project:Log' ) ).toBeNull();
	keepObject( 'Project:Log', { of: 'garden' } );
	wikiId = 'orchard';
	expect( recallObject( 'Project:Log' ) ).toEqual( { of: 'orchard' } );
} );
