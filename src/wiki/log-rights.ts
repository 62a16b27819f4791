/** Whether the person who looks may change a page. */
import { isRecord, listOf, query } from './api';

export interface LogRights {
	may: boolean;
	/** Why not, in the wiki's own words: plain text. */
	reasons: string[];
	/** The page is there already. */
	exists: boolean;
}

/**
 * Asks the wiki. It is the wiki that decides when something is saved; this is for what is offered.
 *
 * @param title of a page, which need not exist
 * @throws {WikiError} when the wiki does not answer
 */
export async function readLogRights( title: string ): Promise<LogRights> {
	const answer = await query( {
		prop: 'info',
		titles: [ title ],
		redirects: true,
		intestactions: 'edit',
		intestactionsdetail: 'full'
	} );
	const page = listOf( answer.query.pages )[ 0 ];
	const actions = page && isRecord( page.actions ) ? page.actions : {};
	const errors = listOf( actions.edit );
	return {
		may: Array.isArray( actions.edit ) && !errors.length,
		reasons: errors.map( ( { text } ) => typeof text === 'string' ? text : '' ).filter( Boolean ),
		exists: Boolean( page && !page.missing && !page.invalid )
	};
}
