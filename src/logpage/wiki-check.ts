/** Compares a log with what the wiki tells: the cited revisions, the trace, who wrote the log. */
import { changeKey } from '../account/change-key';
import { checkEvidence, type CitedRevision, type EvidenceCheck, type LogEvidence } from '../account/check-evidence';
import type { ChangeEvidence, DraftAccount } from '../account/types';
import type { Workspace } from '../account/workspace';
import { entryEditors } from '../log/entry-editors';
import type { JsonValue } from '../log/json-value';
import type { AdviceLog } from '../log/types';
import { readLogHistory } from '../wiki/log-history';
import { readRevisions } from '../wiki/revisions';

/** More than a log has, unless somebody wants the browser to ask for thousands of texts. */
const MOST_REVISIONS = 200;

/** As many revisions of the log page are read: the older ones are told of as not read. */
const HISTORY_PARTS = [ 50, 50, 50, 50 ];

/** The JSON value of a text; undefined if it is none. */
export function jsonOf( text: string | null ): JsonValue | undefined {
	try {
		return JSON.parse( text ?? '' ) as JsonValue;
	} catch {
		return undefined;
	}
}

/** Revisions that are cited elsewhere than in a change: reviewed ones. */
function reviewedRevisions( { entries }: AdviceLog ): number[] {
	const ids = entries.flatMap( ( { request, advice = [] } ) => [
		request.reviewedRevision,
		...advice.flatMap( ( { reviews = [] } ) => reviews.map( ( { revision } ) => revision ) )
	] );
	return [ ...new Set( ids.filter( ( id ): id is number => id !== undefined ) ) ]
		.slice( 0, MOST_REVISIONS );
}

async function readCited( ids: number[] ): Promise<Map<number, CitedRevision>> {
	const { revisions, missing } = await readRevisions( ids );
	const cited = new Map<number, CitedRevision>();
	ids.forEach( ( id ) => {
		const read = revisions.get( id );
		if ( read ) {
			cited.set( id, {
				timestamp: read.timestamp, ...read.text === null && { problem: 'hidden' as const }
			} );
		} else if ( missing.has( id ) ) {
			cited.set( id, { problem: 'missing' } );
		}
	} );
	return cited;
}

/**
 * Who wrote which entry.
 *
 * @return null where the history is too long to be read as a whole: what the oldest of the
 *  revisions read holds would count as written by its author
 */
async function readEditors(
	title: string, revision: number
): Promise<Map<string, Set<string>> | null> {
	const states: { user: string | null; log: JsonValue | undefined }[] = [];
	let read = 0;
	for await ( const part of readLogHistory( title, { from: revision, parts: HISTORY_PARTS } ) ) {
		read += part.length;
		states.push( ...part.map( ( { user, text } ) => ( { user, log: jsonOf( text ) } ) ) );
	}
	const whole = HISTORY_PARTS.reduce( ( sum, count ) => sum + count );
	return read < whole ? entryEditors( states.reverse() ) : null;
}

/** What the account holds of the changes that the log names. */
function changesOf( { items }: DraftAccount ): Map<string, ChangeEvidence> {
	const changes = new Map<string, ChangeEvidence>();
	for ( const item of items ) {
		for ( const { change, evidence } of item.changes ) {
			if ( evidence ) {
				changes.set( changeKey( change ), evidence );
			}
		}
	}
	return changes;
}

export interface WikiReading {
	/** Reads everything that takes requests. */
	read(): Promise<void>;
	/** Checks with what is known now: words may be traced later. */
	check( log: JsonValue ): EvidenceCheck;
}

/** @param workspace of the log that is checked */
export function wikiReading( workspace: Workspace ): WikiReading {
	let revisions: LogEvidence[ 'revisions' ];
	let logEditors: LogEvidence[ 'logEditors' ] = null;
	return {
		async read() {
			await workspace.readEvidence();
			const account = workspace.account();
			if ( !account || workspace.failures().some( ( { what } ) => what === 'revisions' ) ) {
				throw new Error( workspace.logTitle );
			}
			[ revisions, logEditors ] = await Promise.all( [
				readCited( reviewedRevisions( account.log ) ),
				readEditors( workspace.logTitle, account.logRevision )
			] );
		},
		check( log ) {
			const account = workspace.account();
			return checkEvidence( log, {
				changes: account ? changesOf( account ) : new Map(),
				sections: account && account.logSections,
				revisions,
				words: account && account.words,
				logEditors
			} );
		}
	};
}
