/** The items of an account: one for each piece of advice, or request without any. */
import type { Advice, AdviceLog, Agent, Entry } from '../log/types';
import { isWithheld } from '../log/withheld';
import { adviceState } from './advice-state';
import { changeId } from './change-key';
import type { DraftWords } from './draft-words';
import type { Findings } from './findings';
import { recall } from './remembered';
import type { AdviceItem, ItemChange, SectionEffect, SectionRef } from './types';

export interface ItemSources {
	agents: Map<string, Agent>;
	/** null until the cited revisions were read */
	findings: Findings | null;
	/** null until the draft's words were traced */
	words: DraftWords | null;
	/** Places of an earlier visit, from the browser's storage. */
	remembered: unknown;
	/** False if a section is known not to exist today. */
	mayExist( ref: SectionRef ): boolean;
	/** Where a section of the log stands; null if it is not (or not yet) known. */
	placeOf( sectionId: string ): SectionRef | null;
}

/** One text for a section, to compare by. */
export function refKey( ref: SectionRef ): string {
	return `${ ref.page }#${ ref.heading }#${ ref.nth }`;
}

/** Each section once, in the order in which they come first. */
export function unique( refs: SectionRef[] ): SectionRef[] {
	return [ ...new Map( refs.map( ( ref ) => [ refKey( ref ), ref ] ) ).values() ];
}

export function isKnown( ref: SectionRef | null ): ref is SectionRef {
	return ref !== null;
}

function readChanges( advice: Advice | null, findings: Findings | null ): ItemChange[] {
	const changes = advice?.changes || [];
	return changes.map( ( change, index ) => (
		advice && findings?.changes.get( changeId( advice, index ) ) ||
		{ change, effects: [], notFound: { inserted: [], removed: [] } }
	) );
}

/**
 * Of withheld advice its place stays and nothing of its words: neither those of its edits, nor
 * their summaries.
 */
function withoutWords( change: ItemChange ): ItemChange {
	const bare = ( effect: SectionEffect ): SectionEffect => (
		{ ...effect, inserted: [], removed: [], moved: [], texts: undefined }
	);
	return {
		change: change.change,
		evidence: change.evidence && {
			...change.evidence,
			comment: null,
			effects: change.evidence.effects.map( bare )
		},
		effects: change.effects.map( bare ),
		notFound: { inserted: [], removed: [] }
	};
}

/** Adds what became of the words of an item and of each of its changes. */
function addSurvival( item: AdviceItem, words: DraftWords ): void {
	const { survival, reviews, changes } = words.items.get( item.key ) || { changes: [] };
	item.survival = survival;
	item.reviews = reviews;
	item.changes = item.changes.map(
		( change, index ) => ( { ...change, survival: changes[ index ] } )
	);
}

function makeItem( entry: Entry, advice: Advice | null, sources: ItemSources ): AdviceItem {
	const { agents, findings, remembered, placeOf } = sources;
	const read = readChanges( advice, findings );
	const changes = advice && isWithheld( advice ) ? read.map( withoutWords ) : read;
	const effects: SectionEffect[] = [];
	for ( const change of changes ) {
		effects.push( ...change.effects );
	}
	const asked = ( entry.sections || [] ).map( placeOf );
	const lost = [ ...effects.map( ( effect ) => effect.section ), ...( findings ? asked : [] ) ];
	const item: AdviceItem = {
		key: advice ? `${ entry.id }/${ advice.id }` : entry.id,
		entry,
		advice,
		state: adviceState( entry, advice ),
		advisers: ( advice?.advisers || [] )
			// An id that the log does not explain is still on record.
			.map( ( id ) => agents.get( id ) || { id, name: id } ),
		changes,
		touched: unique( effects.map( ( effect ) => effect.section ).filter( isKnown ) ),
		asked: unique( asked.filter( isKnown ) ),
		unplaced: changes.some( ( { evidence } ) => !evidence || evidence.problem !== undefined ) ||
			// A section that was not found by its heading alone may be found by reading.
			( !findings && asked.includes( null ) ),
		orphans: lost.filter( ( section ) => section === null ).length
	};
	if ( sources.words ) {
		addSurvival( item, sources.words );
	}
	const known = findings ? null : recall( remembered, item );
	return known && known.touched.every( sources.mayExist ) ?
		{
			...item,
			touched: known.touched,
			orphans: known.orphans,
			// What could not be found then was an orphan, and still is.
			unplaced: asked.includes( null ) && known.orphans === 0
		} :
		item;
}

/** Every item of a log once, in the order of the log. */
export function makeItems( log: AdviceLog, sources: ItemSources ): AdviceItem[] {
	const items: AdviceItem[] = [];
	for ( const entry of log.entries ) {
		const pieces = entry.advice && entry.advice.length ? entry.advice : [ null ];
		for ( const advice of pieces ) {
			items.push( makeItem( entry, advice, sources ) );
		}
	}
	return items;
}
