/** Where things lie in the folder of a local wiki, and the two files of facts in it. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';

/** MediaWiki's code, shared by all local wikis. */
export const sharedCode = join( root, '.local', 'mediawiki' );
/** The wiki of `npm start`. */
export const defaultWikiDir = join( root, '.local', 'wiki' );

/** An account and how to log in with it. */
export interface Account {
	name: string;
	password: string;
}

/**
 * What is known of a completely installed wiki (`installed.json`). Written last: a folder
 * without it is half-installed.
 */
export interface InstalledFacts {
	/** Version of MediaWiki that its tables were made by. */
	mediawiki: string;
	/** Folder of MediaWiki's code. */
	code: string;
	/** Path of PHP. */
	php: string;
	/** Hash of the settings that it was installed with. */
	settings: string;
	language: string;
	users: Account[];
	/** For deployment: `user` is `Admin@deploy`. */
	botPassword: { user: string; password: string };
	/** What programs noted about it, e.g. which demonstration it holds. */
	notes: Record<string, unknown>;
}

/** What is known of a wiki that is or was running (`state.json`). */
export interface StateFacts {
	/** Address of the wiki's first page. */
	url: string;
	/** Address of its API. */
	api: string;
	port: number;
	/** Process that started it, while it runs. */
	pid?: number;
	/** Leader of the server's process group, while it runs. */
	serverPid?: number;
	/** `pid` with its start, to tell it from a later process of the same number. */
	processMark?: string;
	users: Account[];
	botPassword: { user: string; password: string };
	/** Version of MediaWiki. */
	mediawiki: string;
	dir: string;
	/** Titles worth opening. */
	pages: string[];
}

/** Paths in a wiki's folder. */
export function wikiPaths( dir: string ): {
	/** Written first: what lies here is ours to delete. */
	ours: string;
	installed: string;
	state: string;
	site: string;
	localSettings: string;
	data: string;
	cache: string;
	logs: string;
	images: string;
	settings: string;
	extensions: string;
	snapshots: string;
	/** What the server serves. */
	www: string;
} {
	return {
		ours: join( dir, '.advice-provenance-wiki' ),
		installed: join( dir, 'installed.json' ),
		state: join( dir, 'state.json' ),
		site: join( dir, 'site.json' ),
		localSettings: join( dir, 'LocalSettings.php' ),
		data: join( dir, 'data' ),
		cache: join( dir, 'cache' ),
		logs: join( dir, 'logs' ),
		images: join( dir, 'images' ),
		settings: join( dir, 'settings.d' ),
		extensions: join( dir, 'extensions' ),
		snapshots: join( dir, 'snapshots' ),
		www: join( dir, 'www' )
	};
}

function readFacts( path: string ): unknown {
	try {
		return existsSync( path ) ? JSON.parse( readFileSync( path, 'utf8' ) ) : null;
	} catch {
		return null;
	}
}

/** Facts of an installed wiki; null where there is none, or where they cannot be read. */
export function readInstalled( dir: string ): InstalledFacts | null {
	return readFacts( wikiPaths( dir ).installed ) as InstalledFacts | null;
}

/** Facts of the last run; null where there was none, or where they cannot be read. */
export function readState( dir: string ): StateFacts | null {
	return readFacts( wikiPaths( dir ).state ) as StateFacts | null;
}

/** Writes a file of facts whole or not at all; only its owner may read it (it holds passwords). */
export function writeFacts( path: string, facts: unknown ): void {
	writeFileSync( `${ path }.new`, `${ JSON.stringify( facts, null, '\t' ) }\n`, { mode: 0o600 } );
	renameSync( `${ path }.new`, path );
}
