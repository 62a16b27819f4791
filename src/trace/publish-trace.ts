/** Writes the published trace of a page. */
import {
	headingHash, PUBLISHED_ENGINE, PUBLISHED_VERSION, wordsFingerprint,
	type PublishedShares, type PublishedTrace
} from './published-format';
import type { RevisionShare, Survival } from './survival';
import type { Trace } from './trace';

/** A section as SectionHistory gives it. */
interface Section {
	readonly id: number;
	readonly heading: string | null;
	readonly level: number;
	readonly words: { readonly length: number };
}

export interface PublishedParts {
	/** All sections of the page, in the order of the text. */
	sections: readonly Section[];
	/** What became of the changes of the log. */
	changes: readonly { readonly key: string; readonly survival: Survival }[];
}

/** Origins of the words of a page, and runs of words that have one of them in common. */
function originsAndRuns( trace: Trace, page: string ): Pick<PublishedTrace, 'origins' | 'runs'> {
	const numbers = new Map<string, number>();
	const runs: [ origin: number, words: number ][] = [];
	for ( const id of trace.words( page ).ids ) {
		const revids = [ trace.originOf( id ), ...trace.otherOrigins( id ) ]
			.map( ( number ) => trace.revisions[ number ]?.revid );
		const origin = [ ...new Set( revids ) ].join( '|' );
		const number = numbers.get( origin ) ?? numbers.size;
		numbers.set( origin, number );
		const last = runs[ runs.length - 1 ];
		if ( last && last[ 0 ] === number ) {
			last[ 1 ]++;
		} else {
			runs.push( [ number, 1 ] );
		}
	}
	return { origins: [ ...numbers.keys() ].join( ' ' ), runs: runs.flat().join( ' ' ) };
}

/**
 * Publishes the newest state of a page.
 *
 * @param trace
 * @param page
 * @param parts
 * @return fit for JSON; null if no revision of the page could be read
 */
export function publishTrace(
	trace: Trace, page: string, { sections, changes }: PublishedParts
): PublishedTrace | null {
	const newest = [ ...trace.revisions ].reverse()
		.find( ( revision ) => revision.page === page && !revision.missing && !revision.further );
	if ( !newest ) {
		return null;
	}
	const shares = ( list: readonly RevisionShare[] ): PublishedShares => list.flatMap(
		( { revision, words } ) => {
			const revid = trace.revisions[ revision ]?.revid;
			return revid === undefined ? [] : [ [ revid, words ] as [ number, number ] ];
		}
	);
	return {
		engine: PUBLISHED_ENGINE,
		version: PUBLISHED_VERSION,
		revision: newest.revid,
		...wordsFingerprint( trace.text( page ) ),
		...originsAndRuns( trace, page ),
		sections: sections.map( ( { id, heading, level, words } ) => ( {
			id,
			heading: heading === null ? null : headingHash( heading ),
			level,
			words: words.length
		} ) ),
		changes: changes.map( ( { key, survival } ) => ( {
			...survival,
			key,
			takenBy: shares( survival.takenBy ),
			broughtBackBy: shares( survival.broughtBackBy )
		} ) )
	};
}
