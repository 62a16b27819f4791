/** Which sources a deployment comes from: version, commit, and whether they are as committed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command';

/** Where a build comes from. */
export interface Source {
	version: string;
	/** Hash of the commit; null in an archive that does not tell. */
	commit: string | null;
	/** Files that are not as committed, as `git status` shows them; empty where there is no git. */
	dirty: string[];
}

/** Characters of a hash that are told. */
const COMMIT_LENGTH = 12;
const BUILD_LENGTH = 8;

/**
 * Finds out where a folder of sources comes from.
 *
 * @param folder of the project; in an archive made by `git archive` the file `archive-commit.txt`
 *  tells the commit
 */
export async function readSource( folder: string ): Promise<Source> {
	const { version } = JSON.parse( readFileSync( join( folder, 'package.json' ), 'utf8' ) ) as { version: string };
	const git = async ( ...args: string[] ): Promise<string | null> => {
		const { status, stdout } = await runCommand( 'git', [ '-C', folder, ...args ] );
		return status === 0 ? stdout : null;
	};
	const top = ( await git( 'rev-parse', '--show-toplevel' ) )?.trim();
	// An unpacked archive may lie in a repository of somebody's own.
	if ( top && existsSync( top ) && realpathSync( top ) === realpathSync( folder ) ) {
		const head = await git( 'rev-parse', 'HEAD' );
		const changed = await git( 'status', '--porcelain' ) ?? '';
		return {
			version,
			commit: head?.trim() ?? null,
			dirty: changed.split( '\n' ).filter( ( line ) => line !== '' )
		};
	}
	const archive = join( folder, 'archive-commit.txt' );
	const told = existsSync( archive ) ? readFileSync( archive, 'utf8' ).trim() : '';
	return { version, commit: /^[0-9a-f]{40,64}$/.test( told ) ? told : null, dirty: [] };
}

/**
 * The source in the words of an edit summary. Where the commit alone does not say what is
 * deployed, a hash of the build does.
 *
 * @param files of the build: name → text
 * @param isElsewhere whether the build was made by somebody else than these sources
 */
export function describeSource(
	{ version, commit, dirty }: Source, files: ReadonlyMap<string, string>, isElsewhere = false
): string {
	const words = [
		commit === null ? '' :
			`commit ${ commit.slice( 0, COMMIT_LENGTH ) }${ dirty.length > 0 ? ' with local changes' : '' }`,
		commit === null || dirty.length > 0 || isElsewhere ? `build ${ hashOf( files ) }` : ''
	];
	return `${ version } (${ words.filter( ( word ) => word !== '' ).join( ', ' ) })`;
}

function hashOf( files: ReadonlyMap<string, string> ): string {
	const hash = createHash( 'sha256' );
	for ( const [ name, text ] of [ ...files ].sort( ( [ a ], [ b ] ) => a < b ? -1 : 1 ) ) {
		hash.update( `${ name }\0${ text }\0` );
	}
	return hash.digest( 'hex' ).slice( 0, BUILD_LENGTH );
}
