/**
 * What is wrong with a configuration page, for whoever keeps it. Readers are not told: what a
 * slip spoils is left out on their pages (src/loader/covered-draft.ts).
 */

/** A message about a configuration, without its prefix `config-`, and its parameters. */
export interface Fault {
	key: string;
	params: ( string | number )[];
	/** Nothing to be mended: it only explains what one sees. */
	isNote?: true;
}

/** A title that a configuration names. */
export interface NamedTitle {
	/** Number of the draft, from 1. */
	draft: number;
	title: string;
	isLog: boolean;
}

/** What the wiki knows of a title. */
export interface TitleState {
	exists: boolean;
	/** Where it leads if it is a redirect. */
	target: string | null;
}

/** What no title of MediaWiki contains. */
const NO_TITLE = /[#<>[\]|{}\u0000-\u001f\u007f\ufffd]|^\s*:?\s*$/; // eslint-disable-line no-control-regex -- they are what is looked for

function isRecord( value: unknown ): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray( value );
}

function draftsOf( configuration: unknown ): unknown[] | null {
	const drafts = isRecord( configuration ) && configuration.drafts;
	return Array.isArray( drafts ) ? drafts : null;
}

/** A title as the loader compares it, roughly: spaces, and the case of the first letter. */
function sameForm( title: string ): string {
	const form = title.replace( /[_ ]+/g, ' ' ).trim();
	return form.charAt( 0 ).toUpperCase() + form.slice( 1 );
}

/** The titles of a configuration that can be used, whatever else is in it. */
export function namedTitles( configuration: unknown ): NamedTitle[] {
	return ( draftsOf( configuration ) ?? [] ).flatMap( ( draft, index ) => {
		if ( !isRecord( draft ) ) {
			return [];
		}
		const pages: unknown[] = Array.isArray( draft.pages ) ? draft.pages : [];
		return [ draft.log, ...pages ].flatMap( ( title, place ) => (
			typeof title === 'string' && !NO_TITLE.test( title ) ?
				[ { draft: index + 1, title, isLog: place === 0 } ] : []
		) );
	} );
}

function checkDraft( draft: unknown, number: number ): Fault[] {
	if ( !isRecord( draft ) ) {
		return [ { key: 'draft', params: [ number ] } ];
	}
	const { log, pages, ...others } = draft;
	const faults: Fault[] = Object.keys( others )
		.map( ( name ) => ( { key: 'unknown', params: [ number, name ] } ) );
	if ( typeof log !== 'string' || !log.trim() ) {
		faults.push( { key: 'log', params: [ number ] } );
	}
	if ( !Array.isArray( pages ) || !pages.length ) {
		faults.push( { key: 'pages', params: [ number ] } );
	}
	const titles: unknown[] = [ ...typeof log === 'string' && log.trim() ? [ log ] : [], ...Array.isArray( pages ) ? pages : [] ];
	return [ ...faults, ...titles
		.filter( ( title ) => typeof title !== 'string' || NO_TITLE.test( title ) )
		.map( ( title ) => ( { key: 'title', params: [ number, String( JSON.stringify( title ) ) ] } ) ) ];
}

/** What is wrong with a configuration by itself, draft by draft. */
export function checkConfiguration( configuration: unknown ): Fault[] {
	const drafts = draftsOf( configuration );
	if ( !drafts ) {
		return [ { key: 'shape', params: [] } ];
	}
	const faults = drafts.flatMap( ( draft, index ) => checkDraft( draft, index + 1 ) );
	const seen = new Map<string, number>();
	for ( const { draft, title } of namedTitles( configuration ) ) {
		const first = seen.get( sameForm( title ) );
		if ( first ) {
			faults.push( { key: 'twice', params: [ title, first, draft ] } );
		} else {
			seen.set( sameForm( title ), draft );
		}
	}
	return drafts.length || faults.length ?
		faults : [ { key: 'empty', params: [], isNote: true } ];
}

/**
 * What is wrong with the pages that a configuration names.
 *
 * @param states of titles, as the configuration writes them
 */
export function checkTitles(
	configuration: unknown, states: ReadonlyMap<string, TitleState>
): Fault[] {
	return namedTitles( configuration ).flatMap( ( { draft, title, isLog } ): Fault[] => {
		const state = states.get( title );
		if ( state && state.target !== null ) {
			return [ { key: 'redirect', params: [ draft, title, state.target ] } ];
		}
		if ( !state || state.exists ) {
			return [];
		}
		return [ isLog ?
			{ key: 'no-log', params: [ draft, title ], isNote: true } :
			{ key: 'no-page', params: [ draft, title ] } ];
	} );
}
