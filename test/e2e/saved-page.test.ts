/** A page that is saved without being loaded anew, as the visual editor and reply tools do it. */
import { afterAll, beforeAll, test } from 'vitest';
import { visit, wiki } from './browser';
import { pageOf } from './drafts';
import { openCard, waitForMarkers } from './gadget';
import { draftWithLog, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { text } from './texts';

const page = pageOf( 'Saved' );
const ADVISED = PLAIN_TEXT.replace( 'deep', 'deep and cold' );

beforeAll( async () => {
	const [ , revision = 0 ] = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT }, { title: page, text: ADVISED }
	] );
	await wiki.editPages( draftWithLog( 'Saved', {
		schemaVersion: 1,
		draft: plainDraft( 'Saved' ),
		entries: [ {
			id: 'well',
			request: { question: 'What of the well?' },
			advice: [ {
				id: 'well.1', summary: 'Warn of it.', disposition: { outcome: 'adopted' }, changes: [ { revision } ]
			} ]
		} ]
	}, { text: ADVISED } ) );
} );

afterAll( () => wiki.restore( DEPLOYED ) );

test( 'is read anew by the next card', async () => {
	const opened = await visit( page );
	await waitForMarkers( opened.page );
	const before = await openCard( opened.page );
	await before.getByText( text( 'survival-intact' ) ).waitFor();
	await opened.page.keyboard.press( 'Escape' );
	const revision = await wiki.editPage( page, PLAIN_TEXT );
	await opened.page.evaluate( ( id ) => {
		mw.config.set( { wgCurRevisionId: id, wgRevisionId: id } );
		const content = document.querySelector( '#mw-content-text' );
		mw.hook( 'wikipage.content' ).fire( $( content as HTMLElement ) );
	}, revision );
	const after = await openCard( opened.page, 'Well' );
	await after.getByText( text( 'survival-gone' ) ).waitFor();
} );
