/**
 * Two builds of a gadget that is small enough to be deployed again and again. It has all that the
 * real one has for a deployment, and its parts tell which build they are of.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOG, RULES } from '../../demo/fictional-policy/names';
import { visit } from './browser';

/** The parts that tell, the first of which loads the others. */
const PARTS = [ 'AdviceProvenance', 'AdviceProvenance-reader', 'AdviceProvenance-panel' ];
/** Which only the first build has, as it has a language more. */
const GONE = 'AdviceProvenance-gone';

/** Where the builds lie. */
export interface SmallBuilds {
	one: string;
	two: string;
	/** A file with a configuration. */
	config: string;
	remove(): void;
}

/** A script in one long line, as a minified one is. */
function scriptOf( part: string, build: string ): string {
	const load = part === PARTS[ 0 ] ?
		`mw.loader.load( ${ JSON.stringify( PARTS.slice( 1 ).map( ( name ) => `ext.gadget.${ name }` ) ) } );` : '';
	return `"${ 'a long line, '.repeat( 99 ) }"; ${ load } ( window.adviceBuild = window.adviceBuild || {} )[ '${ part }' ] = '${ build }';`;
}

function lineOf( part: string ): string {
	return part === PARTS[ 0 ] ?
		`* ${ part }[ResourceLoader|package|supportsUrlLoad]|${ part }.js|${ part }-config.json` :
		`* ${ part }[ResourceLoader|package|hidden]|${ part }.js`;
}

function writeBuild( dist: string, build: string, parts: string[], languages: string[] ): void {
	mkdirSync( dist );
	const files = {
		'gadget-definition.txt': parts.map( lineOf ).join( '\n' ),
		'AdviceProvenance.user.js': scriptOf( 'user', build ),
		...Object.fromEntries( parts.map( ( part ) => [ `Gadget-${ part }.js`, scriptOf( part, build ) ] ) ),
		...Object.fromEntries( languages.map( ( language ) => [
			`Gadget-AdviceProvenance-i18n-${ language }.json`, JSON.stringify( { build } )
		] ) )
	};
	for ( const [ name, text ] of Object.entries( files ) ) {
		writeFileSync( join( dist, name ), `${ text }\n` );
	}
}

/** Makes the builds; the second lacks some pages. */
export function makeBuilds(): SmallBuilds {
	const folder = mkdtempSync( join( tmpdir(), 'advice-provenance-' ) );
	const [ one, two, config ] = [ 'one', 'two', 'config.json' ].map( ( name ) => join( folder, name ) ) as
		[ string, string, string ];
	writeBuild( one, 'one', [ ...PARTS, GONE ], [ 'de', 'he' ] );
	writeBuild( two, 'two', PARTS, [ 'de' ] );
	writeFileSync( config, JSON.stringify( { drafts: [ { log: LOG, pages: [ RULES ] } ] } ) );
	return { one, two, config, remove: () => rmSync( folder, { recursive: true } ) };
}

/** What `runningBuild` gives where all parts are of one build. */
export function allOf( build: string ): Record<string, string> {
	return Object.fromEntries( PARTS.map( ( part ) => [ part, build ] ) );
}

interface Telling {
	adviceBuild?: Record<string, string>;
}

/** Which build the parts of the gadget are of that a reader's page runs; none without it. */
export async function runningBuild(): Promise<Record<string, string>> {
	const { page } = await visit( 'Special:BlankPage', { fresh: true, covered: false } );
	await page.waitForFunction( () => typeof window.mw?.loader?.using === 'function' );
	if ( await page.evaluate( ( [ first ] ) => mw.loader.getState( `ext.gadget.${ first }` ) === null, PARTS ) ) {
		return {};
	}
	await page.waitForFunction( ( parts ) => parts.every(
		( part ) => ( window as Telling ).adviceBuild?.[ part ] !== undefined
	), PARTS );
	return page.evaluate( () => ( window as Telling ).adviceBuild ?? {} );
}
