/**
 * The log page as it is read: the account in place of what the wiki makes of the text, and the
 * text a click away.
 */
import type { LogPage, LogViewScript, PlacedFinding, WikiCheck } from '../wiki/log-view-script';
import type { Workspace } from '../account/workspace';
import { jsonOf } from '../log/json-value';
import { button, element } from '../wiki/element';
import { loadScript } from '../wiki/load-script';
import { msg } from '../wiki/messages';
import { checkText, errorsFirst, placeInText } from './check-text';
import { goTo } from './text-area';
import { wikiReading } from './wiki-check';

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

/** A page that does not exist yet has nothing wrong with it. */
function checkPage( { logRevision, logText }: Workspace ): PlacedFinding[] {
	return logRevision ? checkText( logText ?? '' ) : [];
}

/** The findings of a log, of its text at once and of the wiki when somebody asks. */
function findingsOf( workspace: Workspace ): Pick<
	LogPage, 'text' | 'findings' | 'wikiCheck' | 'checkWithWiki' | 'subscribe'
> {
	const listeners = new Set<() => void>();
	let text = workspace.logText ?? '';
	let reading = wikiReading( workspace );
	let fromText = checkPage( workspace );
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
	/** Of an older revision that is shown instead there is no other text to check. */
	function isOlder(): boolean {
		return workspace.failures().some( ( { kind } ) => kind === 'older' );
	}
	workspace.subscribe( () => {
		const now = workspace.logText ?? '';
		if ( now !== text && !isOlder() ) {
			// It was saved by the forms.
			text = now;
			reading = wikiReading( workspace );
			findings = fromText = checkPage( workspace );
			check = { state: 'none', undecided: 0 };
			tell();
		}
		// Words that were traced meanwhile decide more.
		if ( check.state === 'ready' ) {
			compare();
		}
	} );
	return {
		get text() {
			return text;
		},
		findings: () => findings,
		wikiCheck: () => check,
		async checkWithWiki() {
			check = { state: 'reading', undecided: 0 };
			tell();
			const own = reading;
			try {
				await own.read();
			} catch {
				check = { state: 'failed', undecided: 0 };
			}
			if ( own !== reading ) {
				// Of a text that is not shown any more.
				check = { state: 'none', undecided: 0 };
				tell();
			} else if ( check.state === 'reading' ) {
				compare();
			} else {
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
 * Shows the account of the log on its page; on one that does not exist yet, the way to make it.
 *
 * @param workspace of the log in the revision that is open
 * @param isNewest that revision is the newest one
 */
export async function showOnPage( workspace: Workspace, isNewest: boolean ): Promise<void> {
	const content = document.querySelector<HTMLElement>( '#mw-content-text' );
	const mayEdit = isNewest && Boolean( mw.config.get( 'wgIsProbablyEditable' ) );
	const canBegin = mayEdit && !workspace.logRevision;
	if ( !content || ( workspace.logText === null && !canBegin ) ) {
		return;
	}
	const { showLog } = await loadScript<LogViewScript>( 'logview', 'showLog' );
	const found = findingsOf( workspace );
	const area = textBox( found.text );
	const account = element( 'div', '' );
	const { node, press } = viewSwitch(
		[ msg( 'logpage-view-account' ), msg( 'logpage-view-text' ) ], show
	);
	function show( index: number ): void {
		press( index );
		account.hidden = index !== 0;
		area.hidden = index !== 1;
	}
	/** What the wiki says of a page that it does not have is left to be read. */
	function fillIn(): void {
		area.value = found.text;
		node.hidden = !workspace.logRevision;
		content?.classList.toggle( OPEN_CLASS, workspace.logRevision > 0 );
	}
	content.prepend( element( 'div', 'log', node, account, area ) );
	fillIn();
	found.subscribe( fillIn );
	show( 0 );
	showLog( account, {
		workspace,
		mayEdit,
		get text() {
			return found.text;
		},
		findings: found.findings,
		wikiCheck: found.wikiCheck,
		checkWithWiki: found.checkWithWiki,
		subscribe: found.subscribe,
		showText( place ) {
			show( 1 );
			goTo( area, place, true );
		}
	} );
}
