/** The edit form of wikitext: which part of the page it holds, and where its note stands. */
import { editNote, type EditedPart } from './edit-note';
import type { Notes } from './notes';
import { loadEvidence } from './scripts';

/**
 * @param page
 * @param section what the form says of it: a number, or nothing for the whole page
 * @param text that is being edited
 * @return null for the whole page
 */
async function readPart(
	page: string, section: string, text: string
): Promise<EditedPart | null> {
	if ( !/^\d+$/.test( section ) ) {
		return null;
	}
	const { textSections } = await loadEvidence();
	const first = Number( section );
	// Other sections than the lead begin with their heading, and end with their last part.
	const sections = textSections( page, text ).slice( first ? 1 : 0, first ? undefined : 1 );
	return { first, headings: sections.map( ( { heading } ) => heading ) };
}

/** Shows the note of the open edit form, if there is one. */
export async function showInEditForm( notes: Notes ): Promise<void> {
	const text = document.querySelector<HTMLTextAreaElement>( '#wpTextbox1' );
	const section = document.querySelector<HTMLInputElement>( 'input[name="wpSection"]' );
	// A new section has no past.
	if ( text && section?.value !== 'new' ) {
		const part = await readPart( notes.page, section?.value || '', text.value );
		// An editor that is there already encloses the text with its tools.
		( text.closest( '.wikiEditor-ui' ) || text ).before( editNote( notes, part ) );
	}
}
