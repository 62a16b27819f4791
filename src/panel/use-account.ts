/** The account of the workspace as something that Vue's views follow. */
import { computed, onUnmounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import type { Agent } from '../log/types';
import type { AdviceItem, DraftAccount } from '../account/types';
import type { WordsProgress, Workspace } from '../account/workspace';
import { failureTexts, type FailureText } from './failures';
import { listTroubles, unreadableTroubles, type Trouble } from './troubles';

export interface FollowedAccount {
	account: Readonly<ShallowRef<DraftAccount | null>>;
	/** Items by their keys. */
	items: ComputedRef<Map<string, AdviceItem>>;
	failures: ComputedRef<FailureText[]>;
	/** Where the tracing of the draft's words stands. */
	words: ComputedRef<WordsProgress>;
	troubles: ComputedRef<Trouble[]>;
	/** True while cited revisions are being read. */
	reading: Readonly<ShallowRef<boolean>>;
	/** Reads the cited revisions, or tries again. */
	read(): Promise<void>;
	/** The agents of some ids; an id that the log does not explain stands for itself. */
	agents( ids: readonly string[] | undefined ): Agent[];
}

/** To be called in a component's setup; ends with the component. */
export function useAccount( workspace: Workspace ): FollowedAccount {
	// Shallow: Vue has no business in the thousands of objects of an account, which never change.
	const snapshot = shallowRef( takeSnapshot( workspace ) );
	const reading = shallowRef( false );
	const account = computed( () => snapshot.value.account );
	onUnmounted( workspace.subscribe( () => {
		snapshot.value = takeSnapshot( workspace );
	} ) );
	return {
		account,
		items: computed( () => new Map(
			( account.value?.items ?? [] ).map( ( item ) => [ item.key, item ] )
		) ),
		failures: computed( () => snapshot.value.failures ),
		words: computed( () => snapshot.value.words ),
		troubles: computed( () => account.value ?
			listTroubles( account.value, workspace.logText ) :
			unreadableTroubles( workspace.logText, workspace.logProblems ) ),
		reading,
		async read() {
			reading.value = true;
			await workspace.readEvidence();
			reading.value = false;
			snapshot.value = takeSnapshot( workspace );
		},
		agents: ( ids ) => ( ids ?? [] )
			.map( ( id ) => account.value?.agents.get( id ) ?? { id, name: id } )
	};
}

function takeSnapshot( workspace: Workspace ): {
	account: DraftAccount | null;
	failures: FailureText[];
	words: WordsProgress;
} {
	return {
		account: workspace.account(),
		failures: failureTexts( workspace ),
		words: workspace.wordsProgress()
	};
}
