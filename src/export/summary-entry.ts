/** One entry of the log as a list: what was asked, who advised, what came of it. */
import type { Advice, Entry, Review } from '../log/types';
import { reviewNote } from '../account/review-states';
import type { AdviceItem, DraftAccount } from '../account/types';
import { dateWords } from './date-words';
import {
	facts, labelled, linkTo, listOf, own, ownLabelled, strong, type ListItem, type Phrase, type Say
} from './phrase';
import { changeItems } from './summary-changes';
import { agentWords, sourcesWords } from './summary-people';

/** A line for each phrase that says something. */
function lines( ...phrases: Phrase[] ): ListItem[] {
	return phrases.filter( ( text ) => text.length ).map( ( text ) => ( { text } ) );
}

/** Names what the log leaves out: that is no claim that there was nothing. */
function notRecorded( say: Say, fields: { [ name: string ]: unknown } ): Phrase {
	const absent = Object.keys( fields ).filter( ( name ) => {
		const value = fields[ name ];
		return value === undefined || ( Array.isArray( value ) && !value.length );
	} );
	return absent.length ?
		say( 'panel-absent', listOf( say, absent.map( ( name ) => say( `panel-field-${ name }` ) ) ) ) :
		[];
}

function requestItems( say: Say, account: DraftAccount, { request, note }: Entry ): ListItem[] {
	const { requestedBy, onBehalfOf, requestedOn, respondBy, reviewedRevision, state } = request;
	return lines(
		facts( say, [
			labelled( say, 'panel-field-requested-by', agentWords( say, account, requestedBy ) ),
			labelled( say, 'panel-field-on-behalf-of', agentWords( say, account, onBehalfOf ) ),
			labelled( say, 'panel-field-requested-on', dateWords( say, requestedOn ) ),
			labelled( say, 'panel-field-respond-by', dateWords( say, respondBy ) ),
			reviewedRevision === undefined ? [] : labelled( say, 'panel-field-reviewed-revision',
				linkTo( { revision: reviewedRevision }, own( String( reviewedRevision ) ) ) ),
			sourcesWords( say, request.sources ),
			notRecorded( say, { 'requested-by': requestedBy, 'requested-on': requestedOn } )
		] ),
		labelled( say, 'panel-field-request-state', state ? say( `request-${ state }` ) : [] ),
		ownLabelled( say, 'form-field-note', note )
	);
}

/** How much of a piece of advice is public, why not all, and until when. */
export function disclosureWords( say: Say, account: DraftAccount, advice: Advice ): Phrase {
	const { disclosure } = advice;
	if ( !disclosure || disclosure.level === 'full' ) {
		return [];
	}
	const { level, reason, note, decidedBy, reviewOn } = disclosure;
	return facts( say, [
		labelled( say, 'panel-field-disclosure', say( `disclosure-${ level }` ) ),
		labelled( say, 'panel-field-withheld-reason',
			listOf( say, [ reason ? say( `reason-${ reason }` ) : [], note ? own( note ) : [] ] ) ),
		labelled( say, 'panel-field-withheld-by', agentWords( say, account, [ decidedBy ] ) ),
		labelled( say, 'panel-field-withheld-until', dateWords( say, reviewOn ) ),
		level === 'summary' ? [] :
			notRecorded( say, { 'withheld-reason': reason ?? note, 'withheld-until': reviewOn } )
	] );
}

function effortWords( say: Say, { effort }: Advice ): Phrase {
	if ( !effort ) {
		return [];
	}
	const { hours, amount, currency, note } = effort;
	return labelled( say, 'panel-field-effort', listOf( say, [
		hours === undefined ? [] : say( 'export-hours', own( String( hours ) ) ),
		amount === undefined ? [] : own( `${ amount }${ currency ? ` ${ currency }` : '' }` ),
		note ? own( note ) : []
	] ) );
}

function interestWords( say: Say, { competingInterest }: Advice ): Phrase {
	return competingInterest ? labelled( say, 'panel-field-competing-interest', listOf( say, [
		say( `interest-${ competingInterest.declared }` ),
		competingInterest.statement ? own( competingInterest.statement ) : []
	] ) ) : [];
}

/** The entry that a piece of advice belongs to, by the id of the advice. */
function entryOf( account: DraftAccount, advice: string ): Entry | undefined {
	return account.items.find( ( item ) => item.advice?.id === advice )?.entry;
}

function replacedWords( say: Say, account: DraftAccount, id: string | undefined ): Phrase {
	if ( id === undefined ) {
		return [];
	}
	const entry = entryOf( account, id );
	return labelled( say, 'panel-field-superseded-by', entry ?
		linkTo( { entry: entry.id }, own( entry.request.question ) ) : own( id ) );
}

function decisionItems( say: Say, account: DraftAccount, { disposition }: Advice ): ListItem[] {
	if ( !disposition ) {
		return lines( labelled( say, 'panel-field-outcome', say( 'state-not-recorded' ) ) );
	}
	const { outcome, basis, decidedBy, decidedHow, decidedOn } = disposition;
	const [ line ] = lines( facts( say, [
		labelled( say, 'panel-field-outcome', strong( say( `outcome-${ outcome }` ) ) ),
		basis ? say( `outcome-basis-${ basis }` ) : [],
		labelled( say, 'panel-field-decided-by', agentWords( say, account, decidedBy ) ),
		decidedHow ? say( `decided-${ decidedHow }` ) : [],
		labelled( say, 'panel-field-decided-on', dateWords( say, decidedOn ) ),
		replacedWords( say, account, disposition.supersededBy ),
		sourcesWords( say, disposition.sources )
	] ) );
	const reasons = lines( ownLabelled( say, 'panel-field-rationale', disposition.rationale ) );
	return line ? [ { ...line, items: reasons } ] : reasons;
}

function reviewItem(
	say: Say, account: DraftAccount, item: AdviceItem, review: Review, index: number
): ListItem {
	const state = reviewNote( item, index );
	return {
		text: facts( say, [
			say( 'panel-labelled', say( `stance-${ review.stance }` ),
				agentWords( say, account, [ review.by ] ) ),
			dateWords( say, review.on ),
			review.revision === undefined ? [] : linkTo( { revision: review.revision },
				say( 'review-revision', own( String( review.revision ) ) ) ),
			sourcesWords( say, review.sources )
		] ),
		items: lines(
			review.note ? own( review.note ) : [],
			state ? say( `review-${ state }` ) : []
		)
	};
}

/** One piece of advice, with what was decided on it and what came of it. */
function adviceItem(
	say: Say, account: DraftAccount, item: AdviceItem, advice: Advice
): ListItem {
	const { advisers, relayedBy, channel, givenOn, summary, sources, reviews = [] } = advice;
	const isHidden = item.state === 'withheld';
	const byRelay = relayedBy !== undefined && !advisers?.includes( relayedBy );
	return {
		text: facts( say, [
			say( 'panel-labelled', strong( say( 'panel-part-advice' ) ), advisers?.length ?
				agentWords( say, account, advisers, true ) : say( 'panel-adviser-not-recorded' ) ),
			labelled( say, 'panel-field-relayed-by', agentWords( say, account, [ relayedBy ], true ) ),
			labelled( say, 'panel-field-channel', channel ? say( `channel-${ channel }` ) : [] ),
			labelled( say, 'panel-field-given-on', dateWords( say, givenOn ) ),
			sourcesWords( say, sources ),
			notRecorded( say, {
				'given-on': givenOn, ...!isHidden && { sources, summary }
			} )
		] ),
		items: [
			...lines(
				disclosureWords( say, account, advice ),
				ownLabelled( say, byRelay ? 'export-summary-by-relay' : 'panel-field-summary', summary ),
				ownLabelled( say, 'panel-field-suggested-text', advice.suggestedText ),
				effortWords( say, advice ),
				interestWords( say, advice )
			),
			...decisionItems( say, account, advice ),
			...changeItems( say, account, item ),
			...reviews.map(
				( review, index ) => reviewItem( say, account, item, review, index )
			)
		]
	};
}

/**
 * An entry.
 *
 * @param say
 * @param account
 * @param items all of one entry
 * @param topics other topics of it than the one that it stands under
 */
export function entryItem(
	say: Say, account: DraftAccount, items: readonly AdviceItem[], topics: Phrase
): ListItem[] {
	const [ first ] = items;
	if ( !first ) {
		return [];
	}
	const { entry } = first;
	const pieces = items.flatMap( ( item ) => (
		item.advice ? [ adviceItem( say, account, item, item.advice ) ] : []
	) );
	return [ {
		text: strong( own( entry.request.question ) ),
		entry: entry.id,
		items: [
			...requestItems( say, account, entry ),
			...lines( labelled( say, 'export-other-topics', topics ) ),
			...pieces.length ? pieces : lines( say( 'panel-no-advice-for-question' ) )
		]
	} ];
}
