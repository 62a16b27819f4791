/** Where the words to mark come from: today's, as soon as they are traced. */
import type { PageWords } from '../account/draft-words';
import type { DraftAccount, SectionRef } from '../account/types';
import type { FollowedWords } from '../trace/followed-changes';
import { msg } from '../wiki/messages';
import type { ReaderWorkspace } from './draft-workspace';
import { hindrance, sectionOf, way } from './marks-page';

/** The words of the open page, and the account that says what marked ones mean. */
export interface MarkableWords {
	page: FollowedWords;
	/** As it is known now. */
	account(): Pick<DraftAccount, 'items'>;
	/** Who published them; absent or empty where they were found out here. */
	published?: string;
	/** The section of today that a word stands in; null if that is not known. */
	sectionOf( word: number ): SectionRef | null;
}

export interface MarksSource {
	/** The words; until there are any, what is said instead, with what can be done about it. */
	now(): MarkableWords | [ string, HTMLElement? ];
	/** Has them read, if they have not been. */
	read(): void;
	/** Has found out here what was published. */
	recompute?(): void;
	/** Tells when `now` may give something else. */
	subscribe( listener: () => void ): void;
}

/** Why today's words are not there, or that they are on their way. */
function missing( workspace: ReaderWorkspace ): [ string, HTMLElement? ] {
	const again = (): void => {
		workspace.readWords();
	};
	const { state, done, total } = workspace.wordsProgress();
	if ( state === 'stopped' ) {
		return [ msg( 'marks-stopped' ), way( msg( 'marks-go-on' ), again ) ];
	}
	if ( state === 'failed' ) {
		const failure = workspace.failures().find( ( { what } ) => what === 'words' );
		return [ msg( 'marks-failed', failure?.message || '' ), way( msg( 'marks-again' ), again ) ];
	}
	return [
		total && state === 'reading' ? msg( 'marks-reading', done, total ) : msg( 'marks-beginning' ),
		way( msg( 'marks-stop' ), workspace.stopWords )
	];
}

/** The words of the page as it stands today. */
export function wordsOfToday( workspace: ReaderWorkspace ): MarksSource {
	return {
		now() {
			const account = workspace.account();
			if ( !account ) {
				return [ msg( 'marks-no-log' ) ];
			}
			const { state } = workspace.wordsProgress();
			const isPublished = state === 'none' && account.words?.published;
			if ( !account.words || ( state !== 'ready' && !isPublished ) ) {
				return missing( workspace );
			}
			const page = account.words.pages.get( workspace.openPage().title );
			return ( page ? hindrance( page ) : [ msg( 'marks-unknown' ) ] ) || {
				page: page as PageWords,
				account: () => workspace.account() || account,
				published: isPublished ? account.published?.text : '',
				sectionOf: ( word ) => sectionOf( page as PageWords, word )
			};
		},
		async read() {
			// What was published will do, if it fits the text.
			if ( workspace.account()?.published ) {
				await workspace.readEvidence();
			}
			if ( !workspace.account()?.words ) {
				await workspace.readWords();
			}
		},
		recompute() {
			workspace.readWords();
		},
		subscribe: workspace.subscribe
	};
}
