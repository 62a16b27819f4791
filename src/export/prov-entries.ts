/** Entries of the log, as PROV has them: questions, advice, summaries, decisions, reviews. */
import type { Advice, Entry, Source } from '../log/types';
import type { AdviceItem, DraftAccount } from '../account/types';
import {
	address, number, qualified, type ProvContainer, type ProvValue
} from './prov-container';
import type { ProvAgents } from './prov-agents';
import type { ProvChanges } from './prov-changes';
import type { ProvNames } from './prov-names';
import { encodeAddress } from './wikitext';
import type { ExportWiki } from './types';

/** Where something can be read: only what is public, and leads somewhere. */
function addresses( wiki: ExportWiki, sources: readonly Source[] = [] ): ProvValue[] {
	return sources.flatMap( ( { url, revision, title } ) => {
		const outside = url === undefined ? null : encodeAddress( url );
		return [
			...revision !== undefined ? [ address( wiki.revisionUrl( revision ) ) ] :
				title !== undefined ? [ address( wiki.pageUrl( title ) ) ] : [],
			...outside === null ? [] : [ address( outside ) ]
		];
	} );
}

export class ProvEntries {
	public constructor(
		private readonly container: ProvContainer,
		private readonly names: ProvNames,
		private readonly agents: ProvAgents,
		private readonly changes: ProvChanges,
		private readonly account: DraftAccount,
		private readonly wiki: ExportWiki
	) {}

	/**
	 * A question, who asked it and for whom. Days and vague dates are attributes: no times are made
	 * of them.
	 */
	public request( { id, request, topics = [], process }: Entry ): void {
		const question = this.names.inLog( 'question', id );
		const activity = this.names.inLog( 'request', id );
		this.container.thing( 'entity', question, {
			'prov:type': qualified( 'ap:Question' ),
			'prov:value': request.question,
			'ap:topic': topics.map( ( topic ) => this.account.topics.get( topic )?.label ?? topic ),
			'ap:about': process ? 'process' : undefined,
			'ap:source': addresses( this.wiki, request.sources )
		} );
		this.container.thing( 'activity', activity, {
			'prov:type': qualified( 'ap:Request' ),
			'ap:requestedOn': request.requestedOn,
			'ap:respondBy': request.respondBy,
			'ap:state': request.state
		} );
		this.generate( question, activity );
		this.associate( activity, request.requestedBy );
		for ( const by of request.requestedBy ?? [] ) {
			this.attribute( question, by );
			for ( const other of request.onBehalfOf ?? [] ) {
				this.delegate( by, other, activity );
			}
		}
	}

	/** A piece of advice: on which revision, through whom, what came of it. */
	public advice( item: AdviceItem, advice: Advice ): void {
		const { key, entry } = item;
		const entity = this.names.inLog( 'advice', key );
		const activity = this.names.inLog( 'advising', key );
		const { relayedBy, advisers = [], effort, competingInterest } = advice;
		const isRelayed = relayedBy !== undefined && !advisers.includes( relayedBy );
		const relay = isRelayed ? relayedBy : undefined;
		this.container.thing( 'entity', entity, {
			'prov:type': qualified( 'ap:Advice' ),
			'prov:value': relay === undefined ? advice.summary : undefined,
			'ap:suggestedText': advice.suggestedText,
			'ap:disclosure': advice.disclosure?.level,
			'ap:disclosureReason': advice.disclosure?.reason,
			'ap:disclosureReview': advice.disclosure?.reviewOn,
			'ap:competingInterest': competingInterest?.declared,
			'ap:source': addresses( this.wiki, advice.sources )
		} );
		this.container.thing( 'activity', activity, {
			'prov:type': qualified( 'ap:Advising' ),
			'ap:givenOn': advice.givenOn,
			'ap:channel': advice.channel,
			'ap:hours': effort?.hours === undefined ? undefined : number( effort.hours ),
			'ap:amount': effort?.amount === undefined ? undefined : number( effort.amount ),
			'ap:currency': effort?.currency
		} );
		this.generate( entity, activity );
		this.use( activity, this.names.inLog( 'question', entry.id ) );
		if ( entry.request.reviewedRevision !== undefined ) {
			this.use( activity, this.changes.revision( entry.request.reviewedRevision ) );
		}
		this.associate( activity, advisers );
		advisers.forEach( ( adviser ) => this.attribute( entity, adviser ) );
		if ( relay !== undefined ) {
			this.relayed( key, entity, relay, advice.summary );
		}
		this.decision( key, entity, advice );
		item.changes.forEach( ( change ) => this.changes.applied( change, entity ) );
		this.reviews( key, advice );
	}

	/** A summary by whoever passed the advice on is theirs, and made from the advice. */
	private relayed( key: string, advice: string, relay: string, summary?: string ): void {
		const entity = this.names.inLog( 'summary', key );
		this.container.thing( 'entity', entity, {
			'prov:type': qualified( 'ap:Summary' ), 'prov:value': summary
		} );
		this.attribute( entity, relay );
		this.container.relation( 'wasDerivedFrom', {
			'prov:generatedEntity': entity, 'prov:usedEntity': advice
		} );
	}

	private decision( key: string, advice: string, { disposition }: Advice ): void {
		if ( !disposition ) {
			return;
		}
		const activity = this.names.inLog( 'decision', key );
		const { outcome, basis, rationale, decidedHow, decidedOn, supersededBy } = disposition;
		const newer = this.account.items.find( ( item ) => item.advice?.id === supersededBy );
		this.container.thing( 'activity', activity, {
			'prov:type': qualified( 'ap:Decision' ),
			'ap:outcome': outcome,
			'ap:outcomeBasis': basis,
			'ap:rationale': rationale,
			'ap:decidedHow': decidedHow,
			'ap:decidedOn': decidedOn,
			'ap:supersededBy': newer && supersededBy !== undefined ?
				qualified( this.names.inLog( 'advice', newer.key ) ) : supersededBy,
			'ap:source': addresses( this.wiki, disposition.sources )
		} );
		this.use( activity, advice );
		this.associate( activity, disposition.decidedBy );
	}

	private reviews( key: string, { reviews = [] }: Advice ): void {
		reviews.forEach( ( { by, stance, revision, on, note, sources }, index ) => {
			const activity = this.names.inLog( 'review', `${ key }/${ index + 1 }` );
			this.container.thing( 'activity', activity, {
				'prov:type': qualified( 'ap:Review' ),
				'ap:stance': stance,
				'ap:reviewedOn': on,
				'ap:note': note,
				'ap:source': addresses( this.wiki, sources )
			} );
			this.associate( activity, [ by ] );
			if ( revision !== undefined ) {
				this.use( activity, this.changes.revision( revision ) );
			}
		} );
	}

	private generate( entity: string, activity: string ): void {
		this.container.relation( 'wasGeneratedBy', {
			'prov:entity': entity, 'prov:activity': activity
		} );
	}

	private use( activity: string, entity: string ): void {
		this.container.relation( 'used', { 'prov:activity': activity, 'prov:entity': entity } );
	}

	private associate( activity: string, agents: readonly string[] = [] ): void {
		for ( const id of agents ) {
			this.container.relation( 'wasAssociatedWith', {
				'prov:activity': activity, 'prov:agent': this.agents.ofLog( id )
			} );
		}
	}

	private attribute( entity: string, agent: string ): void {
		this.container.relation( 'wasAttributedTo', {
			'prov:entity': entity, 'prov:agent': this.agents.ofLog( agent )
		} );
	}

	/** Somebody acted for somebody else; nobody for themselves. */
	private delegate( by: string, other: string, activity: string ): void {
		if ( by !== other ) {
			this.container.relation( 'actedOnBehalfOf', {
				'prov:delegate': this.agents.ofLog( by ),
				'prov:responsible': this.agents.ofLog( other ),
				'prov:activity': activity
			} );
		}
	}
}
