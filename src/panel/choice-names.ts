/** The filter's choices as the reader sees them: a name and how many items it leaves. */
import { msg } from '../wiki/messages';
import { NONE, type Choice } from './filter';
import { excerpt } from './sentence';

export interface Option {
	value: string;
	text: string;
}

/** Longest name in a list of choices. */
const LONGEST_NAME = 60;

/** Choices whose values are words of ours: `state:changed` is the message `state-changed`. */
export function chosenWords( list: readonly Choice[] ): Option[] {
	return list.map( ( { value, count } ) => ( {
		value,
		text: msg( 'panel-filter-choice', msg( value.replace( ':', '-' ) ), count )
	} ) );
}

/**
 * Choices whose names stand in the log.
 *
 * @param nameOf the name for an id
 * @param none message for the choice of what has none
 */
export function chosenNames(
	list: readonly Choice[],
	nameOf: ( id: string ) => string | undefined,
	none: string
): Option[] {
	return list.map( ( { value, count } ) => {
		const id = value.replace( /^id:/, '' );
		const name = value === NONE ? msg( none ) : excerpt( nameOf( id ) ?? id, LONGEST_NAME );
		return { value, text: msg( 'panel-filter-choice', name, count ) };
	} );
}
