/** Changes of a log in which anything can be missing. */
import type { Loose, LooseAdvice, LooseLog } from '../../log/rules/loose-log';
import { each, eachAdvice } from '../../log/rules/loose-log';
import type { Change, Entry, Quote } from '../../log/types';
import { changeKey } from '../change-key';
import type { LogEvidence } from '../check-evidence';
import type { ChangeEvidence } from '../types';

export interface ChangeAtPlace {
	/** With what could be read of it. */
	change: Loose<Change> & { revision: number };
	path: string;
	advice: LooseAdvice;
	entry: Loose<Entry>;
	entryPath: string;
	/** undefined if it was not read. */
	evidence: ChangeEvidence | undefined;
}

/** Every change that names a revision. */
export function eachChange(
	log: LooseLog, { changes }: LogEvidence, visit: ( change: ChangeAtPlace ) => void
): void {
	eachAdvice( log, ( advice, advicePath, entry, entryPath ) => {
		each( advice.changes, `${ advicePath }/changes`, ( change, path ) => {
			const { revision } = change;
			if ( revision !== undefined ) {
				visit( {
					change: { ...change, revision }, path, advice, entry, entryPath,
					evidence: changes.get( changeKey( { ...change, revision } as Change ) )
				} );
			}
		} );
	} );
}

/** A quote with its place, so that it can be told which one was not found. */
export type PlacedQuote = Quote & { path: string };

/** The readable quotes of a change; undefined if it has no such list. */
export function quotesOf(
	{ change, path }: ChangeAtPlace, side: 'inserted' | 'deleted'
): PlacedQuote[] | undefined {
	const list = change[ side ];
	const quotes: PlacedQuote[] = [];
	each( list, `${ path }/${ side }`, ( quote, place ) => {
		if ( quote.exact !== undefined ) {
			quotes.push( { ...quote, exact: quote.exact, path: place } );
		}
	} );
	return list && quotes;
}
