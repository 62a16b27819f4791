/** Agents of the log and of the wiki, as PROV has them. */
import type { DraftAccount } from '../account/types';
import { qualified, type ProvContainer } from './prov-container';
import type { ProvNames } from './prov-names';

/** User names are the same with a small first letter or underscores. */
function sameUser( name: string ): string {
	const spaced = name.replace( /_/g, ' ' ).trim();
	return spaced.charAt( 0 ).toUpperCase() + spaced.slice( 1 );
}

/** States agents where they are needed. */
export class ProvAgents {
	private readonly byUser: Map<string, string>;

	public constructor(
		private readonly container: ProvContainer,
		private readonly names: ProvNames,
		private readonly account: DraftAccount
	) {
		this.byUser = new Map( [ ...account.agents.values() ].flatMap( ( { id, user } ) => (
			user === undefined ? [] : [ [ sameUser( user ), id ] as [ string, string ] ]
		) ) );
	}

	/** An agent of the log; one that it does not explain is an agent all the same. */
	public ofLog( id: string ): string {
		const name = this.names.inLog( 'agent', id );
		if ( !this.container.has( 'agent', name ) ) {
			const agent = this.account.agents.get( id );
			this.container.thing( 'agent', name, agent ? {
				'prov:type': agent.type && qualified( `prov:${ agent.type }` ),
				'prov:label': agent.name,
				'ap:expertise': agent.expertise,
				'ap:engagement': agent.engagement,
				'ap:naming': agent.naming,
				'ap:user': agent.user,
				'ap:affiliation': ( agent.affiliation ?? [] )
					.map( ( other ) => qualified( this.names.inLog( 'agent', other ) ) )
			} : {} );
		}
		return name;
	}

	/** Whoever saved a revision: the agent of the log with that user name, or a user. */
	public ofWiki( user: string ): string {
		const known = this.byUser.get( sameUser( user ) );
		if ( known !== undefined ) {
			return this.ofLog( known );
		}
		const name = this.names.user( user );
		this.container.thing( 'agent', name, { 'prov:label': user } );
		return name;
	}
}
