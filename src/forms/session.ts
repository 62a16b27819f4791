/** One sitting at the forms: the log as it is being changed, and what is wrong with it. */
import { computed, onUnmounted, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Finding } from '../log/check-log';
import { equalValues, valueAt, type JsonValue } from '../log/json-value';
import { forgetForm, keepForm } from '../wiki/kept-form';
import { withFormValue, withItem } from './form-edits';
import { draftToKeep } from './kept-draft';
import type { LogScript } from './log-script';
import { findingsAt, newErrors, placeFinding, type PlacedFinding } from './place-findings';
import { withoutBegun } from './start-entry';

/** A state of the log page. */
export interface LogState {
	/** 0 for a page that does not exist. */
	revision: number;
	log: JsonValue;
}

export interface FormSession {
	readonly logTitle: string;
	readonly tools: LogScript;
	/** The log as it is being changed. */
	readonly log: Readonly<ShallowRef<JsonValue>>;
	/** The log that it is made from. */
	readonly base: Readonly<ShallowRef<LogState>>;
	readonly isChanged: ComputedRef<boolean>;
	/** Something would be lost: more was done than to begin an entry. */
	readonly isEntered: ComputedRef<boolean>;
	/** Errors that were not there before. */
	readonly errors: ComputedRef<Finding[]>;
	readonly findings: Readonly<ShallowRef<readonly PlacedFinding[]>>;
	/** False where this browser keeps nothing. */
	readonly isKept: Readonly<Ref<boolean>>;
	value( path: string ): JsonValue | undefined;
	/** What a control holds; undefined takes the field out. */
	set( path: string, value: JsonValue | undefined ): void;
	/** @return where the item stands */
	append( path: string, item: JsonValue ): string;
	/** Takes a log that was changed in another way. */
	take( log: JsonValue ): void;
	/** Somebody has been at this field: from now on it says what is wrong. */
	touch( path: string ): void;
	/** From now on every field does. */
	touchAll(): void;
	/** What to say at a field. */
	findingsAt( path: string, whole: boolean ): PlacedFinding[];
	/** Checks at once what is else checked a moment after the last change. */
	check(): void;
	/** Takes what checks found that need the wiki. */
	takeWikiFindings( findings: readonly Finding[] ): void;
	/** Goes on from another state of the log page. */
	rebase( state: LogState, log: JsonValue ): void;
	/** What was typed is not wanted any more. */
	forget(): void;
}

/** So long after the last key the log is checked and kept. */
const PAUSE_MS = 300;

/**
 * To be called in a component's setup; ends with the component.
 *
 * @param logTitle
 * @param tools
 * @param start
 * @param log as it is to be changed further
 */
export function useSession(
	logTitle: string, tools: LogScript, start: LogState, log = start.log
): FormSession {
	const base = shallowRef( start );
	const current = shallowRef( log );
	const ownFindings = shallowRef<readonly PlacedFinding[]>( [] );
	const wikiFindings = shallowRef<readonly PlacedFinding[]>( [] );
	const findings = computed( () => [ ...ownFindings.value, ...wikiFindings.value ] );
	const baseFindings = computed( () => tools.checkLog( JSON.stringify( base.value.log ) ) );
	const touched = shallowRef<ReadonlySet<string>>( new Set() );
	const isAllTouched = ref( false );
	const isKept = ref( true );
	let timer: ReturnType<typeof setTimeout> | undefined;

	const entered = (): JsonValue => withoutBegun( base.value.log, current.value );
	function check(): void {
		clearTimeout( timer );
		timer = undefined;
		ownFindings.value = tools.checkLog( JSON.stringify( current.value ) ).map( placeFinding );
		const { revision, log: before } = base.value;
		const draft = draftToKeep( before, revision, entered(), Date.now() );
		if ( draft ) {
			isKept.value = keepForm( logTitle, draft );
		} else {
			forgetForm( logTitle );
		}
	}
	/** What was typed last must not be lost when the tab is closed in the same moment. */
	function checkIfDue(): void {
		if ( timer !== undefined ) {
			check();
		}
	}
	watch( current, () => {
		clearTimeout( timer );
		timer = setTimeout( check, PAUSE_MS );
	} );
	window.addEventListener( 'pagehide', checkIfDue );
	onUnmounted( () => {
		window.removeEventListener( 'pagehide', checkIfDue );
		checkIfDue();
	} );
	ownFindings.value = tools.checkLog( JSON.stringify( log ) ).map( placeFinding );

	return {
		logTitle,
		tools,
		log: current,
		base,
		isChanged: computed( () => !equalValues( base.value.log, current.value ) ),
		isEntered: computed( () => !equalValues( base.value.log, entered() ) ),
		errors: computed( () => newErrors(
			{ log: current.value, findings: findings.value },
			{ log: base.value.log, findings: baseFindings.value }
		) ),
		findings,
		isKept,
		value: ( path ) => valueAt( current.value, path ),
		set( path, value ) {
			current.value = withFormValue( current.value, path, value );
		},
		append( path, item ) {
			const added = withItem( current.value, path, item );
			current.value = added.log;
			return added.path;
		},
		take( next ) {
			current.value = next;
		},
		touch( path ) {
			if ( !touched.value.has( path ) ) {
				touched.value = new Set( [ ...touched.value, path ] );
			}
		},
		touchAll() {
			isAllTouched.value = true;
		},
		findingsAt: ( path, whole ) => isAllTouched.value || touched.value.has( path ) ?
			findingsAt( findings.value, path, whole ) :
			[],
		check,
		takeWikiFindings( found ) {
			wikiFindings.value = found.map( placeFinding );
		},
		rebase( state, next ) {
			base.value = state;
			current.value = next;
			check();
		},
		forget() {
			clearTimeout( timer );
			timer = undefined;
			current.value = base.value.log;
			forgetForm( logTitle );
		}
	};
}
