/** What a card of the open page says and does: drawn from the draft's account as it is now. */
import type { SectionItem, SectionRef } from '../account/types';
import { currentTitle } from '../wiki/titles';
import type { closeCard } from './card';
import { drawCard } from './card-body';
import type { CardSetting } from './card-setting';
import type { ReaderWorkspace } from './draft-workspace';
import type { MarksSwitch } from './marks-switch';
import type { ComeFrom } from './page-cards';

/** What the reader script gives to it. */
export interface PageCardHost {
	readonly workspace: ReaderWorkspace;
	readonly marks: MarksSwitch;
	/** What the card stands beside. */
	readonly from: ComeFrom;
	/** Opens the panel at an item. */
	openItem( key: string ): void;
	closeCard: typeof closeCard;
	readonly setting: CardSetting;
	choose( setting: CardSetting ): void;
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
	const { workspace, marks, from, setting, choose } = host;
	const state = workspace.evidenceState();
	const account = workspace.account();
	// A translation has none of the words.
	const page = account?.pages.find( ( { title } ) => title === currentTitle() );
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
			host.closeCard( true );
			host.openItem( key );
		},
		wordsHere: ( key ) => ( page ? page.sections : [] ).reduce(
			( sum, { words } ) => sum + ( words?.byItem.get( key ) || 0 ), 0
		),
		goToWords( key ) {
			host.closeCard( false );
			marks.goTo( key, from );
		},
		marksOn: marks.isOn(),
		toggleMarks() {
			host.closeCard( false );
			marks.toggle( from );
		},
		setting,
		choose
	} );
}
