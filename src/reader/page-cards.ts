/**
 * The cards of the open page, of markers and of marked words. What they say is drawn by the
 * evidence script, which is loaded with the first of them.
 */
import type { SectionItem, SectionRef } from '../account/types';
import { msg } from '../wiki/messages';
import { pointing, refreshCard, type CardAnchor } from './card';
import { cardSetting, setCardSetting, type CardSetting } from './card-setting';
import { cardStatus } from './card-status';
import type { ReaderWorkspace } from './draft-workspace';
import { append, element } from './element';
import type { EvidenceScript } from './evidence-script';
import { loadEvidenceScript } from './load-script';
import { marksSwitch, type MarksSwitch } from './marks-switch';
import { removeTool, showTool } from './tools';

/** Where the reader came from, to be given the focus later. */
export type ComeFrom = Pick<CardAnchor, 'focus' | 'isConnected'>;

export interface PageCards {
	marks: MarksSwitch;
	/** Sets how cards open. */
	choose( setting: CardSetting ): void;
	/** Loads what draws cards; tells an open card when it has come. */
	load(): void;
	/** Brings an open card up to date, because something became known. */
	refresh(): void;
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

/** Until the script has come that draws cards, a card has no more than a status at its end. */
function renewStatus(
	{ lastChild: shown }: HTMLElement, { lastChild: wanted }: HTMLElement
): void {
	if ( shown && wanted ) {
		shown.textContent = '';
		append( shown, ...Array.from( wanted.childNodes ) );
	}
}

/**
 * @param workspace
 * @param openPanel opens the panel
 * @param tool the link to the panel, null where there are no tools
 */
export function pageCards(
	workspace: ReaderWorkspace,
	openPanel: PageCards[ 'openPanel' ],
	tool: Pick<ComeFrom, 'focus'> | null
): PageCards {
	let drawing: Pick<EvidenceScript, 'drawCard' | 'renew'> | null = null;
	let failed = false;

	function choose( setting: CardSetting ): void {
		if ( !setCardSetting( setting ) ) {
			mw.notify( msg( 'setting-not-kept' ) );
		}
		showSettingTool();
	}

	/** While cards are off, no card offers to switch them on again. */
	function showSettingTool(): void {
		removeTool( SETTING_TOOL );
		if ( cardSetting() === 'off' ) {
			showTool( SETTING_TOOL, '#', msg( 'tool-cards' ), () => {
				choose( 'hover' );
				// The link is gone, and the focus with it.
				tool?.focus();
				mw.notify( msg( 'cards-again' ) );
			} );
		}
	}

	const cards: PageCards = {
		marks: marksSwitch( workspace, () => cards ),
		choose,
		openPanel,
		load() {
			loadEvidenceScript().then( ( script ) => {
				drawing = script;
			}, () => {
				failed = true;
			} ).then( cards.refresh );
		},
		refresh: () => refreshCard( drawing ? drawing.renew : renewStatus ),
		draw( body, items, section, from ) {
			if ( !drawing ) {
				body.appendChild( cardStatus( element( 'p', 'muted', msg( failed ?
					'tool-not-loaded' :
					'reading-revisions' ) ) ) );
				return;
			}
			drawing.drawCard( body, items, section, {
				workspace,
				cards,
				from,
				pointing
			} );
		}
	};
	showSettingTool();
	return cards;
}
