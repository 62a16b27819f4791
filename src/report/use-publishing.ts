/** Publishing a summary: a look at what would change, then saving it over what was looked at. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { lineDiff, type DiffLine } from '../account/line-diff';
import { appendSummary, mergeSummary } from '../export/merge-summary';
import { summaryWikitext } from '../export/summary-wikitext';
import type { ExportInput, MarkerProblem } from '../export/types';
import { SaveFailure, saveFailure } from '../wiki/save-failure';
import {
	readRevisionText, readStoredPage, savePage, type AnsweredCaptcha, type StoredPage
} from '../wiki/save-page';
import type { TitleProblem } from './summary-title';

/** What the page would be. */
export interface Proposal {
	page: StoredPage;
	/** Text to save. */
	text: string;
	lines: DiffLine[];
	/** The page has text of its own, and no summary yet. */
	isAppended: boolean;
}

/** Why a page can take no summary. */
export type Obstacle = Exclude<MarkerProblem, 'none'> | 'model' | 'hidden' | TitleProblem;

export interface Publishing {
	readonly state: Readonly<Ref<
		'start' | 'looking' | 'proposed' | 'nothing' | 'impossible' | 'saving' | 'published'
	>>;
	readonly proposal: Readonly<ShallowRef<Proposal | null>>;
	readonly obstacle: Readonly<Ref<Obstacle | null>>;
	readonly failure: Readonly<ShallowRef<SaveFailure | null>>;
	/** Somebody else saved the page after it was looked at. */
	readonly isMerged: Readonly<Ref<boolean>>;
	/** The revision that was made, and the one before. */
	readonly saved: Readonly<ShallowRef<{ revision: number; replaced: number } | null>>;
	/** Makes the summary and compares it with the page. */
	look( title: string ): Promise<void>;
	publish( captcha?: AnsweredCaptcha ): Promise<void>;
	/** Back to the beginning, with nothing saved. */
	leave(): void;
}

/** The page with the summary; or why it takes none. */
function place(
	{ text, revision, model }: Omit<StoredPage, 'title'>, summary: string
): { text: string; changed: boolean; isAppended: boolean } | { obstacle: Obstacle } {
	if ( model && model !== 'wikitext' ) {
		return { obstacle: 'model' };
	}
	if ( revision && text === null ) {
		return { obstacle: 'hidden' };
	}
	const merged = mergeSummary( text, summary );
	if ( !( 'problem' in merged ) ) {
		return { ...merged, isAppended: false };
	}
	return merged.problem === 'none' ?
		{ text: appendSummary( text ?? '', summary ), changed: true, isAppended: true } :
		{ obstacle: merged.problem };
}

function linesOf( text: string | null ): string[] {
	return text ? text.replace( /\n+$/, '' ).split( '\n' ) : [];
}

/** The wiki leaves out white space at the end. */
function isSame( one: string | null, other: string ): boolean {
	return ( one ?? '' ).trimEnd() === other.trimEnd();
}

/**
 * To be called in a component's setup.
 *
 * @param readInput what the summary is made from
 * @param problemOf why a page takes none by its title; a redirect may have led to it
 */
export function usePublishing(
	readInput: ( title: string ) => Promise<ExportInput>,
	problemOf: ( title: string ) => TitleProblem | null
): Publishing {
	const state = ref<Publishing[ 'state' ][ 'value' ]>( 'start' );
	const proposal = shallowRef<Proposal | null>( null );
	const obstacle = ref<Obstacle | null>( null );
	const failure = shallowRef<SaveFailure | null>( null );
	const isMerged = ref( false );
	const saved = shallowRef<{ revision: number; replaced: number } | null>( null );
	let summary = '';
	let editSummary = '';

	function propose( page: StoredPage ): void {
		const problem = problemOf( page.title );
		const placed = problem ? { obstacle: problem } : place( page, summary );
		obstacle.value = 'obstacle' in placed ? placed.obstacle : null;
		if ( 'obstacle' in placed ) {
			state.value = 'impossible';
			return;
		}
		const { text, changed, isAppended } = placed;
		proposal.value = {
			page, text, isAppended, lines: lineDiff( linesOf( page.text ), linesOf( text ) )
		};
		state.value = changed ? 'proposed' : 'nothing';
	}

	async function look( title: string ): Promise<void> {
		state.value = 'looking';
		failure.value = null;
		isMerged.value = false;
		try {
			const input = await readInput( title );
			summary = summaryWikitext( input );
			editSummary = input.words( 'export-edit-summary', String( input.account.logRevision ) );
			propose( await readStoredPage( title ) );
		} catch ( error ) {
			failure.value = saveFailure( error );
			state.value = 'start';
		}
	}

	/**
	 * The wiki may have replaced a revision that nobody here has seen: it does where the same
	 * person saved it, and merges where others changed other lines.
	 *
	 * @return whether the page is what it should be
	 */
	async function isComplete( revision: number, replaced: number ): Promise<boolean> {
		const [ seen, page ] = await Promise.all( [
			readRevisionText( replaced ), readStoredPage( proposal.value?.page.title ?? '' )
		] );
		const wanted = place( { text: seen, revision: replaced, model: page.model }, summary );
		if ( page.revision !== revision || 'obstacle' in wanted || isSame( page.text, wanted.text ) ) {
			return true;
		}
		const { text } = wanted;
		proposal.value = {
			page,
			text,
			isAppended: false,
			lines: lineDiff( linesOf( page.text ), linesOf( text ) )
		};
		return false;
	}

	async function publish( captcha?: AnsweredCaptcha ): Promise<void> {
		if ( !proposal.value ) {
			return;
		}
		const { page, text } = proposal.value;
		state.value = 'saving';
		failure.value = null;
		try {
			saved.value = await savePage( {
				title: page.title, text, summary: editSummary, base: page.revision, captcha
			} );
			const { revision, replaced } = saved.value;
			isMerged.value = replaced !== page.revision;
			state.value = !isMerged.value || await isComplete( revision, replaced )
				.catch( () => true ) ?
				'published' :
				'proposed';
		} catch ( error ) {
			failure.value = saveFailure( error );
			state.value = 'proposed';
			if ( failure.value.kind === 'conflict' || failure.value.kind === 'deleted' ) {
				await lookAgain( page.title );
			}
		}
	}

	/** After others saved the page. */
	async function lookAgain( title: string ): Promise<void> {
		try {
			propose( await readStoredPage( title ) );
			isMerged.value = true;
			failure.value = null;
		} catch ( error ) {
			failure.value = saveFailure( error );
		}
	}

	return {
		state,
		proposal,
		obstacle,
		failure,
		isMerged,
		saved,
		look,
		publish,
		leave() {
			state.value = 'start';
			failure.value = null;
		}
	};
}
