/**
 * A script of its own, loaded when a card or the panel asks for it: reads the revisions that
 * a log cites, finds out what they did to which of today's sections, has words traced through
 * whole histories, and draws what a card says about it.
 */
import english from 'virtual:messages/evidence';
import network from 'virtual:messages/network';
import shared from 'virtual:messages/shared';
import { advisedPassages as passagesByItem } from '../account/advised-passages';
import type { Findings } from '../account/findings';
import { sectionsToRemember, toRemember } from '../account/remembered';
import { textSections as sectionsOfText } from '../account/text-sections';
import type { DraftAccount, SectionRef } from '../account/types';
import type { AdviceLog } from '../log/types';
import { addMissingMessages } from '../wiki/messages';
import { formerTitles } from '../wiki/former-titles';
import { readFindings as findAll, type CitingDraft, type WikiFindings } from '../wiki/read-findings';
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

/** A draft whose former titles are those of its log. */
export interface TracedDraft extends Omit<CitingDraft, 'formerTitles'> {
	/** The published trace of the open page, to be brought together with its text. */
	published: PublishedReading | null;
}

/** What this script exports to the reader script. */
export interface EvidenceScript {
	/** See `readFindings` of the room wiki. */
	readFindings(
		log: AdviceLog, draft: TracedDraft, signal?: AbortSignal
	): Promise<WikiFindings>;
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

export const readFindings: EvidenceScript[ 'readFindings' ] = async ( log, draft, signal ) => {
	const found = await findAll( log, { ...draft, formerTitles: formerTitles( log ) }, signal );
	await draft.published?.check( log, { today: found.today, carryOver }, signal );
	return found;
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
