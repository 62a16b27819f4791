/** Runs PHP programs of MediaWiki, and our own, on a local wiki. */
import { join } from 'node:path';
import { root } from '../root';
import { lastLines, runCommand } from '../run-command';
import { UserError } from '../user-error';
import { readInstalled, wikiPaths, type InstalledFacts } from './wiki-folder';

/** A wiki that programs can be run on, whether or not it is being served. */
export interface WikiHandle {
	dir: string;
	/**
	 * Runs a maintenance script.
	 *
	 * @param script name as `maintenance/run.php` takes it (`importDump`), or path of a PHP file
	 * @param args its arguments
	 * @param stdin text for its standard input
	 * @return what it printed
	 * @throws {Error} with its last lines if it fails
	 */
	php( script: string, args?: string[], stdin?: string ): Promise<string>;
}

/** Path of a PHP program of this project. */
export function ownScript( name: string ): string {
	return join( root, 'build', 'wiki', 'php', `${ name }.php` );
}

/** The part of a wiki's facts that running PHP on it takes. */
export type PhpFacts = Pick<InstalledFacts, 'code' | 'php'>;

/** Runs a maintenance script on a wiki; see `WikiHandle.php`. */
export async function runMaintenance(
	dir: string, facts: PhpFacts, script: string, args: string[] = [], stdin = ''
): Promise<string> {
	const result = await runCommand(
		facts.php,
		[ '-d', 'memory_limit=2048M', join( facts.code, 'maintenance', 'run.php' ), script, ...args ],
		{ env: { MW_CONFIG_FILE: wikiPaths( dir ).localSettings }, stdin }
	);
	if ( result.status !== 0 ) {
		throw new Error( `${ script } failed on the wiki in ${ dir } (status ${ result.status }): ${ lastLines( result, 6 ) }` );
	}
	return result.stdout;
}

/**
 * The installed wiki in a folder.
 *
 * @throws {UserError} if there is none
 */
export function openWiki( dir: string ): WikiHandle & { facts: InstalledFacts } {
	const facts = readInstalled( dir );
	if ( facts === null ) {
		throw new UserError( `There is no installed wiki in ${ dir }; run "npm start" first, or name its folder with --dir.` );
	}
	return {
		dir,
		facts,
		php: ( script, args, stdin ) => runMaintenance( dir, facts, script, args, stdin )
	};
}

/**
 * What a program of ours answered: the JSON value on the last line that it printed.
 *
 * @param output of `WikiHandle.php`
 */
export function jsonAnswer( output: string ): unknown {
	const lines = output.trim().split( '\n' );
	return JSON.parse( lines[ lines.length - 1 ] ?? '' );
}
