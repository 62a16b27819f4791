/** The newest revision of a log page that can be understood, where the current one cannot. */
import type { ReadFailure } from '../account/workspace';
import { formatTimestamp } from '../wiki/dates';
import { readLogHistory } from '../wiki/log-history';
import { msg } from '../wiki/messages';
import type { PageText } from '../wiki/page-text';
import { diffUrl, pageUrl } from '../wiki/titles';

/**
 * Mostly it is the one before; a log that was unreadable for 105 revisions has been given up.
 * Texts of logs can be long, so the first request asks for few of them.
 */
const PARTS = [ 5, 50, 50 ];

export interface ReadableLog {
	page: PageText;
	/** Says that and why an older revision is shown. */
	failure: ReadFailure;
}

/** What can be done about it, as links. */
function remedies( { title, revision, model }: PageText, older: number ): ReadFailure[ 'links' ] {
	return [
		{ text: msg( 'older-log-diff' ), href: diffUrl( revision, older ) },
		{ text: msg( 'older-log-history' ), href: pageUrl( title, { action: 'history' } ) },
		// A page of that model takes nothing that is not JSON.
		...model === 'json' ? [] : [ {
			text: msg( 'older-log-model' ),
			href: pageUrl( `Special:ChangeContentModel/${ title }` )
		} ]
	];
}

/**
 * Looks for the newest revision of a log that can be understood.
 *
 * @param current the log page as it is
 * @param isReadable tells whether a text can be understood
 * @return null if none of the newer ones can
 * @throws {WikiError} when the wiki does not answer
 */
export async function findReadableLog(
	current: PageText, isReadable: ( text: string ) => boolean
): Promise<ReadableLog | null> {
	const history = readLogHistory( current.title, { parts: PARTS } );
	for await ( const revisions of history ) {
		const found = revisions.find( ( { id, text } ) => (
			id !== current.revision && text !== null && isReadable( text )
		) );
		if ( found ) {
			const { id, text, timestamp, user, model } = found;
			const date = formatTimestamp( timestamp );
			return {
				page: { ...current, revision: id, text, timestamp, model },
				failure: {
					what: 'log',
					kind: 'older',
					message: user === null ?
						msg( 'older-log-revision', String( id ), date ) :
						msg( 'older-log-revision-of', String( id ), date, user ),
					links: remedies( current, id )
				}
			};
		}
	}
	return null;
}
