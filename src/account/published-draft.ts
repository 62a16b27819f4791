/**
 * What a published trace tells of a draft. It is a page that anybody may have written: only what is
 * said of the very changes that the log names now is taken.
 */
import type { Advice, AdviceLog } from '../log/types';
import type { CarriedWords } from '../trace/carry-over';
import type { FollowedChange } from '../trace/followed-changes';
import { textHash } from '../trace/published-format';
import type { ReadItem, ReadTrace } from '../trace/read-published';
import { survivalState } from '../trace/survival';
import { changeName, itemKeyOf } from './change-key';
import type { DraftWords, ItemWords, PageWords, PublishedBy } from './draft-words';
import { itemSurvival } from './item-survival';
import { sectionRefs, sectionWords } from './join-words';
import { changesOf, type RememberedPlaces, type RememberedSections } from './remembered';
import type { SectionRef } from './types';

interface PublishedAdvice {
	key: string;
	/** null for a request to which none is recorded */
	advice: Advice | null;
	read: ReadItem;
}

/** The advice of a log that a published trace is about. */
export function publishedAdvice( log: AdviceLog, { items }: ReadTrace ): PublishedAdvice[] {
	return log.entries.flatMap( ( entry ) => {
		const pieces = entry.advice?.length ? entry.advice : [ null ];
		return pieces.flatMap( ( advice ) => {
			const key = advice ? `${ entry.id }/${ advice.id }` : entry.id;
			const read = items.get( key );
			return read && read.changes === textHash( changesOf( { advice } ) ) ?
				[ { key, advice, read } ] : [];
		} );
	} );
}

/**
 * The sections of a published trace as they stand on the open page; null for one that does not.
 *
 * @param published
 * @param shown sections of the open page, the lead first
 */
function shownSections(
	{ sections }: ReadTrace, shown: readonly SectionRef[]
): ( SectionRef | null )[] {
	const hashes = shown.map( ( { heading } ) => heading && textHash( heading ) );
	const seen = new Map<string, number>();
	return sections.map( ( section ) => {
		const heading = section.heading ?? '';
		const nth = seen.get( heading ) ?? 0;
		seen.set( heading, nth + 1 );
		const found = shown.find(
			( ref, index ) => hashes[ index ] === heading && ref.nth === nth
		);
		return found ? { page: found.page, heading: found.heading, nth } : null;
	} );
}

/** Stands for a section of another page of the draft. */
const ELSEWHERE: SectionRef = { page: '', heading: '', nth: 0 };

/**
 * Where advice stands on the open page, and the sections that the log names, before any revision
 * was read.
 *
 * @param log
 * @param published
 * @param shown sections of the open page, the lead first
 * @return as an earlier visit would have found it
 */
export function publishedPlaces(
	log: AdviceLog, published: ReadTrace, shown: readonly SectionRef[]
): { places: RememberedPlaces; sections: RememberedSections } {
	const refs = shownSections( published, shown );
	const places: RememberedPlaces = {};
	for ( const { key, advice, read } of publishedAdvice( log, published ) ) {
		const touched = read.places.flatMap( ( place ) => refs[ place ] ?? [] );
		// What is said of a section that is not there any more has to be looked up.
		if ( touched.length === read.places.length ) {
			places[ key ] = {
				changes: changesOf( { advice } ),
				touched: !touched.length && read.elsewhere ? [ ELSEWHERE ] : touched,
				orphans: read.orphans
			};
		}
	}
	const sections: RememberedSections = {};
	const named = new Map( log.draft.sections?.map( ( section ) => [ section.id, section ] ) );
	for ( const { id, heading, place } of published.places ) {
		const own = named.get( id );
		const ref = place === null ? ELSEWHERE : refs[ place ];
		if ( own && ref && textHash( own.heading ) === heading ) {
			sections[ id ] = { heading: own.heading, ref };
		}
	}
	return { places, sections };
}

/** More sets of changes than a page of words can name. */
const MOST_GROUPS = 0xffff;

/** For each word of today the changes that it goes back to; words that are newer have their own. */
function todayGroups(
	{ groups, groupOf }: ReadTrace, { before }: CarriedWords, known: ReadonlySet<string>
): Pick<PageWords, 'groups' | 'groupOf' | 'untraced'> {
	const kept = groups.slice( 0, MOST_GROUPS )
		.map( ( keys ) => keys.filter( ( key ) => known.has( itemKeyOf( key ) ) ) );
	const untraced = kept.length;
	const today = Uint16Array.from( before, ( at ) => (
		at < 0 ? untraced : Math.min( groupOf[ at ] as number, untraced )
	) );
	return { groups: [ ...kept, [] ], groupOf: today, untraced };
}

/**
 * Changes of which words stood on the page when it was traced, and cannot be found on it with
 * certainty: they may be gone, stand on it all the same, or on another page.
 */
function doubtfulChanges(
	{ groups, groupOf }: ReadTrace, { before }: CarriedWords
): Set<string> {
	const carried = new Set( before );
	// By group first: a hostile trace can have long groups, and as many words in them.
	const doubtful = new Set<number>();
	groupOf.forEach( ( group, word ) => {
		if ( !carried.has( word ) ) {
			doubtful.add( group );
		}
	} );
	return new Set( [ ...doubtful ].flatMap( ( group ) => groups[ group ] ?? [] ) );
}

/**
 * A change all of whose words still stand, as it was published; undefined where nothing is left
 * to be said.
 *
 * @param change
 * @param hasNewer there are words that are not traced: any that it removed may be among them
 */
function changeToday(
	change: FollowedChange, hasNewer: boolean
): FollowedChange | undefined {
	if ( change.state === 'unknown' || !hasNewer || !change.removed ) {
		return change;
	}
	const inserted = { ...change, removed: 0, absent: 0, broughtBackBy: [] };
	return change.inserted ? { ...inserted, state: survivalState( inserted ) } : undefined;
}

/** Which texts a published trace was brought together with. */
export interface PublishedToday {
	/** Title of the page. */
	title: string;
	/** Its newest revision. */
	revision: number;
	/** Words of that, as far as they stood in the revision that was traced. */
	carried: CarriedWords;
}

/**
 * The words of a draft as a published trace tells of them: those of its page, and what became of
 * the advice that has to do with it.
 *
 * @param log
 * @param published which fits its revision
 * @param today
 * @param by who published it, and when
 * @param revisions that took advised words away, by id, as far as the wiki knows them
 */
export function publishedWords(
	log: AdviceLog,
	published: ReadTrace,
	{ title, revision, carried }: PublishedToday,
	by: Omit<PublishedBy, 'revision' | 'untraced'>,
	revisions: DraftWords[ 'revisions' ]
): DraftWords {
	const advice = publishedAdvice( log, published );
	const doubtful = doubtfulChanges( published, carried );
	const untraced = carried.before.filter( ( at ) => at < 0 ).length;
	const isNewer = untraced > 0 || carried.before.length !== published.words.length ||
		carried.before.some( ( at, index ) => at !== index );
	const items = advice.map( ( { key, advice: piece, read } ) => {
		const { changes = [], reviews = [] } = piece ?? {};
		const names = changes.map( ( _, index ) => changeName( { key }, index ) );
		const own = names.map( ( name ) => {
			const change = published.changes.get( name );
			return change && !doubtful.has( name ) ?
				changeToday( change, untraced > 0 ) :
				undefined;
		} );
		return [ key, {
			// A part of its words would be told as if it were all of them.
			survival: names.some( ( name ) => doubtful.has( name ) ) ?
				undefined :
				itemSurvival( own, revisions ),
			changes: own,
			// Whether a review holds is not known of words that changed since.
			reviews: isNewer || !read.reviews.size ? undefined :
				reviews.map( ( review ) => read.reviews.get( review.revision ?? 0 ) ?? 'unknown' )
		} ] as [ string, ItemWords ];
	} );
	const { text, starts, ends, sections } = carried;
	const page = {
		title, revision, text, starts, ends, removed: [],
		...todayGroups( published, carried, new Set( advice.map( ( { key } ) => key ) ) ),
		sections: sectionRefs( { sections }, title )
	};
	return {
		items: new Map( items ),
		pages: new Map( [ [ title, { ...page, shares: sectionWords( page ) } ] ] ),
		revisions,
		missing: 0,
		computedOn: Date.parse( by.timestamp ) || 0,
		published: { revision: published.revision, ...by, untraced }
	};
}
