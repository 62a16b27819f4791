/** The values of a list by key, each group in the order of the list. */
export function groupBy<Key, Value>(
	values: readonly Value[],
	keyOf: ( value: Value ) => Key
): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for ( const value of values ) {
		const key = keyOf( value );
		const group = groups.get( key );
		if ( group ) {
			group.push( value );
		} else {
			groups.set( key, [ value ] );
		}
	}
	return groups;
}
