/**
 * `npm start`: from a machine with nothing but Node and Debian's package sources to a running
 * MediaWiki with the gadget and its demonstrations. Runs until it is interrupted.
 *
 *   npm start -- [--port PORT] [--dir DIR] [--mediawiki DIR] [--empty] [--lang CODE]
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build-if-changed';
import { ensureDemonstrations } from './demonstrations';
import { withOption } from './deploy/definition';
import { deployGadget, readDefinition } from './deploy/deploy';
import { endCommands } from './run-command';
import { runProgram, UserError } from './user-error';
import { checkStart, startWiki, type RunningWiki } from './wiki/running-wiki';
import { defaultWikiDir } from './wiki/wiki-folder';

const defaultPort = 8043;
const usage = 'Use: npm start -- [--port PORT] [--dir DIR] [--mediawiki DIR] [--empty] [--lang CODE]';

interface Options {
	port: number;
	dir: string;
	mediawiki?: string;
	/** Neither gadget nor demonstrations: for trying how the gadget is installed. */
	empty: boolean;
	/** Content language of a wiki that is installed now. */
	lang?: string;
}

function print( line: string ): void {
	process.stdout.write( `${ line }\n` );
}

function readOptions(): Options {
	let values;
	try {
		( { values } = parseArgs( { options: {
			port: { type: 'string' }, dir: { type: 'string' }, mediawiki: { type: 'string' },
			empty: { type: 'boolean', default: false }, lang: { type: 'string' }
		} } ) );
	} catch ( error ) {
		throw new UserError( `${ ( error as Error ).message }\n${ usage }`, 2 );
	}
	const port = Number( values.port ?? defaultPort );
	if ( !Number.isInteger( port ) || port < 1 || port > 65535 ) {
		throw new UserError( `"${ values.port }" is no port; choose a number from 1024 to 65535 with --port.`, 2 );
	}
	return {
		port, dir: resolve( values.dir ?? defaultWikiDir ), mediawiki: values.mediawiki,
		empty: values.empty, lang: values.lang
	};
}

/** npm passes some signals on to us, but can be ended by others. */
function endWithParent( end: () => Promise<void> ): void {
	const parent = process.ppid;
	setInterval( () => {
		if ( process.ppid !== parent ) {
			end();
		}
	}, 250 ).unref();
}

/** Ends everything on a signal, with exit status 0; returns whether that has begun. */
function endOnSignal( wiki: () => RunningWiki | null ): () => boolean {
	let ending = false;
	const end = async (): Promise<void> => {
		if ( !ending ) {
			ending = true;
			endCommands();
			await wiki()?.stop();
			process.exit( 0 );
		}
	};
	for ( const signal of [ 'SIGINT', 'SIGTERM', 'SIGHUP' ] as const ) {
		process.on( signal, end );
	}
	if ( process.env.npm_lifecycle_event !== undefined ) {
		endWithParent( end );
	}
	return () => ending;
}

/** Deploys the gadget as the operator of a wiki would, and switches it on for everybody. */
async function deployTo( wiki: RunningWiki, dist: string, config: unknown ): Promise<void> {
	// Later, an operator of this wiki may have decided otherwise: then the line stays as it is.
	const definition = config === undefined ?
		readDefinition() : withOption( readDefinition(), 'AdviceProvenance', 'default' );
	const { user, password } = wiki.botPassword;
	const plan = await deployGadget( {
		apiUrl: wiki.apiUrl, user, password, dist, definition, config
	} );
	const changed = plan.filter( ( { action } ) => action !== 'same' ).length;
	if ( changed > 0 ) {
		print( `Deployed the gadget (${ changed } pages).` );
	}
}

/** Puts the gadget and the demonstrations on the wiki, and prints where to look. */
async function demonstrate( wiki: RunningWiki, dist: string ): Promise<void> {
	const demonstrations = await ensureDemonstrations( wiki, print );
	await deployTo( wiki, dist, demonstrations.config );
	demonstrations.setConfigured();
	for ( const title of demonstrations.pages ) {
		print( `  ${ wiki.pageUrl( title ) }` );
	}
}

/** Of two things done at once, both have ended when the failure of one is told. */
function resultOf<T>( settled: PromiseSettledResult<T> ): T {
	if ( settled.status === 'rejected' ) {
		throw settled.reason;
	}
	return settled.value;
}

async function main(): Promise<void> {
	const { port, dir, mediawiki, empty, lang } = readOptions();
	let wiki: RunningWiki | null = null;
	const isEnding = endOnSignal( () => wiki );
	// Whoever reads our lines may stop reading; the wiki goes on.
	process.stdout.on( 'error', () => undefined );
	try {
		const start = async (): Promise<RunningWiki> => {
			wiki = await startWiki( { dir, port, mediawiki, lang, log: print } );
			return wiki;
		};
		await checkStart( dir, port, print );
		const [ starting, building ] = await Promise.allSettled( [
			start(), empty ? null : buildIfChanged( print )
		] );
		const [ started, dist ] = [ resultOf( starting ), resultOf( building ) ];
		if ( dist !== null ) {
			await demonstrate( started, dist );
		}
		const accounts = started.users
			.map( ( { name, password } ) => `${ name } (password ${ password })` ).join( ' or ' );
		print( `Ready: ${ started.url }/ – log in as ${ accounts }` );
		await started.ended;
		if ( !isEnding() ) {
			throw new UserError( `The wiki's server ended by itself; look into ${ dir }/logs/server.log, then start again.` );
		}
	} catch ( error ) {
		if ( isEnding() ) {
			// Whatever failed did so because it was ended.
			return;
		}
		await ( wiki as RunningWiki | null )?.stop();
		throw error;
	}
}

await runProgram( main );
