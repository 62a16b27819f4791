/**
 * Checks gadget-definition.txt as Special:Gadgets would on a wiki, and against what the build
 * makes, so that no warning is first seen there.
 */
import { parseLine, type DefinitionLine } from './deploy/definition';

/** What a definition may refer to besides itself. */
export interface Surroundings {
	/** Pages that the build makes or the operator keeps, without `Gadget-`. */
	pages: ReadonlySet<string>;
}

const suffix = /\.(?:js|css|json)$/;
/** Options that MediaWiki 1.43 knows; it ignores others without a word. */
const known = new Set( [
	'ResourceLoader', 'requiresES6', 'dependencies', 'peers', 'rights', 'hidden', 'actions',
	'skins', 'namespaces', 'categories', 'contentModels', 'default', 'package', 'type',
	'supportsUrlLoad'
] );
const actions = new Set( [
	'view', 'edit', 'submit', 'history', 'info', 'delete', 'protect', 'watch', 'unwatch', 'raw',
	'render', 'rollback', 'revert', 'purge', 'markpatrolled', 'mcrundo', 'mcrrestore',
	'editchangetags', 'revisiondelete', 'credits', 'unprotect'
] );
const skins = new Set( [ 'vector', 'vector-2022', 'minerva', 'monobook', 'timeless' ] );
const contentModels = new Set( [ 'wikitext', 'javascript', 'json', 'css', 'text' ] );
/** Rights of MediaWiki itself that make sense for a gadget. */
const rights = new Set( [
	'edit', 'editinterface', 'editsitejson', 'createpage', 'minoredit', 'patrol', 'rollback',
	'protect', 'delete', 'block', 'autoconfirmed', 'editprotected', 'editsemiprotected'
] );

function valuesOf( line: DefinitionLine, option: string ): string[] {
	const found = line.options.find( ( text ) => text.split( '=' )[ 0 ]?.trim() === option );
	return ( found?.split( '=' )[ 1 ] || '' ).split( ',' )
		.map( ( value ) => value.trim() )
		.filter( Boolean );
}

function has( line: DefinitionLine, option: string ): boolean {
	return line.options.some( ( text ) => text.split( '=' )[ 0 ]?.trim() === option );
}

function unknownValues( line: DefinitionLine, option: string, all: Set<string> ): string[] {
	return valuesOf( line, option )
		.filter( ( value ) => !all.has( value ) )
		.map( ( value ) => `"${ value }" is none of the wiki's ${ option }` );
}

/** What is wrong with one gadget by itself. */
function checkPages( line: DefinitionLine, { pages }: Surroundings ): string[] {
	const wrong: string[] = [];
	const scripts = line.pages.filter( ( page ) => page.endsWith( '.js' ) );
	const data = line.pages.filter( ( page ) => page.endsWith( '.json' ) );
	const isPackage = has( line, 'package' );
	const isStyles = valuesOf( line, 'type' )[ 0 ] === 'styles' ||
		!scripts.length && !has( line, 'dependencies' );
	for ( const page of line.pages ) {
		if ( !suffix.test( page ) ) {
			wrong.push( `page "${ page }" is not used: it ends in none of .js, .css, .json` );
		} else if ( !pages.has( page ) ) {
			wrong.push( `page "${ page }" does not exist` );
		}
	}
	if ( data.length && !isPackage ) {
		wrong.push( 'data pages are used in packages only' );
	}
	if ( isPackage && !scripts.length ) {
		wrong.push( 'a package needs a script to start with' );
	}
	if ( isStyles && scripts.length ) {
		wrong.push( 'scripts are not used with type=styles' );
	}
	if ( isStyles && has( line, 'peers' ) ) {
		wrong.push( 'peers are ignored for a gadget of styles only' );
	}
	return wrong;
}

function checkOptions( line: DefinitionLine, all: DefinitionLine[] ): string[] {
	const wrong = line.options
		.map( ( text ) => text.split( '=' )[ 0 ]?.trim() || '' )
		.filter( ( option ) => !known.has( option ) )
		.map( ( option ) => `option "${ option }" is not known to MediaWiki 1.43` );
	if ( !has( line, 'ResourceLoader' ) ) {
		wrong.push( 'without ResourceLoader the gadget does not load' );
	}
	if ( has( line, 'default' ) && has( line, 'requiresES6' ) ) {
		wrong.push( 'a gadget that requires ES6 cannot be a default' );
	}
	for ( const peer of valuesOf( line, 'peers' ) ) {
		const other = all.find( ( { name } ) => name === peer );
		if ( !other ) {
			wrong.push( `peer "${ peer }" does not exist` );
		} else if ( other.pages.some( ( page ) => !page.endsWith( '.css' ) ) ) {
			wrong.push( `peer "${ peer }" is not of styles only` );
		}
	}
	for ( const dependency of valuesOf( line, 'dependencies' ) ) {
		const [ , gadget ] = /^ext\.gadget\.(.+)$/.exec( dependency ) || [];
		if ( gadget && !all.some( ( { name } ) => name === gadget ) ) {
			wrong.push( `dependency "${ dependency }" does not exist` );
		}
	}
	return [
		...wrong,
		...unknownValues( line, 'actions', actions ),
		...unknownValues( line, 'skins', skins ),
		...unknownValues( line, 'contentModels', contentModels ),
		...unknownValues( line, 'rights', rights ),
		...valuesOf( line, 'namespaces' )
			.filter( ( value ) => !/^\d+$/.test( value ) )
			.map( ( value ) => `"${ value }" is no number of a namespace` )
	];
}

/**
 * Checks a definition.
 *
 * @param text lines as in MediaWiki:Gadgets-definition
 * @return one sentence for each thing that is wrong, with its line
 */
export function lintDefinition( text: string, surroundings: Surroundings ): string[] {
	const wrong: string[] = [];
	const lines = text.split( '\n' );
	const parsed = lines.map( parseLine );
	const all = parsed.filter( ( line ): line is DefinitionLine => line !== null );
	const seen = new Set<string>();
	lines.forEach( ( content, index ) => {
		const line = parsed[ index ];
		const where = `gadget-definition.txt:${ index + 1 }: `;
		if ( !line ) {
			if ( content.trim() && !content.startsWith( '=' ) ) {
				wrong.push( `${ where }no gadget: "${ content }"` );
			}
			return;
		}
		const found = [ ...checkPages( line, surroundings ), ...checkOptions( line, all ) ];
		if ( seen.has( line.name ) ) {
			found.push( `a second definition of "${ line.name }" is ignored` );
		}
		seen.add( line.name );
		wrong.push( ...found.map( ( what ) => where + what ) );
	} );
	return wrong;
}
