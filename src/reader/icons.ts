/** Signs of states as elements of the page. */
import type { Icon } from '@wikimedia/codex-icons';
import { STATE_ICONS } from '../account/state-icons';
import type { AdviceState } from '../account/types';

/** The icon as SVG text. Those in use here are texts, alone or with a note that they flip. */
function markupOf( icon: Icon ): string {
	const simple = typeof icon === 'object' && 'ltr' in icon ? icon.ltr : icon;
	return typeof simple === 'string' ? simple : '';
}

/** Each sign is read once; a page may show it hundreds of times. */
const drawn = new Map<AdviceState, Element>();

function drawIcon( state: AdviceState ): Element {
	const icon = STATE_ICONS[ state ];
	// Codex gives its icons as SVG texts. They are constants of the build, no data.
	const svg = new DOMParser().parseFromString(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">${ markupOf( icon ) }</svg>`,
		'image/svg+xml'
	).documentElement;
	const flips = typeof icon !== 'string' && 'shouldFlip' in icon;
	svg.setAttribute( 'class', 'advice-provenance-icon' +
		( flips ? ' advice-provenance-icon-flips' : '' ) );
	svg.setAttribute( 'aria-hidden', 'true' );
	drawn.set( state, svg );
	return svg;
}

/** The sign of a state, for the eye only: words always stand beside it or name it. */
export function stateIcon( state: AdviceState ): Element {
	return document.importNode( drawn.get( state ) || drawIcon( state ), true );
}
