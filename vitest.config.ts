import { defineConfig } from 'vitest/config';
import { messagesOf, prefix } from './build/messages';
import { vueSfcForTests } from './build/vue-plugin';

/** The modules that the build makes for messages; see build/messages.ts. */
const messages = {
	name: 'messages',
	resolveId: ( id: string ) => id.startsWith( 'virtual:messages/' ) ? `\0${ id }` : undefined,
	load( id: string ) {
		const script = id.split( '\0virtual:messages/' )[ 1 ];
		return script === undefined ? undefined : `export default ${ JSON.stringify(
			Object.fromEntries( Object.entries( messagesOf( script ) )
				.map( ( [ key, text ] ) => [ key.slice( prefix.length ), text ] ) )
		) };`;
	}
};

export default defineConfig( {
	test: {
		projects: [
			{
				plugins: [ vueSfcForTests(), messages ],
				test: {
					name: 'unit',
					include: [ 'test/**/*.test.ts' ],
					exclude: [ 'test/e2e/**' ],
					environment: 'node',
					setupFiles: [ 'test/property-seed.ts' ],
					// Property tests take seconds on a busy machine; none of them measures time.
					testTimeout: 60_000
				}
			},
			{
				test: {
					name: 'e2e',
					include: [ 'test/e2e/**/*.test.ts' ],
					// Pictures to look at, no test of anything: taken on request.
					exclude: process.env.SCREENSHOTS ? [] : [ 'test/e2e/screenshots.test.ts' ],
					globalSetup: [ 'test/e2e/global-setup.ts' ],
					environment: 'node',
					// Each of them is a browser and a wiki: more at once only disturb each other.
					maxWorkers: 2,
					// What passes at the second try is told as such, and is a finding
					// about the test rather than the change.
					retry: process.env.CI ? 1 : 0,
					testTimeout: 90_000,
					hookTimeout: 180_000
				}
			}
		]
	}
} );
