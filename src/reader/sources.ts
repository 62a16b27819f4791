/** Sources of the log as links that lead where they say. */
import type { Source } from '../log/types';
import { pageUrl, revisionUrl } from '../wiki/titles';

/** Address of a source; null where there is none, or it is not to be trusted. */
export function sourceUrl( source: Source ): string | null {
	if ( source.private ) {
		return null;
	}
	if ( source.revision ) {
		return revisionUrl( source.revision );
	}
	if ( source.title ) {
		return pageUrl( source.title );
	}
	try {
		const url = new URL( source.url || '' );
		// A name before the host only serves to mislead about the host.
		return url.protocol === 'https:' && !url.username && !url.password ? url.href : null;
	} catch {
		return null;
	}
}

/** Address of the first source that can be opened. */
export function firstUrl( ...lists: ( Source[] | undefined )[] ): string | null {
	for ( const list of lists ) {
		for ( const source of list || [] ) {
			const url = sourceUrl( source );
			if ( url ) {
				return url;
			}
		}
	}
	return null;
}
