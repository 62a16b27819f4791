/**
 * Deploys the built gadget to a wiki:
 *
 *   BOT_USER='Account@name' BOT_PASSWORD=… npm run deploy -- --wiki https://…/w/api.php
 *
 * with --dry-run to see what would change, --config FILE to set the configuration page, and
 * --dist DIR for another build. The bot password is made in Special:BotPasswords.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../root';
import { runProgram, UserError } from '../user-error';
import { deployGadget, readDefinition } from './deploy';
import { lineDiff } from './line-diff';
import type { PageAction } from './plan';

const usage = 'Use: BOT_USER=Account@name BOT_PASSWORD=… npm run deploy -- --wiki https://…/w/api.php [--dry-run] [--config FILE] [--dist DIR]';

function print( line: string ): void {
	process.stdout.write( `${ line }\n` );
}

function readConfig( file: string ): unknown {
	try {
		return JSON.parse( readFileSync( file, 'utf8' ) );
	} catch ( error ) {
		throw new UserError( `${ file } cannot be used as configuration (${ ( error as Error ).message }).` );
	}
}

function printPlan( plan: PageAction[] ): void {
	for ( const { title, action, before, after } of plan ) {
		if ( action !== 'same' ) {
			print( `${ action } ${ title }` );
			lineDiff( before ?? '', after ).forEach( print );
		}
	}
}

async function main(): Promise<void> {
	let values;
	try {
		( { values } = parseArgs( { options: {
			wiki: { type: 'string' },
			config: { type: 'string' },
			dist: { type: 'string' },
			'dry-run': { type: 'boolean', default: false }
		} } ) );
	} catch ( error ) {
		throw new UserError( `${ ( error as Error ).message }\n${ usage }`, 2 );
	}
	const { BOT_USER, BOT_PASSWORD } = process.env;
	const dryRun = values[ 'dry-run' ] === true;
	if ( values.wiki === undefined || ( !dryRun && ( !BOT_USER || !BOT_PASSWORD ) ) ) {
		throw new UserError( usage, 2 );
	}
	const plan = await deployGadget( {
		apiUrl: values.wiki,
		user: BOT_USER || undefined,
		password: BOT_PASSWORD || undefined,
		dist: resolve( values.dist ?? join( root, 'dist' ) ),
		definition: readDefinition(),
		config: values.config === undefined ? undefined : readConfig( values.config ),
		dryRun,
		log: print
	} );
	if ( dryRun ) {
		printPlan( plan );
	}
	const changed = plan.filter( ( { action } ) => action !== 'same' ).length;
	print( `${ dryRun ? 'Would change' : 'Changed' } ${ changed } of ${ plan.length } pages.` );
}

await runProgram( main );
