/** What is wrong with the log or the revisions that it cites: in words, and where. */
import { jsonPlaces, placeFinder } from '../log/json-places';
import type { LogProblem } from '../log/read-log';
import { ruleMessage } from '../log/rule-message';
import type { DraftAccount } from '../account/types';
import { msg } from '../wiki/messages';

export interface Trouble {
	/** Errors are what is malformed or unreadable, warnings what is incomplete or doubtful. */
	level: 'error' | 'warning';
	text: string;
	/** Where in the log, as a JSON Pointer and a line; or the revision. */
	place: string;
	/** Key of the item that it concerns, where that is known. */
	item?: string;
	/** It is about the log page, not about a revision. */
	inLog: boolean;
}

/** Ids of the entries by their place in the log page; malformed ones have none. */
function entryIds( logText: string ): unknown[] {
	try {
		const log = JSON.parse( logText ) as { entries?: unknown } | null;
		return Array.isArray( log?.entries ) ?
			log.entries.map( ( entry: { id?: unknown } | null ) => entry?.id ) :
			[];
	} catch {
		return [];
	}
}

/** Says where a JSON Pointer leads to in the text of the log. */
function pointerWords( logText: string ): ( pointer: string ) => string {
	const places = jsonPlaces( logText );
	const placeAt = placeFinder( logText );
	return ( pointer ) => {
		const { line } = placeAt( places.locate( pointer ) );
		return pointer ? msg( 'panel-place', pointer, line ) : msg( 'panel-place-line', line );
	};
}

function problemTrouble( problem: LogProblem, place: string, item?: string ): Trouble {
	const { key, params } = ruleMessage( problem );
	return {
		level: problem.rule.startsWith( 'E' ) ? 'error' : 'warning',
		text: msg( key, ...params ),
		place,
		item,
		inLog: true
	};
}

/** The key of the item that a JSON Pointer belongs to; empty for one of no readable entry. */
export type ItemFinder = ( pointer: string ) => string;

/** Finds the items that places of the log page belong to. */
export function itemFinder( account: DraftAccount | null, logText: string ): ItemFinder {
	// Places count the entries of the page, of which those that could not be read are missing
	// in the account.
	const ids = entryIds( logText );
	const keys = new Map<unknown, string>();
	for ( const item of account?.items ?? [] ) {
		if ( !keys.has( item.entry.id ) ) {
			keys.set( item.entry.id, item.key );
		}
	}
	return ( path ) => {
		const index = /^\/entries\/(\d+)(?:\/|$)/.exec( path )?.[ 1 ];
		return index === undefined ? '' : keys.get( ids[ Number( index ) ] ) ?? '';
	};
}

/** Problems of the log page, each with the item that it is about. */
function logTroubles( account: DraftAccount, logText: string ): Trouble[] {
	if ( !account.problems.length ) {
		return [];
	}
	const itemOf = itemFinder( account, logText );
	const placeOf = pointerWords( logText );
	return account.problems.map( ( problem ) => problemTrouble(
		problem, placeOf( problem.path ), itemOf( problem.path ) || undefined
	) );
}

function revisionTroubles( account: DraftAccount ): Trouble[] {
	return account.items.flatMap( ( item ) => item.changes
		.filter( ( { evidence } ) => evidence?.problem !== undefined )
		.map( ( { change, evidence } ): Trouble => ( {
			level: 'error',
			text: msg( `revision-${ evidence?.problem }` ),
			place: msg( 'panel-source-revision', String( change.revision ) ),
			item: item.key,
			inLog: false
		} ) ) );
}

/**
 * Every problem of the log and of the revisions it cites, errors first.
 *
 * @param logText the log page
 */
export function listTroubles( account: DraftAccount, logText: string | null ): Trouble[] {
	const troubles = [
		...logTroubles( account, withoutMark( logText ?? '' ) ),
		...revisionTroubles( account )
	];
	return [
		...troubles.filter( ( { level } ) => level === 'error' ),
		...troubles.filter( ( { level } ) => level === 'warning' )
	];
}

/**
 * Why nothing of a log could be read.
 *
 * @param logText the log page
 * @param problems what was found wrong with it
 */
export function unreadableTroubles(
	logText: string | null, problems: readonly LogProblem[]
): Trouble[] {
	if ( !logText?.trim() ) {
		return [];
	}
	const text = withoutMark( logText );
	const { errorAt } = jsonPlaces( text );
	if ( errorAt === null ) {
		const placeOf = pointerWords( text );
		return problems
			.map( ( problem ) => problemTrouble( problem, placeOf( problem.path ) ) );
	}
	const { line, column } = placeFinder( text )( errorAt );
	const near = Array.from( text.slice( errorAt, errorAt + 24 ) ).slice( 0, 12 ).join( '' );
	return [ problemTrouble(
		{ rule: 'E1', path: '', params: near ? [ 'syntax', near ] : [ 'end' ] },
		msg( 'panel-place-column', line, column )
	) ];
}

/** The problems of one entry's record; revisions are told of where they are cited. */
export function entryTroubles(
	troubles: readonly Trouble[],
	entryId: string
): Trouble[] {
	return troubles.filter( ( { item, inLog } ) => inLog &&
		( item === entryId || item?.startsWith( `${ entryId }/` ) ) );
}

/** Without the byte order mark, which is no part of JSON. */
function withoutMark( text: string ): string {
	return text.replace( /^\ufeff/, '' );
}
