/** What every note needs. */
import type { Workspace } from '../account/workspace';
import type { ReaderForNotes } from '../wiki/reader-script';

export interface Notes {
	/** Title of the draft's page that the open view is about. */
	page: string;
	workspace: Workspace;
	stateIcon: ReaderForNotes[ 'stateIcon' ];
	pointing: ReaderForNotes[ 'pointing' ];
}
