/** Compares a log with what the wiki tells: the cited revisions, the trace, who wrote the log. */
import { changeKey } from '../account/change-key';
import { checkEvidence, type EvidenceCheck, type LogEvidence } from '../account/check-evidence';
import type { ChangeEvidence, DraftAccount } from '../account/types';
import type { Workspace } from '../account/workspace';
import type { JsonValue } from '../log/json-value';
import { readCited, reviewedRevisions } from '../wiki/cited-revisions';
import { readLogEditors } from '../wiki/log-editors';

/** More than a log has, unless somebody wants the browser to ask for thousands of texts. */
const MOST_REVISIONS = 200;

/** As many revisions of the log page are read: the older ones are told of as not read. */
const HISTORY_PARTS = [ 50, 50, 50, 50 ];

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
				readCited( reviewedRevisions( account.log ).slice( 0, MOST_REVISIONS ) ),
				readLogEditors( workspace.logTitle, {
					revision: account.logRevision, parts: HISTORY_PARTS
				} )
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
