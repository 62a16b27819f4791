/**
 * What of an unsaved form is kept in the browser: the things that were changed, so that they can
 * be put into whatever the log is by then. The content of withheld advice is not among it.
 */
import { objectsAt, listPaths } from '../log/find-things';
import {
	equalValues, fieldOf, isJsonObject, valueAt, withField, withValueAt,
	type JsonObject, type JsonValue
} from '../log/json-value';
import { idOf } from '../log/log-parts';
import { withhold } from '../log/edit-log';
import type { Disclosure } from '../log/types';
import { restoreContent } from './restore-content';

export interface KeptDraft {
	/** Revision of the log that it was made from; 0 for a log that is new. */
	revision: number;
	/** When it was kept, in milliseconds. */
	time: number;
	title?: string;
	/** Things that are new or changed, by the JSON Pointer of their list. */
	things: Record<string, JsonObject[]>;
	/** Ids of things that were removed, likewise. */
	removed: Record<string, string[]>;
}

const LISTS = Object.values( listPaths );

function byId( log: JsonValue, list: string ): Map<string, JsonObject> {
	return new Map( objectsAt( log, list ).flatMap( ( { value } ) => {
		const id = idOf( value );
		return id === undefined ? [] : [ [ id, value ] ];
	} ) );
}

function adviceOf( entry: JsonObject ): JsonValue[] {
	const advice = fieldOf( entry, 'advice' );
	return Array.isArray( advice ) ? advice : [];
}

function disclosureOf( advice: JsonValue ): Disclosure | null {
	const disclosure = isJsonObject( advice ) ? fieldOf( advice, 'disclosure' ) : undefined;
	return isJsonObject( disclosure ) && disclosure.level === 'withheld' ?
		disclosure as unknown as Disclosure :
		null;
}

/** An entry without what must not be kept. */
function withoutWithheld( entry: JsonObject ): JsonObject {
	let log: JsonValue = { entries: [ entry ] };
	for ( const advice of adviceOf( entry ) ) {
		const [ disclosure, id ] = [ disclosureOf( advice ), idOf( advice ) ];
		if ( disclosure && id !== undefined ) {
			( { log } = withhold( log, id, disclosure ) );
		}
	}
	const kept = valueAt( log, '/entries/0' );
	return isJsonObject( kept ) ? kept : entry;
}

/**
 * What to keep of a form; null if nothing was changed.
 *
 * @param base the log that it was made from
 * @param revision of the log page
 * @param log with what was typed
 * @param time now, in milliseconds
 */
export function draftToKeep(
	base: JsonValue, revision: number, log: JsonValue, time: number
): KeptDraft | null {
	if ( equalValues( base, log ) ) {
		return null;
	}
	const draft: KeptDraft = { revision, time, things: {}, removed: {} };
	const title = valueAt( log, '/title' );
	if ( typeof title === 'string' && title !== valueAt( base, '/title' ) ) {
		draft.title = title;
	}
	for ( const list of LISTS ) {
		const [ before, after ] = [ byId( base, list ), byId( log, list ) ];
		const things = [ ...after ]
			.filter( ( [ id, thing ] ) => !equalValues( before.get( id ), thing ) )
			.map( ( [ , thing ] ) => (
				list === listPaths.entries ? withoutWithheld( thing ) : thing
			) );
		const removed = [ ...before.keys() ].filter( ( id ) => !after.has( id ) );
		if ( things.length ) {
			draft.things[ list ] = things;
		}
		if ( removed.length ) {
			draft.removed[ list ] = removed;
		}
	}
	return draft;
}

function isRecordOf<T>(
	value: unknown, isItem: ( item: unknown ) => item is T
): value is Record<string, T[]> {
	return isJsonObject( value ) && Object.values( value )
		.every( ( list: unknown ) => Array.isArray( list ) && list.every( isItem ) );
}

function isThing( value: unknown ): value is JsonObject {
	return isJsonObject( value ) && idOf( value ) !== undefined;
}

/** What is kept, if it is what this gadget keeps. */
export function readKeptDraft( value: unknown ): KeptDraft | null {
	const draft = value as Partial<KeptDraft> | null;
	return isJsonObject( draft ) && Number.isInteger( draft.revision ) &&
		Number.isFinite( draft.time ) && isRecordOf( draft.things, isThing ) &&
		isRecordOf( draft.removed, ( id ): id is string => typeof id === 'string' ) ?
		draft as unknown as KeptDraft :
		null;
}

/** What of the log's own withheld advice was not kept comes from the log. */
function withWithheld( kept: JsonObject, known: JsonObject | undefined ): JsonObject {
	if ( !known ) {
		return kept;
	}
	const [ before, bare ] = [ known, withoutWithheld( known ) ].map( ( entry ) => (
		new Map( adviceOf( entry ).map( ( advice ) => [ idOf( advice ), advice ] ) )
	) ) as [ Map<string | undefined, JsonValue>, Map<string | undefined, JsonValue> ];
	const advice = adviceOf( kept ).map( ( piece ) => {
		const [ own, was ] = [ before.get( idOf( piece ) ), bare.get( idOf( piece ) ) ];
		return own && was && disclosureOf( piece ) && disclosureOf( own ) ?
			restoreContent( own, was, piece ) :
			piece;
	} );
	return advice.length ? withField( kept, 'advice', advice ) : kept;
}

/**
 * Puts what was kept into a log.
 *
 * @param base the log of the draft's revision
 */
export function restoreDraft( base: JsonValue, draft: KeptDraft ): JsonValue {
	let log = draft.title === undefined ? base : withValueAt( base, '/title', draft.title );
	for ( const list of LISTS ) {
		const known = byId( base, list );
		const things = new Map( ( draft.things[ list ] ?? [] ).map( ( thing ) => [
			idOf( thing ) as string,
			withWithheld( thing, known.get( idOf( thing ) as string ) )
		] ) );
		const removed = draft.removed[ list ] ?? [];
		if ( !things.size && !removed.length ) {
			continue;
		}
		const items = valueAt( log, list );
		const kept = ( Array.isArray( items ) ? items : [] )
			.filter( ( item ) => !removed.includes( idOf( item ) ?? '' ) )
			.map( ( item ) => things.get( idOf( item ) ?? '' ) ?? item );
		const added = [ ...things ].filter( ( [ id ] ) => !known.has( id ) )
			.map( ( [ , thing ] ) => thing );
		log = withValueAt( log, list, [ ...kept, ...added ] );
	}
	return log;
}
