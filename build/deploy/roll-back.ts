/** Finds out from the histories of a wiki's pages what stood there before the last deployment. */
import { UserError } from '../user-error';
import { carryOut } from './carry-out';
import {
	formatLine, notedSource, parseDefinition, withoutOperatorOptions, type DefinitionLine
} from './definition';
import { planFor, readDefinition, readTexts } from './deploy';
import {
	configTitle, definitionTitle, titleOf, unstagedName, userScriptTitle, type Deployment
} from './pages';
import { isMade, type PageAction } from './plan';
import type { PastRevision } from './wiki-reading';
import type { WikiSession } from './wiki-session';
import { isOurSummary, summaryOf } from './wiki-state';

/** What a rollback brings back. */
export interface Previous {
	deployment: Deployment;
	/** Titles that the last deployment deleted: their texts are known once they are back. */
	deleted: string[];
	/** Summary of the last deployment. */
	last: string;
	summary: string;
}

/** The text of a page that is still deleted, in a dry run. */
const DELETED = '/* as it was when it was deleted */';

/** The edits of the last deployment among those of the definition, and the revision before. */
function lastDeployment( history: PastRevision[] ): { first: PastRevision; before?: PastRevision } {
	const last = history.find( ( { comment } ) => isOurSummary( comment ) );
	if ( last === undefined ) {
		throw new UserError( `No deployment of this gadget is in the history of ${ definitionTitle }, so there is nothing to roll back.` );
	}
	const other = history.findIndex(
		( { comment } ) => isOurSummary( comment ) && comment !== last.comment
	);
	const since = other < 0 ? history : history.slice( 0, other );
	const first = since.filter( ( { comment } ) => comment === last.comment ).pop() ?? last;
	return { first, before: history[ history.indexOf( first ) + 1 ] };
}

/** The revision that a page had before a deployment; its own edits can precede the definition's. */
function revisionBefore( history: PastRevision[], first: PastRevision ): PastRevision | undefined {
	return history.filter( ( { id } ) => id < first.id )
		.find( ( { comment } ) => comment !== first.comment );
}

/** Whether a page is read by its title, without a line of the definition. */
function isLoose( title: string ): boolean {
	return title === userScriptTitle || /-i18n-[a-z-]+\.json$/.test( title );
}

/** Titles that a deployment deleted, and those that it brought back from deletion. */
async function readDeletions(
	session: WikiSession, first: PastRevision, before: PastRevision | undefined
): Promise<{ gone: string[]; added: Set<string> }> {
	const once = new Map<string, string>();
	for ( const { title, action } of await session.deletions(
		first.comment, before?.timestamp ?? first.timestamp
	) ) {
		// What it did first tells what was there before.
		once.set( title, once.get( title ) ?? action );
	}
	const titles = ( wanted: string ): string[] => [ ...once ]
		.filter( ( [ title, action ] ) => action === wanted && unstagedName( title ) === title )
		.map( ( [ title ] ) => title );
	return { gone: titles( 'delete' ), added: new Set( titles( 'restore' ) ) };
}

/**
 * Lines that are ours of those that can be: gadgets that we have today, and those whose pages
 * deployments made. Somebody else may have named one like ours.
 *
 * @param deleted titles that the last deployment deleted
 */
async function withoutOthers(
	session: WikiSession, lines: DefinitionLine[], deleted: readonly string[]
): Promise<DefinitionLine[]> {
	const names = new Set( parseDefinition( readDefinition() ).map( ( { name } ) => name ) );
	const made = new Set( deleted );
	for ( const title of lines.filter( ( { name } ) => !names.has( name ) )
		.flatMap( ( { pages } ) => pages ).map( titleOf ) ) {
		const first = await session.creation( title );
		if ( first !== undefined && isOurSummary( first.comment ) ) {
			made.add( title );
		}
	}
	return lines.filter( ( line ) => names.has( line.name ) || isMade( line, made ) );
}

/** Lines that can be ours by their names and pages. */
function ourLines( definition: string ): DefinitionLine[] {
	return parseDefinition( definition ).filter( ( { name, pages } ) => /^AdviceProvenance(?:-|$)/.test( name ) &&
		pages.every( ( page ) => page.startsWith( 'AdviceProvenance' ) ) );
}

/**
 * Reads what stood on a wiki before the last deployment, rollback or removal.
 *
 * @param isDryRun leaves deleted pages deleted
 * @throws {UserError} if there was none, or nothing before it
 */
export async function readPrevious( session: WikiSession, isDryRun: boolean ): Promise<Previous> {
	const { first, before } = lastDeployment( await session.history( definitionTitle ) );
	const definition = before && ( await session.texts( [ before.id ] ) ).get( before.id );
	const candidates = ourLines( definition ?? '' );
	if ( candidates.length === 0 ) {
		throw new UserError( `The last deployment ("${ first.comment }") was the first one: nothing of this gadget stood here before it. --uninstall takes it away.` );
	}
	const source = notedSource( definition ?? '' ) ?? `revision ${ before?.id }`;
	const summary = summaryOf( 'rollback', `to ${ source }` );
	const { gone, added } = await readDeletions( session, first, before );
	const existing = await session.read( gone );
	const deleted = gone.filter( ( title ) => !existing.get( title ) );
	for ( const title of isDryRun ? [] : deleted ) {
		await session.undelete( title, summary );
	}
	const lines = await withoutOthers( session, candidates, deleted );
	// Of each page of that time, the title under which its text stood then.
	const pages = new Map( lines.flatMap( ( line ) => line.pages )
		.map( ( page ) => [ titleOf( unstagedName( page ) ), titleOf( page ) ] ) );
	for ( const title of [ ...await session.list(), ...deleted ] ) {
		if ( isLoose( title ) && !added.has( title ) ) {
			pages.set( title, title );
		}
	}
	pages.delete( configTitle );
	const files = await readFiles( session, pages, first, isDryRun ? deleted : [] );
	const current = ( await session.read( [ definitionTitle ] ) ).get( definitionTitle )?.text ?? '';
	const standing = new Set( ourLines( current ).map( ( { name } ) => name ) );
	return {
		deployment: {
			files,
			definition: lines.map( ( line ) => formatLine( {
				...standing.has( line.name ) ? withoutOperatorOptions( line ) : line,
				pages: line.pages.map( unstagedName )
			} ) ).join( '\n' ),
			config: await readConfig( session, first ),
			source,
			...readTexts()
		},
		deleted,
		last: first.comment,
		summary
	};
}

/** The texts that pages had before: name of the file → text. */
async function readFiles(
	session: WikiSession, pages: ReadonlyMap<string, string>, first: PastRevision, deleted: string[]
): Promise<Map<string, string>> {
	const revisions = new Map<string, number>();
	const files = new Map<string, string>();
	for ( const [ title, then ] of pages ) {
		const revision = revisionBefore( await session.history( then ), first );
		if ( revision !== undefined ) {
			revisions.set( title, revision.id );
		} else if ( deleted.includes( then ) ) {
			files.set( title.replace( /^MediaWiki:/, '' ), DELETED );
		}
	}
	const texts = await session.texts( [ ...revisions.values() ] );
	for ( const [ title, id ] of revisions ) {
		const text = texts.get( id );
		if ( text === undefined ) {
			throw new UserError( `The text of ${ title } before the last deployment (revision ${ id }) is hidden, so it cannot be brought back; deploy a build of that version instead.` );
		}
		files.set( title.replace( /^MediaWiki:/, '' ), text );
	}
	return files;
}

/** The configuration of before, where the last deployment and nobody since changed it. */
async function readConfig( session: WikiSession, first: PastRevision ): Promise<unknown> {
	const history = await session.history( configTitle );
	const before = history.find( ( { comment } ) => comment !== first.comment );
	if ( history[ 0 ]?.comment !== first.comment || before === undefined ) {
		return undefined;
	}
	const text = ( await session.texts( [ before.id ] ) ).get( before.id );
	return text === undefined ? undefined : JSON.parse( text );
}

/**
 * Brings back what stood before the last deployment.
 *
 * @return what was done, page by page
 * @throws {UserError} if there is nothing to bring back, or the wiki refuses
 */
export async function rollBack(
	session: WikiSession, log: ( line: string ) => void
): Promise<PageAction[]> {
	const { deployment, deleted, summary } = await readPrevious( session, false );
	deleted.forEach( ( title ) => log( `undeleted ${ title }` ) );
	if ( deleted.length ) {
		log( `Undeleted pages: ${ deleted.length } (not counted among the changed ones).` );
	}
	return carryOut( session, () => planFor( session, deployment ), summary, log );
}
