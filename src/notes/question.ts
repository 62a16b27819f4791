/**
 * A question that takes reading from the wiki: a button, then how far the reading is with a way
 * to stop it, then the answer. Nothing is read before the button is pressed.
 */
import { button, element } from '../wiki/element';
import { msg } from '../wiki/messages';

/** What reading tells, and how it hears that it is to stop. */
export interface Run {
	signal: AbortSignal;
	tell( done: number, total: number ): void;
}

export interface Answer {
	/** In a sentence: it is read out. */
	summary: string;
	details?: ( Node | null )[];
}

function whenAborted( signal: AbortSignal ): Promise<never> {
	return new Promise( ( _resolve, reject ) => {
		signal.addEventListener( 'abort', () => reject( new Error( 'stopped' ) ) );
	} );
}

/**
 * @param text of the button
 * @param read finds the answer; what it throws is told as a failure, unless it was stopped
 */
export function question( text: string, read: ( run: Run ) => Promise<Answer> ): HTMLElement {
	const node = element( 'div', 'note-question' );
	const status = element( 'p', 'note-status' );
	status.setAttribute( 'role', 'status' );
	status.tabIndex = -1;
	const body = element( 'div', 'note-answer' );
	let pressed = button( 'note-button', text );
	node.append( pressed, status, body );

	/** Puts another button in the place of the one that is there; null for none. */
	function offer( next: HTMLButtonElement | null ): void {
		const hadFocus = pressed === document.activeElement;
		if ( next ) {
			pressed.replaceWith( next );
			pressed = next;
		} else {
			pressed.remove();
		}
		if ( hadFocus ) {
			( next || status ).focus();
		}
	}

	function ready( label: string ): HTMLButtonElement {
		const ask = button( 'note-button', label );
		ask.addEventListener( 'click', start );
		return ask;
	}

	async function run( controller: AbortController ): Promise<void> {
		const { signal } = controller;
		status.textContent = msg( 'notes-reading' );
		try {
			const reading = read( {
				signal,
				tell( done, total ) {
					if ( !signal.aborted ) {
						status.textContent = total ?
							msg( 'notes-reading-revisions', done, total ) :
							msg( 'notes-reading' );
					}
				}
			} );
			// Not every request can be taken back, but nobody has to wait for it.
			const { summary, details = [] } =
				await Promise.race( [ reading, whenAborted( signal ) ] );
			status.textContent = summary;
			body.append( ...details.filter( ( detail ): detail is Node => detail !== null ) );
			offer( null );
		} catch {
			status.textContent = msg( signal.aborted ? 'notes-stopped' : 'notes-failed' );
			offer( ready( signal.aborted ? text : msg( 'notes-retry' ) ) );
		}
	}

	function start(): void {
		const controller = new AbortController();
		const stop = button( 'note-button', msg( 'notes-stop' ) );
		stop.addEventListener( 'click', () => controller.abort() );
		offer( stop );
		run( controller );
	}

	pressed.addEventListener( 'click', start );
	return node;
}
