/**
 * A script of its own that checks a log strictly, with the compiled schema, and says in words what
 * is wrong with it: for the forms, which it is loaded with.
 */
import english from 'virtual:messages/check';
import { checkLog } from '../log/check-log';
import { addMissingMessages } from '../wiki/messages';

/** What this script exports to others. */
export interface CheckScript {
	checkLog: typeof checkLog;
}

addMissingMessages( english );

export { checkLog };
