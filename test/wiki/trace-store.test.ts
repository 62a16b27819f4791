import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as TraceStore from '../../src/wiki/trace-store';

/** The store as it is when a page has just been opened. */
async function freshStore( indexedDB: unknown ): Promise<typeof TraceStore> {
	vi.resetModules();
	vi.stubGlobal( 'indexedDB', indexedDB );
	vi.stubGlobal( 'mw', { config: { get: () => 'wiki' } } );
	return import( '../../src/wiki/trace-store' );
}

/** As much of a request as idb-keyval uses. */
interface FakeRequest {
	result?: unknown;
	error?: Error;
	onsuccess?(): void;
	onerror?(): void;
}

function answer( request: FakeRequest, kind: 'onsuccess' | 'onerror' ): FakeRequest {
	queueMicrotask( () => request[ kind ]?.() );
	return request;
}

/** Kinds of IndexedDB that are of no use, none of which is rare. */
const broken: [ string, unknown ][] = [
	[ 'there is none', undefined ],
	[ 'it is forbidden', { open: () => {
		throw new DOMException( 'The operation is insecure.', 'SecurityError' );
	} } ],
	[ 'it cannot be opened', { open: () => (
		answer( { error: new Error( 'Internal error' ) }, 'onerror' )
	) } ],
	[ 'it is another script\'s', { open: () => answer( { result: { transaction: () => {
		throw new DOMException( 'No such object store', 'NotFoundError' );
	} } }, 'onsuccess' ) } ],
	[ 'it cannot be read', { open: () => answer( { result: { transaction: () => ( {
		objectStore: () => ( { getAllKeys: () => answer( { error: new Error( 'broken' ) }, 'onerror' ), put: () => {
			throw new DOMException( 'Not to be copied', 'DataCloneError' );
		}, clear: () => undefined, transaction: answer( { error: new Error( 'broken' ) }, 'onerror' ) } )
	} ) } }, 'onsuccess' ) } ],
	[ 'it never answers', { open: () => ( {} ) } ]
];

beforeEach( () => {
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout' ] } );
} );

afterEach( () => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
} );

describe( 'where IndexedDB is of no use', () => {
	it.each( broken )( 'because %s, nothing is kept and nothing breaks', async ( _name, indexedDB ) => {
		const store = await freshStore( indexedDB );
		const place = { pages: [ 1 ], revision: 2 };
		const done = Promise.all( [
			store.recallTrace( [ 1 ] ),
			store.keepTrace( place, { revisions: '2.1', trace: {} } ),
			store.dropTrace( [ 1 ] ),
			store.dropAllTraces()
		] );
		// Longer is not waited for.
		await vi.advanceTimersByTimeAsync( 3000 );
		expect( await done ).toEqual( [ null, undefined, undefined, false ] );
		expect( vi.getTimerCount() ).toBe( 0 );
	} );
} );
