/** Finds where a published trace says something else than the history shows. */
import type { FollowedChange, RevidShare } from './followed-changes';
import type { ReadItem, ReadTrace } from './read-published';

/** One thing that a published trace tells otherwise than a recomputed one. */
export interface PublishedDifference {
	/**
	 * - `revision`: another revision was traced; nothing else is compared then
	 * - `words`: the revision has other words; likewise
	 * - `origins`: where words come from
	 * - `advised`: which changes of the log words go back to
	 * - `sections`: the sections of the page
	 * - `change`: what became of a change
	 * - `places`: which sections a piece of advice touched, or one of the log is
	 * - `reviews`: whether a review still holds
	 */
	what: 'revision' | 'words' | 'origins' | 'advised' | 'sections' | 'change' | 'places' | 'reviews';
	/** Key of the change, the piece of advice or the section of the log; empty for words. */
	key: string;
	/** Index of the first word that it is about, counted from 0, and how many there are; else 0. */
	from: number;
	words: number;
	/** The two values, in short; empty where one has none. */
	published: string;
	recomputed: string;
}

function difference(
	what: PublishedDifference[ 'what' ], key: string, published: unknown, recomputed: unknown
): PublishedDifference[] {
	const [ told, found ] = [ String( published ), String( recomputed ) ];
	return told === found ? [] :
		[ { what, key, from: 0, words: 0, published: told, recomputed: found } ];
}

/** Words in a row that are told otherwise in the same way. */
function differentWords(
	what: 'origins' | 'advised', count: number,
	published: ( word: number ) => string, recomputed: ( word: number ) => string
): PublishedDifference[] {
	const found: PublishedDifference[] = [];
	let last: PublishedDifference | null = null;
	for ( let word = 0; word < count; word++ ) {
		const [ told, shown ] = [ published( word ), recomputed( word ) ];
		if ( told === shown ) {
			last = null;
		} else if ( last && last.published === told && last.recomputed === shown ) {
			last.words++;
		} else {
			last = { what, key: '', from: word, words: 1, published: told, recomputed: shown };
			found.push( last );
		}
	}
	return found;
}

/** For each of some lists a text by which it is compared, whatever its order. */
function named(
	lists: readonly ( readonly ( string | number )[] )[], keepFirst: boolean
): string[] {
	return lists.map( ( list ) => {
		const rest = list.slice( Number( keepFirst ) ).map( String ).sort();
		return [ ...list.slice( 0, Number( keepFirst ) ), ...new Set( rest ) ].join( ' ' );
	} );
}

function sharesText( shares: readonly RevidShare[] ): string {
	return shares.map( ( { revid, words, perhaps } ) => (
		`${ [ revid, ...perhaps ].join( '|' ) }: ${ words }`
	) ).sort().join( ', ' );
}

function changeText( change: FollowedChange | undefined ): string {
	if ( !change ) {
		return '';
	}
	const { state, inserted, standing, elsewhere, removed, absent } = change;
	return `${ state }, ${ standing } of ${ inserted } stand, ${ elsewhere } elsewhere (${
		sharesText( change.takenBy ) }), ${ absent } of ${ removed } absent (${
		sharesText( change.broughtBackBy ) })`;
}

function sectionsText( { sections }: ReadTrace ): string {
	return sections.map( ( { heading, level, words } ) => (
		`${ heading ?? '' }/${ level }/${ words }`
	) ).join( ' ' );
}

function placesText( item: ReadItem | undefined ): string {
	return item ? `${ item.changes }: ${ item.places.join( ' ' ) }, ${ item.orphans } lost${
		item.elsewhere ? ', elsewhere' : '' }` : '';
}

/**
 * Compares a published trace with one that was recomputed from the history up to the same revision.
 * What the recomputed one tells nothing of, it does not contradict: changes, pieces of advice and
 * sections of the log that it has none of at all.
 *
 * @param published
 * @param recomputed
 * @param isKnown tells by its key whether a change is to be compared: false for those that the log
 *  had when the trace was published, and has no more or otherwise
 * @return empty if the published one is true
 */
export function comparePublished(
	published: ReadTrace, recomputed: ReadTrace, isKnown: ( change: string ) => boolean = () => true
): PublishedDifference[] {
	if ( published.revision !== recomputed.revision ) {
		return difference( 'revision', '', published.revision, recomputed.revision );
	}
	const { words: { length: count }, fingerprint } = recomputed;
	if ( published.words.length !== count || published.fingerprint !== fingerprint ) {
		return difference(
			'words', '', `${ published.words.length } ${ published.fingerprint }`, `${ count } ${ fingerprint }`
		);
	}
	const origins = [ published, recomputed ].map( ( trace ) => named( trace.origins, true ) );
	const groups = [ published, recomputed ].map( ( trace ) => named(
		trace.groups.map( ( keys ) => keys.filter( isKnown ) ), false
	) );
	return [
		...differentWords( 'origins', count,
			( word ) => origins[ 0 ]?.[ published.words[ word ] as number ] ?? '',
			( word ) => origins[ 1 ]?.[ recomputed.words[ word ] as number ] ?? '' ),
		...differentWords( 'advised', count,
			( word ) => groups[ 0 ]?.[ published.groupOf[ word ] as number ] ?? '',
			( word ) => groups[ 1 ]?.[ recomputed.groupOf[ word ] as number ] ?? '' ),
		...difference( 'sections', '', sectionsText( published ), sectionsText( recomputed ) ),
		...[ ...published.changes ].flatMap( ( [ key, change ] ) => isKnown( key ) ? difference(
			'change', key, changeText( change ), changeText( recomputed.changes.get( key ) )
		) : [] ),
		...recomputed.items.size ? [ ...published.items ].flatMap( ( [ key, item ] ) => {
			const own = recomputed.items.get( key );
			return [
				...difference( 'places', key, placesText( item ), placesText( own ) ),
				...difference(
					'reviews', key, [ ...item.reviews ].join( ' ' ), [ ...own?.reviews ?? [] ].join( ' ' )
				)
			];
		} ) : [],
		...recomputed.places.length ? published.places.flatMap( ( { id, place } ) => difference(
			'places', id, place, recomputed.places.find( ( other ) => other.id === id )?.place
		) ) : []
	];
}
