import { each, eachEntry, type LooseEntry, type LooseLog } from '../../log/rules/loose-log';
import type { EvidenceReport, LogEvidence } from '../check-evidence';
import { eachChange } from './loose-change';

/** A user name as MediaWiki compares it. */
function userKey( name: string ): string {
	const spaced = name.replace( /_/g, ' ' ).trim();
	return spaced.charAt( 0 ).toUpperCase() + spaced.slice( 1 );
}

/** Account names by id of the agent. */
function accountsOf( log: LooseLog ): Map<string, string> {
	const accounts = new Map<string, string>();
	each( log.agents, '', ( { id, user } ) => {
		if ( id !== undefined && user !== undefined ) {
			accounts.set( id, user );
		}
	} );
	return accounts;
}

type Ids = ( string | undefined )[];

/** Everybody whom an entry names. */
function namedIn( { request, advice = [] }: LooseEntry ): Set<string> {
	const ids: Ids = [ ...request?.requestedBy || [], ...request?.onBehalfOf || [] ];
	for ( const piece of advice ) {
		ids.push(
			...piece?.advisers || [], piece?.relayedBy, ...piece?.disposition?.decidedBy || [],
			piece?.disclosure?.decidedBy,
			...( piece?.reviews || [] ).map( ( review ) => review?.by )
		);
	}
	return new Set( ids.filter( ( id ): id is string => id !== undefined ) );
}

/** W16: an adviser made the edit that applied the advice. */
function checkEditors(
	log: LooseLog, accounts: Map<string, string>, evidence: LogEvidence, report: EvidenceReport
): void {
	eachChange( log, evidence, ( { advice, path, evidence: read } ) => {
		const advisers = ( advice.advisers || [] )
			.flatMap( ( id ) => accounts.get( id ?? '' ) ?? [] );
		if ( !advisers.length ) {
			return;
		}
		const user = read?.user;
		if ( typeof user !== 'string' ) {
			report.undecided( 'W16', path );
		} else if ( advisers.some( ( name ) => userKey( name ) === userKey( user ) ) ) {
			report.found( 'W16', path, user );
		}
	} );
}

/** W17: somebody whom an entry names has written in it. */
function checkAuthors(
	log: LooseLog, accounts: Map<string, string>, evidence: LogEvidence, report: EvidenceReport
): void {
	const { logEditors } = evidence;
	eachEntry( log, ( entry, path ) => {
		const named = [ ...namedIn( entry ) ].flatMap( ( id ) => accounts.get( id ) ?? [] );
		if ( !named.length || entry.id === undefined ) {
			return;
		}
		const editors = logEditors?.get( entry.id );
		if ( !editors ) {
			report.undecided( 'W17', path );
			return;
		}
		const keys = new Set( [ ...editors ].map( userKey ) );
		const wrote = new Set( named.map( userKey ).filter( ( name ) => keys.has( name ) ) );
		wrote.forEach( ( name ) => report.found( 'W17', path, name ) );
	} );
}

/**
 * People in two roles: W16 adviser and editor of the draft; W17 named in the log and writing it.
 */
export function checkPersons( log: LooseLog, evidence: LogEvidence, report: EvidenceReport ): void {
	const accounts = accountsOf( log );
	checkEditors( log, accounts, evidence, report );
	checkAuthors( log, accounts, evidence, report );
}
