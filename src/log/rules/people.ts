import { each, eachAdvice, type Rules } from './loose-log';

/**
 * People: E8 somebody passed on their own advice; W11 an adviser is named, on what grounds
 * is not said; W18 withheld or redacted without a reason; W20 a competing interest is
 * declared, which one is not said.
 */
export const checkPeople: Rules = ( log, report ) => {
	const advisers = new Set<string | undefined>();
	eachAdvice( log, ( advice, path ) => {
		( advice.advisers || [] ).forEach( ( id ) => advisers.add( id ) );
		if ( advice.relayedBy !== undefined && advice.advisers?.includes( advice.relayedBy ) ) {
			report( 'E8', `${ path }/relayedBy`, advice.relayedBy );
		}
		const { disclosure, competingInterest } = advice;
		const level = disclosure?.level;
		if ( ( level === 'withheld' || level === 'redacted' ) && !disclosure?.reason ) {
			report( 'W18', `${ path }/disclosure`, `disclosure-${ level }` );
		}
		if ( competingInterest?.declared === 'some' && !competingInterest.statement ) {
			report( 'W20', `${ path }/competingInterest` );
		}
	} );
	each( log.agents, '/agents', ( agent, path ) => {
		const isPerson = agent.type === undefined || agent.type === 'Person';
		if ( isPerson && !agent.naming && advisers.has( agent.id ) && agent.id !== undefined ) {
			report( 'W11', path, agent.name || agent.id );
		}
	} );
};
