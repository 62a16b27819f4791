/** The visit before this one, for as long as the panel is open. */
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { DraftAccount } from '../account/types';
import { noteVisit } from './last-visit';
import type { Visit } from './visit-shape';

/** To be called in a component's setup. */
export function useVisit(
	account: Readonly<Ref<DraftAccount | null>>
): Readonly<ShallowRef<Visit | null>> {
	const visit = shallowRef<Visit | null>( null );
	let isNoted = false;
	// What words stand is known later, and is remembered then.
	watch( () => [ account.value?.logRevision, account.value?.words ] as const, () => {
		if ( account.value ) {
			const before = noteVisit( account.value, Date.now() );
			visit.value = isNoted ? visit.value : before;
			isNoted = true;
		}
	}, { immediate: true } );
	return visit;
}
