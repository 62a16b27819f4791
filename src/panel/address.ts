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
	const former = readAdviceHash( location.hash ) ? '' : location.hash;
	return {
		show: ( key ) => replaceHash( adviceHash( key ) ),
		release: () => replaceHash( former )
	};
}
