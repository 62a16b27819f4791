/** The way to what puts entries in order: a script of its own, loaded when it is wanted. */
import { nextTick, shallowRef, type Component, type Ref, type ShallowRef } from 'vue';
import { loadScript } from '../wiki/load-script';
import { msg } from '../wiki/messages';
import type { UpkeepScript, UpkeepTask } from './upkeep-script';

export interface OpenUpkeep {
	/** What is worked on; null if nothing is. */
	readonly task: Readonly<ShallowRef<UpkeepTask | null>>;
	readonly view: Readonly<ShallowRef<Component | null>>;
	open( task: UpkeepTask ): Promise<void>;
	close(): Promise<void>;
}

/**
 * To be called in a component's setup.
 *
 * @param heading gets the focus
 */
export function useUpkeep( heading: Readonly<Ref<HTMLElement | null>> ): OpenUpkeep {
	const task = shallowRef<UpkeepTask | null>( null );
	const view = shallowRef<Component | null>( null );

	async function show( wanted: UpkeepTask | null ): Promise<void> {
		task.value = wanted;
		await nextTick();
		heading.value?.focus();
	}
	return {
		task,
		view,
		async open( wanted ) {
			try {
				( { UpkeepView: view.value } = await loadScript<UpkeepScript>( 'upkeep', 'UpkeepView' ) );
				await show( wanted );
			} catch {
				mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
			}
		},
		close: () => show( null )
	};
}
