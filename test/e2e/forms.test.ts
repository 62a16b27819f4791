/** The log is kept by forms: entered as a new user would, against the real wiki. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { root } from '../../build/root';
import { testWiki, visit, wiki } from './browser';
import { logOf, pageOf } from './drafts';
import { openPanel, panelOf, waitForMarkers } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { text, textPattern } from './texts';

const shots = join( root, '.local', 'forms' );
async function shoot( page: Page, name: string ): Promise<void> {
	mkdirSync( shots, { recursive: true } );
	await page.screenshot( { path: join( shots, `${ name }.png` ) } );
}

test( 'look', async () => {
	await wiki.editPages( draftWithLog( 'Forms', { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [ gateEntry ] } ) );
	const { page } = await visit( pageOf( 'Forms' ), { user: 'Reader', skin: 'vector-2022', gadget: true } );
	await waitForMarkers( page );
	const panel = await openPanel( page );
	await shoot( page, '1-panel' ); page.setDefaultTimeout( 5000 );
	await panel.getByRole( 'button', { name: text( 'panel-add' ) } ).click();
	await panel.getByRole( 'textbox', { name: text( 'form-field-question' ) } ).waitFor();
	await shoot( page, '2-form' );
	await panel.getByRole( 'textbox', { name: text( 'form-field-question' ) } ).fill( 'How deep may the well be?' );
	await panel.getByRole( 'button', { name: text( 'form-add-advice' ) } ).click();
	await shoot( page, '3-advice' );
	await panel.getByRole( 'button', { name: text( 'form-add-change' ) } ).click();
	await panel.getByRole( 'button', { name: text( 'form-edit-choose' ) } ).last().click();
	await panel.getByRole( 'button', { name: textPattern( 'form-choose-edit' ) } ).first().waitFor();
	await shoot( page, '4-revisions' );
	await panel.getByRole( 'button', { name: textPattern( 'form-choose-edit' ) } ).first().click();
	await panel.getByRole( 'button', { name: text( 'form-review' ) } ).click();
	await page.waitForTimeout( 600 );
	await shoot( page, '5-save' );
	await panel.getByRole( 'button', { name: text( 'form-save' ), exact: true } ).click();
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	await shoot( page, '6-saved' );
} );
