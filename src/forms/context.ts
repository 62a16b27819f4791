/** What the forms hand down to all of their parts. */
import { inject, type ComputedRef, type InjectionKey } from 'vue';
import type { IdKind } from '../log/shape';
import type { FormSession } from './session';
import type { UpkeepTask } from './upkeep-script';

/** Something that can be chosen. */
export interface Choice {
	value: string;
	text: string;
	/** Choices of one group stand together under its name. */
	group?: string;
}

export interface FormContext {
	session: FormSession;
	/** What of a kind the log has, by name; sections of the pages that it has not yet as well. */
	choices( kind: IdKind ): Choice[];
	/** Name of something of the log; its id where it has none. */
	nameOf( kind: IdKind, id: string ): string;
	/** Takes over what a choice stands for, where it is not in the log yet; gives its id. */
	adopt( kind: IdKind, value: string ): string;
	/** Titles of the pages of the draft. */
	pages: ComputedRef<readonly string[]>;
	/** Opens a form of its own for something of the log. */
	openThing( path: string ): void;
	/** Opens what puts entries in order, or removes something. */
	openUpkeep( task: UpkeepTask ): void;
}

export const FORM: InjectionKey<FormContext> = Symbol( 'form' );

export function useForm(): FormContext {
	const context = inject( FORM );
	if ( !context ) {
		throw new Error( 'A part of the forms stands outside of them.' );
	}
	return context;
}
