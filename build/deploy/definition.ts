/**
 * Lines of MediaWiki:Gadgets-definition, and how ours get into a page that other gadgets share:
 * `* Name[option|option=value,value]|page|page`.
 */

/** A gadget's line, taken apart. */
export interface DefinitionLine {
	name: string;
	options: string[];
	/** Pages without their prefix `MediaWiki:Gadget-`. */
	pages: string[];
}

/** The heading under which our gadgets stand. */
export const sectionName = 'advice-provenance';
/** Options that a wiki's operator decides on; a deployment keeps them. */
const operatorOptions = [ 'default', 'rights' ];

/** Reads a line as the Gadgets extension does; null for a line that defines no gadget. */
export function parseLine( line: string ): DefinitionLine | null {
	const [ , name = '', rest = '' ] = /^\*+ *([a-zA-Z][-_:. \w]*)(.*)$/.exec( line ) ?? [];
	const bracket = /^\[([^\]]*)\]/.exec( rest );
	const pages = rest.slice( bracket?.[ 0 ].length ?? 0 ).trim();
	if ( name === '' || !pages.startsWith( '|' ) ) {
		return null;
	}
	const parts = ( text: string ): string[] => text.split( '|' )
		.map( ( part ) => part.trim() ).filter( ( part ) => part !== '' );
	return {
		name: name.trim().replace( / /g, '_' ),
		options: parts( bracket?.[ 1 ] ?? '' ),
		pages: parts( pages )
	};
}

/** Writes a line. */
export function formatLine( { name, options, pages }: DefinitionLine ): string {
	const bracket = options.length === 0 ? '' : `[${ options.join( '|' ) }]`;
	return `* ${ name }${ bracket }|${ pages.join( '|' ) }`;
}

/** The gadgets of a definition file. */
export function parseDefinition( text: string ): DefinitionLine[] {
	return text.split( '\n' ).map( parseLine )
		.filter( ( line ): line is DefinitionLine => line !== null );
}

function optionName( option: string ): string {
	return option.split( '=' )[ 0 ]?.trim() ?? '';
}

/** Our line with the options that the operator of the wiki set on the one it replaces. */
function withOperatorOptions( ours: DefinitionLine, theirs: DefinitionLine ): DefinitionLine {
	const own = new Set( ours.options.map( optionName ) );
	const kept = theirs.options.filter( ( option ) => {
		const name = optionName( option );
		return operatorOptions.includes( name ) && !own.has( name );
	} );
	return { ...ours, options: [ ...ours.options, ...kept ] };
}

/** A definition with an option added to one gadget, as its operator would do. */
export function withOption( definition: string, gadget: string, option: string ): string {
	return definition.split( '\n' ).map( ( text ) => {
		const line = parseLine( text );
		return line?.name === gadget && !line.options.includes( option ) ?
			formatLine( { ...line, options: [ ...line.options, option ] } ) :
			text;
	} ).join( '\n' );
}

/**
 * Puts our gadgets into a wiki's definitions. A line that is there already is replaced where it
 * stands; new ones go under our heading, at the end. No other line changes.
 *
 * @param current text of MediaWiki:Gadgets-definition; empty if there is none
 * @param definition our lines
 */
export function mergeDefinition( current: string, definition: string ): string {
	const lines = current === '' ? [] : current.replace( /\s+$/, '' ).split( '\n' );
	const missing: string[] = [];
	for ( const ours of parseDefinition( definition ) ) {
		const at = lines.findIndex( ( line ) => parseLine( line )?.name === ours.name );
		const theirs = parseLine( lines[ at ] ?? '' );
		if ( theirs === null ) {
			missing.push( formatLine( ours ) );
		} else {
			lines[ at ] = formatLine( withOperatorOptions( ours, theirs ) );
		}
	}
	if ( missing.length > 0 ) {
		const heading = lines.findIndex( isOurHeading );
		if ( heading < 0 ) {
			lines.push( ...( lines.length > 0 ? [ '' ] : [] ), `== ${ sectionName } ==`, ...missing );
		} else {
			lines.splice( endOfSection( lines, heading ), 0, ...missing );
		}
	}
	return lines.join( '\n' );
}

function isOurHeading( line: string ): boolean {
	return new RegExp( `^==+ *${ sectionName } *==+\\s*$` ).test( line );
}

/** Position after the last line of a section that is not empty. */
function endOfSection( lines: string[], heading: number ): number {
	let end = heading + 1;
	while ( end < lines.length && !/^==/.test( lines[ end ] ?? '' ) ) {
		end++;
	}
	while ( ( lines[ end - 1 ] ?? '' ).trim() === '' ) {
		end--;
	}
	return end;
}
