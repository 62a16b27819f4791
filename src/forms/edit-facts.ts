/** What is known of edits by their numbers: asked for once. */
import { shallowReactive } from 'vue';
import { readEdits, type ListedEdit } from '../wiki/edit-list';

/** null while the wiki has not answered; `missing` if it knows no such edit. */
type EditFacts = ListedEdit | 'missing' | 'failed' | null;

const facts = shallowReactive( new Map<number, EditFacts>() );

/** What is listed anyway need not be asked for. */
export function learnEdits( edits: readonly ListedEdit[] ): void {
	edits.forEach( ( edit ) => facts.set( edit.id, edit ) );
}

/** What is known of an edit; asks the wiki where nothing is. */
export function editFacts( id: number ): EditFacts {
	const known = facts.get( id );
	if ( known === undefined ) {
		facts.set( id, null );
		readEdits( [ id ] ).then(
			( edits ) => facts.set( id, edits.find( ( edit ) => edit.id === id ) ?? 'missing' ),
			() => facts.set( id, 'failed' )
		);
	}
	return known ?? null;
}
