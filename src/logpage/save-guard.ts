/**
 * Stands between the button that saves and the wiki: what cannot be right is not sent, and what
 * became doubtful only now is asked about once.
 */
import type { PlacedFinding } from '../wiki/log-view-script';
import type { Finding } from '../log/check-log';
import { readLog } from '../log/read-log';
import { button, element } from '../wiki/element';
import { msg } from '../wiki/messages';

const SAVE = '[name="wpSave"]';

function formatSentences( ...sentences: ( string | false | undefined )[] ): string {
	return sentences.filter( Boolean ).join( ' ' );
}

/** Names a finding whatever line it stands in. */
function nameOf( { rule, path, params }: Finding ): string {
	return JSON.stringify( [ rule, path, params ] );
}

/** Warnings that a text has and another one had not. */
export function newWarnings(
	before: readonly Finding[], now: readonly PlacedFinding[]
): PlacedFinding[] {
	const known = new Set( before.map( nameOf ) );
	return now.filter( ( finding ) => (
		finding.severity === 'warning' && !known.has( nameOf( finding ) )
	) );
}

export interface GuardedForm {
	form: HTMLFormElement;
	/** Where the question is shown, empty otherwise. */
	place: HTMLElement;
	text(): string;
	check( text: string ): PlacedFinding[];
	/** The wiki knows that the page is JSON. */
	isJson: boolean;
	/** What was found in the text that the form was opened with. */
	before: readonly Finding[];
	goTo( place: PlacedFinding ): void;
}

/** Begins to watch a form. */
export function guardSaving( guarded: GuardedForm ): void {
	const { form, place, text, check, isJson, before, goTo } = guarded;
	/** Text that is to be saved whatever is doubtful in it. */
	let agreed: string | null = null;

	function ask( words: string, ...buttons: HTMLButtonElement[] ): void {
		const question = element( 'p', '', words );
		question.tabIndex = -1;
		place.replaceChildren( element( 'div', 'log-guard', question, ...buttons ) );
		place.scrollIntoView( { block: 'nearest' } );
		// It is read out, and the next Tab leads to its buttons.
		question.focus();
	}

	function wayTo( finding: PlacedFinding ): HTMLButtonElement {
		const go = button( 'log-button', msg( 'logpage-save-go' ) );
		go.addEventListener( 'click', () => goTo( finding ) );
		return go;
	}

	/** Whether the text may go; asks otherwise. */
	function mayGo(): boolean {
		const now = text();
		place.replaceChildren();
		if ( now === agreed ) {
			return true;
		}
		const findings = check( now );
		const errors = findings.filter( ( { severity } ) => severity === 'error' );
		const doubts = newWarnings( before, findings );
		const [ error ] = errors;
		const [ doubt ] = doubts;
		if ( error ) {
			ask( readLog( now ).log ?
				msg( 'logpage-save-errors', errors.length ) :
				msg( 'logpage-save-unreadable', errors.length ), wayTo( error ) );
		} else if ( doubt || !isJson ) {
			const save = button( 'log-button', msg( 'logpage-save-anyway' ) );
			save.addEventListener( 'click', () => {
				agreed = text();
				form.querySelector<HTMLElement>( SAVE )?.click();
			} );
			ask( formatSentences(
				!isJson && msg( 'logpage-save-model' ),
				doubt && msg( 'logpage-save-warnings', doubts.length )
			), ...doubt ? [ wayTo( doubt ) ] : [], save );
		}
		return !error && !doubt && isJson;
	}

	/** Nobody else is to take it for a page that is being saved. */
	function guard( event: Event ): void {
		if ( !mayGo() ) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
	}

	// The Enter key in the summary presses the button as well. CodeEditor remembers that it was
	// pressed, and would ask by itself another time.
	form.addEventListener( 'click', ( event ) => {
		if ( event.target instanceof Element && event.target.closest( SAVE ) ) {
			guard( event );
		}
	}, { capture: true } );
	form.addEventListener( 'submit', ( event ) => {
		if ( !event.submitter || event.submitter.matches( SAVE ) ) {
			guard( event );
		}
	}, { capture: true } );
}
