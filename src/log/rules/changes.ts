import { each, eachAdvice, type Rules } from './loose-log';

/**
 * W4: that words were quoted or reworded is a strong claim, which likeness or a guess alone
 * do not carry.
 */
export const checkChanges: Rules = ( log, report ) => {
	eachAdvice( log, ( advice, path ) => {
		each( advice.changes, `${ path }/changes`, ( { relation, basis }, place ) => {
			const isStrong = relation === 'quoted' || relation === 'derived';
			if ( isStrong && ( basis === 'text-match' || basis === 'inferred' ) ) {
				report( 'W4', place, `relation-${ relation }`, `basis-${ basis }`, 'relation-influenced' );
			}
		} );
	} );
};
