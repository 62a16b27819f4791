/**
 * Vue single-file components to TypeScript, for the build (esbuild) and the tests (vitest)
 * alike: the templates are compiled here, with the compiler of the Vue version that
 * MediaWiki 1.43 ships, so that the wiki never compiles one.
 */
import { readFile } from 'node:fs/promises';
import { compileScript, compileTemplate, parse, rewriteDefault } from '@vue/compiler-sfc';
import { transform, type Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';

/** A component that does not compile, in words, with the file's name. */
class ComponentError extends Error {
	public constructor( file: string, problems: readonly ( string | Error )[] ) {
		super( problems
			.map( ( problem ) => `${ file }: ${ typeof problem === 'string' ? problem : problem.message }` )
			.join( '\n' ) );
	}
}

/**
 * One component as a TypeScript module whose default export is the component.
 *
 * Components here have a `<template>` and a `<script lang="ts">`: styles stand in `styles/`,
 * where the wiki's own gadget pages want them.
 *
 * @param source text of the .vue file
 * @param file its name, for messages and for Vue's development tools
 * @throws {ComponentError} if it does not compile, or has a part that is not used here
 */
export function compileComponent( source: string, file: string ): string {
	const { descriptor, errors } = parse( source, { filename: file } );
	const { script, scriptSetup, template, styles } = descriptor;
	if ( errors.length ) {
		throw new ComponentError( file, errors );
	}
	if ( !template || !script || script.lang !== 'ts' || scriptSetup || styles.length ) {
		throw new ComponentError( file, [
			'A component has a <template> and a <script lang="ts">, and no other part.'
		] );
	}
	const compiled = compileScript( descriptor, { id: file } );
	const render = compileTemplate( {
		source: template.content,
		filename: file,
		id: file,
		isProd: true,
		compilerOptions: {
			bindingMetadata: compiled.bindings,
			comments: false,
			expressionPlugins: [ 'typescript' ]
		}
	} );
	if ( render.errors.length ) {
		throw new ComponentError( file, render.errors );
	}
	return [
		rewriteDefault( compiled.content, 'component', [ 'typescript' ] ),
		render.code,
		'export default Object.assign( component, { render } );'
	].join( '\n' );
}

/** For esbuild: lets sources import `.vue` files. */
export function vueSfc(): EsbuildPlugin {
	return {
		name: 'vue-sfc',
		setup( build ) {
			build.onLoad( { filter: /\.vue$/ }, async ( { path } ) => ( {
				contents: compileComponent( await readFile( path, 'utf8' ), path ),
				loader: 'ts'
			} ) );
		}
	};
}

/** For vitest: the same. */
export function vueSfcForTests(): VitePlugin {
	return {
		name: 'vue-sfc',
		enforce: 'pre',
		async transform( source, id ) {
			const file = id.split( '?' )[ 0 ];
			if ( !file?.endsWith( '.vue' ) ) {
				return undefined;
			}
			const { code, map } = await transform( compileComponent( source, file ), {
				loader: 'ts',
				sourcefile: file,
				sourcemap: 'external',
				target: 'es2022'
			} );
			return { code, map };
		}
	};
}
