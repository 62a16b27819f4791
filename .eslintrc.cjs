/** The rooms of the code base, one folder each. */
const rooms = [
	'loader', 'reader', 'notes', 'panel', 'forms', 'logpage',
	'log', 'trace', 'account', 'export', 'wiki', 'cli'
];
/** The import rules of docs/architecture.md: room -> rooms it may import. */
const mayImport = {
	loader: [],
	reader: [ 'log', 'trace', 'account', 'wiki' ],
	notes: [ 'log', 'trace', 'account', 'wiki' ],
	panel: [ 'log', 'trace', 'account', 'export', 'wiki' ],
	forms: [ 'log', 'trace', 'account', 'wiki' ],
	logpage: [ 'log', 'account', 'wiki' ],
	log: [],
	trace: [],
	account: [ 'log', 'trace' ],
	export: [ 'log', 'trace', 'account' ],
	wiki: [ 'log', 'account' ],
	cli: [ 'log', 'trace', 'account', 'export', 'wiki' ]
};
const importZones = rooms.map( ( room ) => ( {
	target: `./src/${ room }`,
	from: './src',
	except: [ room, ...mayImport[ room ] ].map( ( name ) => `./${ name }` ),
	message: `The room "${ room }" may not import this; see docs/architecture.md.`
} ) );
const pureRooms = [ 'log', 'trace', 'account', 'export' ];

module.exports = {
	root: true,
	extends: [ 'wikimedia', 'wikimedia/language/es2022' ],
	plugins: [ 'import', '@typescript-eslint' ],
	settings: {
		'import/resolver': { node: { extensions: [ '.ts', '.js', '.vue', '.json' ] } },
		'import/parsers': { '@typescript-eslint/parser': [ '.ts' ] }
	},
	rules: {
		'comma-dangle': [ 'error', 'never' ],
		'import/no-restricted-paths': [ 'error', { zones: importZones } ],
		// Offsets and ids from data index arrays and records everywhere here; hostile keys are
		// kept out where the data is parsed (src/log), which tests hold to.
		'security/detect-object-injection': 'off'
	},
	overrides: [
		{
			files: [ 'src/**/*.ts', 'src/**/*.vue' ],
			excludedFiles: [ 'src/cli/**' ],
			extends: [
				'wikimedia/client/common', 'wikimedia/language/es2022', 'wikimedia/mediawiki'
			],
			env: { browser: true },
			globals: { mw: 'readonly' },
			rules: {
				'comma-dangle': [ 'error', 'never' ],
				'no-undef': 'off',
				// Keys are composed in src/wiki/messages.ts alone; the build checks each one.
				'mediawiki/msg-doc': 'off',
				// esbuild lowers syntax to ES2016, and the build parses its output as such.
				'es-x/no-optional-chaining': 'off'
			}
		},
		{
			files: pureRooms.map( ( room ) => `src/${ room }/**/*.ts` ),
			rules: {
				'no-restricted-globals': [
					'error',
					'mw', '$', 'jQuery', 'document', 'window', 'location', 'localStorage', 'fetch'
				]
			}
		},
		{
			files: [ 'src/**/*.vue' ],
			extends: [ 'wikimedia/vue3/es2022' ],
			parser: 'vue-eslint-parser',
			parserOptions: { parser: '@typescript-eslint/parser', sourceType: 'module' },
			rules: {
				'comma-dangle': [ 'error', 'never' ],
				'no-undef': 'off'
			}
		},
		{
			files: [ 'build/**', 'demo/**', 'test/**', 'src/cli/**', '*.ts', '*.cjs' ],
			extends: [ 'wikimedia/server' ],
			env: { node: true },
			parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
			rules: {
				'comma-dangle': [ 'error', 'never' ],
				'no-undef': 'off',
				'n/no-missing-import': 'off',
				'n/no-unpublished-import': 'off',
				'n/no-process-exit': 'off',
				// Stable enough since Node 18 for what is done with it here.
				'n/no-unsupported-features/node-builtins': 'off',
				// Paths and commands come from this project or from who runs it.
				'security/detect-non-literal-fs-filename': 'off',
				'security/detect-child-process': 'off'
			}
		},
		{
			files: [ '**/*.ts', '**/*.vue' ],
			rules: {
				'comma-dangle': [ 'error', 'never' ],
				'no-shadow': 'off',
				'@typescript-eslint/no-shadow': 'error',
				'no-use-before-define': 'off',
				'no-undef': 'off',
				indent: 'off',
				// TSDoc: types say what they can, the text says the rest.
				'jsdoc/check-param-names': 'off',
				'jsdoc/require-param': 'off',
				'jsdoc/require-param-type': 'off',
				'jsdoc/require-returns': 'off',
				'jsdoc/require-returns-type': 'off',
				'jsdoc/no-undefined-types': 'off'
			}
		},
		{
			files: [ 'src/**' ],
			excludedFiles: [ 'src/cli/**' ],
			rules: {
				// These run in browsers.
				'n/no-unsupported-features/node-builtins': 'off'
			}
		}
	]
};
