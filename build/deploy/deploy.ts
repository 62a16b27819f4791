/** Puts a built gadget onto a wiki. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { UserError } from '../user-error';
import { isPageFile, planDeployment, titlesOf, type Deployment, type PageAction } from './plan';
import { openSession, type Login } from './wiki-session';

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
	const plan = planDeployment( deployment, await session.read( titlesOf( deployment ) ) );
	if ( options.dryRun !== true ) {
		const summary = `Deploy advice-provenance ${ version() }`;
		for ( const { title, action, after, model } of plan ) {
			if ( action !== 'same' ) {
				await session.save( title, after, model, summary, action === 'create' );
				log( `${ action === 'create' ? 'created' : 'changed' } ${ title }` );
			}
		}
	}
	return plan;
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
