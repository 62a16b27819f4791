/** Drafts of the tests' own, beside the demonstrations: the gadget's configuration names them. */
import type { DraftConfiguration } from '../../src/wiki/configuration';

const names = [
	'Cited revisions',
	'Cited talk',
	'Empty log',
	'Forms',
	'Forms without a log',
	'Headings',
	'Hostile log',
	'Log in several states',
	'Log of a newer version',
	'Log of another shape',
	'Log that is no JSON',
	'Log with slips',
	'Missing log',
	'Network',
	'Public task',
	'Report',
	'Saved',
	'Snapshots',
	'Survival',
	'Tree',
	'Unreadable log'
] as const;

export type DraftName = typeof names[ number ];

/** Title of a test draft's page. */
export function pageOf( name: DraftName ): string {
	return `Draft: ${ name }`;
}

/** Title of a test draft's log. */
export function logOf( name: DraftName ): string {
	return `${ pageOf( name ) }/Advice log.json`;
}

/** Titles of a test draft's pages; most have one. */
export function pagesOf( name: DraftName ): string[] {
	const page = pageOf( name );
	return name === 'Public task' ? [ page, `${ page }/Cases`, `${ page }/Committee` ] : [ page ];
}

/** The part of the configuration that names the tests' drafts. */
export const testDrafts: DraftConfiguration[] = names
	.map( ( name ) => ( { log: logOf( name ), pages: pagesOf( name ) } ) );
