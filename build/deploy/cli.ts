/**
 * Puts the gadget on a wiki, compares, goes back, takes it away; docs/install.md tells how:
 *
 *   BOT_USER='Account@name' BOT_PASSWORD=… npm run deploy -- --wiki https://wiki.example
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged } from '../build-if-changed';
import { root } from '../root';
import { runProgram, UserError } from '../user-error';
import { carryOut } from './carry-out';
import { findFaults, readConfig } from './configuration';
import { planFor, readDefinition, readDeployment, saveDeployment } from './deploy';
import type { Deployment } from './pages';
import type { PageAction } from './plan';
import { countPages, describePlan } from './report';
import { readPrevious, rollBack } from './roll-back';
import { describeSource, readSource } from './source';
import { planRemoval } from './uninstall';
import { openSession, type WikiSession } from './wiki-session';
import { summaryOf } from './wiki-state';

const usage = `Use: BOT_USER=Account@name BOT_PASSWORD=… npm run deploy -- --wiki ADDRESS [WHAT]
WHAT is one of
  (nothing)      build, and put the gadget on the wiki
  --verify       compare the wiki with the build: exit status 0 same, 1 different, 2 unreadable
  --rollback     bring back what stood before the last deployment
  --uninstall    take the gadget away; the configuration stays unless --with-configuration is given
and may be combined with
  --dry-run      only show what would change
  --config FILE  set the configuration page
  --dist DIR     another build than that of these sources
  --allow-dirty  deploy although files differ from the commit`;

const options = {
	wiki: { type: 'string' }, config: { type: 'string' }, dist: { type: 'string' },
	'dry-run': { type: 'boolean' }, verify: { type: 'boolean' }, rollback: { type: 'boolean' },
	uninstall: { type: 'boolean' }, 'with-configuration': { type: 'boolean' },
	'allow-dirty': { type: 'boolean' }, help: { type: 'boolean' }
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>[ 'values' ];

function print( line: string ): void {
	process.stdout.write( `${ line }\n` );
}

function readArguments(): Values {
	let values: Values;
	try {
		( { values } = parseArgs( { options } ) );
	} catch ( error ) {
		throw new UserError( `${ ( error as Error ).message }\n${ usage }`, 2 );
	}
	if ( [ values.verify, values.rollback, values.uninstall ].filter( Boolean ).length > 1 ) {
		throw new UserError( `--verify, --rollback and --uninstall are three different things.\n${ usage }`, 2 );
	}
	if ( !values.help && values.wiki === undefined ) {
		throw new UserError( usage, 2 );
	}
	return values;
}

/** The build to be deployed, of these sources unless another one is named. */
async function prepare( values: Values, mustBeClean: boolean ): Promise<Deployment> {
	const source = await readSource( root );
	if ( mustBeClean && source.dirty.length > 0 && !values[ 'allow-dirty' ] ) {
		throw new UserError( `These files are not as committed, so no commit would tell what is on the wiki:\n${ source.dirty.join( '\n' ) }\nCommit or stash them, or say --allow-dirty.` );
	}
	const dist = values.dist === undefined ? await buildIfChanged( print ) : resolve( values.dist );
	const deployment = readDeployment( {
		dist, definition: readDefinition( dist ),
		config: values.config === undefined ? undefined : readConfig( values.config )
	} );
	return {
		...deployment, source: describeSource( source, deployment.files, values.dist !== undefined )
	};
}

/** Shows what was planned, or says what was done. */
function tell( plan: PageAction[], session: WikiSession, isDryRun: boolean ): void {
	const { changed, all } = countPages( plan );
	if ( isDryRun ) {
		const isLoggedIn = Boolean( process.env.BOT_PASSWORD );
		describePlan( plan, isLoggedIn ? session.mayDelete : null ).forEach( print );
	}
	print( changed === 0 ? `Nothing to change: all ${ all } pages are as they should be.` :
		`${ isDryRun ? 'Would change' : 'Changed' } ${ changed } of ${ all } pages.` );
}

async function deploy(
	session: WikiSession, values: Values, deployment: Deployment
): Promise<number> {
	print( `Build: ${ deployment.source }` );
	const isDryRun = Boolean( values[ 'dry-run' ] ) || Boolean( values.verify );
	const plan = isDryRun ?
		// What was emptied is gone, whoever compares.
		await planFor( values.verify ? { ...session, mayDelete: false } : session, deployment ) :
		await saveDeployment( session, deployment, print );
	tell( plan, session, isDryRun );
	const { faults, notes } = await findFaults( session, plan );
	[ ...faults, ...notes ].forEach( print );
	return values.verify && ( countPages( plan ).changed > 0 || faults.length > 0 ) ? 1 : 0;
}

async function goBack( session: WikiSession, isDryRun: boolean ): Promise<number> {
	if ( isDryRun ) {
		const { deployment, deleted, last } = await readPrevious( session, true );
		print( `Would go back to ${ deployment.source }, from "${ last }".` );
		deleted.forEach( ( title ) => print( `undelete ${ title }` ) );
		const plan = await planFor( session, deployment );
		tell( plan.filter( ( { title } ) => !deleted.includes( title ) ), session, true );
	} else {
		tell( await rollBack( session, print ), session, false );
	}
	return 0;
}

async function uninstall( session: WikiSession, values: Values ): Promise<number> {
	const source = await readSource( root );
	const read = (): ReturnType<typeof planRemoval> => planRemoval(
		session, readDefinition(), Boolean( values[ 'with-configuration' ] )
	);
	const { plan, left } = await read();
	const isDryRun = Boolean( values[ 'dry-run' ] );
	tell( isDryRun ? plan : await carryOut(
		session, async () => ( await read() ).plan,
		summaryOf( 'uninstall', `with ${ describeSource( source, new Map() ) }` ), print
	), session, isDryRun );
	left.forEach( ( title ) => print( `Left as it is, the wiki's own: ${ title }` ) );
	print( 'Left as they are: the advice logs, and the line of the user script in people\'s common.js.' );
	return 0;
}

async function main(): Promise<number> {
	const values = readArguments();
	if ( values.help ) {
		print( usage );
		return 0;
	}
	const { BOT_USER, BOT_PASSWORD } = process.env;
	const isDryRun = Boolean( values[ 'dry-run' ] ) || Boolean( values.verify );
	if ( !isDryRun && ( !BOT_USER || !BOT_PASSWORD ) ) {
		throw new UserError( `The environment variables BOT_USER and BOT_PASSWORD are needed: make a bot password in Special:BotPasswords of the wiki.\n${ usage }`, 2 );
	}
	try {
		const deployment = values.rollback || values.uninstall ?
			undefined : await prepare( values, !values.verify );
		const session = await openSession( {
			apiUrl: values.wiki ?? '', user: BOT_USER || undefined, password: BOT_PASSWORD || undefined
		}, print );
		print( `Wiki: ${ session.api }` );
		if ( deployment ) {
			return await deploy( session, values, deployment );
		}
		return values.rollback ?
			await goBack( session, isDryRun ) : await uninstall( session, values );
	} catch ( error ) {
		// 1 is for a wiki that could be read, and differs.
		throw values.verify && error instanceof UserError ?
			new UserError( error.message, 2 ) : error;
	}
}

await runProgram( main );
