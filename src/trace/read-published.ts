/** Reads a published trace: a page that anybody may have written. */
import type { FollowedChange, RevidShare } from './followed-changes';
import {
	PUBLISHED_ENGINE, PUBLISHED_VERSION, type PublishedPlace, type PublishedSection
} from './published-format';
import type { ReviewState } from './review-standing';
import type { SurvivalState } from './survival';

/** Where a piece of advice stands on the page. */
export interface ReadItem {
	/** A hash that tells other changes. */
	readonly changes: string;
	/** Indexes of sections. */
	readonly places: readonly number[];
	readonly orphans: number;
	readonly elsewhere: boolean;
	/** What its reviews are worth, by the revisions that were reviewed. */
	readonly reviews: ReadonlyMap<number, ReviewState>;
}

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
	readonly changes: ReadonlyMap<string, FollowedChange>;
	/** Keys of the changes that words go back to: sets of them, the first one empty. */
	readonly groups: readonly ( readonly string[] )[];
	/** For each word the index of its set. */
	readonly groupOf: Int32Array;
	/** By key. */
	readonly items: ReadonlyMap<string, ReadItem>;
	readonly places: readonly PublishedPlace[];
}

/** Longer texts, more words and longer lists are an attack: no page has so many. */
const LONGEST = 2 ** 23;
const MOST_WORDS = 2 ** 21;
const MOST_ITEMS = 10_000;
const LONGEST_KEY = 500;
const HASH = /^[0-9a-f]{8}$/;

const STATES: readonly SurvivalState[] = [
	'intact', 'moved', 'edited', 'mostly-replaced', 'gone', 'came-back', 'unknown'
];
const REVIEW_STATES: readonly ReviewState[] = [ 'holds', 'lapsed', 'unknown' ];

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

/** Lists of numbers with `|` between them. */
function readNumbers( text: unknown ): number[][] | null {
	const lists = readParts( text, /^[\d|]+$/ )?.map( ( part ) => part.split( '|' ) );
	return lists?.every( ( list ) => list.every( ( number ) => /^\d{1,16}$/.test( number ) ) ) ?
		lists.map( ( list ) => list.map( Number ) ) :
		null;
}

function readOrigins( text: unknown ): number[][] | null {
	const origins = readNumbers( text );
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
	const { heading, level, words: count } = value;
	return isCount( level, 6 ) && isCount( count, words ) &&
		( heading === null || ( typeof heading === 'string' && HASH.test( heading ) ) ) ?
		{ heading, level, words: count } : null;
}

/** The first items of a list, whatever it is. */
function itemsOf( value: unknown ): unknown[] {
	return Array.isArray( value ) ? value.slice( 0, MOST_ITEMS ) : [];
}

/** All sections, or none: each one begins where the one before it ends. */
function readSections( value: unknown, words: number ): PublishedSection[] {
	const list = itemsOf( value );
	const sections = Array.from( list, ( one ) => readSection( one, words ) )
		.filter( ( section ) => section !== null );
	const sum = sections.reduce( ( before, section ) => before + section.words, 0 );
	const isWhole = Array.isArray( value ) && sections.length === value.length;
	return isWhole && sum === words ? sections : [];
}

/** Null if it is no list of revisions, or their words are more than there can be. */
function readShares( value: unknown, most: number ): RevidShare[] | null {
	const lists = readNumbers( value );
	if ( !lists || lists.length % 2 ) {
		return null;
	}
	const shares: RevidShare[] = [];
	let left = most;
	for ( let at = 0; at < lists.length; at += 2 ) {
		const [ revid, ...perhaps ] = lists[ at ] as number[];
		const [ words, ...more ] = lists[ at + 1 ] as number[];
		if (
			!isRevid( revid ) || !perhaps.every( isRevid ) || !isCount( words, left ) || more.length
		) {
			return null;
		}
		left -= words;
		shares.push( { revid, words, perhaps } );
	}
	return shares;
}

function isKey( value: unknown ): value is string {
	return typeof value === 'string' && value.length <= LONGEST_KEY;
}

function readChange( value: unknown ): FollowedChange | null {
	if ( !isObject( value ) ) {
		return null;
	}
	const { key, state, inserted, standing, elsewhere, removed, absent } = value;
	if (
		!isKey( key ) ||
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

/** Keys of sets of changes, without changes that were left out; null if a set is of none. */
function readGroups(
	text: unknown, changes: readonly ( FollowedChange | null )[]
): string[][] | null {
	const groups = readNumbers( text );
	return groups?.every( ( indexes ) => indexes.every( ( index ) => index < changes.length ) ) ?
		[ [], ...groups.map(
			( indexes ) => indexes.flatMap( ( index ) => changes[ index ]?.key ?? [] )
		) ] : null;
}

function readReviews( value: unknown ): Map<number, ReviewState> {
	const parts = readParts( value, /^(?:\d{1,16}|[a-z]{1,9})$/ ) ?? [];
	const reviews = new Map<number, ReviewState>();
	for ( let at = 0; at < parts.length; at += 2 ) {
		const revision = Number( parts[ at ] );
		const state = REVIEW_STATES.find( ( name ) => name === parts[ at + 1 ] );
		if ( isRevid( revision ) && state ) {
			reviews.set( revision, state );
		}
	}
	return reviews;
}

/** Its key, and what is said of it. */
function readItem( value: unknown, sections: number ): [ string, ReadItem ] | null {
	if ( !isObject( value ) ) {
		return null;
	}
	const { key, changes, orphans, elsewhere } = value;
	const places = readParts( value.places, /^\d{1,5}$/ )?.map( Number );
	return isKey( key ) && typeof changes === 'string' && HASH.test( changes ) &&
		isCount( orphans, MOST_ITEMS ) && typeof elsewhere === 'boolean' &&
		places?.every( ( place ) => place < sections ) ?
		[ key, { changes, places, orphans, elsewhere, reviews: readReviews( value.reviews ) } ] :
		null;
}

function readPlace( value: unknown, sections: number ): PublishedPlace | null {
	if ( !isObject( value ) ) {
		return null;
	}
	const { id, heading, place } = value;
	return isKey( id ) && typeof heading === 'string' && HASH.test( heading ) &&
		( place === null || isCount( place, sections - 1 ) ) ? { id, heading, place } : null;
}

/** By key, of several with one key the first. */
function byKey<T>( entries: readonly ( readonly [ string, T ] )[] ): Map<string, T> {
	const map = new Map<string, T>();
	for ( const [ key, value ] of entries ) {
		if ( !map.has( key ) ) {
			map.set( key, value );
		}
	}
	return map;
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
	const changes = itemsOf( value.changes ).map( readChange );
	const groups = readGroups( value.groups, changes );
	if (
		!isRevid( revision ) || !isCount( count, MOST_WORDS ) || !origins || !groups ||
		typeof fingerprint !== 'string'
	) {
		return null;
	}
	const words = readRuns( value.runs, count, origins.length );
	const groupOf = readRuns( value.advised, count, groups.length );
	const sections = readSections( value.sections, count );
	return words && groupOf && {
		revision, fingerprint, origins, words, sections, groups, groupOf,
		changes: byKey( changes.flatMap( ( change ) => change ? [ [ change.key, change ] ] : [] ) ),
		items: byKey( itemsOf( value.items )
			.map( ( one ) => readItem( one, sections.length ) )
			.filter( ( item ) => item !== null ) ),
		places: itemsOf( value.places )
			.map( ( one ) => readPlace( one, sections.length ) )
			.filter( ( place ) => place !== null )
	};
}
