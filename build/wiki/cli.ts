/**
 * Work on the wiki that `npm start` runs:
 *
 *   npm run --silent wiki -- import HISTORY.json "Page title" [--replace] [--dir DIR]
 *   npm run wiki -- status [--dir DIR]
 *   npm run wiki -- stop [--dir DIR]
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runProgram, UserError } from '../user-error';
import { importHistory } from './import-history';
import { openWiki } from './maintenance';
import { isSameProcess } from './processes';
import { readHistory } from './read-history';
import { defaultWikiDir, readState, type StateFacts } from './wiki-folder';

const usage = `Use: npm run --silent wiki -- import HISTORY.json "Page title" [--replace] [--dir DIR]
     npm run wiki -- status [--dir DIR]
     npm run wiki -- stop [--dir DIR]`;

function note( line: string ): void {
	process.stderr.write( `${ line }\n` );
}

async function importFile( dir: string, args: string[], replace: boolean ): Promise<void> {
	const [ file, title ] = args;
	if ( file === undefined || title === undefined || args.length > 2 ) {
		throw new UserError( usage, 2 );
	}
	const { revisions, notes } = readHistory( file );
	notes.forEach( note );
	const ids = await importHistory( openWiki( dir ), title, revisions, { replace, log: note } );
	process.stdout.write( `${ JSON.stringify( ids, null, '\t' ) }\n` );
}

function runningState( dir: string ): StateFacts | null {
	const state = readState( dir );
	return state?.processMark !== undefined && isSameProcess( state.processMark ) ? state : null;
}

async function stop( dir: string ): Promise<void> {
	const state = runningState( dir );
	if ( state?.pid === undefined ) {
		note( `No wiki is running from ${ dir }.` );
		return;
	}
	process.kill( state.pid, 'SIGTERM' );
	for ( let i = 0; i < 150; i++ ) {
		if ( runningState( dir ) === null ) {
			note( `The wiki at ${ state.url } has ended.` );
			return;
		}
		await sleep( 100 );
	}
	throw new UserError( `Process ${ state.pid } does not end; end it by hand with "kill -9 ${ state.pid }".` );
}

function status( dir: string ): void {
	const state = runningState( dir );
	process.stdout.write( state === null ?
		`No wiki is running from ${ dir }.\n` :
		`Running at ${ state.url } (MediaWiki ${ state.mediawiki }, process ${ state.pid }).\n`
	);
}

async function main(): Promise<void> {
	let parsed;
	try {
		parsed = parseArgs( {
			allowPositionals: true,
			options: { dir: { type: 'string' }, replace: { type: 'boolean', default: false } }
		} );
	} catch ( error ) {
		throw new UserError( `${ ( error as Error ).message }\n${ usage }`, 2 );
	}
	const { values, positionals: [ command, ...args ] } = parsed;
	const dir = resolve( values.dir ?? defaultWikiDir );
	if ( command === 'import' ) {
		await importFile( dir, args, values.replace === true );
	} else if ( command === 'status' ) {
		status( dir );
	} else if ( command === 'stop' ) {
		await stop( dir );
	} else {
		throw new UserError( usage, 2 );
	}
}

await runProgram( main );
