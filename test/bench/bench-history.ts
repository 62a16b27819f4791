import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TrueWord } from './page-model';
import type { SectionRow } from './score-sections';

export interface BenchRevision {
	revid: number;
	/** Title of its page; empty where the history has one page only. */
	page: string;
	/** Null for a missing or suppressed one. */
	text: string | null;
}

/** A history to measure with, and what is known of it. */
export interface BenchHistory {
	name: string;
	revisions: BenchRevision[];
	/** Words with their origins, by number of the revision that they are the text of. */
	truths: Map<number, TrueWord[]>;
	/** Hand-labelled section events. */
	sections: SectionRow[] | null;
}

interface HistoryFile {
	revisions: { revid: number; text: string | null; page?: string }[];
}

function readJson( path: string ): unknown {
	return JSON.parse( readFileSync( path, 'utf8' ) );
}

function truthsOf(
	folder: string, name: string, revisions: BenchRevision[]
): Map<number, TrueWord[]> {
	const truths = new Map<number, TrueWord[]>();
	const last = join( folder, `${ name }.truth.json` );
	const all = join( folder, `${ name }.truth_all.json` );
	if ( existsSync( last ) ) {
		truths.set( revisions.length - 1, readJson( last ) as TrueWord[] );
	} else if ( existsSync( all ) ) {
		const words = readJson( all ) as Record<string, TrueWord[]>;
		revisions.forEach( ( { revid }, at ) => truths.set( at, words[ revid ] ?? [] ) );
	}
	return truths;
}

/** The hand-labelled section events of a folder, by name of the history. */
function sectionsOf( folder: string ): Map<string, SectionRow[]> {
	const rows = new Map<string, SectionRow[]>();
	for ( const file of readdirSync( folder ).filter( ( name ) => /^section_gold.*\.json$/.test( name ) ) ) {
		const { events } = readJson( join( folder, file ) ) as {
			events: ( SectionRow & { history: string } )[];
		};
		for ( const event of events ) {
			rows.set( event.history, [ ...rows.get( event.history ) ?? [], event ] );
		}
	}
	return rows;
}

/** Names of the histories in a folder; none where there is no such folder. */
export function historyNames( folder: string ): string[] {
	return existsSync( folder ) ? readdirSync( folder )
		.filter( ( file ) => /\.json$/.test( file ) && !/^section_gold|\.truth(_all)?\.json$/.test( file ) )
		.map( ( file ) => file.replace( /\.json$/, '' ) )
		.sort() : [];
}

/** Reads a history of a folder with its truth and section events, where they lie beside it. */
export function readHistory( folder: string, name: string ): BenchHistory {
	const data = readJson( join( folder, `${ name }.json` ) ) as HistoryFile | HistoryFile[ 'revisions' ];
	const revisions = ( Array.isArray( data ) ? data : data.revisions )
		.map( ( { revid, text, page } ) => ( { revid, page: page ?? '', text } ) );
	return {
		name, revisions,
		truths: truthsOf( folder, name, revisions ),
		sections: sectionsOf( folder ).get( name ) ?? null
	};
}
