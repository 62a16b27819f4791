/**
 * The log page as it is read: the account in place of what the wiki makes of the text, and the
 * text a click away.
 */
import type { LogPage, LogViewScript, PlacedFinding, WikiCheck } from '../wiki/log-view-script';
import type { Workspace } from '../account/workspace';
import { button, element } from '../wiki/element';
import { loadScript } from '../wiki/load-script';
import { msg } from '../wiki/messages';
import { checkText, errorsFirst, placeInText } from './check-text';
import { goTo } from './text-area';
import { jsonOf, wikiReading } from './wiki-check';

/** Hides what stands beside us in the content of the page; see styles/logpage.css. */
const OPEN_CLASS = 'advice-provenance-log-open';

/** The raw text, to be read and copied. */
function textBox( text: string ): HTMLTextAreaElement {
	const area = element( 'textarea', 'log-text' );
	area.readOnly = true;
	area.spellcheck = false;
	area.dir = 'ltr';
	area.rows = 25;
	area.value = text;
	area.setAttribute( 'aria-label', msg( 'logpage-text' ) );
	return area;
}

/** The findings of a log, of its text at once and of the wiki when somebody asks. */
function findingsOf( workspace: Workspace, text: string ): Omit<LogPage, 'showText'> {
	const fromText = checkText( text );
	const listeners = new Set<() => void>();
	const reading = wikiReading( workspace );
	let findings: readonly PlacedFinding[] = fromText;
	let check: WikiCheck = { state: 'none', undecided: 0 };

	function tell(): void {
		listeners.forEach( ( listener ) => listener() );
	}
	function compare(): void {
		const found = reading.check( jsonOf( text ) ?? {} );
		findings = errorsFirst( [ ...fromText, ...placeInText( found.findings, text ) ] );
		check = { state: 'ready', undecided: found.undecided.length };
		tell();
	}
	workspace.subscribe( () => {
		// Words that were traced meanwhile decide more.
		if ( check.state === 'ready' ) {
			compare();
		}
	} );
	return {
		workspace,
		text,
		findings: () => findings,
		wikiCheck: () => check,
		async checkWithWiki() {
			check = { state: 'reading', undecided: 0 };
			tell();
			try {
				await reading.read();
				compare();
			} catch {
				check = { state: 'failed', undecided: 0 };
				tell();
			}
		},
		subscribe( listener ) {
			listeners.add( listener );
			return () => listeners.delete( listener );
		}
	};
}

/** Two buttons of which one is pressed. */
function viewSwitch(
	names: readonly [ string, string ], choose: ( index: number ) => void
): { node: HTMLElement; press( index: number ): void } {
	const buttons = names.map( ( name ) => button( 'log-button', name ) );
	const press = ( chosen: number ): void => buttons.forEach( ( one, index ) => {
		one.setAttribute( 'aria-pressed', String( index === chosen ) );
	} );
	buttons.forEach( ( one, index ) => one.addEventListener( 'click', () => choose( index ) ) );
	const node = element( 'div', 'log-switch', ...buttons );
	node.setAttribute( 'role', 'group' );
	node.setAttribute( 'aria-label', msg( 'logpage-views' ) );
	return { node, press };
}

/**
 * Shows the account of the log on its page.
 *
 * @param workspace of the log in the revision that is open
 */
export async function showOnPage( workspace: Workspace ): Promise<void> {
	const content = document.querySelector<HTMLElement>( '#mw-content-text' );
	const text = workspace.logText;
	if ( !content || text === null ) {
		return;
	}
	const { showLog } = await loadScript<LogViewScript>( 'logview', 'showLog' );
	const area = textBox( text );
	const account = element( 'div', '' );
	const { node, press } = viewSwitch(
		[ msg( 'logpage-view-account' ), msg( 'logpage-view-text' ) ], show
	);
	function show( index: number ): void {
		press( index );
		account.hidden = index !== 0;
		area.hidden = index !== 1;
	}
	content.prepend( element( 'div', 'log', node, account, area ) );
	content.classList.add( OPEN_CLASS );
	show( 0 );
	showLog( account, {
		...findingsOf( workspace, text ),
		showText( place ) {
			show( 1 );
			goTo( area, place, true );
		}
	} );
}
