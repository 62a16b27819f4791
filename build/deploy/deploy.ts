/** Puts a built gadget onto a wiki. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { UserError } from '../user-error';
import { isPageFile, planDeployment, titlesOf, type Deployment, type PageAction } from './plan';
import { ChangedMeanwhile, openSession, type Login, type WikiSession } from './wiki-session';

/** What to deploy, and where to. */
export interface DeployOptions extends Login {
	/** Folder that the build wrote. */
	dist: string;
	/** Text of gadget-definition.txt, possibly with options added. */
	definition: string;
	/** Content of the configuration page; if absent, an existing one is left as it is. */
	config?: unknown;
	/** Only say what would be done. */
	dryRun?: boolean;
	/** Gets a line about each page that is saved. */
	log?: ( line: string ) => void;
}

/** Somebody who saves as often as this does not do so by chance. */
const MOST_TRIES = 5;

/**
 * Deploys the gadget. Pages that are as they should be are not edited.
 *
 * @return what was done, or in a dry run would be, page by page
 * @throws {UserError} if the build is not complete or the wiki refuses
 */
export async function deployGadget( options: DeployOptions ): Promise<PageAction[]> {
	const log = options.log ?? ( () => undefined );
	const deployment: Deployment = {
		...readDeployment( options.dist ),
		definition: options.definition,
		config: options.config
	};
	const session = await openSession( options );
	return options.dryRun === true ?
		planDeployment( deployment, await session.read( titlesOf( deployment ) ) ) :
		saveDeployment( session, deployment, log );
}

/**
 * Plans a deployment and saves its pages. Where somebody else saves one of them meanwhile, it is
 * planned anew with what they wrote: in the definition their gadgets stand beside ours.
 *
 * @param session
 * @param deployment
 * @param log gets a line about each page that is saved
 * @return what was done
 * @throws {UserError} if the wiki refuses, or its pages change again and again
 */
export async function saveDeployment(
	session: WikiSession, deployment: Deployment, log: ( line: string ) => void
): Promise<PageAction[]> {
	const summary = `Deploy advice-provenance ${ version() }`;
	const done = new Map<string, PageAction>();
	for ( let tries = 0; tries < MOST_TRIES; tries++ ) {
		const plan = planDeployment( deployment, await session.read( titlesOf( deployment ) ) );
		try {
			for ( const action of plan ) {
				if ( action.action !== 'same' ) {
					await session.save( action, summary );
					done.set( action.title, action );
					log( `${ action.action === 'create' ? 'created' : 'changed' } ${ action.title }` );
				}
			}
			return plan.map( ( action ) => done.get( action.title ) ?? action );
		} catch ( error ) {
			if ( !( error instanceof ChangedMeanwhile ) ) {
				throw error;
			}
			log( `${ error.message } was changed meanwhile, reading again` );
		}
	}
	throw new UserError( 'Somebody else keeps changing the pages of the gadget; agree with them, then deploy again.' );
}

/** The project's definition of its gadgets. */
export function readDefinition(): string {
	return readFileSync( join( root, 'gadget-definition.txt' ), 'utf8' );
}

function readDeployment( dist: string ): Omit<Deployment, 'definition'> {
	if ( !existsSync( dist ) ) {
		throw new UserError( `There is no build in ${ dist }; run "npm run build", then deploy again.` );
	}
	const files = new Map( readdirSync( dist ).filter( isPageFile )
		.map( ( name ) => [ name, readFileSync( join( dist, name ), 'utf8' ) ] ) );
	const messages = JSON.parse( readFileSync( join( root, 'i18n', 'en.json' ), 'utf8' ) ) as
		Record<string, string>;
	return {
		files,
		description: messages[ 'advice-provenance-gadget-description' ] ?? '',
		partDescription: messages[ 'advice-provenance-gadget-part' ] ?? '',
		sectionHeading: messages[ 'advice-provenance-gadget-section' ] ?? ''
	};
}

function version(): string {
	const { version: number } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
	return number;
}
