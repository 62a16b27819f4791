/**
 * Traces that were made in this browser, kept in IndexedDB so that another visit reads only what
 * is new. Nothing depends on it: where it is forbidden, full, broken or slow, nothing is kept.
 */
import { clear, createStore, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import { isRecord } from './api';

export interface KeptTrace {
	/** Names the revisions that are in it, in the words of who keeps it. */
	revisions: string;
	/** What to go on from. */
	trace: unknown;
}

/** Which draft a trace is of. */
export interface TracePlace {
	/** Ids of the draft's pages. */
	pages: readonly number[];
	/** The newest revision that is in the trace. */
	revision: number;
}

/** Wiki, ids of the pages, newest revision, day on which it was kept. */
type Key = [ wiki: string, pages: string, revision: number, day: number ];

const DAY_MS = 24 * 60 * 60 * 1000;
/** As long as everything else that is kept in the browser; see storage.ts. */
const KEPT_DAYS = 90;
/** A database that does not answer by then is not waited for. */
const PATIENCE_MS = 3000;

let store: UseStore | null = null;

/** Does something with the store, or gives something else where that fails or takes long. */
async function tryStore<T>( act: ( store: UseStore ) => Promise<T>, otherwise: T ): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = new Promise<T>( ( resolve ) => {
		timer = setTimeout( () => resolve( otherwise ), PATIENCE_MS );
	} );
	try {
		store = store || createStore( 'advice-provenance', 'traces' );
		return await Promise.race( [ act( store ), patience ] );
	} catch {
		return otherwise;
	} finally {
		clearTimeout( timer );
	}
}

function today(): number {
	return Math.floor( Date.now() / DAY_MS );
}

function isKey( key: unknown ): key is Key {
	return Array.isArray( key ) && key.length === 4 && typeof key[ 3 ] === 'number';
}

function draftKey( pages: readonly number[] ): [ string, string ] {
	return [ mw.config.get( 'wgWikiID' ), [ ...pages ].sort( ( a, b ) => a - b ).join() ];
}

function isOf( [ wiki, ids ]: Key, pages: readonly number[] ): boolean {
	const [ ownWiki, ownIds ] = draftKey( pages );
	return wiki === ownWiki && ids === ownIds;
}

async function ownKeys( from: UseStore ): Promise<Key[]> {
	return ( await keys<IDBValidKey>( from ) ).filter( isKey );
}

/**
 * What is kept of a draft; null if there is nothing, or nothing can be kept. What is too old is
 * dropped on the way, of any draft.
 *
 * @param pages ids
 */
export function recallTrace( pages: readonly number[] ): Promise<KeptTrace | null> {
	return tryStore( async ( from ) => {
		const all = await ownKeys( from );
		const isOld = ( key: Key ): boolean => key[ 3 ] < today() - KEPT_DAYS;
		await delMany( all.filter( isOld ), from );
		const key = all.find( ( other ) => isOf( other, pages ) && !isOld( other ) );
		const kept: unknown = key && await get( key, from );
		return isRecord( kept ) && typeof kept.revisions === 'string' ?
			{ revisions: kept.revisions, trace: kept.trace } :
			null;
	}, null );
}

/** Drops what is kept of a draft, except under a key. */
async function dropOthers(
	from: UseStore, pages: readonly number[], keep: Key | null
): Promise<void> {
	const others = ( await ownKeys( from ) ).filter( ( key ) => isOf( key, pages ) &&
		String( key ) !== String( keep ) );
	await delMany( others, from );
}

/** Keeps a trace in the place of what was kept of its draft. */
export async function keepTrace(
	{ pages, revision }: TracePlace, kept: KeptTrace
): Promise<void> {
	await tryStore( async ( into ) => {
		const key: Key = [ ...draftKey( pages ), revision, today() ];
		await set( key, kept, into );
		await dropOthers( into, pages, key );
	}, undefined );
}

/**
 * Drops what is kept of a draft.
 *
 * @param pages ids
 */
export async function dropTrace( pages: readonly number[] ): Promise<void> {
	await tryStore( ( from ) => dropOthers( from, pages, null ), undefined );
}

/**
 * Drops everything that is kept, of all drafts and all wikis of this site.
 *
 * @return false if that failed
 */
export function dropAllTraces(): Promise<boolean> {
	return tryStore( async ( from ) => {
		await clear( from );
		return true;
	}, false );
}
