/**
 * A script of its own for what can be done with a log as a whole, without any view: it is checked
 * strictly, states of it are compared and merged, and what was changed is said in words.
 */
import shown from 'virtual:messages/log';
import english from 'virtual:messages/summary';
import warnings from 'virtual:messages/warnings';
import { type DiffLine } from '../account/line-diff';
import { candidateQuery, type CandidateQuery } from '../account/candidate-query';
import { checkEvidence } from '../account/check-evidence';
import { checkLog } from '../log/check-log';
import { describeChanges } from '../log/describe-changes';
import { equalValues, type JsonValue } from '../log/json-value';
import { mergeLogs, resolveConflicts } from '../log/merge-logs';
import { readLog } from '../log/read-log';
import type { AdviceLog } from '../log/types';
import { readContentMessages } from '../wiki/content-messages';
import { changeSentences, changeSummary } from '../wiki/change-words';
import { addMissingMessages } from '../wiki/messages';
import { LONGEST_SUMMARY } from '../wiki/save-page';
import { jsonDiff } from './json-diff';

/** What was changed from one state of a log to another. */
export interface Comparison {
	/** In the reader's language, one sentence each. */
	texts: string[];
	lines: DiffLine[];
	/** JSON Pointers of what was changed, in the state after. */
	paths: string[];
}

/** What this script exports to others. */
export interface LogScript {
	checkLog: typeof checkLog;
	mergeLogs: typeof mergeLogs;
	resolveConflicts: typeof resolveConflicts;
	compare( before: JsonValue, after: JsonValue ): Comparison;
	/** Checks what needs the wiki, as far as that is known. */
	checkEvidence: typeof checkEvidence;
	/** The log as the views know it; null if it cannot be read. */
	read( log: JsonValue ): AdviceLog | null;
	/** What to look for among the edits of a draft; null if there is no such advice. */
	queryFor( log: JsonValue, advice: string ): CandidateQuery | null;
	/** An edit summary, in the language of the wiki's pages. */
	summarize( before: JsonValue, after: JsonValue ): Promise<string>;
}

addMissingMessages( shown );
addMissingMessages( warnings );

export { checkEvidence, checkLog, mergeLogs, resolveConflicts };

export const compare: LogScript[ 'compare' ] = ( before, after ) => {
	const changes = equalValues( before, after ) ? [] : describeChanges( before, after );
	return {
		texts: changeSentences( { before, after } ),
		lines: jsonDiff( before, after ),
		paths: changes.map( ( { path } ) => path )
	};
};

export const read: LogScript[ 'read' ] = ( raw ) => readLog( JSON.stringify( raw ) ).log;

export const queryFor: LogScript[ 'queryFor' ] = ( raw, id ) => {
	const log = read( raw );
	for ( const entry of log?.entries ?? [] ) {
		const advice = entry.advice?.find( ( piece ) => piece.id === id );
		if ( log && advice ) {
			return candidateQuery( log, entry, advice, new Map( log.draft.pages.map(
				( page ) => [ page.id, page.title ]
			) ) );
		}
	}
	return null;
};

export const summarize: LogScript[ 'summarize' ] = async ( before, after ) => {
	const say = await readContentMessages( english );
	return changeSummary( { before, after }, {
		say,
		knows: ( key ) => Object.prototype.hasOwnProperty.call( english, key ),
		list: ( parts ) => parts.join( ', ' ),
		// As the log has it: names of months are those of the reader's language only.
		date: ( value ) => value
	}, LONGEST_SUMMARY );
};
