/** The pages that a build becomes on a wiki: their titles, content models and texts. */
import { UserError } from '../user-error';
import { parseDefinition, sectionName } from './definition';

export type ContentModel = 'javascript' | 'css' | 'json' | 'wikitext';

/** What is to be deployed. */
export interface Deployment {
	/** Files of `dist/`: name → text. */
	files: ReadonlyMap<string, string>;
	/** Text of gadget-definition.txt. */
	definition: string;
	/** Text for Special:Preferences (wikitext), for a wiki that has none yet. */
	description: string;
	/** The same for the hidden gadgets that it consists of, for Special:Gadgets (wikitext). */
	partDescription: string;
	/** The same for the heading of our gadgets in Special:Preferences (wikitext). */
	sectionHeading: string;
	/** Content of the configuration page; if absent, an existing one is left as it is. */
	config?: unknown;
	/** Version and commit, for the note above the lines; without it there is none. */
	source?: string;
}

export const definitionTitle = 'MediaWiki:Gadgets-definition';
export const configTitle = 'MediaWiki:Gadget-AdviceProvenance-config.json';
export const userScriptTitle = 'MediaWiki:AdviceProvenance.user.js';
/** Beginning of all other titles. */
export const titlePrefix = 'MediaWiki:Gadget-AdviceProvenance';
const configFile = 'Gadget-AdviceProvenance-config.json';
/** For a wiki that names no draft yet. */
const emptyConfig = { drafts: [] };

const models: [ string, ContentModel ][] = [ [ '.js', 'javascript' ], [ '.css', 'css' ], [ '.json', 'json' ] ];

/** Content model that a title's ending stands for in the MediaWiki namespace. */
export function modelOf( title: string ): ContentModel {
	return models.find( ( [ ending ] ) => title.endsWith( ending ) )?.[ 1 ] ?? 'wikitext';
}

/** Title of a page that a definition line names. */
export function titleOf( page: string ): string {
	return `MediaWiki:Gadget-${ page }`;
}

/** Whether a file of `dist/` is a page of the wiki. */
export function isPageFile( name: string ): boolean {
	return ( name.startsWith( 'Gadget-' ) || name === 'AdviceProvenance.user.js' ) &&
		modelOf( name ) !== 'wikitext';
}

/** Where the next text of a page stands until the definition names it under its own title. */
export function stagedName( page: string ): string {
	return page.replace( /\.(js|css|json)$/, '.new.$1' );
}

/** The page that a name of `stagedName` stands for; any other as it is. */
export function unstagedName( page: string ): string {
	return page.replace( /\.new\.(js|css|json)$/, '.$1' );
}

/** Titles of the pages that a definition names. */
export function namedTitles( definition: string ): Set<string> {
	return new Set( parseDefinition( definition )
		.flatMap( ( { pages } ) => pages.map( titleOf ) ) );
}

/** Texts for Special:Preferences and Special:Gadgets: title → text. */
export function textPages(
	{ definition, description, partDescription, sectionHeading }: Deployment
): Map<string, string> {
	const pages = new Map( parseDefinition( definition ).map( ( { name, options } ) => [
		titleOf( name ), options.includes( 'hidden' ) && name !== 'AdviceProvenance' ? partDescription : description
	] ) );
	return pages.set( titleOf( `section-${ sectionName }` ), sectionHeading );
}

/** Title → text of all pages except the definition. */
export function wantedPages( deployment: Deployment ): Map<string, string> {
	const pages = new Map<string, string>();
	const files = [ ...deployment.files ].sort( ( [ a ], [ b ] ) => a < b ? -1 : 1 );
	for ( const [ name, text ] of files ) {
		if ( isPageFile( name ) && name !== configFile ) {
			pages.set( `MediaWiki:${ name }`, text );
		}
	}
	for ( const [ title, text ] of textPages( deployment ) ) {
		pages.set( title, text );
	}
	return pages.set( configTitle, deployment.config === undefined ?
		deployment.files.get( configFile ) ?? JSON.stringify( emptyConfig ) :
		JSON.stringify( deployment.config ) );
}

/** Titles of all pages that a deployment is about. */
export function titlesOf( deployment: Deployment ): string[] {
	return [ ...wantedPages( deployment ).keys(), definitionTitle ];
}

/** @throws {UserError} if the build lacks a page that the definition names */
export function checkComplete( { files, definition }: Deployment ): void {
	const named = parseDefinition( definition ).flatMap( ( { pages } ) => pages );
	const missing = named.map( ( page ) => `Gadget-${ page }` )
		.filter( ( name ) => name !== configFile && !files.has( name ) );
	if ( missing.length > 0 || named.length === 0 ) {
		throw new UserError( `The build is not complete (${ missing.length === 0 ? 'the definition names no gadget' : `missing: ${ missing.join( ', ' ) }` }); run "npm run build", then deploy again.` );
	}
}

/** The text of a page that was emptied because it could not be deleted. */
export function blankText( title: string ): string {
	return modelOf( title ) === 'json' ? '{}' : '';
}

/** Whether MediaWiki, given one text, would store what it has: it tidies what it is given. */
export function isSame( stored: string, wanted: string, model: ContentModel ): boolean {
	const tidy = ( text: string ): string => text.replace( /\r\n?/g, '\n' ).normalize( 'NFC' ).replace( /\s+$/, '' );
	if ( tidy( stored ) === tidy( wanted ) ) {
		return true;
	}
	if ( model !== 'json' ) {
		return false;
	}
	try {
		return JSON.stringify( JSON.parse( stored ) ) === JSON.stringify( JSON.parse( wanted ) );
	} catch {
		return false;
	}
}
