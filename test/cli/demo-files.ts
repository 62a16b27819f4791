/** The demonstration's pages and log as files: what an auditor may have been given. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { story } from '../../demo/fictional-policy/history';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';
import type { AdviceLog } from '../../src/log/types';
import { logWithOwnIds } from '../demo/own-ids';

export interface DemoRevision {
	revid: number;
	page: string;
	timestamp: string;
	user: string;
	comment: string;
	text: string | null;
}

/** All revisions of the draft's pages, in the order of the edits. */
export function demoHistory(): DemoRevision[] {
	return story.edits.filter( ( { page } ) => [ RULES, APPEALS ].includes( page ) )
		.map( ( { page, revision } ) => ( { ...revision, page } ) );
}

/** Writes a value as JSON, or a text as it is; gives the path. */
export function fileIn( folder: string, name: string, content: unknown ): string {
	const path = join( folder, name );
	writeFileSync( path, typeof content === 'string' ? content : JSON.stringify( content ) );
	return path;
}

/** A copy of the demonstration's log that something was done to. */
export function demoLog( change: ( log: AdviceLog ) => void = () => undefined ): AdviceLog {
	const log = structuredClone( logWithOwnIds() );
	change( log );
	return log;
}
