/** The way to the forms, for whoever may change the log. */
import { computed, onMounted, ref, shallowRef, type Component, type Ref, type ShallowRef } from 'vue';
import type { FormsScript, FormStart } from '../wiki/forms-script';
import { recallForm } from '../wiki/kept-form';
import { loadScript } from '../wiki/load-script';
import type { readLogRights } from '../wiki/log-rights';
import { msg } from '../wiki/messages';
import type { FailureText } from './failures';

export interface FormsGate {
	/**
	 * The wiki lets the person who looks change the log page, and what is shown is its newest
	 * revision: saving an older one would undo what came since.
	 */
	readonly may: Readonly<Ref<boolean>>;
	/** Something that was typed another time waits in this browser. */
	readonly isKept: Readonly<Ref<boolean>>;
	/** The forms, while they are open. */
	readonly view: Readonly<ShallowRef<Component | null>>;
	readonly start: Readonly<ShallowRef<FormStart>>;
	/** Another one for each time that they are opened. */
	readonly round: Readonly<Ref<number>>;
	open( start: FormStart ): void;
	close(): void;
}

/** What of the evidence script the panel needs. */
interface EvidenceForPanel {
	readLogRights: typeof readLogRights;
}

/** Stands before the number of an edit in an address, where else the key of an item stands. */
const EDIT = /^\+(\d{1,15})$/;

/** The edit that an address asks to record advice for; 0 if it does not. */
export function editOf( key: string | undefined ): number {
	return Number( EDIT.exec( key ?? '' )?.[ 1 ] ?? 0 );
}

/**
 * To be called in a component's setup.
 *
 * @param logTitle
 * @param failures what could not be read
 * @param mayEdit the log page, where that is known without asking
 */
export function useForms(
	logTitle: string, failures: Readonly<Ref<readonly FailureText[]>>, mayEdit?: boolean
): FormsGate {
	const hasRight = ref( mayEdit || false );
	const view = shallowRef<Component | null>( null );
	const start = shallowRef<FormStart>( {} );
	const round = ref( 0 );
	const isKept = ref( recallForm( logTitle ) !== null );
	onMounted( () => {
		if ( mayEdit === undefined ) {
			// With the evidence script, which speaks to the wiki anyway.
			loadScript<EvidenceForPanel>( 'evidence', 'readLogRights' )
				.then( ( { readLogRights } ) => readLogRights( logTitle ) )
				.then( ( { may } ) => {
					hasRight.value = may;
				} ).catch( () => undefined );
		}
	} );
	return {
		may: computed( () => hasRight.value && !failures.value.some(
			( { what, kind } ) => what === 'log' && kind === 'older'
		) ),
		isKept,
		view,
		start,
		round,
		open( wanted ) {
			loadScript<FormsScript>( 'forms', 'FormsView' ).then( ( { FormsView } ) => {
				start.value = wanted;
				round.value++;
				view.value = FormsView;
			}, () => {
				mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
			} );
		},
		close() {
			view.value = null;
			isKept.value = recallForm( logTitle ) !== null;
		}
	};
}
