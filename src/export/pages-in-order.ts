import type { PageWords } from '../account/draft-words';
import type { DraftAccount } from '../account/types';

/**
 * The pages whose words were followed, in the order in which the account shows them: that of their
 * tracing is another one in a browser than on the command line.
 */
export function pagesInOrder( { pages, words }: DraftAccount ): PageWords[] {
	const followed = [ ...words?.pages.values() ?? [] ];
	const order = pages.map( ( { title } ) => title );
	const placeOf = ( { title }: PageWords ): number => {
		const place = order.indexOf( title );
		return place === -1 ? order.length : place;
	};
	return followed
		.sort( ( a, b ) => placeOf( a ) - placeOf( b ) || ( a.title < b.title ? -1 : 1 ) );
}
