/** Which marked words the pointer is on. */

function caretAt( x: number, y: number ): [ Node, number ] | null {
	if ( document.caretPositionFromPoint ) {
		const position = document.caretPositionFromPoint( x, y );
		return position && [ position.offsetNode, position.offset ];
	}
	// Safari, and Chromium before 128.
	// eslint-disable-next-line compat/compat
	const range = document.caretRangeFromPoint( x, y );
	return range && [ range.startContainer, range.startOffset ];
}

/** The line of a range that is under a point; null if none is. */
export function rectAt( range: Range, x: number, y: number ): DOMRect | null {
	return Array.from( range.getClientRects() ).find( ( rect ) => (
		x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom
	) ) || null;
}

/** Marks in the order of the page, and where each stands. */
export interface MarksOnPage<T> {
	marks: readonly T[];
	rangeOf( mark: T ): Range;
}

/**
 * Finds what is under a point.
 *
 * @return the mark; null if there is none
 */
export function markAt<T>(
	{ marks, rangeOf }: MarksOnPage<T>, x: number, y: number
): T | null {
	const caret = caretAt( x, y );
	if ( !caret || caret[ 0 ].nodeType !== Node.TEXT_NODE ) {
		return null;
	}
	let low = 0;
	let high = marks.length;
	while ( low < high ) {
		const middle = Math.floor( ( low + high ) / 2 );
		if ( rangeOf( marks[ middle ] as T ).comparePoint( ...caret ) > 0 ) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	// The caret goes to the nearest text, and between two words it belongs to both.
	return marks.slice( low, low + 2 ).find( ( mark ) => rectAt( rangeOf( mark ), x, y ) ) || null;
}

/** What is no place for a card: it does something of its own. */
const ACTIVE = 'a, button, input, select, textarea, label, summary, video, audio, ' +
	'[role="button"], [contenteditable]';

function isActive( event: Event ): boolean {
	return event.target instanceof Element && event.target.closest( ACTIVE ) !== null;
}

export interface PointerListener<T> {
	came( mark: T, x: number, y: number ): void;
	left(): void;
	clicked( mark: T, x: number, y: number ): void;
}

/** Set on the page while the pointer is on marked words. */
const POINTING = 'advice-provenance-pointing';

/**
 * Tells when the pointer comes to marked words, leaves them, and clicks or taps on them.
 *
 * @param output with the words
 * @param marks
 * @param listener
 * @return ends it
 */
export function watchPointer<T>(
	output: Element, marks: MarksOnPage<T>, listener: PointerListener<T>
): () => void {
	let under: T | null = null;
	let frame = 0;

	function setUnder( mark: T | null, x: number, y: number ): void {
		if ( mark !== under ) {
			const before = under;
			under = mark;
			document.documentElement.classList.toggle( POINTING, mark !== null );
			if ( mark ) {
				listener.came( mark, x, y );
			} else if ( before ) {
				listener.left();
			}
		}
	}
	function onMove( event: Event ): void {
		const { pointerType, buttons, clientX, clientY } = event as PointerEvent;
		cancelAnimationFrame( frame );
		frame = requestAnimationFrame( () => setUnder(
			// While a button is held, text is being selected.
			pointerType === 'touch' || buttons || isActive( event ) ?
				null :
				markAt( marks, clientX, clientY ),
			clientX, clientY
		) );
	}
	function onLeave(): void {
		cancelAnimationFrame( frame );
		setUnder( null, 0, 0 );
	}
	function onClick( event: Event ): void {
		const { clientX, clientY } = event as MouseEvent;
		const isSelecting = getSelection()?.isCollapsed === false;
		const mark = isSelecting || isActive( event ) ? null : markAt( marks, clientX, clientY );
		if ( mark ) {
			listener.clicked( mark, clientX, clientY );
		}
	}
	output.addEventListener( 'pointermove', onMove );
	output.addEventListener( 'pointerleave', onLeave );
	output.addEventListener( 'click', onClick );
	return () => {
		onLeave();
		output.removeEventListener( 'pointermove', onMove );
		output.removeEventListener( 'pointerleave', onLeave );
		output.removeEventListener( 'click', onClick );
	};
}
