/**
 * A script of its own, loaded when a card or the panel asks for it: reads the revisions that
 * a log cites, finds out what they did to which of today's sections, has words traced through
 * whole histories, and draws what a card says about it.
 */
import english from 'virtual:messages/evidence';
import network from 'virtual:messages/network';
import shared from 'virtual:messages/shared';
import { advisedPassages as passagesByItem } from '../account/advised-passages';
import { examineLog, type Findings } from '../account/findings';
import { sectionsToRemember, toRemember } from '../account/remembered';
import { textSections as sectionsOfText } from '../account/text-sections';
import type { DraftAccount, SectionRef } from '../account/types';
import type { AdviceLog, Change } from '../log/types';
import { addMissingMessages } from '../wiki/messages';
import { formerTitles } from '../wiki/former-titles';
import { readDraftRevisions, type DraftPages } from '../wiki/draft-revisions';
import type { EvidenceForNotes } from '../wiki/reader-script';
import { carryOver } from '../trace/carry-over';
import { readLogRights } from '../wiki/log-rights';
import { listRevisions as listHistory } from '../wiki/revisions';
import { keepObject } from '../wiki/storage';
import { sectionUrl as addressOf } from '../wiki/titles';
import { drawPageCard as drawCard } from './page-card';
import { findReadableLog } from './readable-log';
import { publishedTraces } from './prepare-words';
import type { PublishedReading } from './published-reading';
import { renew } from './renew';
import { wordsReading } from './words-reading';

export interface TracedDraft extends Pick<DraftPages, 'pages'> {
	/** Title for each page id of the log. */
	pageIds: Map<string, string>;
	/** The published trace of the open page, to be brought together with its text. */
	published: PublishedReading | null;
}

/** What this script exports to the reader script. */
export interface EvidenceScript {
	readFindings( log: AdviceLog, draft: TracedDraft, signal?: AbortSignal ): Promise<{
		findings: Findings;
		/** Today's title of each page: another one where it was moved. */
		titles: Map<string, string>;
	}>;
	/** Keeps in this browser which sections each piece of advice concerns. */
	remember( account: DraftAccount, findings: Findings ): void;
	drawCard: typeof drawCard;
	/** Address of a section, for links. */
	sectionUrl( section: SectionRef ): string;
	findReadableLog: typeof findReadableLog;
	renew: typeof renew;
	wordsReading: typeof wordsReading;
	publishedTraces: typeof publishedTraces;
}

addMissingMessages( english );
addMissingMessages( network );
addMissingMessages( shared );

export { drawCard, findReadableLog, publishedTraces, renew, wordsReading, readLogRights };

function allChanges( log: AdviceLog ): Change[] {
	const changes: Change[] = [];
	for ( const entry of log.entries ) {
		for ( const advice of entry.advice || [] ) {
			changes.push( ...advice.changes || [] );
		}
	}
	return changes;
}

/**
 * Reads and examines; where a section was lost on the way, reads and examines more.
 *
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export const readFindings: EvidenceScript[ 'readFindings' ] = async ( log, draft, signal ) => {
	const { reading, readBetween } = await readDraftRevisions( allChanges( log ), {
		pages: draft.pages,
		formerTitles: formerTitles( log )
	}, signal );
	const titles = new Map( draft.pages.map(
		( title, index ) => [ title, reading.today[ index ]?.title || title ]
	) );
	const pageTitles = new Map( [ ...draft.pageIds ].map(
		( [ id, title ] ) => [ id, titles.get( title ) || title ]
	) );
	let findings = examineLog( log, pageTitles, reading );
	if ( findings.doubtful && await readBetween() ) {
		findings = examineLog( log, pageTitles, reading );
	}
	await draft.published?.check( log, { today: reading.today, carryOver }, signal );
	return { findings, titles };
};

export const remember: EvidenceScript[ 'remember' ] = ( { logTitle, log, items }, findings ) => {
	keepObject( logTitle, toRemember( items ) );
	keepObject( `${ logTitle }#sections`, sectionsToRemember( log, findings.logSections ) );
};

export const sectionUrl: EvidenceScript[ 'sectionUrl' ] = ( { page, heading, nth } ) => (
	addressOf( page, heading, nth )
);

export const advisedPassages: EvidenceForNotes[ 'advisedPassages' ] = passagesByItem;
export const textSections: EvidenceForNotes[ 'textSections' ] = sectionsOfText;
export const listRevisions: EvidenceForNotes[ 'listRevisions' ] = ( title ) => listHistory( title );
