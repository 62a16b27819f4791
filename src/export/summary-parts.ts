/** The parts of a summary beside the entries: numbers, what is open or not public, sections. */
import { accountFigures } from '../account/figures';
import { openItems } from '../account/open-items';
import { STATE_ORDER } from '../account/state-order';
import type { AdviceItem, DraftAccount, SectionAccount } from '../account/types';
import { hasUnfollowed } from '../account/unfollowed';
import { dateWords } from './date-words';
import {
	facts, labelled, linkTo, listOf, own, type Block, type ListItem, type Phrase, type Say
} from './phrase';
import { headingWords, shareWords } from './section-words';
import { disclosureWords } from './summary-entry';
import { agentWords } from './summary-people';
import { silentTopics, topicWords } from './summary-topics';

/** Neither figures nor open items of a summary depend on the day: no age is told. */
const ANY_DAY = new Date( 0 );

function heading( say: Say, key: string ): Block {
	return { kind: 'heading', level: 2, text: say( key ) };
}

function list( items: readonly ListItem[] ): Block {
	return { kind: 'list', items };
}

/** The question of an item, as a link to its entry. */
function questionWords( { entry }: AdviceItem ): Phrase {
	return linkTo( { entry: entry.id }, own( entry.request.question ) );
}

function effortLines( say: Say, account: DraftAccount ): Phrase[] {
	const { hours, money, advice } = accountFigures( account, ANY_DAY ).effort;
	const some = ( amount: Phrase, items: readonly string[] ): Phrase => (
		say( 'export-figure', amount, items.length, advice.length )
	);
	return [
		hours.items.length ? labelled( say, 'export-figure-hours', some( own( String( hours.total ) ), hours.items ) ) : [],
		...money.map( ( { currency, total, items } ) => labelled( say, 'export-figure-money', some(
			own( currency === null ? String( total ) : `${ total } ${ currency }` ), items
		) ) )
	];
}

function wordLines( say: Say, account: DraftAccount ): Phrase[] {
	const { overturned } = accountFigures( account, ANY_DAY );
	if ( !overturned ) {
		return [ say( 'export-words-not-followed' ) ];
	}
	const { taken, broughtBack, unknown } = overturned;
	return [
		labelled( say, 'panel-fact-standing', taken.all ? shareWords( say, taken.all - taken.words, taken.all ) : [] ),
		labelled( say, 'panel-fact-absent', broughtBack.all ?
			shareWords( say, broughtBack.all - broughtBack.words, broughtBack.all ) : [] ),
		labelled( say, 'export-words-unknown', unknown.length ? say( 'number', unknown.length ) : [] )
	];
}

/** Counts of everything. */
export function numberBlocks( say: Say, account: DraftAccount ): Block[] {
	const { items } = account;
	const states = STATE_ORDER
		.map( ( state ) => ( { state, ofIt: items.filter( ( item ) => item.state === state ) } ) )
		.filter( ( { ofIt: { length } } ) => length )
		.map( ( { state, ofIt: { length } } ) => (
			labelled( say, `state-${ state }`, say( 'number', length ) )
		) );
	const lines = [
		labelled( say, 'export-count-questions',
			say( 'number', new Set( items.map( ( { entry } ) => entry.id ) ).size ) ),
		labelled( say, 'export-count-advice',
			say( 'number', items.filter( ( { advice } ) => advice ).length ) ),
		...states,
		...wordLines( say, account ),
		...effortLines( say, account )
	];
	return [
		heading( say, 'export-heading-numbers' ),
		list( lines.filter( ( text ) => text.length ).map( ( text ) => ( { text } ) ) )
	];
}

/** Since when an item waits, and with whom it lies. */
function waitingWords(
	say: Say, account: DraftAccount, { entry, advice, survival }: AdviceItem, name: string
): Phrase {
	const { requestedOn, respondBy, requestedBy, onBehalfOf } = entry.request;
	const { decidedOn, decidedBy } = advice?.disposition ?? {};
	return facts( say, name === 'unanswered' ? [
		labelled( say, 'panel-field-requested-on', dateWords( say, requestedOn ) ),
		labelled( say, 'panel-field-respond-by', dateWords( say, respondBy ) ),
		labelled( say, 'panel-field-requested-by', agentWords( say, account, requestedBy ) ),
		labelled( say, 'panel-field-on-behalf-of', agentWords( say, account, onBehalfOf ) )
	] : name === 'lost' && survival ? [ say( `survival-${ survival.state }` ) ] : [
		labelled( say, 'panel-field-given-on', dateWords( say, advice?.givenOn ) ),
		labelled( say, 'panel-field-decided-on', dateWords( say, decidedOn ) ),
		labelled( say, 'panel-field-decided-by', agentWords( say, account, decidedBy ) )
	] );
}

/** What is not settled. */
export function openBlocks( say: Say, account: DraftAccount ): Block[] {
	const groups = openItems( account.items );
	return [
		heading( say, 'export-heading-open' ),
		groups.length ? list( groups.map( ( { name, items } ) => ( {
			text: say( `panel-open-${ name }`, items.length ),
			items: items.map( ( item ) => ( { text: facts( say, [
				questionWords( item ), waitingWords( say, account, item, name )
			] ) } ) )
		} ) ) ) : { kind: 'paragraph', text: say( 'panel-open-nothing' ) }
	];
}

/** What is withheld, or public in part only: that it exists, why and until when. */
export function withheldBlocks( say: Say, account: DraftAccount ): Block[] {
	const hidden = account.items.filter( ( { advice } ) => (
		advice?.disclosure?.level === 'withheld' || advice?.disclosure?.level === 'redacted'
	) );
	return [
		heading( say, 'export-heading-withheld' ),
		hidden.length ? list( hidden.map( ( item ) => ( { text: facts( say, [
			questionWords( item ),
			labelled( say, 'panel-field-advisers', item.advisers.length ?
				agentWords( say, account, item.advisers.map( ( { id } ) => id ) ) :
				say( 'panel-adviser-not-recorded' ) ),
			item.advice ? disclosureWords( say, account, item.advice ) : []
		] ) } ) ) ) : { kind: 'paragraph', text: say( 'export-withheld-nothing' ) }
	];
}

/** Topics without an entry; nothing where the log has no topics. */
export function silentBlocks( say: Say, account: DraftAccount ): Block[] {
	const silent = silentTopics( account );
	return account.topics.size ? [
		heading( say, 'panel-fact-topics' ),
		silent.length ?
			list( silent.map( ( id ) => ( { text: topicWords( say, account, id ) } ) ) ) :
			{ kind: 'paragraph', text: say( 'export-silent-nothing' ) }
	] : [];
}

/** The questions that concern a section, each with what came of it there. */
function onRecord( say: Say, { items }: SectionAccount ): Phrase {
	const entries = new Map( items.map( ( { item } ) => [ item.entry.id, item ] ) );
	return listOf( say, [ ...entries.values() ].map( ( item ) => {
		const states = new Set( items
			.filter( ( one ) => one.item.entry.id === item.entry.id )
			.map( ( { state } ) => state ) );
		return say( 'panel-section-of-page', questionWords( item ),
			listOf( say, [ ...states ].map( ( state ) => say( `state-${ state }` ) ) ) );
	} ) );
}

/**
 * What is known of a section: advice that left words in it, advice without such words, advice of
 * which that is not known, or none on record, which does not say that there was none.
 */
function sectionState( say: Say, section: SectionAccount ): Phrase {
	const { items, words } = section;
	const isAdvised = items.some( ( { item } ) => item.advice );
	return facts( say, [
		onRecord( say, section ),
		words?.advised ?
			labelled( say, 'export-section-words', shareWords( say, words.advised, words.total ) ) :
			!isAdvised ? say( 'panel-share-not-recorded' ) :
				!words ? [] : say( hasUnfollowed( section ) ? 'panel-share-partly' : 'panel-share-none' )
	] );
}

/** Every section of the draft's pages. */
export function sectionBlocks( say: Say, account: DraftAccount ): Block[] {
	return [
		heading( say, 'export-heading-sections' ),
		list( account.pages.map( ( { title, complete, sections } ) => ( {
			text: linkTo( { page: title }, own( title ) ),
			items: [
				...complete ? [] : [ { text: say( 'panel-page-incomplete' ) } ],
				...sections.map( ( section ) => ( { text: say(
					'panel-labelled', headingWords( say, section.ref ), sectionState( say, section )
				) } ) )
			]
		} ) ) )
	];
}
