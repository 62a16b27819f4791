/** What the wiki says of itself. */
import { isRecord, query } from './api';

export interface Site {
	name: string;
	/** Code of the language that its pages are written in. */
	language: string;
	isRtl: boolean;
	/** Its address, with a protocol. */
	server: string;
}

/**
 * Asks the wiki.
 *
 * @throws {WikiError} when the wiki does not answer
 */
export async function readSite(): Promise<Site> {
	const answer = await query( { meta: 'siteinfo', siprop: 'general' } );
	const general = isRecord( answer.query.general ) ? answer.query.general : {};
	return {
		name: String( general.sitename ?? '' ),
		language: String( general.lang ?? mw.config.get( 'wgContentLanguage' ) ),
		isRtl: general.rtl === true,
		// It may have no protocol: then that of the open page is meant.
		server: new URL( String( general.server ?? '/' ), location.href ).origin
	};
}
