/** Small builds for a wiki in memory, and what readers of it run. */
import { expect } from 'vitest';
import { parseDefinition } from '../../build/deploy/definition';
import { readTexts, saveDeployment } from '../../build/deploy/deploy';
import { definitionTitle, titleOf, type Deployment } from '../../build/deploy/pages';
import { fakeWiki, type FakeWiki } from './fake-session';

export const quiet = (): void => undefined;
export const FOREIGN = '== tools ==\n* Other[ResourceLoader|default]|other.js';

/** A build of some parts, whose every text names its version. */
export function buildOf( version: string, parts: string[], languages: string[] = [ 'de' ] ): Deployment {
	const names = [ 'AdviceProvenance', ...parts.map( ( part ) => `AdviceProvenance-${ part }` ) ];
	return {
		definition: names.map( ( name, at ) => at === 0 ?
			`* ${ name }[ResourceLoader|package]|${ name }.js|AdviceProvenance-config.json` :
			`* ${ name }[ResourceLoader|package|hidden]|${ name }.js` ).join( '\n' ),
		files: new Map( [
			...names.map( ( name ): [ string, string ] => [ `Gadget-${ name }.js`, `${ name } ${ version }` ] ),
			...languages.map( ( language ): [ string, string ] => [
				`Gadget-AdviceProvenance-i18n-${ language }.json`, `{ "version": "${ version }" }`
			] ),
			[ 'AdviceProvenance.user.js', `user ${ version }` ]
		] ),
		...readTexts(),
		source: `${ version } (commit ${ version })`
	};
}

/** What readers run: the texts of the pages that our lines name; null for one that is missing. */
export function running( wiki: FakeWiki ): Record<string, string | null> {
	const texts = wiki.texts();
	return Object.fromEntries( parseDefinition( texts.get( definitionTitle ) ?? '' )
		.filter( ( { name } ) => name.startsWith( 'AdviceProvenance' ) )
		.flatMap( ( { name, pages } ) => pages
			.filter( ( page ) => !page.endsWith( 'config.json' ) )
			.map( ( page ) => [ name, texts.get( titleOf( page ) ) ?? null ] ) ) );
}

export function expected( { files, definition }: Deployment ): Record<string, string> {
	return Object.fromEntries( parseDefinition( definition ).map(
		( { name } ) => [ name, files.get( `Gadget-${ name }.js` ) ?? '' ]
	) );
}

export function oldWiki( mayDelete = true ): FakeWiki {
	const wiki = fakeWiki( mayDelete );
	wiki.edit( definitionTitle, FOREIGN );
	wiki.edit( 'MediaWiki:Gadget-AdviceProvenance/de', 'Was es tut' );
	return wiki;
}

export const one = buildOf( '1', [ 'reader', 'panel', 'old' ], [ 'de', 'eo' ] );
export const two = buildOf( '2', [ 'reader', 'panel', 'new' ] );

/** Deploys until the nth change fails; meanwhile all that runs is of one build. */
export async function interruptedAfter(
	wiki: FakeWiki, build: Deployment, nth: number
): Promise<void> {
	const allowed = [ running( wiki ), expected( build ) ];
	let left = nth;
	wiki.before = () => {
		expect( allowed ).toContainEqual( running( wiki ) );
		if ( left-- === 0 ) {
			throw new Error( 'killed' );
		}
	};
	const outcome = await saveDeployment( wiki.session, build, quiet )
		.then( () => 'done', ( error: Error ) => error.message );
	expect( [ 'killed', 'done' ] ).toContain( outcome );
	expect( allowed ).toContainEqual( running( wiki ) );
	wiki.before = quiet;
}

/** All that deployments are about, emptied pages taken for gone. */
export function all( wiki: FakeWiki ): Record<string, string> {
	return Object.fromEntries( [ ...wiki.texts() ].filter( ( [ title, text ] ) => title !== definitionTitle && text !== '' && text !== '{}' ) );
}
