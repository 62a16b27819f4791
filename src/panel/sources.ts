/** Sources of the log as links that can be trusted to lead where they say. */
import type { Source } from '../log/types';
import { msg } from '../wiki/messages';
import { pageUrl, revisionUrl } from '../wiki/titles';
import { excerpt } from './sentence';

export interface SourceView {
	text: string;
	/** null where there is nothing to open, or where the address is not to be trusted */
	href: string | null;
	/** It leads away from this wiki. */
	outside: boolean;
	notPublic: boolean;
}

const LONGEST_LABEL = 120;

/** Where an address leads; null if it is no address. */
function parseUrl( address: string ): URL | null {
	try {
		return new URL( address, location.href );
	} catch {
		return null;
	}
}

/** An address outside: https only, and without a name before the host that could mislead. */
function outsideHref( address: string ): string | null {
	const url = /^https:\/\//i.test( address ) ? parseUrl( address ) : null;
	return url && url.protocol === 'https:' && !url.username && !url.password ? url.href : null;
}

/** A page of this wiki; a title that would turn into the address of another host is no link. */
export function wikiHref( title: string ): string | null {
	const href = pageUrl( title );
	return parseUrl( href )?.origin === location.origin ? href : null;
}

function insideText( { title, revision, label }: Source ): string {
	if ( label ) {
		return label;
	}
	if ( revision === undefined ) {
		return title ?? '';
	}
	return title ?
		msg( 'panel-source-page-revision', title, String( revision ) ) :
		msg( 'panel-source-revision', String( revision ) );
}

/**
 * What to draw for one source. A source that has both a place on this wiki and an address
 * outside gives two.
 */
export function sourceViews( source: Source ): SourceView[] {
	const { label, url, revision, title } = source;
	if ( source.private ) {
		return [ {
			text: label || msg( 'panel-source-unnamed' ),
			href: null,
			outside: false,
			notPublic: true
		} ];
	}
	const views: SourceView[] = [];
	if ( revision !== undefined || title ) {
		views.push( {
			text: excerpt( insideText( source ), LONGEST_LABEL ),
			href: revision !== undefined ? revisionUrl( revision ) : wikiHref( title ?? '' ),
			outside: false,
			notPublic: false
		} );
	}
	if ( url ) {
		views.push( {
			text: excerpt( ( !views.length && label ) || url, LONGEST_LABEL ),
			href: outsideHref( url ),
			outside: true,
			notPublic: false
		} );
	}
	return views.length || !label ?
		views :
		[ { text: label, href: null, outside: false, notPublic: false } ];
}
