/** Checks what can be seen of a saved trace without going through its edits. */
import { NumberReader } from './number-codec';
import { checksumOf, SAVED_ENGINE, SAVED_VERSION, type SavedTrace } from './saved-format';

/** Words and marks of all lines together: more is no page's history, but an attack. */
export const MOST_PLACES = 2 ** 25;

export function check( condition: boolean, otherwise: string ): asserts condition {
	if ( !condition ) {
		throw new Error( otherwise );
	}
}

function isBytes( value: unknown ): value is Uint8Array {
	// Not by instanceof: what comes from another window has another Uint8Array.
	return Object.prototype.toString.call( value ) === '[object Uint8Array]';
}

function isText( value: unknown ): value is string {
	return typeof value === 'string';
}

/** Takes a value for a saved trace, if it has the shape of one. */
export function readShape( saved: unknown ): SavedTrace {
	check( typeof saved === 'object' && saved !== null, 'it is no object' );
	const { engine, version, pages, revids, lines, words, edits, checksum } =
		saved as { readonly [ name in keyof SavedTrace ]?: unknown };
	check( engine === SAVED_ENGINE, 'it is of another program' );
	check( version === SAVED_VERSION, 'it is of another version' );
	check(
		Array.isArray( pages ) && Array.isArray( revids ) && typeof lines === 'string' &&
			isBytes( words ) && isBytes( edits ),
		'a part has another type'
	);
	// Of each page and each revision there is a number.
	check( pages.length + revids.length <= words.length + 2 * edits.length, 'edits are missing' );
	// Spread: `every` passes over holes.
	check( [ ...pages ].every( isText ), 'a page has no name' );
	check( [ ...revids ].every( Number.isSafeInteger ), 'a revision has no id' );
	const shape = { engine, version, pages, revids, lines, words, edits } as SavedTrace;
	check( checksum === checksumOf( shape ), 'its parts do not belong together' );
	return { ...shape, checksum };
}

/** What is known of words beyond the edits. */
export interface WordFacts {
	/** First words of the states of pages: what stands before all words of a page. */
	readonly edges: readonly number[];
	/** Origins that are not the revision with which the word first appeared. */
	readonly origins: ReadonlyMap<number, number>;
	/** Copies with their models, by ascending copy. */
	readonly copies: readonly ( readonly [ number, number ] )[];
	readonly ties: ReadonlyMap<number, number[]>;
}

/** Reads what `writeWords` in save-trace.ts writes. */
export function readWords( { pages, revids, words }: SavedTrace ): WordFacts {
	const numbers = new NumberReader( words );
	const list = <T>( read: () => T ): T[] => {
		const items: T[] = [];
		for ( let count = numbers.read( numbers.left ); count > 0; count-- ) {
			items.push( read() );
		}
		return items;
	};
	const readId = (): number => numbers.read( 2 * MOST_PLACES );
	// Further revisions are counted, and there are no more of them than others for each page.
	const readRevision = (): number => numbers.read( revids.length * ( pages.length + 1 ) );
	const facts = {
		edges: list( readId ),
		origins: new Map( list( () => [ readId(), readRevision() ] ) ),
		copies: list( () => [ readId(), readId() ] as const ),
		ties: new Map( list( () => [ readId(), list( readRevision ) ] ) )
	};
	check( !numbers.left, 'more follows than there should' );
	check( facts.edges.length <= pages.length, 'a page has no name' );
	return facts;
}
