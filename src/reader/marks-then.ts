/** Marks on an old revision: at the words that go back to advice which had been applied by then. */
import type { PanelScript } from '../account/workspace';
import { loadScript } from '../wiki/load-script';
import { msg } from '../wiki/messages';
import type { MarksForNotes } from '../wiki/reader-script';
import type { ReaderWorkspace } from './draft-workspace';
import type { EvidenceScript } from './evidence-script';
import { marksFrom, type Marks } from './marks';
import type { MarksHost } from './marks-switch';

/** Cards say what is known of the advice today; where they stand is of another text. */
function cardsThen(
	workspace: ReaderWorkspace,
	pointing: MarksHost[ 'pointing' ],
	evidence: EvidenceScript,
	marks: () => Marks
): MarksHost[ 'cards' ] {
	const cards: MarksHost[ 'cards' ] = {
		choose: pointing.choose,
		load: () => undefined,
		openPanel( show, from ) {
			loadScript<PanelScript>( 'panel', 'openPanel' ).then( ( panel ) => {
				panel.openPanel( workspace, show, from );
			} ).catch( () => {
				mw.notify( msg( 'tool-not-loaded' ), { type: 'error' } );
			} );
		},
		draw: ( body, items, section, from ) => evidence.drawCard( body, items, section, {
			workspace,
			isOld: true,
			cards: { ...cards, marks: marks() },
			from,
			pointing
		} )
	};
	return cards;
}

/** See MarksForNotes. */
export const marksThen: MarksForNotes[ 'marksOfRevision' ] = async (
	{ words, switched, ...given }
) => {
	// What the reader script gives is this, whatever the notes know of it.
	const workspace = given.workspace as ReaderWorkspace;
	const pointing = given.pointing as MarksHost[ 'pointing' ];
	const evidence = await loadScript<EvidenceScript>( 'evidence', 'drawCard' );
	const marks: Marks = marksFrom( {
		cards: cardsThen( workspace, pointing, evidence, () => marks ),
		pointing,
		switched: () => switched( marks.isOn() )
	}, {
		now: () => ( {
			page: words,
			account: () => workspace.account() || { items: [] },
			// Its sections may be others than those of today.
			sectionOf: () => null
		} ),
		// Whoever asks for marks has the words.
		read: () => undefined,
		subscribe: () => undefined
	} );
	return marks.toggle;
};
