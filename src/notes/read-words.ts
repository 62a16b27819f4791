import type { DraftWords } from '../account/draft-words';
import type { DraftAccount } from '../account/types';
import type { Workspace } from '../account/workspace';
import type { Run } from './question';

/**
 * Has the draft's words traced.
 *
 * @throws {Error} where that fails, or was stopped
 */
export async function readWords(
	workspace: Workspace, { signal, tell }: Run
): Promise<{ account: DraftAccount; words: DraftWords }> {
	const end = workspace.subscribe( () => {
		const { done, total } = workspace.wordsProgress();
		tell( done, total );
	} );
	signal.addEventListener( 'abort', workspace.stopWords );
	try {
		await workspace.readWords();
	} finally {
		end();
		signal.removeEventListener( 'abort', workspace.stopWords );
	}
	const account = workspace.account();
	// What was published tells of one page.
	if ( !account?.words || account.words.published ) {
		throw new Error( workspace.wordsProgress().state );
	}
	return { account, words: account.words };
}

/**
 * Has the revisions read that the log cites.
 *
 * @throws {Error} where that fails
 */
export async function readEvidence( workspace: Workspace ): Promise<DraftAccount> {
	await workspace.readEvidence();
	const account = workspace.account();
	if ( !account || workspace.failures().some( ( { what } ) => what === 'revisions' ) ) {
		throw new Error( 'revisions' );
	}
	return account;
}
