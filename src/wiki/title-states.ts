/** Which pages exist, and which are redirects. */
import { listOf, query } from './api';
import type { TitleState } from './check-configuration';
import { followTitles, TITLES_AT_ONCE } from './page-text';

/**
 * Asks about pages, without their texts.
 *
 * @return by the titles as they were asked for
 */
export async function readTitleStates( titles: string[] ): Promise<Map<string, TitleState>> {
	const states = new Map<string, TitleState>();
	for ( let start = 0; start < titles.length; start += TITLES_AT_ONCE ) {
		const some = titles.slice( start, start + TITLES_AT_ONCE );
		const { query: answer } = await query( { prop: 'info', titles: some, redirects: true } );
		const redirects = listOf( answer.redirects );
		const normalized = listOf( answer.normalized );
		for ( const title of some ) {
			const name = normalized.find( ( { from } ) => from === title )?.to ?? title;
			const target = followTitles( answer, title );
			const page = listOf( answer.pages ).find( ( one ) => one.title === target );
			states.set( title, {
				exists: Boolean( page && !page.missing && !page.invalid ),
				target: redirects.some( ( { from } ) => from === name ) ? target : null
			} );
		}
	}
	return states;
}
