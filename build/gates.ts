/** What the built pages must fulfil before they may go to a wiki. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { UserError } from './user-error';

/** Most bytes of a page after gzip. */
export const budgets: Record<string, number> = {
	'Gadget-AdviceProvenance.js': 1000,
	'AdviceProvenance.user.js': 1500,
	'Gadget-AdviceProvenance-reader.js': 15000,
	'Gadget-AdviceProvenance-reader.css': 4000,
	'Gadget-AdviceProvenance-evidence.js': 37000,
	'Gadget-AdviceProvenance-words.js': 25000,
	'Gadget-AdviceProvenance-published.js': 12000,
	'Gadget-AdviceProvenance-marks.js': 25000,
	'Gadget-AdviceProvenance-trace.js': 30000,
	'Gadget-AdviceProvenance-notes.js': 8000,
	'Gadget-AdviceProvenance-notes.css': 1500,
	'Gadget-AdviceProvenance-panel.js': 40000,
	'Gadget-AdviceProvenance-panel.css': 8000,
	'Gadget-AdviceProvenance-logpage.js': 40000,
	'Gadget-AdviceProvenance-logpage.css': 2000,
	'Gadget-AdviceProvenance-logview.js': 40000,
	'Gadget-AdviceProvenance-log.js': 35000,
	'Gadget-AdviceProvenance-forms.js': 40000,
	'Gadget-AdviceProvenance-forms.css': 4000,
	'Gadget-AdviceProvenance-upkeep.js': 15000
};

/** Control characters and what is none: MediaWiki replaces them when a page is saved. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
export const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** What has no place in a page that MediaWiki saves, or in a script that shows foreign data. */
const forbidden: [ RegExp, string ][] = [
	[ /<\/nowiki>/i, 'ends the <nowiki> that MediaWiki puts around scripts' ],
	[ /~~~/, 'is a signature to MediaWiki' ],
	[ /\{\{(?:safe)?subst:/i, 'is a substitution to MediaWiki' ],
	[ /\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b/, 'turns data into markup' ],
	[ /\beval\(|\bnew Function\b/, 'runs data as code' ]
];

/** What is wrong with one built page; empty if nothing is. */
export function checkPage( page: string, content: string ): string[] {
	const wrong: string[] = [];
	const size = gzipSync( content, { level: 9 } ).length;
	const budget = budgets[ page ];
	if ( budget !== undefined && size > budget ) {
		wrong.push( `${ page }: ${ size } bytes after gzip, ${ budget } allowed` );
	}
	if ( content.search( CONTROL ) !== -1 || content.normalize( 'NFC' ) !== content ) {
		wrong.push( `${ page }: has characters that MediaWiki changes` );
	}
	for ( const [ pattern, reason ] of forbidden ) {
		const found = pattern.exec( content );
		if ( found ) {
			wrong.push( `${ page }: ${ JSON.stringify( found[ 0 ] ) } ${ reason }` );
		}
	}
	if ( page.endsWith( '.js' ) ) {
		try {
			parse( content, { ecmaVersion: 2016, sourceType: 'script' } );
		} catch ( error ) {
			wrong.push( `${ page }: not ES2016, ${ ( error as Error ).message }` );
		}
	}
	return wrong;
}

/**
 * Checks all built pages, and prints their sizes.
 *
 * @throws {UserError} with everything that is wrong
 */
export function checkDist( dist: string ): void {
	const wrong: string[] = [];
	for ( const [ page, budget ] of Object.entries( budgets ) ) {
		const file = join( dist, page );
		if ( !existsSync( file ) ) {
			wrong.push( `${ page }: not built` );
			continue;
		}
		const content = readFileSync( file, 'utf8' );
		const size = gzipSync( content, { level: 9 } ).length;
		process.stderr.write( `${ page }: ${ size } of ${ budget } bytes after gzip\n` );
		wrong.push( ...checkPage( page, content ) );
	}
	if ( wrong.length ) {
		throw new UserError( `The build breaks its gates:\n${ wrong.join( '\n' ) }` );
	}
}
