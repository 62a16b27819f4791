/** The one sentence that stands for an item in a list. */
import { isWithheld } from '../log/withheld';
import type { AdviceItem } from '../account/types';

/** Characters of a list's sentence; a whole text may have 4,000. */
const LONGEST = 240;

/**
 * The beginning of a text, cut at a space where there is one near the end, and never within
 * a character that takes two code units.
 */
export function excerpt( text: string, longest = LONGEST ): string {
	const plain = text.replace( /\s+/g, ' ' ).trim();
	// Twice as many code units hold at least that many characters.
	const characters = Array.from( plain.slice( 0, longest * 2 ) );
	if ( characters.length <= longest && plain.length <= longest * 2 ) {
		return plain;
	}
	const cut = characters.slice( 0, longest ).join( '' );
	const space = cut.lastIndexOf( ' ' );
	return `${ space > cut.length * 0.6 ? cut.slice( 0, space ) : cut }…`;
}

/** The advice in a sentence; for a request without one, and for what is withheld, the question. */
export function itemSentence( item: AdviceItem ): string {
	const open = item.advice && !isWithheld( item.advice );
	return excerpt( ( open && item.advice?.summary ) || item.entry.request.question );
}
