/** What somebody has typed into forms and not saved: kept in this browser until it is. */
import { dropObject, keepObject, recallObject } from './storage';

/** For each person who uses the browser, by log page. */
function keyOf( logTitle: string ): string {
	return `form:${ logTitle }:${ mw.config.get( 'wgUserName' ) ?? '' }`;
}

/** @return false where the browser keeps nothing */
export function keepForm( logTitle: string, form: object ): boolean {
	return keepObject( keyOf( logTitle ), form );
}

/** @return unchecked; null if there is nothing */
export function recallForm( logTitle: string ): unknown {
	return recallObject( keyOf( logTitle ) );
}

export function forgetForm( logTitle: string ): void {
	dropObject( keyOf( logTitle ) );
}
