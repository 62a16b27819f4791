/** The order of a list or of fields that two people changed at the same time. */

export interface MergedOrder {
	keys: string[];
	/** Both put what they share in an order of their own; that of `theirs` was kept. */
	bothMoved: boolean;
}

function sameOrder( a: string[], b: string[] ): boolean {
	return a.every( ( key, index ) => key === b[ index ] );
}

/**
 * Puts keys into one order. What only one side added comes after what it stood after there; at
 * one place what `theirs` added comes first.
 *
 * @param base in their order before; each of the lists has a key once
 * @param mine
 * @param theirs
 * @param wanted the keys to put in order; each stands in `mine` or `theirs`
 */
export function mergeOrder(
	base: string[], mine: string[], theirs: string[], wanted: ReadonlySet<string>
): MergedOrder {
	const [ inBase, inMine, inTheirs ] =
		[ base, mine, theirs ].map( ( list ) => new Set( list ) ) as
		[ Set<string>, Set<string>, Set<string> ];
	const isShared = ( key: string ): boolean => wanted.has( key ) &&
		inMine.has( key ) && inTheirs.has( key );
	const isOld = ( key: string ): boolean => isShared( key ) && inBase.has( key );
	const [ before, here, there ] = [ base, mine, theirs ]
		.map( ( list ) => list.filter( isOld ) ) as [ string[], string[], string[] ];
	const mineMoved = !sameOrder( before, here );
	const theirsMoved = !sameOrder( before, there );
	const useMine = mineMoved && !theirsMoved;
	const [ frame, other ] = ( useMine ? [ mine, theirs ] : [ theirs, mine ] )
		.map( ( list ) => list.filter( ( key ) => wanted.has( key ) ) ) as [ string[], string[] ];

	const inFrame = new Set( frame );
	/** What the other side has after a key of the frame (undefined: at the start). */
	const additions = new Map<string | undefined, string[]>();
	let anchor: string | undefined;
	for ( const key of other ) {
		if ( inFrame.has( key ) ) {
			anchor = key;
		} else {
			additions.set( anchor, [ ...additions.get( anchor ) || [], key ] );
		}
	}
	const keys: string[] = [];
	let waiting = additions.get( undefined ) || [];
	for ( const key of frame ) {
		if ( isShared( key ) ) {
			keys.push( ...waiting );
			waiting = additions.get( key ) || [];
		}
		keys.push( key );
	}
	keys.push( ...waiting );
	return { keys, bothMoved: mineMoved && theirsMoved && !sameOrder( here, there ) };
}
