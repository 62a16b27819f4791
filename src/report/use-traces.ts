/** Publishing the traces of a draft's pages: what there is to publish, and what became of it. */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { TraceToPublish, Workspace } from '../account/workspace';
import { saveFailure, type SaveFailure } from '../wiki/save-failure';
import type { AnsweredCaptcha } from '../wiki/save-page';

/** The trace of one page, and how far it is. */
export interface TraceRow {
	readonly trace: TraceToPublish;
	readonly state: 'same' | 'waiting' | 'saved' | 'failed';
	readonly failure?: SaveFailure;
}

/** An answer to the question that proves that a person saves, for one page. */
export interface AnsweredRow {
	readonly row: TraceRow;
	readonly captcha: AnsweredCaptcha;
}

export interface TracePublishing {
	readonly rows: Readonly<ShallowRef<readonly TraceRow[]>>;
	/** Rows that are to be saved, or can be tried again. */
	readonly left: ComputedRef<number>;
	readonly isBusy: Readonly<Ref<boolean>>;
	/** Why it is not known what there is to publish. */
	readonly failure: Readonly<Ref<string>>;
	look(): Promise<void>;
	/**
	 * Saves one page after the other.
	 *
	 * @param answered what somebody answered to the wiki's question about one of them
	 */
	publish( answered?: AnsweredRow ): Promise<void>;
	/** Forgets what was found, after the account changed. */
	forget(): void;
}

function isLeft( { state }: TraceRow ): boolean {
	return state === 'waiting' || state === 'failed';
}

async function saved( row: TraceRow, captcha?: AnsweredCaptcha ): Promise<TraceRow> {
	const { trace } = row;
	try {
		await trace.save( captcha );
		return { trace, state: 'saved' };
	} catch ( error ) {
		return { trace, state: 'failed', failure: saveFailure( error ) };
	}
}

/** The page is another one than when its trace was made: saving the same once more cannot work. */
function isOutdated( { failure }: TraceRow ): boolean {
	return failure?.kind === 'conflict' || failure?.kind === 'deleted';
}

/** A row that failed, with the trace as it would be saved now. */
function renewed( row: TraceRow, traces: readonly TraceToPublish[] ): TraceRow {
	const trace = isOutdated( row ) && traces.find( ( { title } ) => title === row.trace.title );
	if ( !trace ) {
		return row;
	}
	// Somebody else may have published the same.
	return trace.changed ? { ...row, trace } : { trace, state: 'same' };
}

/** To be called in a component's setup. */
export function useTraces( workspace: Pick<Workspace, 'publishedTraces'> ): TracePublishing {
	const rows = shallowRef<readonly TraceRow[]>( [] );
	const isBusy = ref( false );
	const failure = ref( '' );
	return {
		rows,
		left: computed( () => rows.value.filter( isLeft ).length ),
		isBusy,
		failure,
		async look() {
			isBusy.value = true;
			failure.value = '';
			try {
				rows.value = ( await workspace.publishedTraces() ).map( ( trace ) => (
					{ trace, state: trace.changed ? 'waiting' : 'same' }
				) );
			} catch ( error ) {
				failure.value = error instanceof Error ? error.message : String( error );
			}
			isBusy.value = false;
		},
		async publish( answered ) {
			isBusy.value = true;
			for ( const row of rows.value.filter( isLeft ) ) {
				const now = await saved(
					row, answered?.row.trace === row.trace ? answered.captcha : undefined
				);
				rows.value = rows.value.map( ( one ) => one.trace === row.trace ? now : one );
			}
			if ( rows.value.some( isOutdated ) ) {
				const traces = await workspace.publishedTraces().catch( () => [] );
				rows.value = rows.value.map( ( row ) => renewed( row, traces ) );
			}
			isBusy.value = false;
		},
		forget() {
			if ( !isBusy.value ) {
				rows.value = [];
				failure.value = '';
			}
		}
	};
}
