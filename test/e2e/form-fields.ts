/** Fields of the forms, as whoever fills them in finds them. */
import type { Locator } from 'playwright-core';
import { text } from './texts';

/** A field by the message that names it. */
export function field( form: Locator, key: string ): Locator {
	// What is folded may have a field of the same name.
	return form.getByLabel( text( key ), { exact: true } ).filter( { visible: true } ).first();
}

/** Finds something by its name, and takes it. */
export async function pick( form: Locator, key: string, name: string ): Promise<void> {
	await field( form, key ).fill( name );
	await field( form, key ).press( 'Enter' );
	await form.getByRole( 'button', { name: text( 'form-remove-named', name ) } ).first().waitFor();
}
