/** What one edit of a page did to the words of changes that were made at other times. */
import type { AskedChange } from './followed-changes';
import { Follower } from './follower';
import { identified, passagesWith } from './identified-words';
import { FEWEST_MOVED, StateComparer } from './state-comparer';
import type { Steps } from './steps';
import type { Trace } from './trace';
import { readLives } from './word-lives';

/** An edit, or several in a row of one page, and the changes that are asked about. */
export interface AskedEffect {
	/** The revision before the edit; null if the page began with it. */
	readonly base: number | null;
	readonly last: number;
	readonly changes: readonly AskedChange[];
}

/** What the edit did to the words of a change. Passages are plain text, in their order. */
export interface EffectOnChange {
	key: string;
	/** Words that the change had put in and the edit took away. */
	removed: string[];
	removedWords: number;
	/** Of those, words that stand somewhere in the draft today. */
	standing: number;
	/** Words that the change had put in, that were away and came back with the edit. */
	restored: string[];
	restoredWords: number;
	/** Words that the change had put in and the edit put elsewhere on the page. */
	moved: string[];
	movedWords: number;
	/** Words that the change had removed and the edit brought back. */
	undone: string[];
	undoneWords: number;
}

export interface EffectOnChanges {
	/** False where a revision of the edit is missing: then nothing is known. */
	known: boolean;
	/** Those whose words the edit did something to, in the order in which they were asked. */
	changes: EffectOnChange[];
	/** Keys of the changes that the edit is a part of, or that it contains. */
	within: string[];
}

/** Numbers of the revisions of an edit: after its base, up to its last one. */
interface Range {
	page: string;
	from: number;
	to: number;
}

function rangeOf(
	trace: Trace, follower: Follower, { base, last }: Pick<AskedChange, 'base' | 'last'>
): Range | null {
	const to = follower.numberOf( last );
	const from = base === null ? -1 : follower.numberOf( base );
	const page = to === undefined ? undefined : trace.revisions[ to ]?.page;
	return to === undefined || from === undefined || page === undefined ? null : { page, from, to };
}

/** Whether one of two edits contains the other. */
function contains( one: Range, other: Range ): boolean {
	return one.page === other.page && one.from <= other.from && one.to >= other.to;
}

function common( one: ReadonlySet<number>, other: Int32Array ): Set<number> {
	return new Set( [ ...other ].filter( ( id ) => one.has( id ) ) );
}

/**
 * What an edit did to the words of changes.
 *
 * @param trace of the whole draft
 * @param asked
 * @return fit for the structured clone algorithm
 * @yield between steps
 */
export function* effectOnChanges(
	trace: Trace, { base, last, changes }: AskedEffect
): Steps<EffectOnChanges> {
	const follower = new Follower( trace );
	const edit: AskedChange = { key: '', base, last };
	yield* follower.readStates( [ edit, ...changes ] );
	const after = follower.after( edit );
	const before = follower.before( edit );
	const range = rangeOf( trace, follower, edit );
	if ( !after || !before || !range ) {
		return { known: false, changes: [], within: [] };
	}
	const effect = new StateComparer( trace ).compare( before, after, range.from );
	const [ removed, restored, moved ] =
		[ effect.removed, effect.restored, effect.moved ].map( ( ids ) => new Set( ids ) ) as
			[ Set<number>, Set<number>, Set<number> ];
	yield;
	const wordsBefore = yield* identified( trace, before );
	const wordsAfter = yield* identified( trace, after );
	const lives = yield* readLives( trace );
	const answer: EffectOnChanges = { known: true, changes: [], within: [] };
	for ( const change of changes ) {
		const own = rangeOf( trace, follower, change );
		if ( own && ( contains( own, range ) || contains( range, own ) ) ) {
			answer.within.push( change.key );
		}
		const advised = follower.effectOf( change );
		if ( advised ) {
			const gone = common( removed, advised.inserted );
			const back = common( restored, advised.inserted );
			const elsewhere = moved.size < FEWEST_MOVED ?
				new Set<number>() :
				common( moved, advised.inserted );
			const undone = common( restored, advised.removed );
			if ( gone.size + back.size + elsewhere.size + undone.size ) {
				answer.changes.push( {
					key: change.key,
					removed: passagesWith( wordsBefore, gone ),
					removedWords: gone.size,
					standing: [ ...gone ].filter( ( id ) => lives.pageOf( id ) !== null ).length,
					restored: passagesWith( wordsAfter, back ),
					restoredWords: back.size,
					moved: passagesWith( wordsAfter, elsewhere ),
					movedWords: elsewhere.size,
					undone: passagesWith( wordsAfter, undone ),
					undoneWords: undone.size
				} );
			}
		}
		yield;
	}
	return answer;
}
