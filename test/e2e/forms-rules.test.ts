/** Rules that need the wiki, told in the forms beside the field, against the real wiki. */
import { expect, test } from 'vitest';
import { visit, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { openItem, openPanel } from './gadget';
import { draftWithLog, PLAIN_TEXT, plainDraft } from './logs';
import { text, textPattern } from './texts';

test( 'what revisions, sections and people tell is told beside the field', async () => {
	await wiki.editPages( draftWithLog( 'Forms', { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [] } ) );
	const well = await wiki.editPage( pageOf( 'Forms' ), PLAIN_TEXT.replace( 'deep', 'very deep' ) );
	const elsewhere = await wiki.editPage( 'Forms, another page', 'Words of another page.' );
	const draft = plainDraft( 'Forms' );
	await wiki.editPage( logOf( 'Forms' ), JSON.stringify( {
		schemaVersion: 1,
		draft: { ...draft, sections: [ ...draft.sections ?? [], { id: 'moat', page: 'p', heading: 'Moat' } ] },
		agents: [
			{ id: 'ida', name: 'Ida', user: 'Admin', naming: 'consented' },
			{ id: 'ray', name: 'Ray', user: 'Reader' }
		],
		entries: [ {
			id: 'gate',
			sections: [ 'gate', 'moat' ],
			request: { question: 'When should the gate be open?', requestedBy: [ 'ray' ] },
			advice: [ {
				id: 'gate.1',
				advisers: [ 'ida' ],
				givenOn: '2040',
				summary: 'By day.',
				disposition: { outcome: 'adopted' },
				changes: [
					{ revision: well, inserted: [ { exact: 'a unicorn' } ] },
					{ revision: elsewhere },
					{ revision: 99999999 }
				]
			} ]
		} ]
	} ), { contentModel: 'json' } );
	const { page } = await visit( pageOf( 'Forms' ), { user: 'Reader', gadget: true } );
	const panel = await openPanel( page );
	await openItem( panel, 'gate/gate.1' );
	await panel.getByRole( 'button', { name: text( 'panel-edit' ), exact: true } ).first().click();
	const question = panel.locator( '[data-path="/entries/0/request/question"]' );
	await question.locator( 'textarea' ).fill( 'When should the gate stand open?' );
	const besides = ( path: string ): Promise<string[]> => panel.locator( `[data-path="${ path }"] .cdx-message` ).allInnerTexts();
	const advice = 'advice/0/changes';
	for ( const [ path, key ] of [
		[ `${ advice }/0/revision`, 'rule-w5-before' ],
		[ `${ advice }/0/revision`, 'rule-w6' ],
		[ `${ advice }/0/revision`, 'rule-w16' ],
		[ `${ advice }/0/inserted`, 'rule-w9-inserted' ],
		[ `${ advice }/1/revision`, 'rule-w8' ],
		[ `${ advice }/2/revision`, 'rule-w7-missing' ],
		[ 'request/question', 'rule-w17' ]
	] as const ) {
		await expect.poll( () => besides( `/entries/0/${ path }` ), { timeout: 30_000 } )
			.toContainEqual( expect.stringMatching( textPattern( key ) ) );
	}
	// What is wrong with a section is told where that is described.
	await panel.getByRole( 'button', { name: 'Moat', exact: true } ).click();
	expect( await besides( '/draft/sections/2/heading' ) )
		.toContainEqual( expect.stringMatching( textPattern( 'rule-w12' ) ) );
	// None of it keeps anybody from saving.
	await panel.getByRole( 'button', { name: text( 'form-done' ), exact: true } ).click();
	await panel.getByRole( 'button', { name: text( 'form-review' ), exact: true } ).click();
	await panel.getByText( text( 'form-save-warnings' ) ).waitFor();
	await panel.getByRole( 'button', { name: text( 'form-save' ), exact: true } ).click();
	await panel.getByText( text( 'form-saved' ) ).waitFor();
} );
