/** What changed on advice, and what still stands of it. */
import type { RevidShare } from '../trace/followed-changes';
import { isWithheld } from '../log/withheld';
import { unique, isKnown } from '../account/items';
import type { AdviceItem, DraftAccount, ItemChange } from '../account/types';
import { dayOf } from './date-words';
import {
	facts, labelled, linkTo, listOf, own, type ListItem, type Phrase, type Say
} from './phrase';
import { sectionWords, shareWords } from './section-words';
import { sourcesWords } from './summary-people';

function userWords( say: Say, user: string | null | undefined ): Phrase {
	return user === null ? say( 'user-hidden' ) : user === undefined ? [] : own( user );
}

/** Which edits took words away, or brought them back, with their users. */
function editsWords( say: Say, account: DraftAccount, shares: readonly RevidShare[] ): Phrase {
	return listOf( say, shares.map( ( { revid, words, perhaps } ) => {
		const fact = account.words?.revisions.get( revid );
		const edit = linkTo( { diff: revid, base: null }, say( 'panel-change-edit', own( String( revid ) ) ) );
		return say( 'panel-section-of-page', edit, listOf( say, [
			userWords( say, fact?.user ),
			dayOf( fact?.timestamp ),
			say( 'export-words', words ),
			perhaps.length ? say( 'export-perhaps' ) : []
		] ) );
	} ) );
}

/** What became of the words of one change. */
function survivalItem( say: Say, account: DraftAccount, { survival }: ItemChange ): ListItem {
	if ( !survival ) {
		return { text: labelled( say, 'export-survival', say( 'export-survival-not-followed' ) ) };
	}
	const { state, inserted, standing, elsewhere, removed, absent } = survival;
	const items = [
		labelled( say, 'panel-fact-standing', inserted ? shareWords( say, standing, inserted ) : [] ),
		labelled( say, 'export-elsewhere', elsewhere ? say( 'number', elsewhere ) : [] ),
		labelled( say, 'export-taken-by', editsWords( say, account, survival.takenBy ) ),
		labelled( say, 'panel-fact-absent', removed ? shareWords( say, absent, removed ) : [] ),
		labelled( say, 'export-brought-back-by', editsWords( say, account, survival.broughtBackBy ) )
	].filter( ( text ) => text.length ).map( ( text ) => ( { text } ) );
	return { text: labelled( say, 'export-survival', say( `survival-${ state }` ) ), items };
}

function editWords( say: Say, { change: { revision, from } }: ItemChange ): Phrase {
	const text = from === undefined ?
		say( 'panel-change-edit', own( String( revision ) ) ) :
		say( 'panel-change-edits', own( String( revision ) ), own( String( from ) ) );
	return linkTo( { diff: revision, base: from ?? null }, text );
}

/** One edit that applied advice. */
function changeItem(
	say: Say, account: DraftAccount, item: AdviceItem, one: ItemChange
): ListItem {
	const { change, evidence, effects } = one;
	const sections = unique( effects.map( ( { section } ) => section ).filter( isKnown ) );
	const lost = effects.filter( ( { section } ) => section === null );
	const place = sections.length ?
		listOf( say, sections.map( ( ref ) => sectionWords( say, ref ) ) ) :
		evidence?.page === undefined ? [] : own( evidence.page );
	const text = facts( say, [
		say( 'panel-labelled', say( 'export-change' ), editWords( say, one ) ),
		listOf( say, [ dayOf( evidence?.timestamp ), userWords( say, evidence?.user ) ] ),
		place,
		...lost.map( ( { headingThen, pageThen } ) => say( 'panel-change-lost-place',
			headingThen ? own( headingThen ) : say( 'panel-lead' ), own( pageThen ) ) ),
		change.relation ? say( `relation-${ change.relation }` ) : [],
		labelled( say, 'panel-field-change-basis', change.basis ? say( `basis-${ change.basis }` ) : [] ),
		sourcesWords( say, change.sources )
	] );
	const problem = !evidence ? 'panel-change-not-read' :
		evidence.problem && `revision-${ evidence.problem }`;
	const isHidden = item.advice !== null && isWithheld( item.advice );
	return {
		text,
		items: [
			...problem ? [ { text: say( problem ) } ] : [],
			...problem || isHidden ? [] : [ survivalItem( say, account, one ) ]
		]
	};
}

/** The edits that applied a piece of advice. */
export function changeItems( say: Say, account: DraftAccount, item: AdviceItem ): ListItem[] {
	return item.changes.map( ( one ) => changeItem( say, account, item, one ) );
}
