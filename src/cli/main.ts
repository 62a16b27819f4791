/** The program `advice-provenance`: finds the command, and runs it. */
import { readArguments, type Command } from './command';
import { auditCommand } from './commands/audit';
import { exportCommand } from './commands/export';
import { sections } from './commands/sections';
import { summary } from './commands/summary';
import { trace } from './commands/trace';
import { validate } from './commands/validate';
import { CLEAN, print } from './program';
import { UseError } from './user-error';
import { programName, version } from './version';

const commands: readonly Command[] = [
	validate, trace, sections, summary, exportCommand, auditCommand
];

const help = `Use: ${ programName } COMMAND [OPTIONS]

Shows and checks which words of a policy came from expert advice, by the advice log and the
revisions of a MediaWiki wiki, or from files.

${ commands.map( ( one ) => `  ${ one.name.padEnd( 10 ) }${ one.summary }` ).join( '\n' ) }

${ programName } COMMAND --help tells more. --version prints the version.
The wiki is only read: one request at a time, and with patience where it is busy.

Exit status: 0 nothing was found wrong, 1 something was, 2 there was nothing to work with.
`;

/** Whether one of these stands among arguments, before those that are no options. */
function asks( args: readonly string[], ...names: string[] ): boolean {
	const end = args.indexOf( '--' );
	return args.slice( 0, end === -1 ? args.length : end ).some( ( arg ) => names.includes( arg ) );
}

/**
 * @param args of the command line
 * @param signal tells of Ctrl+C
 * @return exit status
 * @throws {UserError} with a sentence for who called
 */
export async function main( args: string[], signal: AbortSignal ): Promise<number> {
	const [ name, ...rest ] = args;
	const command = commands.find( ( one ) => one.name === name );
	if ( command ) {
		if ( asks( rest, '--help', '-h' ) ) {
			await print( command.help );
			return CLEAN;
		}
		try {
			const { values, files } = readArguments( rest, command.options );
			return await command.run( values, files, signal );
		} catch ( error ) {
			if ( error instanceof UseError ) {
				throw new UseError( `${ error.message } ${ programName } ${ command.name } --help tells more.` );
			}
			throw error;
		}
	}
	if ( asks( args, '--help', '-h' ) || name === 'help' ) {
		await print( help );
		return CLEAN;
	}
	if ( asks( args, '--version' ) ) {
		await print( `${ version }\n` );
		return CLEAN;
	}
	throw new UseError( name === undefined ?
		`Name a command: ${ commands.map( ( one ) => one.name ).join( ', ' ) }. ${ programName } --help tells more.` :
		`There is no command "${ name }". There are ${ commands.map( ( one ) => one.name ).join( ', ' ) }.` );
}
