/** Does what was planned, page by page, and plans anew where somebody else saves meanwhile. */
import { UserError } from '../user-error';
import { definitionTitle, isSame } from './pages';
import type { PageAction } from './plan';
import { ChangedMeanwhile, type WikiSession } from './wiki-session';

/** Somebody who saves as often as this does not do so by chance. */
const MOST_TRIES = 5;

type Session = Pick<WikiSession, 'read' | 'save' | 'remove'>;

/**
 * Carries out a plan.
 *
 * @param makePlan reads the wiki and plans; called again after a conflict
 * @param summary of every edit
 * @param log gets a line about each page that was changed
 * @return what was done to each page, the last thing where there were several
 * @throws {UserError} if the wiki refuses, or its pages change again and again; it says what the
 *  wiki runs now
 */
export async function carryOut(
	session: Session, makePlan: () => Promise<PageAction[]>,
	summary: string, log: ( line: string ) => void
): Promise<PageAction[]> {
	const done = new Map<string, PageAction>();
	for ( let tries = 0; tries < MOST_TRIES; tries++ ) {
		const plan = await makePlan();
		try {
			await carryOutOnce( session, plan, summary, ( action, words ) => {
				done.set( action.title, action );
				log( `${ words } ${ action.title }` );
			} );
			return [ ...new Map( plan.map( ( action ) => [
				action.title, done.get( action.title ) ?? action
			] ) ).values() ];
		} catch ( error ) {
			if ( !( error instanceof ChangedMeanwhile ) ) {
				throw error instanceof UserError && done.size > 0 ?
					new UserError( `${ error.message } ${ stateAfter( plan, done ) }` ) : error;
			}
			log( `${ error.message } was changed meanwhile, reading again` );
		}
	}
	throw new UserError( 'Somebody else keeps changing the pages of the gadget; agree with them, then try again.' );
}

async function carryOutOnce(
	session: Session, plan: PageAction[], summary: string,
	tell: ( action: PageAction, words: string ) => void
): Promise<void> {
	let saved: PageAction[] = [];
	// A page may be changed twice: the second time it is as the first one left it.
	const revisions = new Map<string, number>();
	for ( const action of plan ) {
		const base = revisions.get( action.title ) ?? action.revision;
		if ( action.action === 'remove' ) {
			tell( action, await session.remove( action, summary, base ) );
		} else if ( action.action !== 'same' ) {
			if ( action.title === definitionTitle ) {
				await checkSaved( session, saved );
				saved = [];
			}
			saved.push( action );
			revisions.set( action.title, await session.save( action, summary, base ) );
			tell( action, action.action === 'create' ? 'created' : 'changed' );
		}
	}
}

/**
 * Readers get what the definition names: before it is changed, the pages have to be there, whatever
 * the wiki answered when they were saved.
 */
async function checkSaved( { read }: Session, saved: PageAction[] ): Promise<void> {
	const pages = await read( saved.map( ( { title } ) => title ) );
	for ( const { title, after, model } of saved ) {
		const page = pages.get( title );
		if ( !page || !isSame( page.text, after, model ) ) {
			throw new UserError( `${ title } was saved, but the wiki has ${ page ? 'another text' : 'no such page' }: look at its history and at what filters pages there.` );
		}
	}
}

/** What the wiki runs after a failure, and what to do. */
function stateAfter( plan: PageAction[], done: ReadonlyMap<string, PageAction> ): string {
	const changesDefinition = plan.some( ( { title, action } ) => title === definitionTitle && action !== 'same' );
	return !changesDefinition || done.has( definitionTitle ) ?
		'What was to be changed for readers has been changed; the rest is left to be tidied. Do the same again to finish it.' :
		`Readers still have what they had before; pages that were prepared (${ done.size } this time) are not used yet. Do the same again when the cause is mended, and it goes on from there.`;
}
