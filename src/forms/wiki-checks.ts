/** Checks that need the wiki: of what is changed, in the background, a while after it was. */
import { computed, onUnmounted, watch } from 'vue';
import { tracedWords } from '../account/draft-words';
import { changeKey } from '../account/change-key';
import type { Findings } from '../account/findings';
import type { ChangeEvidence } from '../account/types';
import type { Workspace } from '../account/workspace';
import type { AdviceLog } from '../log/types';
import { loadScript } from '../wiki/load-script';
import { normaliseTitle } from '../wiki/titles';
import { changedEntries } from './changed-entries';
import type { FormSession } from './session';

/** What of the evidence script is needed here. */
interface EvidenceForForms {
	readFindings( log: AdviceLog, draft: {
		pages: string[];
		formerTitles: string[];
		pageIds: Map<string, string>;
	} ): Promise<{ findings: Findings }>;
}

/** So long after the last change: revisions are chosen one after the other. */
const PAUSE_MS = 1000;

/** What the evidence depends on: which revisions are cited, and which sections there are. */
function citedIn( { entries, draft }: AdviceLog ): string {
	return JSON.stringify( [
		draft, entries.flatMap( ( { advice = [] } ) => advice.flatMap(
			( { changes = [] } ) => changes.map( changeKey )
		) )
	] );
}

function inWikiForm( title: string ): string {
	return normaliseTitle( title ) ?? title;
}

async function readEvidence( log: AdviceLog ): Promise<Findings> {
	const { readFindings } = await loadScript<EvidenceForForms>( 'evidence', 'readFindings' );
	const pages = log.draft.pages.map(
		( page ) => ( { ...page, title: inWikiForm( page.title ) } )
	);
	const { findings } = await readFindings( log, {
		pages: [ ...new Set( pages.map( ( { title } ) => title ) ) ],
		formerTitles: pages.flatMap( ( { formerTitles = [] } ) => formerTitles.map( inWikiForm ) ),
		pageIds: new Map( pages.map( ( { id, title } ) => [ id, title ] ) )
	} );
	return findings;
}

/** To be called in a component's setup: gives the session what the wiki tells. */
export function useWikiChecks( session: FormSession, workspace: Workspace ): void {
	const { tools } = session;
	const user = mw.config.get( 'wgUserName' );
	let timer: ReturnType<typeof setTimeout> | undefined;
	let cited = '';
	let evidence: Findings | null = null;

	function tell( changed: ReadonlySet<string> ): void {
		const changes = new Map<string, ChangeEvidence>();
		for ( const { change, evidence: read } of evidence?.changes.values() ?? [] ) {
			if ( read ) {
				changes.set( changeKey( change ), read );
			}
		}
		session.takeWikiFindings( tools.checkEvidence( session.log.value, {
			changes,
			sections: evidence?.logSections ?? null,
			words: tracedWords( workspace.account() ),
			// Whoever saves this writes in these entries.
			logEditors: new Map( [ ...changed ].map(
				( id ) => [ id, new Set( user === null ? [] : [ user ] ) ]
			) )
		} ).findings );
	}
	async function run(): Promise<void> {
		const changed = changedEntries( session.base.value.log, session.log.value );
		const log = tools.read( session.log.value );
		if ( !log || !changed.size ) {
			return;
		}
		const part = { ...log, entries: log.entries.filter( ( { id } ) => changed.has( id ) ) };
		const now = citedIn( part );
		if ( now !== cited ) {
			cited = now;
			try {
				evidence = await readEvidence( part );
			} catch {
				// What cannot be read is not found fault with; the next change tries again.
				cited = '';
				return;
			}
		}
		tell( changed );
	}
	watch( computed( () => session.log.value ), () => {
		clearTimeout( timer );
		timer = setTimeout( run, PAUSE_MS );
	} );
	onUnmounted( () => clearTimeout( timer ) );
}
