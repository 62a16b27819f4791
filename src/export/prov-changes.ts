/** Edits of the draft that applied advice, as PROV has them. */
import type { Relation } from '../log/types';
import type { ChangeEvidence, DraftAccount, ItemChange } from '../account/types';
import { qualified, type ProvContainer, type ProvKind } from './prov-container';
import type { ProvAgents } from './prov-agents';
import type { ProvNames } from './prov-names';

/**
 * A relation that is not recorded says no more than that there is one. PROV-JSON writes quotations
 * as derivations of that type.
 */
const relations: { [ relation in Relation | 'none' ]: { kind: ProvKind; type?: string } } = {
	quoted: { kind: 'wasDerivedFrom', type: 'prov:Quotation' },
	derived: { kind: 'wasDerivedFrom' },
	influenced: { kind: 'wasInfluencedBy' },
	none: { kind: 'wasInfluencedBy' }
};

/** The time with its zone, as `2024-03-21T10:00:00+00:00`; nothing if it is none. */
function timeOf( timestamp: string | undefined ): string | undefined {
	return timestamp !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test( timestamp ) ?
		timestamp.replace( 'Z', '+00:00' ) : undefined;
}

/** States edits, each once, however many pieces of advice it served. */
export class ProvChanges {
	private readonly times = new Map<number, string>();

	public constructor(
		private readonly container: ProvContainer,
		private readonly names: ProvNames,
		private readonly agents: ProvAgents,
		{ items, words }: DraftAccount
	) {
		for ( const [ revision, { timestamp } ] of words?.revisions ?? [] ) {
			this.times.set( revision, timestamp );
		}
		for ( const { evidence } of items.flatMap( ( { changes } ) => changes ) ) {
			if ( evidence?.timestamp !== undefined ) {
				this.times.set( evidence.revision, evidence.timestamp );
			}
		}
	}

	/** A revision that is named, whatever is known of it. */
	public revision( revision: number ): string {
		const name = this.names.revision( revision );
		this.container.thing( 'entity', name, { 'prov:type': qualified( 'ap:Revision' ) } );
		return name;
	}

	/**
	 * An edit that applied advice.
	 *
	 * @param change
	 * @param advice the entity of the advice
	 */
	public applied( { change, evidence }: ItemChange, advice: string ): void {
		const revision = this.revision( change.revision );
		if ( evidence && !evidence.problem ) {
			this.edit( evidence );
		}
		const { kind, type } = relations[ change.relation ?? 'none' ];
		this.container.relation( kind, {
			...kind === 'wasDerivedFrom' ?
				{ 'prov:generatedEntity': revision, 'prov:usedEntity': advice } :
				{ 'prov:influencee': revision, 'prov:influencer': advice },
			'prov:type': type === undefined ? undefined : qualified( type ),
			'ap:basis': change.basis
		} );
	}

	/** What the wiki tells of an edit. */
	private edit( { revision, base, page, timestamp, user }: ChangeEvidence ): void {
		const name = this.revision( revision );
		const activity = this.names.inLog( 'edit', String( revision ) );
		this.container.thing( 'entity', name, { 'ap:page': page } );
		this.container.thing( 'activity', activity, { 'prov:type': qualified( 'ap:Edit' ) } );
		this.container.relation( 'wasGeneratedBy', {
			'prov:entity': name, 'prov:activity': activity, 'prov:time': timeOf( timestamp )
		} );
		if ( typeof user === 'string' ) {
			this.container.relation( 'wasAssociatedWith', {
				'prov:activity': activity, 'prov:agent': this.agents.ofWiki( user )
			} );
		}
		if ( base !== null && this.isBefore( base, revision ) ) {
			this.container.relation( 'wasDerivedFrom', {
				'prov:generatedEntity': name,
				'prov:usedEntity': this.revision( base ),
				'prov:type': qualified( 'prov:Revision' )
			} );
		}
	}

	/**
	 * Whether one revision can have come before another one. What a log says of two revisions may
	 * be the wrong way round: nothing is made from what came later.
	 */
	private isBefore( base: number, revision: number ): boolean {
		const [ first, then ] = [ this.times.get( base ), this.times.get( revision ) ];
		return base < revision && ( first === undefined || then === undefined || first <= then );
	}
}
