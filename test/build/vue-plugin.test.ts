import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileComponent, vueSfc } from '../../build/vue-plugin';

const component = `<template>
	<p :title="shown as string">
		{{ shown }}
	</p>
</template>

<script lang="ts">
import { defineComponent, type PropType } from 'vue';

export default defineComponent( {
	name: 'ShownText',
	props: { shown: { type: String as PropType<string>, required: true } }
} );
</script>
`;

describe( 'compileComponent', () => {
	it( 'compiles template and script, and leaves no template to compile', () => {
		const code = compileComponent( component, 'ShownText.vue' );
		expect( code ).toContain( 'name: \'ShownText\'' );
		expect( code ).toContain( 'Object.assign( component, { render } )' );
		expect( code ).not.toContain( '{{' );
		expect( code ).not.toContain( 'template:' );
	} );

	it.each( [
		[ 'without a script', '<template><p></p></template>' ],
		[ 'with a script that is not TypeScript', component.replace( ' lang="ts"', '' ) ],
		[ 'with styles', `${ component }<style>p { color: red; }</style>` ],
		[ 'with a template that does not close', component.replace( '</p>', '' ) ]
	] )( 'refuses a component %s, naming the file', ( _what, source ) => {
		expect( () => compileComponent( source, 'Broken.vue' ) ).toThrow( 'Broken.vue: ' );
	} );
} );

describe( 'vueSfc', () => {
	const folder = mkdtempSync( join( tmpdir(), 'vue-plugin-' ) );

	afterAll( () => rmSync( folder, { recursive: true } ) );

	it( 'bundles a component into syntax that MediaWiki 1.43 takes', async () => {
		const entry = join( folder, 'ShownText.vue' );
		writeFileSync( entry, component.replace( '{{ shown }}', '{{ shown?.length }}' ) );
		const { outputFiles } = await build( {
			entryPoints: [ entry ],
			bundle: true,
			write: false,
			format: 'cjs',
			target: 'es2016',
			external: [ 'vue' ],
			plugins: [ vueSfc() ]
		} );
		const code = outputFiles[ 0 ]?.text ?? '';
		expect( code ).toContain( 'require("vue")' );
		expect( code ).not.toMatch( /\?\.|PropType|import / );
	} );
} );
