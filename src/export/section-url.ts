import type { ExportWiki } from './types';

/**
 * Address of a section, or of its page where there is no heading. Anchors are headings with
 * underscores; that of a second section with one heading ends in `_2`.
 */
export function sectionUrl(
	wiki: ExportWiki, { page, heading = '', nth = 0 }: { page: string; heading?: string; nth?: number }
): string {
	const anchor = heading.replace( /[\s_]+/g, '_' ) + ( nth ? `_${ nth + 1 }` : '' );
	return wiki.pageUrl( page ) + ( heading ? `#${ encodeURIComponent( anchor ) }` : '' );
}
