/** Publishing the traces of a draft's pages: what there is to publish, and what became of it. */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { TraceToPublish, Workspace } from '../account/workspace';
import { SaveFailure, saveFailure } from '../wiki/save-failure';

/** The trace of one page, and how far it is. */
export interface TraceRow {
	readonly trace: TraceToPublish;
	readonly state: 'same' | 'waiting' | 'saved' | 'failed';
	readonly failure?: SaveFailure;
}

export interface TracePublishing {
	readonly rows: Readonly<ShallowRef<readonly TraceRow[]>>;
	/** Rows that are to be saved, or can be tried again. */
	readonly left: ComputedRef<number>;
	readonly isBusy: Readonly<Ref<boolean>>;
	/** Why it is not known what there is to publish. */
	readonly failure: Readonly<Ref<string>>;
	look(): Promise<void>;
	/** Saves one page after the other. */
	publish(): Promise<void>;
	/** Forgets what was found, after the account changed. */
	forget(): void;
}

function isLeft( { state }: TraceRow ): boolean {
	return state === 'waiting' || state === 'failed';
}

async function saved( row: TraceRow ): Promise<TraceRow> {
	const { trace } = row;
	try {
		await trace.save();
		return { trace, state: 'saved' };
	} catch ( error ) {
		const { kind, message } = saveFailure( error );
		// Questions that prove that a person saves are answered where one page is saved.
		return { trace, state: 'failed', failure: new SaveFailure( kind, message ) };
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
		async publish() {
			isBusy.value = true;
			for ( const row of rows.value.filter( isLeft ) ) {
				const now = await saved( row );
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
