import { afterAll, beforeAll, expect, test } from 'vitest';
import { asAdmin } from './admin';
import { forgetSessions, visit, wiki } from './browser';
import { pageOf } from './drafts';
import { markerOf, openCard, openItem, openPanel, waitForMarkers } from './gadget';
import { draftWithLog, plainDraft, PLAIN_TEXT } from './logs';
import { DEPLOYED } from './names';
import { pageText } from './page-shape';
import { text } from './texts';

const page = pageOf( 'Cited revisions' );
const OTHER = 'A page of no draft';
const GONE = 'A page that was deleted';
const SECRET = 'The key lies under the third stone.';

/** A piece of advice that was followed by one revision. */
function changeBy( id: string, revision: number ): unknown {
	return {
		id,
		request: { question: `What of the ${ id }?` },
		advice: [ {
			id: `${ id }.1`, summary: `Advice on the ${ id }.`, disposition: { outcome: 'adopted' }, changes: [ { revision } ]
		} ]
	};
}

beforeAll( async () => {
	await wiki.setSettings( 'suppress', '$wgGroupPermissions[\'sysop\'][\'suppressrevision\'] = true;' );
	const ids = await wiki.editPages( [
		{ title: page, text: PLAIN_TEXT },
		{ title: page, text: PLAIN_TEXT.replace( 'open by day', 'open from dawn to dusk' ) },
		{ title: page, text: `${ PLAIN_TEXT } ${ SECRET }` },
		{ title: page, text: `${ PLAIN_TEXT } It was dug long ago. ${ SECRET }` },
		{ title: page, text: PLAIN_TEXT.replace( 'open by day', 'open from dawn to dusk' ) },
		{ title: OTHER, text: 'Words of no draft, first.' },
		{ title: OTHER, text: 'Words of no draft, then more.' },
		{ title: GONE, text: 'Words that are gone.' }
	] );
	const [ , good = 0, hidden = 0, suppressed = 0, , , other = 0, gone = 0 ] = ids;
	await wiki.editPages( draftWithLog( 'Cited revisions', {
		schemaVersion: 1,
		draft: plainDraft( 'Cited revisions' ),
		entries: [
			changeBy( 'gate', good ), changeBy( 'hidden', hidden ), changeBy( 'suppressed', suppressed ),
			changeBy( 'other', other ), changeBy( 'gone', gone ), changeBy( 'missing', 99999999 )
		]
	}, { text: PLAIN_TEXT.replace( 'open by day', 'open from dawn to dusk' ) } ) );
	await asAdmin( async ( act ) => {
		const hide = { action: 'revisiondelete', type: 'revision', hide: 'content|comment|user' };
		await act( { ...hide, ids: String( hidden ) } );
		await act( { ...hide, ids: String( suppressed ), suppress: 'yes' } );
		await act( { action: 'delete', title: GONE } );
	} );
} );

afterAll( async () => {
	await wiki.setSettings( 'suppress', null );
	await wiki.restore( DEPLOYED );
	forgetSessions();
} );

test.each( [ undefined, 'Admin' as const ] )( 'revisions that cannot be shown are told, and the rest is shown, to %s', async ( user ) => {
	const plain = await visit( page, { gadget: false, covered: false } );
	const opened = await visit( page, { user, gadget: true } );
	await waitForMarkers( opened.page );
	const panel = await openPanel( opened.page );
	expect( await pageText( opened.page ) ).toBe( await pageText( plain.page ) );
	await markerOf( opened.page, 'Gate' ).waitFor();
	for ( const [ id, key ] of [
		[ 'hidden', 'revision-hidden' ],
		[ 'suppressed', 'revision-hidden' ],
		[ 'other', 'revision-other-page' ],
		[ 'gone', 'revision-missing' ],
		[ 'missing', 'revision-missing' ]
	] as const ) {
		const record = await openItem( panel, `${ id }/${ id }.1` );
		const content = await record.innerText();
		expect( content, id ).toContain( text( key ) );
		expect( content, id ).toContain( `Advice on the ${ id }.` );
		await panel.getByRole( 'button', { name: text( 'panel-back' ) } ).click();
		expect( await panel.getByRole( 'heading', { name: text( 'panel-group-unreadable' ) } ).isVisible() ).toBe( true );
	}
	const everything = await opened.page.content();
	for ( const words of [ SECRET, 'Words of no draft', 'Words that are gone', 'dug long ago' ] ) {
		expect( everything ).not.toContain( words );
	}
	const stored = await opened.page.evaluate( () => JSON.stringify( { ...localStorage } ) );
	expect( stored ).not.toContain( 'third stone' );
	await opened.page.keyboard.press( 'Escape' );
	const card = await openCard( opened.page, 'Gate' );
	expect( await card.innerText() ).toContain( 'dawn to dusk' );
} );
