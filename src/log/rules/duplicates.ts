import { eachEntry, type LooseEntry, type Rules } from './loose-log';

/** So many combinations of adviser, topic and section are compared; a hostile log has billions. */
const mostCombinations = 100000;

function known( list: ( string | undefined )[] | undefined ): string[] {
	return ( list || [] ).filter( ( id ): id is string => id !== undefined );
}

/** Advice that was replaced is expected to look like what replaced it. */
function advisersOf( entry: LooseEntry ): string[] {
	return ( entry.advice || [] )
		.filter( ( advice ) => advice?.disposition?.outcome !== 'superseded' )
		.flatMap( ( advice ) => known( advice?.advisers ) );
}

function* combinations( entry: LooseEntry ): Generator<string> {
	const [ topics, sections ] = [ known( entry.topics ), known( entry.sections ) ];
	const advisers = new Set( topics.length && sections.length ? advisersOf( entry ) : [] );
	for ( const adviser of advisers ) {
		for ( const topic of topics ) {
			for ( const section of sections ) {
				yield `${ adviser } ${ topic } ${ section }`;
			}
		}
	}
}

/** W15: two entries on the same topic, from the same adviser, about the same section. */
export const checkDuplicates: Rules = ( log, report ) => {
	const firsts = new Map<string, string>();
	let left = mostCombinations;
	eachEntry( log, ( entry, path ) => {
		const likes = new Set<string>();
		for ( const combination of combinations( entry ) ) {
			if ( left-- <= 0 ) {
				break;
			}
			const first = firsts.get( combination );
			if ( first === undefined ) {
				firsts.set( combination, entry.id || '' );
			} else if ( first !== ( entry.id || '' ) ) {
				likes.add( first );
			}
		}
		for ( const like of likes ) {
			report( 'W15', path, like );
		}
	} );
};
