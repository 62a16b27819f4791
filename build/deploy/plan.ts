/** Decides, without touching any wiki, what a deployment changes. */
import { UserError } from '../user-error';
import { mergeDefinition, parseDefinition, sectionName } from './definition';

/** A page of the wiki as it was read. */
export interface CurrentPage {
	text: string;
	model: string;
	/** Id of the revision with that text. */
	revision: number;
}

/** Pages by their titles; null where there is none. */
export type CurrentPages = ReadonlyMap<string, CurrentPage | null>;

/** What a deployment does to one page. */
export interface PageAction {
	title: string;
	action: 'create' | 'change' | 'same';
	/** null for a page that does not exist. */
	before: string | null;
	after: string;
	model: ContentModel;
	/** The revision that has `before`; 0 for a page that does not exist. */
	revision: number;
}

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
}

export const definitionTitle = 'MediaWiki:Gadgets-definition';
export const configTitle = 'MediaWiki:Gadget-AdviceProvenance-config.json';
const configFile = 'Gadget-AdviceProvenance-config.json';
/** The gadget's entry: written after everything that it loads. */
const entryTitle = 'MediaWiki:Gadget-AdviceProvenance.js';
/** For a wiki that names no draft yet. */
const emptyConfig = { drafts: [] };

const models: [ string, ContentModel ][] = [ [ '.js', 'javascript' ], [ '.css', 'css' ], [ '.json', 'json' ] ];

/** Content model that a title's ending stands for in the MediaWiki namespace. */
export function modelOf( title: string ): ContentModel {
	return models.find( ( [ ending ] ) => title.endsWith( ending ) )?.[ 1 ] ?? 'wikitext';
}

/** Whether a file of `dist/` is a page of the wiki. */
export function isPageFile( name: string ): boolean {
	return ( name.startsWith( 'Gadget-' ) || name === 'AdviceProvenance.user.js' ) &&
		modelOf( name ) !== 'wikitext';
}

/** Titles that have to be read before planning. */
export function titlesOf( deployment: Deployment ): string[] {
	return [ ...wantedPages( deployment, '' ).keys() ];
}

/**
 * Plans a deployment: what each page is and will be, in the order in which to write them. The
 * definition comes last: if writing fails half-way, no line names a page that is not there.
 *
 * @throws {UserError} if the build lacks a page, or a page of the wiki has another content model
 */
export function planDeployment( deployment: Deployment, current: CurrentPages ): PageAction[] {
	checkComplete( deployment );
	const definition = current.get( definitionTitle )?.text ?? '';
	const given = givenOnce( deployment );
	const plan: PageAction[] = [];
	for ( const [ title, wanted ] of wantedPages( deployment, definition ) ) {
		const page = current.get( title ) ?? null;
		const model = modelOf( title );
		if ( page !== null && page.model !== model ) {
			throw new UserError( `${ title } has the content model "${ page.model }" instead of "${ model }": change it with Special:ChangeContentModel, or delete the page, then deploy again.` );
		}
		const before = page?.text ?? null;
		const isKept = before !== null &&
			( given.has( title ) || isSame( before, wanted, model ) );
		plan.push( {
			title,
			action: isKept ? 'same' : before === null ? 'create' : 'change',
			before,
			after: isKept ? before : wanted,
			model,
			revision: page?.revision ?? 0
		} );
	}
	return plan;
}

/** Texts for Special:Preferences and Special:Gadgets: title → text. */
function textPages( deployment: Deployment ): Map<string, string> {
	const pages = new Map( parseDefinition( deployment.definition ).map( ( { name, options } ) => [
		`MediaWiki:Gadget-${ name }`,
		options.includes( 'hidden' ) ? deployment.partDescription : deployment.description
	] ) );
	return pages.set( `MediaWiki:Gadget-section-${ sectionName }`, deployment.sectionHeading );
}

/** Pages that are the wiki's own once they are there, in its language and its words. */
function givenOnce( deployment: Deployment ): Set<string> {
	const titles = new Set( textPages( deployment ).keys() );
	return deployment.config === undefined ? titles.add( configTitle ) : titles;
}

/** Title → text, in the order in which to write them. */
function wantedPages( deployment: Deployment, definition: string ): Map<string, string> {
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
	pages.set( configTitle, deployment.config === undefined ?
		deployment.files.get( configFile ) ?? JSON.stringify( emptyConfig ) :
		JSON.stringify( deployment.config ) );
	const entry = pages.get( entryTitle );
	if ( entry !== undefined ) {
		pages.delete( entryTitle );
		pages.set( entryTitle, entry );
	}
	pages.set( definitionTitle, mergeDefinition( definition, deployment.definition ) );
	return pages;
}

function checkComplete( { files, definition }: Deployment ): void {
	const named = parseDefinition( definition ).flatMap( ( { pages } ) => pages );
	const missing = named.map( ( page ) => `Gadget-${ page }` )
		.filter( ( name ) => name !== configFile && !files.has( name ) );
	if ( missing.length > 0 || named.length === 0 ) {
		throw new UserError( `The build is not complete (${ missing.length === 0 ? 'the definition names no gadget' : `missing: ${ missing.join( ', ' ) }` }); run "npm run build", then deploy again.` );
	}
}

/** Whether MediaWiki, given one text, would store what it has: it tidies what it is given. */
function isSame( stored: string, wanted: string, model: ContentModel ): boolean {
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
