/** Reads a published trace: a page that anybody may have written. */
import {
	PUBLISHED_ENGINE, PUBLISHED_VERSION,
	type PublishedChange, type PublishedSection, type PublishedShares, type PublishedSurvival
} from './published-format';
import type { SurvivalState } from './survival';

/** A published trace as it is used. */
export interface ReadTrace {
	/** Id of the revision whose words these are. */
	readonly revision: number;
	readonly fingerprint: string;
	/** Ids of revisions: the origin, then others that tie. */
	readonly origins: readonly ( readonly number[] )[];
	/** For each word of the revision the index of its origin. */
	readonly words: Int32Array;
	/** Empty where they do not fit the words. */
	readonly sections: readonly PublishedSection[];
	/** By key; without those that cannot be true. */
	readonly changes: ReadonlyMap<string, PublishedSurvival>;
}

/** Longer texts, more words and longer lists are an attack: no page has so many. */
const LONGEST = 2 ** 23;
const MOST_WORDS = 2 ** 21;
const MOST_ITEMS = 10_000;
const LONGEST_KEY = 500;

const STATES: readonly SurvivalState[] = [
	'intact', 'moved', 'edited', 'mostly-replaced', 'gone', 'came-back', 'unknown'
];

type Fields = { readonly [ name: string ]: unknown };

function isObject( value: unknown ): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

function isCount( value: unknown, most: number ): value is number {
	return Number.isSafeInteger( value ) && ( value as number ) >= 0 && ( value as number ) <= most;
}

function isRevid( value: unknown ): value is number {
	return isCount( value, Number.MAX_SAFE_INTEGER ) && value > 0;
}

/** What stands between single spaces; null if a part does not fit. */
function readParts( text: unknown, part: RegExp ): string[] | null {
	if ( typeof text !== 'string' || text.length > LONGEST ) {
		return null;
	}
	const parts = text === '' ? [] : text.split( ' ' );
	return parts.every( ( one ) => part.test( one ) ) ? parts : null;
}

function readOrigins( text: unknown ): number[][] | null {
	const origins = readParts( text, /^[\d|]+$/ )
		?.map( ( part ) => part.split( '|' ).map( Number ) );
	return origins?.every( ( revids ) => revids.every( isRevid ) ) ? origins : null;
}

/** The index of the origin of each word; null if the runs are not of just so many words. */
function readRuns( text: unknown, words: number, origins: number ): Int32Array | null {
	const numbers = readParts( text, /^\d{1,7}$/ )?.map( Number );
	if ( !numbers || numbers.length % 2 ) {
		return null;
	}
	const indexes = new Int32Array( words );
	let done = 0;
	for ( let at = 0; at < numbers.length; at += 2 ) {
		const origin = numbers[ at ] as number;
		const length = numbers[ at + 1 ] as number;
		if ( origin >= origins || !length || length > words - done ) {
			return null;
		}
		indexes.fill( origin, done, done + length );
		done += length;
	}
	return done === words ? indexes : null;
}

function readSection( value: unknown, words: number ): PublishedSection | null {
	if ( !isObject( value ) ) {
		return null;
	}
	const { id, heading, level, words: count } = value;
	return isCount( id, Number.MAX_SAFE_INTEGER ) && isCount( level, 6 ) &&
		isCount( count, words ) &&
		( heading === null || ( typeof heading === 'string' && /^[0-9a-f]{8}$/.test( heading ) ) ) ?
		{ id, heading, level, words: count } : null;
}

/** All sections, or none: each one begins where the one before it ends. */
function readSections( value: unknown, words: number ): PublishedSection[] {
	if ( !Array.isArray( value ) || value.length > MOST_ITEMS ) {
		return [];
	}
	const sections = Array.from( value, ( one: unknown ) => readSection( one, words ) )
		.filter( ( section ) => section !== null );
	const sum = sections.reduce( ( before, section ) => before + section.words, 0 );
	return sections.length === value.length && sum === words ? sections : [];
}

/** Null if it is no list of revisions, or their words are more than there can be. */
function readShares( value: unknown, most: number ): PublishedShares | null {
	if ( !Array.isArray( value ) || value.length > MOST_ITEMS ) {
		return null;
	}
	const shares: PublishedShares = [];
	let left = most;
	for ( const share of value as unknown[] ) {
		const [ revid, words ] = Array.isArray( share ) ? share as unknown[] : [];
		if ( !isRevid( revid ) || !isCount( words, left ) ) {
			return null;
		}
		left -= words;
		shares.push( [ revid, words ] );
	}
	return shares;
}

function readChange( value: unknown ): PublishedChange | null {
	if ( !isObject( value ) ) {
		return null;
	}
	const { key, state, inserted, standing, elsewhere, removed, absent } = value;
	if (
		typeof key !== 'string' || key.length > LONGEST_KEY ||
		!isCount( inserted, MOST_WORDS ) || !isCount( standing, inserted ) ||
		!isCount( elsewhere, standing ) ||
		!isCount( removed, MOST_WORDS ) || !isCount( absent, removed )
	) {
		return null;
	}
	const known = STATES.find( ( name ) => name === state );
	const takenBy = readShares( value.takenBy, inserted - standing );
	const broughtBackBy = readShares( value.broughtBackBy, removed - absent );
	return known && takenBy && broughtBackBy ? {
		key, state: known, inserted, standing, elsewhere, takenBy, removed, absent, broughtBackBy
	} : null;
}

function readChanges( value: unknown ): Map<string, PublishedSurvival> {
	const changes = new Map<string, PublishedSurvival>();
	const list: unknown[] = Array.isArray( value ) ? value.slice( 0, MOST_ITEMS ) : [];
	for ( const one of list ) {
		const change = readChange( one );
		if ( change && !changes.has( change.key ) ) {
			const { key, ...survival } = change;
			changes.set( key, survival );
		}
	}
	return changes;
}

/**
 * Reads a published trace.
 *
 * @param value what the page's JSON holds
 * @return null if it is no published trace, of another version, or contradicts itself; what
 *  is beside the words and cannot be used is left out
 */
export function readPublishedTrace( value: unknown ): ReadTrace | null {
	if (
		!isObject( value ) || value.engine !== PUBLISHED_ENGINE ||
		value.version !== PUBLISHED_VERSION
	) {
		return null;
	}
	const { revision, words: count, fingerprint } = value;
	const origins = readOrigins( value.origins );
	if (
		!isRevid( revision ) || !isCount( count, MOST_WORDS ) || !origins ||
		typeof fingerprint !== 'string'
	) {
		return null;
	}
	const words = readRuns( value.runs, count, origins.length );
	return words && {
		revision, fingerprint, origins, words,
		sections: readSections( value.sections, count ),
		changes: readChanges( value.changes )
	};
}
