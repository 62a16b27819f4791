/** Writes the published trace of a page from what the trace answered about it. */
import type { FollowedChange, FollowedPage, RevidShare } from './followed-changes';
import { toPlainText } from './plain-text';
import {
	PUBLISHED_ENGINE, PUBLISHED_VERSION, textHash, wordsFingerprint,
	type PublishedChange, type PublishedItem, type PublishedPlace, type PublishedTrace
} from './published-format';
import type { OriginWords } from './trace-answers';

export interface PublishedParts {
	/** The page, as the trace follows changes to it. */
	page: FollowedPage;
	/** Where its words come from. */
	words: Pick<OriginWords, 'origins' | 'others'>;
	/** Changes to tell of, at least those that words of the page go back to. */
	changes: readonly FollowedChange[];
	items?: readonly PublishedItem[];
	places?: readonly PublishedPlace[];
}

/** Numbers in a row that are the same, as the number and how often it stands there. */
function runsOf( numbers: ArrayLike<number> ): string {
	const runs: [ value: number, count: number ][] = [];
	for ( let at = 0; at < numbers.length; at++ ) {
		const value = numbers[ at ] as number;
		const last = runs[ runs.length - 1 ];
		if ( last && last[ 0 ] === value ) {
			last[ 1 ]++;
		} else {
			runs.push( [ value, 1 ] );
		}
	}
	return runs.flat().join( ' ' );
}

/** Origins of the words of a page, and runs of words that have one of them in common. */
function originsAndRuns(
	{ origins, others }: PublishedParts[ 'words' ]
): Pick<PublishedTrace, 'origins' | 'runs'> {
	const numbers = new Map<string, number>();
	const tied = new Map( others );
	const indexes = Array.from( origins, ( origin, index ) => {
		const name = [ ...new Set( [ origin, ...tied.get( index ) ?? [] ] ) ].join( '|' );
		const number = numbers.get( name ) ?? numbers.size;
		numbers.set( name, number );
		return number;
	} );
	return { origins: [ ...numbers.keys() ].join( ' ' ), runs: runsOf( indexes ) };
}

/** Sets of changes that words go back to, those that come first first, and runs of them. */
function groupsAndRuns(
	{ groups, groupOf }: FollowedPage, changes: readonly FollowedChange[]
): Pick<PublishedTrace, 'groups' | 'advised'> {
	const numbers = new Map( changes.map( ( { key }, index ) => [ key, index ] ) );
	const names = new Map( [ [ 0, 0 ] ] );
	const used: string[] = [];
	const indexes = Array.from( groupOf, ( group ) => {
		let number = names.get( group );
		if ( number === undefined ) {
			number = used.push(
				( groups[ group ] as string[] ).map( ( key ) => numbers.get( key ) ).join( '|' )
			);
			names.set( group, number );
		}
		return number;
	} );
	return { groups: used.join( ' ' ), advised: runsOf( indexes ) };
}

function sharesText( shares: readonly RevidShare[] ): string {
	return shares.map( ( { revid, words, perhaps } ) => (
		`${ [ revid, ...perhaps ].join( '|' ) } ${ words }`
	) ).join( ' ' );
}

function publishChange( change: FollowedChange ): PublishedChange {
	return {
		...change,
		takenBy: sharesText( change.takenBy ),
		broughtBackBy: sharesText( change.broughtBackBy )
	};
}

/**
 * Publishes the newest state of a page.
 *
 * @param parts
 * @return fit for JSON
 */
export function publishPage(
	{ page, words, changes, items = [], places = [] }: PublishedParts
): PublishedTrace {
	return {
		engine: PUBLISHED_ENGINE,
		version: PUBLISHED_VERSION,
		revision: page.revision,
		...wordsFingerprint( page.text ),
		...originsAndRuns( words ),
		sections: page.sections.map( ( { heading, level, from, to } ) => ( {
			heading: heading === null ? null : textHash( toPlainText( heading ) ),
			level,
			words: to - from
		} ) ),
		changes: changes.map( publishChange ),
		...groupsAndRuns( page, changes ),
		items: [ ...items ],
		places: [ ...places ]
	};
}
