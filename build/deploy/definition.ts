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
/** Options by which a wiki's operator decides for whom and where; a deployment keeps them. */
export const operatorOptions = [ 'default', 'rights', 'skins', 'namespaces', 'categories', 'hidden' ];

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

/**
 * Reads lines as the Gadgets extension does: what stands in a comment defines nothing.
 *
 * @return for each line what it defines, or null
 */
function parseLines( lines: readonly string[] ): ( DefinitionLine | null )[] {
	return lines.join( '\n' )
		.replace( /<!--[^]*?-->/g, ( comment ) => comment.replace( /[^\n]+/g, '' ) )
		.split( '\n' ).map( parseLine );
}

/** The gadgets of a definition file. */
export function parseDefinition( text: string ): DefinitionLine[] {
	return parseLines( text.split( '\n' ) )
		.filter( ( line ): line is DefinitionLine => line !== null );
}

function isOperatorOption( option: string ): boolean {
	return operatorOptions.includes( optionName( option ) );
}

function optionName( option: string ): string {
	return option.split( '=' )[ 0 ]?.trim() ?? '';
}

/** A line without what operators decide on; `hidden` stays, which our own lines have as well. */
export function withoutOperatorOptions( line: DefinitionLine ): DefinitionLine {
	return {
		...line,
		options: line.options.filter( ( option ) => option === 'hidden' || !isOperatorOption( option ) )
	};
}

/** Our line with the options that the operator of the wiki set on the one it replaces. */
function withOperatorOptions( ours: DefinitionLine, theirs: DefinitionLine ): DefinitionLine {
	const own = new Set( ours.options.map( optionName ) );
	const kept = theirs.options.filter(
		( option ) => isOperatorOption( option ) && !own.has( optionName( option ) )
	);
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

/** A definition whose lines name other pages instead of some. */
export function withPages( definition: string, replaced: ReadonlyMap<string, string> ): string {
	return definition.split( '\n' ).map( ( text ) => {
		const line = parseLine( text );
		return line?.pages.some( ( page ) => replaced.has( page ) ) ?
			formatLine( {
				...line, pages: line.pages.map( ( page ) => replaced.get( page ) ?? page )
			} ) :
			text;
	} ).join( '\n' );
}

/** How our lines get into a definition. */
export interface MergeOptions {
	/** Which lines of gadgets that we do not have (any more) are ours all the same, and go. */
	isStale?: ( line: DefinitionLine ) => boolean;
	/** Version and commit, to be noted above our lines; without it a note stays as it is. */
	source?: string;
}

/**
 * Puts our gadgets into a wiki's definitions. A line that is there already is replaced where it
 * stands; new ones go under our heading, at the end. No other line changes.
 *
 * @param current text of MediaWiki:Gadgets-definition; empty if there is none
 * @param definition our lines; none to take them out, with the heading if nothing else is under it
 */
export function mergeDefinition(
	current: string, definition: string, { isStale = () => false, source }: MergeOptions = {}
): string {
	const wanted = parseDefinition( definition );
	const all = current === '' ? [] : current.replace( /\s+$/, '' ).split( '\n' );
	const defined = parseLines( all );
	const lines = all.filter( ( _, index ) => {
		const line = defined[ index ] ?? null;
		return line === null || ( wanted.some( ( { name } ) => name === line.name ) ?
			// Of several lines of one name the wiki takes the last.
			!defined.slice( index + 1 ).some( ( later ) => later?.name === line.name ) :
			!isStale( line ) );
	} );
	const missing: string[] = [];
	for ( const ours of wanted ) {
		const known = parseLines( lines );
		const at = known.findIndex( ( line ) => line?.name === ours.name );
		const theirs = known[ at ] ?? null;
		if ( theirs === null ) {
			missing.push( formatLine( ours ) );
		} else {
			lines[ at ] = formatLine( withOperatorOptions( ours, theirs ) );
		}
	}
	if ( missing.length > 0 ) {
		addToSection( lines, missing );
	}
	if ( wanted.length === 0 ) {
		return removeSection( lines ).join( '\n' );
	}
	return ( source === undefined ? lines : withNote( lines, wanted, source ) ).join( '\n' );
}

function addToSection( lines: string[], added: string[] ): void {
	const heading = lines.findIndex( isOurHeading );
	if ( heading < 0 ) {
		lines.push( ...( lines.length > 0 ? [ '' ] : [] ), `== ${ sectionName } ==`, ...added );
	} else {
		lines.splice( endOfSection( lines, heading ), 0, ...added );
	}
}

/** The note above our lines, for whoever edits the page; the wiki takes it for a comment. */
function withNote( lines: string[], wanted: DefinitionLine[], source: string ): string[] {
	const note = `<!-- advice-provenance ${ source }: its deployment makes these lines, and keeps ${ operatorOptions.join( ', ' ) } in them -->`;
	const others = lines.filter( ( line ) => !isNote( line ) );
	const names = wanted.map( ( { name } ) => name );
	const at = lines.some( isNote ) ?
		lines.findIndex( isNote ) :
		parseLines( lines ).findIndex( ( line ) => line !== null && names.includes( line.name ) );
	return [ ...others.slice( 0, at ), note, ...others.slice( at ) ];
}

/** The version and commit that the note above our lines names. */
export function notedSource( definition: string ): string | undefined {
	return /^<!-- advice-provenance ([^:>]*): its deployment /m.exec( definition )?.[ 1 ];
}

function removeSection( lines: string[] ): string[] {
	const left = lines.filter( ( line ) => !isNote( line ) );
	const heading = left.findIndex( isOurHeading );
	if ( heading < 0 || endOfSection( left, heading ) > heading + 1 ) {
		return left;
	}
	let before = heading;
	while ( before > 0 && left[ before - 1 ] === '' ) {
		before--;
	}
	left.splice( before, heading + 1 - before );
	return left;
}

function isNote( line: string ): boolean {
	return /^<!-- advice-provenance [^>]*-->$/.test( line );
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
