/** Puts a built gadget onto a wiki, and compares the two. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessages } from '../messages';
import { root } from '../root';
import { UserError } from '../user-error';
import { carryOut } from './carry-out';
import { isPageFile, titlesOf, type Deployment } from './pages';
import { planDeployment, type PageAction } from './plan';
import { openSession, type Login, type WikiSession } from './wiki-session';
import { readState, summaryOf } from './wiki-state';

/** What to deploy, and where to. */
export interface DeployOptions extends Login {
	/** Folder that the build wrote. */
	dist: string;
	/** Text of gadget-definition.txt, possibly with options added. */
	definition: string;
	/** Content of the configuration page; if absent, an existing one is left as it is. */
	config?: unknown;
	/** Version and commit, for the summary of each edit; the version alone by default. */
	source?: string;
	/** Only say what would be done. */
	dryRun?: boolean;
	/** Gets a line about each page that is saved. */
	log?: ( line: string ) => void;
}

/**
 * Deploys the gadget. Pages that are as they should be are not edited.
 *
 * @return what was done, or in a dry run would be, page by page
 * @throws {UserError} if the build is not complete or the wiki refuses
 */
export async function deployGadget( options: DeployOptions ): Promise<PageAction[]> {
	const log = options.log ?? ( () => undefined );
	const deployment = readDeployment( options );
	const session = await openSession( options, log );
	return options.dryRun === true ?
		planFor( session, deployment ) :
		saveDeployment( session, deployment, log );
}

/** What deploying would change now. */
export async function planFor(
	session: WikiSession, deployment: Deployment
): Promise<PageAction[]> {
	return planDeployment( deployment, await readState( session, titlesOf( deployment ) ) );
}

/**
 * Plans a deployment and saves its pages. Where somebody else saves one of them meanwhile, it is
 * planned anew with what they wrote: in the definition their gadgets stand beside ours.
 *
 * @param summary of every edit
 * @param log gets a line about each page that is saved
 * @return what was done
 * @throws {UserError} if the wiki refuses, or its pages change again and again
 */
export function saveDeployment(
	session: WikiSession, deployment: Deployment, log: ( line: string ) => void,
	summary = summaryOf( 'deploy', deployment.source ?? version() )
): Promise<PageAction[]> {
	return carryOut( session, () => planFor( session, deployment ), summary, log );
}

/**
 * The definition of the gadgets.
 *
 * @param dist folder of a build, to which its definition belongs; the project's by default
 */
export function readDefinition( dist = root ): string {
	const file = join( dist, 'gadget-definition.txt' );
	return existsSync( file ) ? readFileSync( file, 'utf8' ) : readDefinition();
}

/** The pages that a build wrote: name → text. */
export function readFiles( dist: string ): Map<string, string> {
	if ( !existsSync( dist ) ) {
		throw new UserError( `There is no build in ${ dist }; run "npm run build", then deploy again.` );
	}
	return new Map( readdirSync( dist ).filter( isPageFile )
		.map( ( name ) => [ name, readFileSync( join( dist, name ), 'utf8' ) ] ) );
}

/** The texts for people that every deployment brings to a wiki that has none. */
export function readTexts(): Pick<Deployment, 'description' | 'partDescription' | 'sectionHeading'> {
	const messages = readMessages( 'en' );
	return {
		description: messages[ 'advice-provenance-gadget-description' ] ?? '',
		partDescription: messages[ 'advice-provenance-gadget-part' ] ?? '',
		sectionHeading: messages[ 'advice-provenance-gadget-section' ] ?? ''
	};
}

/** What a build and its definition make. */
export function readDeployment(
	{ dist, definition, config, source }: Pick<DeployOptions, 'dist' | 'definition' | 'config' | 'source'>
): Deployment {
	return { files: readFiles( dist ), definition, config, source, ...readTexts() };
}

function version(): string {
	const { version: number } = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as { version: string };
	return number;
}
