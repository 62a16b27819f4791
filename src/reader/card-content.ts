/** What a card says about each piece of advice. */
import { isWithheld } from '../log/withheld';
import type { AdviceItem, SectionItem, SectionRef } from '../account/types';
import type { Agent } from '../log/types';
import { formatLogDate } from '../wiki/dates';
import { ofDraft, ofLog } from '../wiki/languages';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { changeFacts, type ChangeContext } from './card-changes';
import { cardReviews } from './card-reviews';
import { cardSurvival, type SurvivalContext } from './card-survival';
import { dirAuto, quoting, shorten } from './card-texts';
import { append, element, link, button } from './element';
import { stateIcon } from './icons';
import { firstUrl } from './sources';

export interface CardContext extends SurvivalContext, ChangeContext {
	sectionUrl( section: SectionRef ): string;
	openItem( key: string ): void;
	/** How many words of the open page go back to an item; 0 if that is not known. */
	wordsHere( key: string ): number;
	/** Leads to those words, one passage after the other. */
	goToWords( key: string ): void;
}

/** "Rowan", and below: "mediation, paid by the hour" */
function adviser( agent: Agent ): HTMLElement {
	const role = formatList(
		agent.expertise,
		agent.engagement && msg( `engagement-${ agent.engagement }` )
	);
	return element( 'p', 'card-adviser',
		dirAuto( element( 'strong', '', agent.name ) ), ' ',
		dirAuto( element( 'span', 'muted', role ) ) );
}

function advisers( item: AdviceItem ): HTMLElement | null {
	if ( !item.advice ) {
		return null;
	}
	return element( 'div', '', ...( item.advisers.length ?
		item.advisers.map( adviser ) :
		[ element( 'p', 'muted', msg( 'adviser-not-recorded' ) ) ] ) );
}

/** The question, and the advice in a sentence where that may be shown. */
function sentences( { advice, entry }: AdviceItem ): HTMLElement {
	const summary = advice && !isWithheld( advice ) && advice.summary;
	return element( 'div', '',
		element( 'p', summary ? 'muted' : '', ...quoting( 'question', entry.request.question ) ),
		summary ? ofLog( element( 'p', '', shorten( summary ) ) ) : null );
}

/** "Adopted with changes, 2 Jun 2025. Through Linden, e-mail, May 2025." */
function outcome( item: AdviceItem, agents: Map<string, Agent> ): HTMLElement | null {
	const { advice, entry } = item;
	if ( !advice ) {
		const asked = entry.request.requestedOn;
		return asked ?
			element( 'p', 'card-facts', msg( 'asked-on', formatLogDate( asked ) ) ) :
			null;
	}
	const { disposition, disclosure } = advice;
	const { state } = entry.request;
	const setAside = state && state !== 'open' ? msg( `request-${ state }` ) : null;
	const relay = advice.relayedBy && ( agents.get( advice.relayedBy )?.name || advice.relayedBy );
	const decided = formatList(
		disposition ? msg( `outcome-${ disposition.outcome }` ) :
			( setAside || msg( 'state-not-recorded' ) ),
		disposition?.decidedOn && formatLogDate( disposition.decidedOn )
	);
	const through = ( relay || advice.channel ) && !isWithheld( advice ) ? msg( 'through', formatList(
		relay,
		advice.channel && msg( `channel-${ advice.channel }` )
	) ) : null;
	const facts = [
		decided,
		advice.givenOn ? msg( 'given-on', formatLogDate( advice.givenOn ) ) : null,
		through,
		isWithheld( advice ) && disclosure ? formatList(
			disclosure.reason && msg( `reason-${ disclosure.reason }` ),
			disclosure.reviewOn && msg( 'review-on', formatLogDate( disclosure.reviewOn ) )
		) : null,
		setAside && entry.note ? shorten( entry.note ) : null
	];
	const list = element( 'ul', 'card-facts' );
	for ( const fact of facts ) {
		if ( fact ) {
			list.appendChild( dirAuto( element( 'li', '', fact ) ) );
		}
	}
	if ( disposition?.rationale ) {
		list.appendChild( element( 'li', '', ...quoting( 'because', disposition.rationale ) ) );
	}
	return list;
}

/** On the card of the page as a whole: the sections that the advice changed. */
function touchedSections( item: AdviceItem, context: CardContext ): HTMLElement | null {
	const refs = context.section ? [] : item.touched;
	const node = element( 'p', 'card-links' );
	for ( const ref of refs ) {
		node.appendChild( ofDraft( link( context.sectionUrl( ref ), ref.heading || ref.page ) ) );
	}
	return refs.length ? node : null;
}

/** Why a section that the question was about shows no words. */
function elsewhereText( { changes }: AdviceItem ): string {
	return changes.some( ( { notFound } ) => notFound.inserted.length || notFound.removed.length ) ?
		'words-not-found' :
		'changed-elsewhere';
}

function links( item: AdviceItem, context: CardContext ): HTMLElement {
	const bar = element( 'p', 'card-links' );
	function add( node: HTMLElement ): void {
		bar.appendChild( node );
		bar.appendChild( document.createTextNode( ' ' ) );
	}
	const { advice, entry } = item;
	const discussion = firstUrl(
		advice?.disposition?.sources, advice?.sources, entry.request.sources
	);
	if ( discussion ) {
		const node = link( discussion, msg( 'discussion' ) );
		node.rel = 'noreferrer noopener';
		add( node );
	}
	const record = button( 'link-button', msg( 'whole-record' ) );
	record.addEventListener( 'click', () => context.openItem( item.key ) );
	const count = context.wordsHere( item.key );
	if ( count ) {
		const goTo = button( 'link-button', msg( 'go-to-words', count ) );
		goTo.addEventListener( 'click', () => context.goToWords( item.key ) );
		add( goTo );
	}
	add( record );
	return bar;
}

/**
 * One piece of advice in short.
 *
 * @param agents of the log, by id
 */
export function cardItem(
	{ item, state, because }: SectionItem,
	agents: Map<string, Agent>,
	context: CardContext
): HTMLElement {
	const heading = element( 'h3', `card-state state-${ state }` );
	heading.appendChild( stateIcon( state ) );
	heading.appendChild( element( 'span', '', msg( `state-${ state }` ) ) );
	const node = element( 'li', 'card-item',
		heading, advisers( item ), sentences( item ), touchedSections( item, context ) );
	// Parts of one item are never taken for those of another.
	node.dataset.item = item.key;
	const withheld = item.advice !== null && isWithheld( item.advice );
	const facts = outcome( item, agents );
	if ( facts ) {
		node.appendChild( facts );
	}
	if ( because === 'changed' || !context.section ) {
		for ( const change of item.changes ) {
			append( node, ...changeFacts( change, withheld, context ) );
		}
	} else if ( item.changes.length ) {
		const text = context.evidence === 'ready' ? elsewhereText( item ) :
			( context.evidence === 'reading' ? 'reading-revisions' : 'revision-not-read' );
		node.appendChild( element( 'p', 'muted', msg( text ) ) );
	}
	append( node,
		withheld ? null : cardSurvival( item, context ),
		cardReviews( item, agents ),
		links( item, context ) );
	return node;
}
