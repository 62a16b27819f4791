/**
 * Builds the pages of the gadget into dist/, under the names that they have on a wiki.
 * `npm run build`
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { buildCli } from './build-cli';
import { checkDist, CONTROL } from './gates';
import { generate } from './generate';
import { messagesPlugin, builtLanguages, languagePage } from './messages';
import { lowerRegExps } from './regexps';
import { root } from './root';
import { vueSfc } from './vue-plugin';

interface Script {
	/** Built file below dist/. */
	page: string;
	entry: string;
	/**
	 * Most gadgets are packages: what they export is what `require` gives. The trace is none, so
	 * that load.php gives it as it is, for a worker.
	 */
	format: 'cjs' | 'iife';
	external?: string[];
}

const CONFIGURATION = './AdviceProvenance-config.json';

export const scripts: Script[] = [
	{
		page: 'Gadget-AdviceProvenance.js',
		entry: 'src/loader/gadget.ts',
		format: 'iife',
		external: [ CONFIGURATION ]
	},
	{ page: 'AdviceProvenance.user.js', entry: 'src/loader/user-script.ts', format: 'iife' },
	{ page: 'Gadget-AdviceProvenance-reader.js', entry: 'src/reader/start.ts', format: 'cjs' },
	{
		page: 'Gadget-AdviceProvenance-evidence.js',
		entry: 'src/reader/evidence-script.ts',
		format: 'cjs'
	},
	{
		page: 'Gadget-AdviceProvenance-words.js',
		entry: 'src/reader/words-script.ts',
		format: 'cjs'
	},
	{
		page: 'Gadget-AdviceProvenance-published.js',
		entry: 'src/reader/published-script.ts',
		format: 'cjs'
	},
	{
		page: 'Gadget-AdviceProvenance-marks.js',
		entry: 'src/reader/marks-script.ts',
		format: 'cjs'
	},
	{ page: 'Gadget-AdviceProvenance-trace.js', entry: 'src/reader/trace-script.ts', format: 'iife' },
	{ page: 'Gadget-AdviceProvenance-notes.js', entry: 'src/notes/start.ts', format: 'cjs' },
	{
		page: 'Gadget-AdviceProvenance-panel.js',
		entry: 'src/panel/panel.ts',
		format: 'cjs',
		external: [ 'vue', '@wikimedia/codex' ]
	},
	{ page: 'Gadget-AdviceProvenance-logpage.js', entry: 'src/logpage/start.ts', format: 'cjs' },
	{
		page: 'Gadget-AdviceProvenance-logview.js',
		entry: 'src/panel/log-view.ts',
		format: 'cjs',
		external: [ 'vue', '@wikimedia/codex' ]
	},
	{
		page: 'Gadget-AdviceProvenance-log.js',
		entry: 'src/forms/log-script.ts',
		format: 'cjs'
	},
	{
		page: 'Gadget-AdviceProvenance-forms.js',
		entry: 'src/forms/forms.ts',
		format: 'cjs',
		external: [ 'vue', '@wikimedia/codex' ]
	},
	{
		page: 'Gadget-AdviceProvenance-upkeep.js',
		entry: 'src/forms/upkeep.ts',
		format: 'cjs',
		external: [ 'vue', '@wikimedia/codex' ]
	}
];

export const styles = [ 'reader', 'notes', 'panel', 'logpage', 'forms' ];

const banner = '/* advice-provenance: made by its build, which overwrites changes */';

/** Options of one script's build. */
function scriptOptions( script: Script, dist: string ): esbuild.BuildOptions {
	return {
		absWorkingDir: root,
		entryPoints: [ script.entry ],
		outfile: join( dist, script.page ),
		bundle: true,
		format: script.format,
		external: script.external,
		// MediaWiki 1.42 to 1.44 refuse newer syntax in gadgets.
		target: 'es2016',
		minify: true,
		// A wiki page is edited as text in UTF-8.
		charset: 'utf8',
		legalComments: 'none',
		define: {
			BUILT_LANGUAGES: JSON.stringify( builtLanguages() ),
			__VUE_OPTIONS_API__: 'true',
			__VUE_PROD_DEVTOOLS__: 'false',
			'process.env.NODE_ENV': '"production"'
		},
		plugins: [ messagesPlugin(), vueSfc() ],
		tsconfig: join( root, 'tsconfig.json' ),
		logLevel: 'warning'
	};
}

/**
 * MediaWiki parses scripts as wikitext when they are saved: nothing in them may look like a
 * signature, a substitution or the end of the `<nowiki>` that encloses them. Control characters
 * it replaces by one and the same sign.
 */
function keepFromWikitext( code: string ): string {
	return code
		// They can only stand in literals.
		.replace( CONTROL, ( character ) => (
			`\\u${ character.charCodeAt( 0 ).toString( 16 ).padStart( 4, '0' ) }`
		) )
		.replace( /~(?=~~)/g, '\\x7e' )
		.replace( /\{\{(?=subst:|safesubst:)/gi, '{\\x7b' )
		.replace( /<\/nowiki>/gi, '<\\/nowiki>' );
}

/** Takes out what esbuild's own minifying leaves: about a twentieth of a script. */
async function shrink( code: string ): Promise<string> {
	const { code: smaller } = await minify( code, {
		ecma: 2016,
		toplevel: true,
		compress: { passes: 3 }
	} );
	return smaller ?? code;
}

/**
 * Builds everything into a folder, and checks it.
 *
 * @param options `dist`: the folder, made anew
 * @throws {Error} when something does not compile or breaks a gate
 */
export async function build( { dist }: { dist: string } ): Promise<void> {
	await generate();
	rmSync( dist, { recursive: true, force: true } );
	mkdirSync( dist, { recursive: true } );
	for ( const script of scripts ) {
		await esbuild.build( scriptOptions( script, dist ) );
		const file = join( dist, script.page );
		const code = await shrink( readFileSync( file, 'utf8' ) );
		writeFileSync( file, `${ banner }\n${ keepFromWikitext( lowerRegExps( code ) ) }\n` );
	}
	for ( const name of styles ) {
		await esbuild.build( {
			absWorkingDir: root,
			entryPoints: [ `styles/${ name }.css` ],
			outfile: join( dist, `Gadget-AdviceProvenance-${ name }.css` ),
			bundle: true,
			minify: true,
			banner: { css: banner },
			logLevel: 'warning'
		} );
	}
	for ( const language of builtLanguages() ) {
		writeFileSync(
			join( dist, `Gadget-AdviceProvenance-i18n-${ language }.json` ),
			languagePage( language )
		);
	}
	checkDist( dist );
}

/** A hash of everything that goes into the build: unchanged sources need no build. */
export function sourceHash(): string {
	const hash = createHash( 'sha256' );
	for ( const folder of [ 'src', 'styles', 'i18n', 'build' ] ) {
		for ( const entry of readdirSync( join( root, folder ), { recursive: true } ).sort() ) {
			const name = String( entry );
			if ( /\.(?:ts|vue|css|json|mjs)$/.test( name ) && !name.includes( 'generated' ) ) {
				hash.update( name ).update( readFileSync( join( root, folder, name ) ) );
			}
		}
	}
	return hash.update( readFileSync( join( root, 'package-lock.json' ) ) ).digest( 'hex' );
}

if ( import.meta.url === pathToFileURL( process.argv[ 1 ] || '' ).href ) {
	await build( { dist: join( root, 'dist' ) } );
	await buildCli();
}
