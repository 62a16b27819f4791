/** Things of the log that are opened one from another within a form. */
import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue';
import { fieldOf, isJsonObject, valueAt } from '../log/json-value';
import type { FormSession } from './session';

export interface OpenThings {
	/** JSON Pointer of the thing that is open; empty if none is. */
	path: ComputedRef<string>;
	open( path: string ): Promise<void>;
	/** Back to what it was opened from. */
	close(): Promise<void>;
	/** The thing that is open is not there any more. */
	drop(): void;
}

const NAMES = [ 'name', 'label', 'title', 'heading' ];

/**
 * To be called in a component's setup.
 *
 * @param session
 * @param heading gets the focus
 */
export function useThings(
	session: FormSession, heading: Readonly<Ref<HTMLElement | null>>
): OpenThings {
	const stack = ref<string[]>( [] );
	const path = computed( () => stack.value[ stack.value.length - 1 ] ?? '' );

	async function show( next: string[] ): Promise<void> {
		stack.value = next;
		await nextTick();
		heading.value?.focus();
	}

	/** A thing that was added and never named is none. */
	function dropNameless( at: string ): void {
		const value = session.value( at );
		const isNew = valueAt( session.base.value.log, at ) === undefined;
		const isBlank = isJsonObject( value ) && NAMES.every( ( name ) => !fieldOf( value, name ) );
		if ( isNew && isBlank ) {
			session.set( at, undefined );
		}
	}

	return {
		path,
		open: ( at ) => show( [ ...stack.value, at ] ),
		close() {
			dropNameless( path.value );
			return show( stack.value.slice( 0, -1 ) );
		},
		drop() {
			// Places in lists are others now: what was opened on the way cannot be found by them.
			stack.value = [];
		}
	};
}
