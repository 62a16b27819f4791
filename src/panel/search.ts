/** Words that a reader looks for, in what the log says of an item. */
import { isWithheld } from '../log/withheld';
import type { AdviceItem, DraftAccount } from '../account/types';

/** Everything of an item that can be searched; nothing of what is withheld. */
function searchedText( account: DraftAccount, item: AdviceItem ): string {
	const { entry, advice, advisers } = item;
	const isOpen = advice && !isWithheld( advice );
	return [
		item.key,
		entry.request.question,
		entry.note,
		...advisers.map( ( { name } ) => name ),
		...( entry.topics ?? [] ).map( ( id ) => account.topics.get( id )?.label ),
		...item.touched.map( ( { heading } ) => heading ),
		...item.asked.map( ( { heading } ) => heading ),
		...isOpen ? [ advice.summary, advice.suggestedText, advice.disposition?.rationale ] : []
	].filter( Boolean ).join( '\n' ).toLowerCase();
}

/**
 * Tells which items have all of the words somewhere.
 *
 * @param account
 * @param text words with spaces between
 */
export function searchFor(
	account: DraftAccount, text: string
): ( item: AdviceItem ) => boolean {
	const words = text.toLowerCase().split( /\s+/ ).filter( Boolean );
	return ( item ) => {
		const searched = searchedText( account, item );
		return words.every( ( word ) => searched.includes( word ) );
	};
}
