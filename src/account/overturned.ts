/** Advised words that later edits took away, and removed ones that they brought back; by whom. */
import type { Change, Quote } from '../log/types';
import type { FollowedChange, RevidShare } from '../trace/followed-changes';
import { changeKey, changeName } from './change-key';
import type { RevisionFacts } from './draft-words';
import type { AdviceItem, ItemChange } from './types';

/**
 * Who did something: a user name; `hidden` where the wiki hides it; `unknown` where nothing is
 * known of the revision, or a missing one may have done it instead.
 */
export type Doer = { user: string } | 'hidden' | 'unknown';

/** What one user undid. */
export interface Undone {
	by: Doer;
	words: number;
	/** Names of the changes whose words they were (`changeName`). */
	changes: string[];
	/** The revisions that did it, in ascending order. */
	revisions: number[];
}

/** What became of words, each counted once however many pieces of advice it goes back to. */
export interface UndoneWords {
	/** Words that advised changes inserted, or removed. */
	all: number;
	/** Of those, words that were undone. */
	words: number;
	changes: string[];
	/** Those who undid most first. */
	by: Undone[];
}

export interface OverturnedWords {
	/** Inserted words that are gone. */
	taken: UndoneWords;
	/** Removed words that are back. */
	broughtBack: UndoneWords;
	/** Names of changes of which this is not known. */
	unknown: string[];
}

type NamedChange = readonly [ name: string, change: ItemChange ];

/** A change that was followed, with the names of all that are about the same words. */
interface CountedChange {
	survival: FollowedChange;
	names: string[];
}

function quotes( list: readonly Quote[] | undefined ): string {
	return JSON.stringify(
		( list ?? [] ).map( ( { exact, prefix, suffix } ) => [ exact, prefix, suffix ] )
	);
}

function isNarrowed( { inserted, deleted }: Change ): boolean {
	return inserted !== undefined || deleted !== undefined;
}

/** Equal for changes that are about the same words. */
function wordsKey( change: Change ): string {
	return isNarrowed( change ) ?
		`${ changeKey( change ) } ${ quotes( change.inserted ) } ${ quotes( change.deleted ) }` :
		changeKey( change );
}

/**
 * Changes that are about words of their own: of several about the same words the first one
 * stands for all, and where one is about all words of its revisions, it stands for those that are
 * about some of them.
 */
function countedChanges( named: readonly NamedChange[] ): CountedChange[] {
	const wholes = new Set( named
		.filter( ( [ , { change } ] ) => !isNarrowed( change ) )
		.map( ( [ , { change } ] ) => changeKey( change ) ) );
	const groups = new Map<string, NamedChange[]>();
	for ( const one of named ) {
		const [ , { change } ] = one;
		const key = wholes.has( changeKey( change ) ) ? changeKey( change ) : wordsKey( change );
		const group = groups.get( key ) || [];
		groups.set( key, group );
		group.push( one );
	}
	return [ ...groups.values() ].flatMap( ( group ) => {
		const [ , { survival } ] = group.find( ( [ , { change } ] ) => !isNarrowed( change ) ) ??
			group[ 0 ] as NamedChange;
		return survival ? [ { survival, names: group.map( ( [ name ] ) => name ) } ] : [];
	} );
}

/** What one user undid, as it is summed up. */
interface Sum {
	by: Doer;
	words: number;
	changes: Set<string>;
	revisions: Set<number>;
}

function doerOf(
	{ revid, perhaps }: RevidShare, revisions: ReadonlyMap<number, RevisionFacts>
): Doer {
	const facts = revisions.get( revid );
	return !facts || perhaps.length ? 'unknown' :
		facts.user === null ? 'hidden' : { user: facts.user };
}

function undoneOf(
	changes: readonly CountedChange[],
	revisions: ReadonlyMap<number, RevisionFacts>,
	[ whole, sharesOf ]: [ 'inserted', 'takenBy' ] | [ 'removed', 'broughtBackBy' ]
): UndoneWords {
	const byDoer = new Map<string, Sum>();
	const undone: UndoneWords = { all: 0, words: 0, changes: [], by: [] };
	for ( const { survival, names } of changes ) {
		undone.all += survival[ whole ];
		const shares = survival[ sharesOf ];
		if ( shares.length ) {
			undone.changes.push( ...names );
		}
		for ( const share of shares ) {
			const by = doerOf( share, revisions );
			const key = JSON.stringify( by );
			const own = byDoer.get( key ) ||
				{ by, words: 0, changes: new Set<string>(), revisions: new Set<number>() };
			byDoer.set( key, own );
			own.words += share.words;
			undone.words += share.words;
			names.forEach( ( name ) => own.changes.add( name ) );
			[ share.revid, ...share.perhaps ].forEach( ( revid ) => own.revisions.add( revid ) );
		}
	}
	undone.by = [ ...byDoer.values() ]
		.map( ( { by, words, changes: own, revisions: ids } ) => ( {
			by, words, changes: [ ...own ], revisions: [ ...ids ].sort( ( a, b ) => a - b )
		} ) )
		.sort( ( a, b ) => b.words - a.words );
	return undone;
}

/**
 * How many advised words were overturned, and by whom. A revision that served several pieces of
 * advice counts once for all of them.
 *
 * @param items with words followed
 * @param revisions of the draft's pages, by id
 */
export function overturnedWords(
	items: readonly AdviceItem[], revisions: ReadonlyMap<number, RevisionFacts>
): OverturnedWords {
	const named = items.flatMap( ( item ) => item.changes.map(
		( change, index ): NamedChange => [ changeName( item, index ), change ]
	) );
	const isKnown = ( [ , { survival } ]: NamedChange ): boolean => (
		survival !== undefined && survival.state !== 'unknown'
	);
	const counted = countedChanges( named.filter( isKnown ) );
	return {
		taken: undoneOf( counted, revisions, [ 'inserted', 'takenBy' ] ),
		broughtBack: undoneOf( counted, revisions, [ 'removed', 'broughtBackBy' ] ),
		unknown: named.filter( ( one ) => !isKnown( one ) ).map( ( [ name ] ) => name )
	};
}
