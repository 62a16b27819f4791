/**
 * The marks script: finds the words of the traced wikitext on the page that is open, and marks
 * those that go back to advice. Loaded when the reader wants them marked.
 */
import english from 'virtual:messages/marks';
import network from 'virtual:messages/network';
import { addMissingMessages } from '../wiki/messages';
import type { MarksForNotes } from '../wiki/reader-script';
import type { ReaderWorkspace } from './draft-workspace';
import { marksFrom, type Marks } from './marks';
import { wordsOfToday } from './marks-source';
import type { MarksHost } from './marks-switch';
import { marksThen } from './marks-then';

/** What this script exports to the reader script. */
export interface MarksScript {
	/** Marks for the words of the page as it stands today. */
	makeMarks( workspace: ReaderWorkspace, host: MarksHost ): Marks;
}

addMissingMessages( english );
addMissingMessages( network );

export const makeMarks: MarksScript[ 'makeMarks' ] = ( workspace, host ) => (
	marksFrom( host, wordsOfToday( workspace ) )
);

export const marksOfRevision: MarksForNotes[ 'marksOfRevision' ] = marksThen;
