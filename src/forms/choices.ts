/** What can be chosen in forms: things of the log, and sections of the pages that it lacks. */
import { addThing } from '../log/edit-log';
import { findAll, findThing, objectsAt } from '../log/find-things';
import { fieldOf, type JsonValue } from '../log/json-value';
import { idOf } from '../log/log-parts';
import type { IdKind } from '../log/shape';
import type { Choice } from './context';
import { nameOf, ownName } from './names';
import type { PageSection } from './page-sections';

/** Begins the value of a section that stands on the page and not in the log. */
const ON_PAGE = '#';

/** Titles of the log's pages by their ids. */
function pageTitles( log: JsonValue ): Map<string, string> {
	return new Map( findAll( log, 'pages' ).map( ( { value } ) => [
		idOf( value ) ?? '', String( fieldOf( value, 'title' ) ?? '' )
	] ) );
}

function sectionChoices(
	log: JsonValue, today: readonly PageSection[], lead: string
): Choice[] {
	const titles = pageTitles( log );
	const known = findAll( log, 'sections' ).map( ( { value } ) => ( {
		value: idOf( value ) ?? '',
		text: ownName( 'sections', value, lead ) || idOf( value ) || '',
		group: titles.get( String( fieldOf( value, 'page' ) ?? '' ) ) ?? '',
		heading: String( fieldOf( value, 'heading' ) ?? '' )
	} ) );
	const listed = new Set( known.map( ( { group, heading } ) => `${ group }#${ heading }` ) );
	const order = new Map( today.map( ( { page, heading }, index ) => [ `${ page }#${ heading }`, index ] ) );
	const others = today.filter( ( { page, heading } ) => !listed.has( `${ page }#${ heading }` ) )
		.map( ( { page, heading } ) => ( {
			value: ON_PAGE + JSON.stringify( [ page, heading ] ),
			text: heading || lead,
			group: page,
			heading
		} ) );
	const place = ( { group, heading }: { group: string; heading: string } ): number => (
		order.get( `${ group }#${ heading }` ) ?? Infinity
	);
	const all = [ ...known, ...others ].sort( ( a, b ) => {
		const [ one, other ] = [ place( a ), place( b ) ];
		// What is not on the pages any more comes last.
		return one === other ? 0 : one - other;
	} );
	const isOnePage = new Set( all.map( ( { group } ) => group ) ).size < 2;
	return all.map( ( { value, text, group } ) => ( { value, text, ...!isOnePage && { group } } ) );
}

/** The advice of an entry. */
export function piecesOf( log: JsonValue, entry: string ): Choice[] {
	const path = findThing( log, 'entries', entry )?.path ?? '';
	return objectsAt( log, `${ path }/advice` ).map( ( { value } ) => ( {
		value: idOf( value ) ?? '',
		text: ownName( 'advice', value, '' ) || ( idOf( value ) ?? '' )
	} ) );
}

/** The choices of a kind, in the order of the log; sections in that of the pages. */
export function choicesOf(
	log: JsonValue, kind: IdKind, today: readonly PageSection[], lead: string
): Choice[] {
	if ( kind === 'sections' ) {
		return sectionChoices( log, today, lead );
	}
	return findAll( log, kind ).flatMap( ( { value } ) => {
		const id = idOf( value );
		return id === undefined ? [] : [ { value: id, text: nameOf( log, kind, id, lead ) } ];
	} );
}

/**
 * Takes what was chosen into the log, if it is not there.
 *
 * @param log
 * @param kind
 * @param value of a choice
 * @return the log, and the id of what was chosen
 */
export function adoptChoice(
	log: JsonValue, kind: IdKind, value: string
): { log: JsonValue; id: string } {
	if ( kind !== 'sections' || !value.startsWith( ON_PAGE ) ) {
		return { log, id: value };
	}
	const [ title, heading ] = JSON.parse( value.slice( ON_PAGE.length ) ) as [ string, string ];
	const known = [ ...pageTitles( log ) ].find( ( [ , one ] ) => one === title );
	const page = known ? { log, id: known[ 0 ] } : addThing( log, 'pages', { title } );
	return addThing( page.log, 'sections', { page: page.id, heading } );
}
