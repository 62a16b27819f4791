import { each, eachAdvice, eachEntry, type LooseSource, type Report, type Rules } from './loose-log';

/** Addresses and titles that lead to one revision for ever. */
const lasting = /[?&](oldid|diff)=\d|Special:(Diff|PermanentLink|PermaLink|Permalink)\/\d/i;
/** Addresses of pages that MediaWiki serves as they are at the moment. */
const wikiPage = /^https:\/\/[^/]+\/(wiki\/|w\/|.*[?&](title|curid)=|index\.php)/;

/** Why a source may not show the same thing later; null if it does. */
function weakness( source: LooseSource ): 'live' | 'bare' | null {
	const { url, title, label } = source;
	if ( source.private || source.revision !== undefined ) {
		return null;
	}
	if ( lasting.test( `${ url || '' } ${ title || '' }` ) ) {
		return null;
	}
	if ( url !== undefined ) {
		return wikiPage.test( url ) ? 'live' : label ? null : 'bare';
	}
	return title === undefined ? null : 'live';
}

function saysWhere( source: LooseSource | undefined ): boolean {
	return source !== undefined && Object.keys( source ).length > 0;
}

/**
 * Sources: E10 a private one with a link; W3 advice without any; W10 a page that changes, or
 * a link of which nobody will know what it was.
 */
export const checkSources: Rules = ( log, report: Report ) => {
	const check = ( sources: ( LooseSource | undefined )[] | undefined, path: string ): void => {
		each( sources, `${ path }/sources`, ( source, place ) => {
			if ( source.private && source.url !== undefined ) {
				report( 'E10', place );
			}
			const weak = weakness( source );
			if ( weak ) {
				report( 'W10', place, weak );
			}
		} );
	};
	eachEntry( log, ( entry, path ) => check( entry.request?.sources, `${ path }/request` ) );
	eachAdvice( log, ( advice, path ) => {
		if ( !( advice.sources || [] ).some( saysWhere ) ) {
			report( 'W3', path );
		}
		check( advice.sources, path );
		check( advice.disposition?.sources, `${ path }/disposition` );
		each( advice.changes, `${ path }/changes`, ( change, place ) => check( change.sources, place ) );
		each( advice.reviews, `${ path }/reviews`, ( review, place ) => check( review.sources, place ) );
	} );
};
