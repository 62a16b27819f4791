/**
 * The cards of the open page, of markers and of marked words. What they say is drawn by the
 * evidence script, which is loaded with the first of them.
 */
import type { SectionItem, SectionRef } from '../account/types';
import { msg } from '../wiki/messages';
import { currentTitle } from '../wiki/titles';
import { closeCard, refreshCard, type CardAnchor } from './card';
import { cardSetting, setCardSetting, type CardSetting } from './card-setting';
import type { ReaderWorkspace } from './draft-workspace';
import { element } from './element';
import type { EvidenceScript } from './evidence-script';
import { loadEvidenceScript } from './load-script';
import { marksSwitch, type MarksSwitch } from './marks-switch';
import { removeTool, showTool } from './tools';

/** Where the reader came from, to be given the focus later. */
export type ComeFrom = Pick<CardAnchor, 'focus' | 'isConnected'>;

export interface PageCards {
	marks: MarksSwitch;
	/** Loads what draws cards; tells an open card when it has come. */
	load(): void;
	/**
	 * Fills the body of a card.
	 *
	 * @param section null for the items that have no place on the page
	 * @param from what the card stands beside
	 */
	draw(
		body: HTMLElement, items: SectionItem[], section: SectionRef | null, from: ComeFrom
	): void;
	/** Opens the panel. */
	openPanel( show: { item?: string; section?: SectionRef }, from: ComeFrom ): void;
}

const SETTING_TOOL = 't-advice-provenance-cards';

/** While cards are off, no card offers to switch them on again. */
function showSettingTool(): void {
	removeTool( SETTING_TOOL );
	if ( cardSetting() === 'off' ) {
		showTool( SETTING_TOOL, '#', msg( 'tool-cards' ), () => choose( 'hover' ) );
	}
}

function choose( setting: CardSetting ): void {
	if ( !setCardSetting( setting ) ) {
		mw.notify( msg( 'setting-not-kept' ) );
	}
	showSettingTool();
}

/**
 * @param workspace
 * @param openPanel opens the panel
 */
export function pageCards(
	workspace: ReaderWorkspace, openPanel: PageCards[ 'openPanel' ]
): PageCards {
	let drawCard: EvidenceScript[ 'drawCard' ] | null = null;
	let failed = false;

	const cards: PageCards = {
		marks: marksSwitch( workspace, () => cards, choose ),
		openPanel,
		load() {
			loadEvidenceScript().then( ( script ) => {
				drawCard = script.drawCard;
			}, () => {
				failed = true;
			} ).then( refreshCard );
		},
		draw( body, items, section, from ) {
			if ( !drawCard ) {
				body.appendChild( element( 'p', 'muted', msg( failed ?
					'tool-not-loaded' :
					'reading-revisions' ) ) );
				return;
			}
			const state = workspace.evidenceState();
			const account = workspace.account();
			// A translation has none of the words.
			const page = account?.pages.find( ( { title } ) => title === currentTitle() );
			drawCard( body, items, {
				agents: account?.agents || new Map(),
				section,
				evidence: state === 'none' ? 'reading' : state,
				words: workspace.wordsProgress(),
				readWords: () => {
					workspace.readWords();
				},
				stopWords: workspace.stopWords,
				failureOf: ( wanted ) => workspace.failures()
					.find( ( { what } ) => what === wanted )?.message || '',
				readAgain: () => {
					workspace.readEvidence();
				},
				factsOf: ( revision ) => account?.words?.revisions.get( revision ),
				sectionUrl: workspace.sectionUrl,
				openItem( item ) {
					closeCard( true );
					openPanel( { item }, from );
				},
				wordsHere: ( key ) => ( page ? page.sections : [] ).reduce(
					( sum, { words } ) => sum + ( words?.byItem.get( key ) || 0 ), 0
				),
				goToWords( key ) {
					closeCard( false );
					cards.marks.goTo( key, from );
				},
				marksOn: cards.marks.isOn(),
				toggleMarks() {
					closeCard( false );
					cards.marks.toggle( from );
				},
				setting: cardSetting(),
				choose
			} );
		}
	};
	showSettingTool();
	return cards;
}
