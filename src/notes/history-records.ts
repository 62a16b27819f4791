/** In the history of a page, on request: from each edit to the form that records advice for it. */
import { element, link } from '../wiki/element';
import { msg } from '../wiki/messages';
import { adviceUrl } from '../wiki/titles';
import type { Notes } from './notes';
import { question } from './question';
import { loadEvidence } from './scripts';

/** A button that puts a link into each row, for whoever may edit the log page. */
export function recordsQuestion(
	{ page, workspace }: Notes, rows: ReadonlyMap<number, HTMLElement>
): HTMLElement {
	return question( msg( 'notes-ask-record' ), async () => {
		const { readLogRights } = await loadEvidence();
		const { may } = await readLogRights( workspace.logTitle );
		if ( !may ) {
			return { summary: msg( 'notes-record-not' ) };
		}
		rows.forEach( ( row, revision ) => {
			row.append( element( 'span', 'note-record',
				link( adviceUrl( page, `+${ revision }` ), msg( 'notes-record' ) ) ) );
		} );
		return { summary: msg( 'notes-record-rows' ) };
	} );
}
