/** For how long something has waited, and with whom it lies, line by line. */
import type { Agent } from '../log/types';
import type { AdviceItem } from '../account/types';
import { formatLogDate } from '../wiki/dates';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import type { OpenGroup } from './open-items';
import { statusText } from './status-text';

/**
 * The lines of an item in the list of what is open. Who is to act is not always recorded: then
 * those are named who had to do with it, and in which role.
 *
 * @param item
 * @param group where it is listed
 * @param agentsOf looks up ids
 */
export function holderLines(
	item: AdviceItem,
	group: OpenGroup[ 'name' ],
	agentsOf: ( ids: readonly string[] | undefined ) => readonly Agent[]
): string[] {
	const { entry: { request }, advice, survival } = item;
	const line = ( label: string, ids: readonly string[] | undefined ): string => {
		const names = formatList( ...agentsOf( ids ).map( ( { name } ) => name ) );
		return names && msg( 'panel-labelled', msg( `panel-field-${ label }` ), names );
	};
	const relay = advice?.relayedBy;
	const decided = advice?.disposition?.decidedOn;
	const people = [
		line( 'requested-by', request.requestedBy ),
		line( 'on-behalf-of', request.onBehalfOf ),
		line( 'relayed-by', relay === undefined ? undefined : [ relay ] ),
		line( 'decided-by', advice?.disposition?.decidedBy )
	].filter( Boolean );
	return [
		group === 'lost' && survival ?
			msg( `survival-${ survival.state }` ) :
			statusText( item, new Date() ),
		group === 'not-applied' && decided ?
			msg( 'panel-labelled', msg( 'panel-field-decided-on' ), formatLogDate( decided ) ) :
			'',
		request.respondBy && group === 'unanswered' ?
			msg( 'panel-labelled', msg( 'panel-field-respond-by' ), formatLogDate( request.respondBy ) ) :
			'',
		...people.length ? people : [ msg( 'panel-open-no-holder' ) ]
	].filter( Boolean );
}
