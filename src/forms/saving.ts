/** Saving a log: over the revision that it was made from, merged with what others saved. */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { equalValues, isJsonObject, type JsonValue } from '../log/json-value';
import type { Choice, Conflict, LogMerge } from '../log/merge-logs';
import { serializeLog } from '../log/serialize-log';
import { msg } from '../wiki/messages';
import { SaveFailure } from '../wiki/save-failure';
import {
	readRevisionText, readStoredPage, savePage, type AnsweredCaptcha, type StoredText
} from '../wiki/save-page';
import { openLog } from './open-log';
import type { FormSession, LogState } from './session';

export interface Saving {
	readonly state: Readonly<Ref<'ready' | 'saving' | 'conflict' | 'saved'>>;
	readonly failure: Readonly<ShallowRef<SaveFailure | null>>;
	readonly conflicts: ComputedRef<readonly Conflict[]>;
	/** Somebody else's changes were taken in on the way. */
	readonly isMerged: Readonly<Ref<boolean>>;
	/** The wiki stored something else than was sent. */
	readonly isOther: Readonly<Ref<boolean>>;
	save( summary: string, captcha?: AnsweredCaptcha ): Promise<void>;
	/** Takes decisions on conflicts; saving goes on when it is asked for. */
	decide( choices: readonly ( Choice | undefined )[] ): void;
	/** Merges what was typed with the log as it is by now; conflicts are to be decided then. */
	mergeWith( stored: StoredText ): boolean;
}

/** Others can be as fast once or twice; more often somebody has to look at it. */
const MOST_TRIES = 3;

function parse( text: string | null ): JsonValue | undefined {
	try {
		const value = JSON.parse( text ?? '' ) as JsonValue;
		return isJsonObject( value ) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** To be called in a component's setup. */
export function useSaving( session: FormSession ): Saving {
	const { mergeLogs, resolveConflicts } = session.tools;
	const state = ref<'ready' | 'saving' | 'conflict' | 'saved'>( 'ready' );
	const failure = shallowRef<SaveFailure | null>( null );
	const merge = shallowRef<LogMerge | null>( null );
	const isMerged = ref( false );
	const isOther = ref( false );

	/** @return whether nothing is left to be decided */
	function mergeWith( { revision, text }: StoredText ): boolean {
		if ( !revision ) {
			throw new SaveFailure( 'deleted', '' );
		}
		// What forms would not open, they cannot change either, with whatever is merged into it.
		const found = openLog( text?.trim() ? text : null, revision, [] );
		if ( 'obstacle' in found ) {
			throw new SaveFailure(
				'other', msg( `form-obstacle-${ found.obstacle }`, session.logTitle )
			);
		}
		const { log: theirs } = found.state;
		return takeMerge(
			{ revision, log: theirs },
			mergeLogs( session.base.value.log, session.log.value, theirs )
		);
	}

	/** @return whether nothing is left to be decided */
	function takeMerge( base: LogState, result: LogMerge ): boolean {
		const { merged, conflicts } = result;
		// Until it is decided, what was typed here is what is kept in this browser.
		session.rebase( base, resolveConflicts( merged, conflicts, conflicts.map( () => 'mine' ) ) );
		isMerged.value = true;
		merge.value = conflicts.length ? result : null;
		state.value = conflicts.length ? 'conflict' : 'ready';
		return !conflicts.length;
	}

	/**
	 * Looks at what is stored. Two saves at the same moment can still cross: then the other
	 * one's changes are merged and it has to be saved once more.
	 *
	 * @return whether everything is there
	 */
	async function isStored(
		revision: number, replaced: number, sent: JsonValue
	): Promise<boolean> {
		const { base } = session;
		const was = base.value;
		if ( replaced !== was.revision && replaced !== 0 ) {
			// The wiki let it replace a revision that nobody here has seen.
			const lost = parse( await readRevisionText( replaced ) );
			if ( lost !== undefined ) {
				const result = mergeLogs( was.log, sent, lost );
				return takeMerge( { revision, log: sent }, result ) &&
					equalValues( result.merged, sent );
			}
		}
		const stored = await readStoredPage( session.logTitle ).catch( () => null );
		const log = stored ? parse( stored.text ) : sent;
		// A later revision is somebody else's, and none of this saving's business.
		isOther.value = stored?.revision === revision && !equalValues( log, sent );
		const now = isOther.value && log !== undefined ? log : sent;
		session.rebase( { revision, log: now }, now );
		return true;
	}

	async function save( summary: string, captcha?: AnsweredCaptcha ): Promise<void> {
		failure.value = null;
		state.value = 'saving';
		session.check();
		try {
			for ( let left = MOST_TRIES; left > 0; left-- ) {
				const sent = session.log.value;
				try {
					const { revision, replaced } = await savePage( {
						title: session.logTitle,
						// In one line: the wiki merges edits of different lines without a word,
						// and two entries with one id came of it.
						text: serializeLog( sent ),
						isJson: true,
						summary,
						base: session.base.value.revision,
						captcha
					} );
					if ( await isStored( revision, replaced, sent ) ) {
						state.value = 'saved';
						return;
					}
				} catch ( error ) {
					if ( !( error instanceof SaveFailure ) || error.kind !== 'conflict' ) {
						throw error;
					}
					mergeWith( await readStoredPage( session.logTitle ) );
				}
				// What is right on both sides can be wrong together: somebody looks at it first.
				const isWrong = session.errors.value.length > 0;
				if ( ( state.value as string ) === 'conflict' || isWrong ) {
					return;
				}
				state.value = 'saving';
			}
			throw new SaveFailure( 'conflict', '' );
		} catch ( error ) {
			failure.value = error instanceof SaveFailure ?
				error :
				new SaveFailure( 'other', error instanceof Error ? error.message : String( error ) );
			state.value = 'ready';
		}
	}

	return {
		state,
		failure,
		conflicts: computed( () => merge.value?.conflicts ?? [] ),
		isMerged,
		isOther,
		save,
		decide( choices ) {
			if ( merge.value ) {
				const { merged, conflicts } = merge.value;
				session.take( resolveConflicts( merged, conflicts, choices ) );
				merge.value = null;
				state.value = 'ready';
			}
		},
		mergeWith
	};
}
