/** What a command of the program is, and how its arguments are read. */
import { parseArgs } from 'node:util';
import { UseError } from './user-error';

/** Options by their names: those with `multiple` can be given several times. */
export interface OptionTable {
	readonly [ name: string ]: { type: 'string' | 'boolean'; multiple?: boolean };
}

/** Values of options; what was not given is absent. */
export interface Values {
	/** The last value of an option, or undefined. */
	text( name: string ): string | undefined;
	/** All values of an option. */
	texts( name: string ): string[];
	flag( name: string ): boolean | undefined;
}

export interface Command {
	name: string;
	/** One line for the list of commands. */
	summary: string;
	/** Everything that `--help` prints. */
	help: string;
	options: OptionTable;
	/**
	 * @return exit status
	 * @throws {UserError} with a sentence for who called
	 */
	run( values: Values, files: string[], signal: AbortSignal ): Promise<number>;
}

function valuesOf( values: Record<string, unknown> ): Values {
	const all = ( name: string ): unknown[] => {
		const value = values[ name ];
		return value === undefined ? [] : Array.isArray( value ) ? value : [ value ];
	};
	return {
		text: ( name ) => all( name ).map( String ).pop(),
		texts: ( name ) => all( name ).map( String ),
		flag: ( name ) => values[ name ] as boolean | undefined
	};
}

/**
 * Reads the arguments of a command.
 *
 * @throws {UseError} if they cannot be followed
 */
export function readArguments(
	args: string[], options: OptionTable
): { values: Values; files: string[] } {
	try {
		const { values, positionals } = parseArgs( {
			args, options: { ...options, help: { type: 'boolean', short: 'h' } },
			allowPositionals: true, allowNegative: true
		} );
		return { values: valuesOf( values ), files: positionals };
	} catch ( error ) {
		// What follows the first sentence is about arguments that begin with a dash.
		throw new UseError( `${ ( error as Error ).message.split( '. ' )[ 0 ] as string }.` );
	}
}

/**
 * The value of an option that has to be one of some.
 *
 * @param values
 * @param name
 * @param choices
 * @param otherwise what counts where nothing is given; without it something has to be
 * @throws {UseError} if it is none
 */
export function choice<T extends string>(
	values: Values, name: string, choices: readonly T[], otherwise?: T
): T {
	const value = values.text( name ) ?? otherwise;
	const chosen = choices.find( ( one ) => one === value );
	if ( chosen === undefined ) {
		throw new UseError( `--${ name } takes one of ${ choices.join( ', ' ) }${
			value === undefined ? '' : `, not "${ value }"` }.` );
	}
	return chosen;
}
