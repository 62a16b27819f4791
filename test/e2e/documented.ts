/** What docs/install.md tells people to type, read from there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/root';

const page = readFileSync( join( root, 'docs', 'install.md' ), 'utf8' );

/** The blocks of a language below a heading, up to the next one. */
function blocks( heading: string, language: string ): string[] {
	const section = page.split( /^## /m ).find( ( part ) => part.startsWith( heading ) );
	if ( section === undefined ) {
		throw new Error( `docs/install.md has no section "${ heading }".` );
	}
	return section.split( '```' ).filter( ( _text, at ) => at % 2 === 1 )
		.filter( ( block ) => block.startsWith( `${ language }\n` ) )
		.map( ( block ) => block.slice( language.length + 1 ).trim() );
}

/** The commands below a heading, one by one. */
export function commands( heading: string ): string[] {
	return blocks( heading, 'sh' ).flatMap( ( block ) => block.split( '\n' ) );
}

/** The first block of a language below a heading. */
export function example( heading: string, language: string ): string {
	const [ first ] = blocks( heading, language );
	if ( first === undefined ) {
		throw new Error( `Section "${ heading }" of docs/install.md shows no ${ language }.` );
	}
	return first;
}
