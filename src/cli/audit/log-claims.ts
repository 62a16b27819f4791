/** What the log claims, against what its text and the draft's revisions show. */
import { checkEvidence, type Undecided } from '../../account/check-evidence';
import { changeKey } from '../../account/change-key';
import type { LogEvidence } from '../../account/check-evidence';
import type { AdviceItem, ItemChange } from '../../account/types';
import { checkLog, type Finding } from '../../log/check-log';
import { isBefore, readDate } from '../../log/dates';
import { jsonPlaces, placeFinder } from '../../log/json-places';
import { jsonOf } from '../../log/json-value';
import type { Advice, AdviceLog } from '../../log/types';
import { isWithheld } from '../../log/withheld';
import { splitWords } from '../../trace/words';
import type { HistoryRevision } from '../../wiki/history';
import { checkDates } from './date-claims';
import { auditFinding, logFinding, type AuditFinding } from './finding';

/** So many words in a row are no chance. */
const FEWEST_IN_A_ROW = 3;

/**
 * Whether a rule says that something did not happen as the log has it. The others are about gaps,
 * doubts, and what may be known another day.
 */
function isRefuted( { rule, severity, params: [ variant ] }: Finding ): boolean {
	return severity === 'error' || [ 'W6', 'W8', 'W9' ].includes( rule ) ||
		( rule === 'W5' && variant === 'before' ) || ( rule === 'W7' && variant === 'missing' );
}

function wordsOf( text: string ): string[] {
	return splitWords( text ).map( ( word ) => word.text.toLowerCase() );
}

/** The greatest number of words that stand in a row in both. */
function mostInARow( one: readonly string[], other: readonly string[] ): number {
	let most = 0;
	/** For each word of the other one, how many in a row end with it and the last word of ours. */
	let before = new Int32Array( other.length );
	for ( const word of one ) {
		const now = new Int32Array( other.length );
		for ( let index = 0; index < other.length; index++ ) {
			if ( other[ index ] === word ) {
				const inARow = ( before[ index - 1 ] ?? 0 ) + 1;
				now[ index ] = inARow;
				most = Math.max( most, inARow );
			}
		}
		before = now;
	}
	return most;
}

/** Whether an edit put in words of a suggestion; a suggestion without words says nothing. */
function quotes( { effects }: ItemChange, suggested: string ): boolean {
	const wanted = wordsOf( suggested );
	const passages = effects.flatMap( ( { inserted, moved } ) => [ ...inserted, ...moved ] )
		.map( wordsOf ).filter( ( words ) => words.length );
	return !wanted.length || passages.some( ( words ) => (
		mostInARow( words, wanted ) >= Math.min( FEWEST_IN_A_ROW, words.length, wanted.length )
	) );
}

function cameBefore( timestamp: string, { givenOn }: Advice ): boolean {
	const given = givenOn === undefined ? null : readDate( givenOn );
	return given !== null && isBefore( timestamp, given );
}

/** A3 and A4 for one change: of several edits in a row, rule W5 looks at the last one. */
function checkRange(
	{ advice }: AdviceItem, { change: { revision, from } }: ItemChange, path: string,
	history: readonly HistoryRevision[]
): AuditFinding[] {
	const [ base, end ] = [ from, revision ]
		.map( ( id ) => history.findIndex( ( one ) => one.id === id ) ) as [ number, number ];
	const { page, timestamp = '' } = history[ end ] ?? {};
	if ( !advice || from === undefined || base < 0 || history[ base ]?.page !== page ) {
		return [];
	}
	if ( base >= end ) {
		return [ auditFinding( 'A4', { path }, from, revision ) ];
	}
	const first = history.slice( base + 1 ).find( ( one ) => one.page === page );
	return first && cameBefore( first.timestamp, advice ) && !cameBefore( timestamp, advice ) ?
		[ auditFinding( 'A3', { path }, first.id ) ] : [];
}

/** A1 and A2 for one change; the rest is told by the rules. */
function checkChange( item: AdviceItem, change: ItemChange, path: string ): AuditFinding[] {
	const { evidence } = change;
	const { advice } = item;
	if ( !evidence || evidence.problem || !advice ) {
		return [];
	}
	const { revision, relation } = change.change;
	if ( !evidence.effects.length ) {
		return [ auditFinding( 'A1', { path }, revision ) ];
	}
	// Of withheld advice the words are not public, whatever stands in the log.
	return relation === 'quoted' && advice.suggestedText !== undefined && !isWithheld( advice ) &&
		!quotes( change, advice.suggestedText ) ?
		[ auditFinding( 'A2', { path }, revision ) ] : [];
}

/** Where each change of the raw log stands, by key of its item and its revisions. */
function placesOfChanges( log: unknown ): Map<string, string> {
	const places = new Map<string, string>();
	( log as AdviceLog ).entries.forEach( ( entry, e ) => (
		entry.advice?.forEach?.( ( advice, a ) => advice.changes?.forEach?.( ( change, c ) => {
			places.set(
				`${ entry.id }/${ advice.id } ${ changeKey( change ) }`,
				`/entries/${ e }/advice/${ a }/changes/${ c }`
			);
		} ) )
	) );
	return places;
}

/** Likewise, of a log in which anything can be wrong. */
function safePlaces( log: unknown ): Map<string, string> {
	try {
		return placesOfChanges( log );
	} catch {
		return new Map();
	}
}

/**
 * Checks a log by all rules.
 *
 * @param logText
 * @param items with what was read of their revisions
 * @param evidence
 * @param history of the draft's pages
 */
export function checkClaims(
	logText: string, items: readonly AdviceItem[], evidence: LogEvidence,
	history: readonly HistoryRevision[]
): { findings: AuditFinding[]; undecided: Undecided[] } {
	const { locate } = jsonPlaces( logText );
	const find = placeFinder( logText );
	const raw = jsonOf( logText );
	const places = safePlaces( raw );
	const fromText = checkLog( logText );
	const { findings: fromWiki, undecided } = checkEvidence( raw, evidence );
	const claims = items.flatMap( ( item ) => item.changes.flatMap( ( change ) => {
		const path = places.get( `${ item.key } ${ changeKey( change.change ) }` ) ?? '';
		return [
			...checkChange( item, change, path ), ...checkRange( item, change, path, history )
		];
	} ) );
	return {
		findings: [
			...fromText.map( ( finding ) => logFinding( finding, isRefuted( finding ) ) ),
			...fromWiki.map( ( finding ) => logFinding( finding, isRefuted( finding ) ) ),
			...claims,
			...checkDates( raw, evidence )
		]
			.map( ( finding ) => ( { finding, offset: locate( finding.path ) } ) )
			.sort( ( a, b ) => a.offset - b.offset )
			// What is no JSON has its place already: no pointer leads there.
			.map( ( { finding, offset } ) => ( { ...find( offset ), ...finding } ) ),
		undecided
	};
}
