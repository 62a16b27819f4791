/** A draft that is named by options, with its account: what exports and the summary are made of. */
import type { Values } from './command';
import { openDraft, type DraftInput } from './draft-input';
import { checkLanguage } from './messages';
import { readAccount, type ReadAccount } from './read-account';
import { UseError } from './user-error';

/**
 * Opens a draft and reads its account.
 *
 * @param values
 * @param files named beside the options; none is taken
 * @param signal cancels it
 * @throws {UseError} if the options do not name one
 * @throws {UserError} if there is no log that can be understood
 * @throws {WikiError} when the wiki does not answer
 */
export async function openAccount(
	values: Values, files: readonly string[], signal: AbortSignal
): Promise<{ draft: DraftInput; read: ReadAccount }> {
	checkLanguage( values.text( 'language' ) );
	if ( files.length ) {
		throw new UseError( 'Files are named with --history and --log.' );
	}
	const draft = await openDraft( values, signal );
	const read = await readAccount( draft.draft, draft.logPage, {
		signal, progress: draft.progress
	} );
	return { draft, read };
}
