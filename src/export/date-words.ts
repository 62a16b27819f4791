/**
 * Dates of the log in words. Days and months stay ISO: the names that a browser and Node have for
 * them are not always the same, and the same summary has to come out of both.
 */
import { readDate } from '../log/dates';
import { own, type Phrase, type Say } from './phrase';

function point( say: Say, text: string ): Phrase {
	return text.endsWith( '~' ) ?
		say( 'date-about', own( text.slice( 0, -1 ) ) ) :
		own( text );
}

/** A date of the log; vague dates stay vague, and what is no date is shown as it stands. */
export function dateWords( say: Say, text: string | undefined ): Phrase {
	if ( !text || !readDate( text ) ) {
		return text ? own( text ) : [];
	}
	const [ from = '', to ] = text.split( '/' );
	if ( to === undefined ) {
		return point( say, from );
	}
	if ( from === '..' ) {
		return say( 'date-until', point( say, to ) );
	}
	return to === '..' ?
		say( 'date-since', point( say, from ) ) :
		say( 'date-within', point( say, from ), point( say, to ) );
}

/** The day of a time that the wiki tells. */
export function dayOf( timestamp: string | undefined ): Phrase {
	return timestamp ? own( timestamp.slice( 0, 10 ) ) : [];
}
