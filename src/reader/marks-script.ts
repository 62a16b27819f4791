/**
 * The marks script: finds the words of the traced wikitext on the page that is open, and marks
 * those that go back to advice. Loaded when the reader wants them marked.
 */
import english from 'virtual:messages/marks';
import network from 'virtual:messages/network';
import { addMissingMessages } from '../wiki/messages';
import { makeMarks } from './marks';

/** What this script exports to the reader script. */
export interface MarksScript {
	makeMarks: typeof makeMarks;
}

addMissingMessages( english );
addMissingMessages( network );

export { makeMarks };
