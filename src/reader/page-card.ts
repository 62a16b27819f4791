/** What a card of the open page says and does: drawn from the draft's account as it is now. */
import type { SectionItem, SectionRef } from '../account/types';
import { currentTitle } from '../wiki/titles';
import type { pointing } from './card';
import { drawCard } from './card-body';
import type { ReaderWorkspace } from './draft-workspace';
import type { ComeFrom, PageCards } from './page-cards';

/** What the reader script gives to it. */
export interface PageCardHost {
	readonly workspace: ReaderWorkspace;
	readonly cards: Pick<PageCards, 'marks' | 'openPanel' | 'choose'>;
	/** An old revision is open, of which the account of today does not tell the words. */
	readonly isOld?: boolean;
	/** What the card stands beside. */
	readonly from: ComeFrom;
	readonly pointing: typeof pointing;
}

/**
 * Fills the body of a card.
 *
 * @param body empty
 * @param items what it is about
 * @param section null for the items that have no place on the page
 * @param host
 */
export function drawPageCard(
	body: HTMLElement, items: SectionItem[], section: SectionRef | null, host: PageCardHost
): void {
	const { workspace, cards, from, pointing } = host;
	const state = workspace.evidenceState();
	const account = workspace.account();
	// A translation has none of the words.
	const page = host.isOld ? undefined :
		account?.pages.find( ( { title } ) => title === currentTitle() );
	drawCard( body, items, {
		agents: account?.agents || new Map(),
		logFailure: workspace.failures().find( ( { what } ) => what === 'log' ),
		section,
		evidence: state === 'none' ? 'reading' : state,
		words: workspace.wordsProgress(),
		readWords: () => {
			workspace.readWords();
		},
		stopWords: workspace.stopWords,
		published: account?.words?.published || account?.published?.state === 'false' ?
			account.published?.text ?? '' : '',
		failureOf: ( wanted ) => workspace.failures()
			.find( ( { what } ) => what === wanted )?.message || '',
		readAgain: () => {
			workspace.readEvidence();
		},
		factsOf: ( revision ) => account?.words?.revisions.get( revision ),
		sectionUrl: workspace.sectionUrl,
		openItem( key ) {
			pointing.closeCard( true );
			cards.openPanel( { item: key }, from );
		},
		wordsHere: ( key ) => ( page ? page.sections : [] ).reduce(
			( sum, { words } ) => sum + ( words?.byItem.get( key ) || 0 ), 0
		),
		goToWords( key ) {
			pointing.closeCard( false );
			cards.marks.goTo( key, from );
		},
		marksOn: cards.marks.isOn(),
		toggleMarks() {
			pointing.closeCard( false );
			cards.marks.toggle( from );
		},
		setting: pointing.setting(),
		choose: cards.choose
	} );
}
