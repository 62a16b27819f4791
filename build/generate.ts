/**
 * Makes from src/log/advice-log.schema.json, the single source of the log's shape:
 *
 * - `advice-log.ts`: its TypeScript types;
 * - `log-shape.ts`: the schema without what only people need, for the lenient reader;
 * - `validate-shape.js`: a validator compiled beforehand, so that the browser evaluates nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

type Node = { [ key: string ]: unknown };

const root = dirname( dirname( fileURLToPath( import.meta.url ) ) );
const schemaPath = join( root, 'src/log/advice-log.schema.json' );
const outputFolder = join( root, 'src/log/generated' );
const outputFiles = [ 'advice-log.ts', 'log-shape.ts', 'validate-shape.js', 'validate-shape.d.ts' ];
const banner = '// Made from advice-log.schema.json by `npm run generate`.\n';

/** Annotations of this project: see the comment in src/log/shape.ts. */
const ownKeywords = [
	'x-cut', 'x-defines', 'x-identity', 'x-refersTo', 'x-rule', 'x-unreadable'
];
const forPeople = new Set( [ '$schema', '$defs', 'title', 'description' ] );
/** For comparing logs only, see src/log/log-parts.ts: no part of what every page view loads. */
const identityKey = 'x-identity';

function isNode( value: unknown ): value is Node {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

/** Name of the definition that a node refers to. */
function definitionOf( node: Node ): string | null {
	return typeof node.$ref === 'string' ? node.$ref.replace( '#/$defs/', '' ) : null;
}

async function typesOf( schema: Node ): Promise<string> {
	return compile( structuredClone( schema ), 'AdviceLog', {
		additionalProperties: false,
		bannerComment: banner,
		format: false,
		// A tuple type for each possible length would be the alternative.
		ignoreMinAndMaxItems: true
	} );
}

/** What src/log/shape.ts needs of a schema node, in the order in which it reads the fields. */
function essential( node: Node ): Node {
	const result = Object.fromEntries( Object.entries( node ).filter( ( [ name, value ] ) => (
		!forPeople.has( name ) && name !== identityKey &&
		// Told by `properties` or `items`, or the default.
		!( name === 'type' && ![ 'integer', 'number' ].includes( String( value ) ) ) &&
		// src/log/dates.ts decides on dates by itself.
		!( name === 'pattern' && node.format )
	) ) );
	if ( isNode( node.properties ) ) {
		const required = node.required as string[];
		const isFirst = ( [ name, field ]: [ string, unknown ] ): boolean => (
			required.includes( name ) && !( isNode( field ) && field.items )
		);
		const fields = Object.entries( node.properties );
		result.properties = Object.fromEntries( [
			...fields.filter( isFirst ),
			...fields.filter( ( field ) => !isFirst( field ) )
		] );
	}
	return result;
}

/** The schema as a TypeScript expression in which a definition is the constant of its name. */
function shapeExpression( value: unknown, key?: string ): string {
	if ( key === 'pattern' ) {
		return `/${ String( value ).replace( /\//g, '\\/' ) }/`;
	}
	if ( !isNode( value ) ) {
		return JSON.stringify( value );
	}
	const definition = definitionOf( value );
	if ( definition ) {
		return definition;
	}
	const inProperties = key === 'properties';
	const members = Object.entries( inProperties ? value : essential( value ) )
		.map( ( [ name, member ] ) => `${ JSON.stringify( name ) }: ${
			shapeExpression( member, inProperties ? undefined : name )
		}` );
	return `{ ${ members.join( ', ' ) } }`;
}

function shapeOf( schema: Node ): string {
	const definitions = schema.$defs as { [ name: string ]: Node };
	const lines: string[] = [];
	const written = new Set<string>();
	const write = ( name: string ): void => {
		if ( written.has( name ) ) {
			return;
		}
		written.add( name );
		JSON.stringify( definitions[ name ], ( _key, value: unknown ) => {
			const definition = isNode( value ) ? definitionOf( value ) : null;
			if ( definition ) {
				write( definition );
			}
			return value;
		} );
		lines.push( `export const ${ name }: Shape = ${ shapeExpression( definitions[ name ] ) };` );
	};
	Object.keys( definitions ).forEach( write );
	const identities = Object.entries( definitions )
		.filter( ( [ , node ] ) => node[ identityKey ] )
		.map( ( [ name, node ] ) => `{ shape: ${ name }, fields: ${ JSON.stringify( node[ identityKey ] ) } }` );
	return `${ banner }import type { Shape } from '../shape';\n\n${ lines.join( '\n' ) }\n\n` +
		'export const identities: { shape: Shape; fields: string[] }[] = ' +
		`[ ${ identities.join( ', ' ) } ];\n\n` +
		`export const logShape: Shape = ${ shapeExpression( schema ) };\n`;
}

/**
 * Ajv compares the items of a list in linear time only where the list itself says that they
 * are strings; behind a reference it compares each with each, which a hostile log could use.
 */
function withItemTypes( schema: Node ): Node {
	const definitions = schema.$defs as { [ name: string ]: Node };
	return JSON.parse( JSON.stringify( schema, ( key, value: unknown ) => {
		const definition = key === 'items' && isNode( value ) ? definitionOf( value ) : null;
		return definition && isNode( value ) && definitions[ definition ]?.type === 'string' ?
			{ type: 'string', ...value } : value;
	} ) ) as Node;
}

async function validatorOf( schema: Node ): Promise<string> {
	const ajv = new Ajv2020( {
		allErrors: true,
		code: { source: true, esm: true, lines: true },
		// Read by src/log/dates.ts, which also knows the length of months.
		formats: { edtf: true },
		keywords: ownKeywords
	} );
	const source = standaloneCode( ajv, ajv.compile( withItemTypes( schema ) ) );
	// Ajv leaves `require` of its run-time helpers in the module: they are put in here.
	const bundle = await build( {
		stdin: { contents: source, resolveDir: root, loader: 'js' },
		bundle: true,
		format: 'esm',
		platform: 'neutral',
		write: false,
		logLevel: 'silent'
	} );
	const code = bundle.outputFiles[ 0 ]?.text ?? '';
	// Ajv's helpers carry such a call as a string, for code that it writes elsewhere.
	if ( /(?<!['"])\brequire\(|\bnew Function\b|\beval\(/.test( code ) ) {
		throw new Error( 'The compiled validator still loads or evaluates code at run time.' );
	}
	return banner + code;
}

const validatorTypes = `${ banner }import type { ErrorObject } from 'ajv';

declare const validate: {
	( data: unknown ): boolean;
	errors?: null | ErrorObject[];
};
export default validate;
`;

/** Hash of all that the output depends on: the schema, this file and the tools' versions. */
async function inputHash(): Promise<string> {
	const inputs = await Promise.all( [
		schemaPath,
		fileURLToPath( import.meta.url ),
		join( root, 'package-lock.json' )
	].map( ( path ) => readFile( path ) ) );
	const hash = createHash( 'sha256' );
	inputs.forEach( ( input ) => hash.update( input ) );
	return hash.digest( 'hex' );
}

async function isUpToDate( hash: string ): Promise<boolean> {
	try {
		const stamp = await readFile( join( outputFolder, 'hash' ), 'utf8' );
		await Promise.all( outputFiles.map( ( name ) => readFile( join( outputFolder, name ) ) ) );
		return stamp === hash;
	} catch {
		return false;
	}
}

/** Writes beside the target first: a process that reads meanwhile never sees half a file. */
async function writeWhole( name: string, content: string ): Promise<void> {
	const target = join( outputFolder, name );
	const beside = `${ target }.${ randomUUID() }.tmp`;
	await writeFile( beside, content );
	await rename( beside, target );
}

/**
 * Brings src/log/generated/ up to date; does nothing when it is.
 *
 * @throws {Error} if the schema cannot be compiled
 */
export async function generate(): Promise<void> {
	const hash = await inputHash();
	if ( await isUpToDate( hash ) ) {
		return;
	}
	const schema = JSON.parse( await readFile( schemaPath, 'utf8' ) ) as Node;
	const contents = [
		await typesOf( schema ),
		shapeOf( schema ),
		await validatorOf( schema ),
		validatorTypes
	];
	await mkdir( outputFolder, { recursive: true } );
	await Promise.all( outputFiles.map( ( name, i ) => writeWhole( name, contents[ i ] ?? '' ) ) );
	await writeWhole( 'hash', hash );
}

if ( process.argv[ 1 ] && import.meta.url === pathToFileURL( process.argv[ 1 ] ).href ) {
	await generate();
}
