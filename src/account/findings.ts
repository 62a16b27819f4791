/** Everything that the cited revisions showed, for one state of the log. */
import type { AdviceLog, Change } from '../log/types';
import type { DraftReading } from './draft-reading';
import { changeId, changeKey } from './change-key';
import { examineChange } from './evidence';
import { locateLogSections } from './log-sections';
import { narrowToQuotes } from './quoted-words';
import { TracedDraft } from './traced-draft';
import type { ChangeEvidence, ItemChange, SectionRef } from './types';

export interface TodaySection extends SectionRef {
	level: number;
}

export interface Findings {
	/** What each change did, by `changeId`. */
	changes: Map<string, ItemChange>;
	/** By section id of the log; null if not found today. */
	logSections: Map<string, SectionRef | null>;
	/** Today's sections by page title, in the order of the text. */
	today: Map<string, TodaySection[]>;
	/** Some section was lost: more revisions in between may tell more. */
	doubtful: boolean;
}

/**
 * Examines every change of the log.
 *
 * @param pageTitles today's title for each page id of the log
 */
export function examineLog(
	log: AdviceLog,
	pageTitles: Map<string, string>,
	reading: DraftReading
): Findings {
	const draft = new TracedDraft( reading );
	const logSections = locateLogSections( log, pageTitles, draft );
	const findings: Findings = {
		changes: new Map(),
		logSections,
		today: draft.today,
		doubtful: [ ...logSections.values() ].includes( null )
	};
	const examined = new Map<string, ChangeEvidence>();
	function evidenceOf( change: Change ): ChangeEvidence {
		const known = examined.get( changeKey( change ) );
		if ( known ) {
			return known;
		}
		const evidence = examineChange( change, reading, draft );
		findings.doubtful = findings.doubtful ||
			evidence.effects.some( ( { section } ) => section === null );
		examined.set( changeKey( change ), evidence );
		return evidence;
	}
	for ( const { advice = [] } of log.entries ) {
		for ( const piece of advice ) {
			( piece.changes || [] ).forEach( ( change, index ) => {
				const evidence = evidenceOf( change );
				findings.changes.set( changeId( piece, index ), {
					change,
					evidence,
					...( evidence.problem ?
						{ effects: [], notFound: { inserted: [], removed: [] } } :
						narrowToQuotes( change, evidence.effects ) )
				} );
			} );
		}
	}
	return findings;
}
