/** Tells in a terminal what a plan changes. */
import { lineDiff } from './line-diff';
import type { PageAction } from './plan';

/** Lines of a new page that are shown; of scripts and styles none, they are the build's. */
const mostLines = 20;

function plural( count: number, one: string ): string {
	return `${ count } ${ one }${ count === 1 ? '' : 's' }`;
}

function linesOfNew( { after, model }: PageAction ): string[] {
	const lines = after.split( '\n' );
	if ( model === 'javascript' || model === 'css' || lines.length > mostLines ) {
		return [ `  (${ plural( after.length, 'character' ) })` ];
	}
	return lineDiff( '', after );
}

/**
 * A plan in lines: what happens to each page that changes, with differences.
 *
 * @param mayDelete whether pages are deleted; null where nobody is logged in
 */
export function describePlan( plan: PageAction[], mayDelete: boolean | null ): string[] {
	const lines: string[] = [];
	const aside = plan.filter( ( { passing, action, model } ) => passing && action !== 'remove' && model !== 'wikitext' );
	const asideTitles = new Set( aside.map( ( { title } ) => title ) );
	// The last state of each page is what counts, its first what is there now.
	const shown = new Map<string, PageAction>();
	for ( const action of plan ) {
		const earlier = shown.get( action.title );
		shown.set( action.title, earlier ? { ...action, before: earlier.before } : action );
	}
	for ( const [ title, action ] of shown ) {
		if ( action.action === 'same' || asideTitles.has( title ) ) {
			continue;
		}
		if ( action.action === 'remove' ) {
			lines.push( `${ mayDelete === null ? 'remove' : mayDelete ? 'delete' : 'empty' } ${ title }` );
		} else if ( action.action === 'create' ) {
			lines.push( `create ${ title }`, ...linesOfNew( action ) );
		} else {
			// The wiki takes white space off the end.
			lines.push( `change ${ title }`, ...lineDiff( action.before ?? '', action.after.trimEnd() ) );
		}
	}
	if ( aside.length > 0 ) {
		lines.push( `Until one edit of the definition switches over, the new texts of ${ plural( aside.length, 'page' ) } stand aside (as ${ aside[ 0 ]?.title }${ aside.length > 1 ? ', …' : '' }).` );
	}
	return lines;
}

/** How many pages a plan changes, and how many it is about. */
export function countPages( plan: PageAction[] ): { changed: number; all: number } {
	const lasting = plan.filter( ( { passing } ) => !passing );
	const count = ( actions: PageAction[] ): number => (
		new Set( actions.map( ( { title } ) => title ) ).size
	);
	return {
		changed: count( lasting.filter( ( { action } ) => action !== 'same' ) ), all: count( lasting )
	};
}
