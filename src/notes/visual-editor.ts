/** The note above the text in the visual editor, as long as that is open. */
import type { ShownHeading } from '../wiki/reader-script';
import { editNote, type EditedPart } from './edit-note';
import type { Notes } from './notes';

/** The editor's surface; its tools stand before it. */
const SURFACE = '.ve-init-target .ve-ui-surface, .ve-ui-surface';

/** What the editor tells of what it edits. */
interface EditorTarget {
	/** Number of the section that was asked for; null for the page. */
	section?: string | number | null;
	/** False where the whole page is edited all the same, scrolled to that section. */
	enableVisualSectionEditing?: boolean;
}

function editorTarget(): EditorTarget {
	return ( window as { ve?: { init?: { target?: EditorTarget } } } ).ve?.init?.target || {};
}

/** True for the heading of the section that the wiki counts so: its edit link has the number. */
function hasNumber( { wrapper }: ShownHeading, number: number ): boolean {
	return Array.from( wrapper.querySelectorAll( 'a' ) ).some( ( { href } ) => (
		new URL( href, location.href ).searchParams.get( 'section' ) === String( number )
	) );
}

/**
 * The part of the page that the editor holds.
 *
 * @param target
 * @param headings of the page that was open
 * @return null for the whole page, and where it is not known which part it is
 */
export function partInEditor(
	{ section, enableVisualSectionEditing }: EditorTarget, headings: readonly ShownHeading[]
): EditedPart | null {
	if ( !enableVisualSectionEditing || !/^\d+$/.test( String( section ) ) ) {
		return null;
	}
	const first = Number( section );
	if ( !first ) {
		return { first, headings: [ '' ] };
	}
	const at = headings.findIndex( ( heading ) => hasNumber( heading, first ) );
	const own = headings[ at ];
	if ( !own ) {
		return null;
	}
	const after = headings.slice( at + 1 );
	const end = after.findIndex( ( other ) => other.section.level <= own.section.level );
	return {
		first,
		headings: [ own, ...end === -1 ? after : after.slice( 0, end ) ]
			.map( ( heading ) => heading.section.heading )
	};
}

/**
 * Shows the note each time that the editor is opened.
 *
 * @param open
 * @param findHeadings of the page that was open
 */
export function showInVisualEditor(
	open: () => Promise<Notes | null>, findHeadings: () => ShownHeading[]
): void {
	let note: HTMLElement | null = null;
	let isOpen = false;
	function remove(): void {
		note?.remove();
		note = null;
	}
	mw.hook( 've.activationComplete' ).add( () => {
		isOpen = true;
		open().then( ( notes ) => {
			const surface = document.querySelector( SURFACE );
			if ( isOpen && surface && notes ) {
				remove();
				note = editNote( notes, partInEditor( editorTarget(), findHeadings() ) );
				surface.before( note );
			}
		} );
	} );
	mw.hook( 've.deactivationComplete' ).add( () => {
		isOpen = false;
		remove();
	} );
}
