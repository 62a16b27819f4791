/** Takes the gadget off a wiki again. */
import { builtLanguages } from '../messages';
import { UserError } from '../user-error';
import { mergeDefinition, parseDefinition, sectionName, type DefinitionLine } from './definition';
import { configTitle, definitionTitle, titleOf, titlePrefix, userScriptTitle } from './pages';
import { actionFor, isMade, removals, type PageAction } from './plan';
import type { WikiSession } from './wiki-session';
import { readState } from './wiki-state';

/** What taking the gadget away changes, and what it leaves. */
export interface Removal {
	plan: PageAction[];
	/** Titles of pages that stay: the wiki's own. */
	left: string[];
}

/**
 * Plans to take our lines out of the definition, and then the pages.
 *
 * @param definition our lines: gadgets of these names are ours whoever wrote the line
 * @param withConfig takes the configuration as well
 */
export async function planRemoval(
	session: WikiSession, definition: string, withConfig: boolean
): Promise<Removal> {
	const state = await readState( session, [ definitionTitle, configTitle ] );
	const names = new Set( parseDefinition( definition ).map( ( { name } ) => name ) );
	const isOurs = ( line: DefinitionLine ): boolean => (
		names.has( line.name ) || isMade( line, state.made )
	);
	const current = state.pages.get( definitionTitle );
	const lines = parseDefinition( current?.text ?? '' ).filter( isOurs );
	const ours = new Set( [
		...lines.flatMap( ( { pages } ) => pages ).map( titleOf )
			.filter( ( title ) => title.startsWith( titlePrefix ) ),
		...[ ...names, `section-${ sectionName }` ].map( titleOf ),
		...builtLanguages().map( ( language ) => `${ titlePrefix }-i18n-${ language }.json` ),
		userScriptTitle,
		...state.made
	] );
	ours.delete( configTitle );
	if ( withConfig ) {
		ours.add( configTitle );
	}
	// These are read only where they are there and named like the others.
	const missing = [ ...ours ].filter( ( title ) => !state.pages.has( title ) );
	const pages = new Map( [ ...state.pages, ...await session.read( missing ) ] );
	if ( !current && ![ ...ours ].some( ( title ) => pages.get( title ) ) ) {
		throw new UserError( 'Nothing of this gadget is on the wiki.' );
	}
	return {
		plan: [
			...current ? [ actionFor(
				definitionTitle, mergeDefinition( current.text, '', { isStale: isOurs } ), state
			) ] : [],
			...removals( ours, { ...state, pages } )
		],
		left: [ ...pages.keys() ].filter( ( title ) => (
			pages.get( title ) && !ours.has( title ) && title !== definitionTitle
		) )
	};
}
