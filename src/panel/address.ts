/** The address of what the panel shows, in the browser's address bar. */
import { adviceHash, readAdviceHash } from '../wiki/titles';

/** Replaces what stands after the address; no step of the browser's history comes of it. */
function replaceHash( hash: string ): void {
	const { pathname, search } = location;
	// Scripts of the wiki keep their own things in the state.
	history.replaceState( history.state, '', pathname + search + hash );
}

/** Makes the address one of the panel until the panel is closed. */
export function takeAddress(): {
	/** @param key of the item that is shown; none for the list */
	show( key?: string ): void;
	/** Brings back the section, or whatever the address named before. */
	release(): void;
} {
	let former = '';
	return {
		show( key ) {
			// The reader may have followed a link of the page beside the panel.
			if ( !readAdviceHash( location.hash ) ) {
				former = location.hash;
			}
			replaceHash( adviceHash( key ) );
		},
		release() {
			if ( readAdviceHash( location.hash ) ) {
				replaceHash( former );
			}
		}
	};
}
