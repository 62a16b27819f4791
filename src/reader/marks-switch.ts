/** The switch of the marks at advised words. It loads the script that draws them. */
import { msg } from '../wiki/messages';
import { currentTitle } from '../wiki/titles';
import { pointing } from './card';
import type { ReaderWorkspace } from './draft-workspace';
import { loadMarksScript } from './load-script';
import type { Marks } from './marks';
import type { ComeFrom, PageCards } from './page-cards';
import { nameTool, showTool } from './tools';

export interface MarksSwitch {
	isOn(): boolean;
	/**
	 * Marks the words, or takes the marks away.
	 *
	 * @param from gets the focus when they are taken away
	 */
	toggle( from: ComeFrom ): void;
	/** Marks the words and leads to those of an item. */
	goTo( key: string, from: ComeFrom ): void;
}

/** What the marks script needs of this one. */
export interface MarksHost {
	readonly cards: Pick<PageCards, 'choose' | 'load' | 'draw' | 'openPanel'>;
	readonly pointing: typeof pointing;
	/** Told when the marks come and go. */
	switched(): void;
}

const TOOL = 't-advice-provenance-marks';

/**
 * @param workspace
 * @param cards gives the cards of the page
 */
export function marksSwitch(
	workspace: ReaderWorkspace, cards: () => PageCards
): MarksSwitch {
	let marks: Marks | null = null;

	const isOn = (): boolean => marks !== null && marks.isOn();

	function load( then: ( marks: Marks ) => void ): void {
		loadMarksScript().then( ( { makeMarks } ) => {
			marks = marks || makeMarks( workspace, {
				cards: cards(),
				pointing,
				switched() {
					nameTool(
						TOOL,
						msg( isOn() ? 'tool-unmark' : 'tool-mark' ),
						isOn() ? '' : msg( 'tool-mark-title' )
					);
					cards().refresh();
				}
			} );
			then( marks );
		} ).catch( () => {
			mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
		} );
	}

	const toggle: MarksSwitch[ 'toggle' ] = ( from ) => load( ( known ) => known.toggle( from ) );
	// The words of a translation are not those that are traced.
	if ( workspace.openPage().title === currentTitle() ) {
		showTool( TOOL, '#', msg( 'tool-mark' ), toggle, msg( 'tool-mark-title' ) );
	}
	return {
		isOn,
		toggle,
		goTo: ( key, from ) => load( ( known ) => known.goTo( key, from ) )
	};
}
