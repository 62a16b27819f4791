/** Keeps the demonstrations on the local wiki: imports them once, and anew when they changed. */
import { importDemonstrations } from '../demo/import-demonstrations';
import { filesHash } from './files-hash';
import type { RunningWiki } from './wiki/running-wiki';

const noteName = 'demonstrations';

/** What the wiki's facts hold about the demonstrations that are on it. */
interface DemonstrationNote {
	/** Hash of the files that they were imported from. */
	sources: string;
	config: unknown;
	pages: string[];
	/** The gadget on the wiki has been told about them. */
	configured: boolean;
}

/** The demonstrations of a wiki. */
export interface Demonstrations {
	/** Titles worth opening. */
	pages: string[];
	/** Configuration to be deployed; absent if it has been, and may have been edited since. */
	config?: unknown;
	/** To be called when it is deployed. */
	setConfigured(): void;
}

/** Wikitext of the wiki's first page. */
function mainPage( pages: string[] ): string {
	return [
		'This wiki runs on your computer only. It shows the gadget “Advice provenance” on drafts with expert advice on record; open one of them:',
		'',
		...pages.map( ( title ) => `* [[${ title }]]` ),
		'',
		'The gadget is on for everybody here. It can be switched off in [[Special:Preferences#mw-prefsection-gadgets|the preferences]]; its configuration is [[MediaWiki:Gadget-AdviceProvenance-config.json]].'
	].join( '\n' );
}

/**
 * Imports the demonstrations if they are not on the wiki.
 *
 * @param log gets a line if there is something to do
 */
export async function ensureDemonstrations(
	wiki: RunningWiki, log: ( line: string ) => void
): Promise<Demonstrations> {
	const sources = filesHash( [ 'demo', 'src/log/advice-log.schema.json' ] );
	let note = wiki.note( noteName ) as DemonstrationNote | undefined;
	if ( note?.sources !== sources ) {
		log( 'Importing the demonstrations …' );
		const { config, pages } = await importDemonstrations( wiki );
		await wiki.editPage( 'Main Page', mainPage( pages ) );
		note = { sources, config, pages, configured: false };
		wiki.setNote( noteName, note );
	}
	const { config, pages, configured } = note;
	wiki.setPages( pages );
	return {
		pages,
		config: configured ? undefined : config,
		setConfigured: () => {
			if ( !configured ) {
				wiki.setNote( noteName, { sources, config, pages, configured: true } );
			}
		}
	};
}
