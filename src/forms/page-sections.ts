/** Sections of the draft's pages as they are today: those of the account, and what that lacks. */
import { shallowRef } from 'vue';
import type { textSections } from '../account/text-sections';
import type { Workspace } from '../account/workspace';
import { loadScript } from '../wiki/load-script';
import { readPageTexts } from '../wiki/page-text';

export interface PageSection {
	/** Title of the page. */
	page: string;
	/** Empty for the text before the first heading. */
	heading: string;
}

/** What of the evidence script is needed here. */
interface EvidenceForForms {
	textSections: typeof textSections;
}

/** Of several sections of a page with one heading the first stands for all. */
function withoutTwins( sections: readonly PageSection[] ): PageSection[] {
	return [ ...new Map( sections.map( ( { page, heading } ) => (
		[ JSON.stringify( [ page, heading ] ), { page, heading } ]
	) ) ).values() ];
}

/**
 * To be called in a component's setup. A draft without a log has no account: its pages are read
 * then, in one request.
 *
 * @return gives the sections known by now; what is drawn with it is drawn anew when there are more
 */
export function usePageSections( workspace: Workspace ): () => PageSection[] {
	const read = shallowRef<readonly PageSection[]>( [] );
	const ofAccount = (): PageSection[] => ( workspace.account()?.pages ?? [] ).flatMap(
		( { sections } ) => sections.map( ( { ref } ) => ref )
	);

	async function readMissing(): Promise<void> {
		const known = new Set( ofAccount().map( ( { page } ) => page ) );
		const missing = workspace.configuredPages.filter( ( title ) => !known.has( title ) );
		if ( missing.length ) {
			const { textSections: sectionsOf } = await loadScript<EvidenceForForms>( 'evidence', 'textSections' );
			const texts = await readPageTexts( missing, true );
			read.value = missing.flatMap( ( title ) => {
				const text = texts.get( title )?.text;
				return typeof text === 'string' ? sectionsOf( title, text ) : [];
			} );
		}
	}
	// Sections that cannot be read can still be added by their headings.
	readMissing().catch( () => undefined );
	return () => withoutTwins( [ ...ofAccount(), ...read.value ] );
}
