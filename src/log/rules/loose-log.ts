/**
 * A log in which anything can be missing: what the rules work on, since a log is checked
 * for everything at once and one mistake must not hide the others.
 */
import type { RuleId } from '../rule-id';
import type { Advice, AdviceLog, Entry, Source } from '../types';

/** The same shape with every field optional, and holes in lists. */
export type Loose<T> = T extends ( infer Item )[] ?
	( Loose<Item> | undefined )[] :
	T extends object ? { [ Field in keyof T ]?: Loose<T[ Field ]> } : T;

export type LooseLog = Loose<AdviceLog>;
export type LooseEntry = Loose<Entry>;
export type LooseAdvice = Loose<Advice>;
export type LooseSource = Loose<Source>;

/** Tells that a rule is broken at a JSON Pointer. */
export type Report = ( rule: RuleId, path: string, ...params: string[] ) => void;

/** A family of rules. `today` is for those about time. */
export type Rules = ( log: LooseLog, report: Report, today: Date ) => void;

/** Everything of a list that could be read, with its place. */
export function each<Item>(
	list: ( Item | undefined )[] | undefined, path: string,
	visit: ( item: Item, path: string ) => void
): void {
	( list || [] ).forEach( ( item, i ) => {
		if ( item !== undefined ) {
			visit( item, `${ path }/${ i }` );
		}
	} );
}

export function eachEntry(
	log: LooseLog, visit: ( entry: LooseEntry, path: string ) => void
): void {
	each( log.entries, '/entries', visit );
}

export function eachAdvice(
	log: LooseLog,
	visit: ( advice: LooseAdvice, path: string, entry: LooseEntry, entryPath: string ) => void
): void {
	eachEntry( log, ( entry, entryPath ) => {
		each( entry.advice, `${ entryPath }/advice`, ( advice, path ) => {
			visit( advice, path, entry, entryPath );
		} );
	} );
}
