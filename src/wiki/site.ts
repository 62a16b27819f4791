/** What the wiki says of itself. */
import { isRecord, query } from './api';

export interface Site {
	name: string;
	/** Code of the language that its pages are written in. */
	language: string;
	isRtl: boolean;
	/** Its address, with a protocol, without a path; null where what it says is none. */
	server: string | null;
	/** Path of pages, with `$1` for the title; empty if it does not say so. */
	articlePath: string;
	/** Path of index.php; likewise. */
	script: string;
}

/** Some wikis serve both protocols and leave it to the address at which they are asked. */
function serverOf( text: string, asked: string ): string | null {
	try {
		const { protocol, origin } = new URL( text || asked, asked );
		return /^https?:$/.test( protocol ) ? origin : null;
	} catch {
		return null;
	}
}

/**
 * Asks the wiki.
 *
 * @param asked address at which it is asked: of the open page, or of its API
 * @param signal cancels it
 * @throws {WikiError} when the wiki does not answer
 */
export async function readSite( asked: string, signal?: AbortSignal ): Promise<Site> {
	const answer = await query( { meta: 'siteinfo', siprop: 'general' }, signal );
	const general = isRecord( answer.query.general ) ? answer.query.general : {};
	const text = ( name: string ): string => typeof general[ name ] === 'string' ? general[ name ] : '';
	return {
		name: text( 'sitename' ),
		language: text( 'lang' ) || 'en',
		isRtl: general.rtl === true,
		server: serverOf( text( 'server' ), asked ),
		articlePath: text( 'articlepath' ),
		script: text( 'script' )
	};
}
