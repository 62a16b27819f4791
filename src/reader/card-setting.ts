/** When cards open: the reader's own setting, kept in this browser, also of those logged out. */
import { keepObject, recallObject } from '../wiki/storage';

export const CARD_SETTINGS = [ 'hover', 'click', 'off' ] as const;
export type CardSetting = typeof CARD_SETTINGS[ number ];

const KEY = 'cards';

let setting: CardSetting | null = null;

function isSetting( value: unknown ): value is CardSetting {
	return ( CARD_SETTINGS as readonly unknown[] ).includes( value );
}

/** How cards open; by hovering until something else was chosen. */
export function cardSetting(): CardSetting {
	if ( !setting ) {
		const kept = ( recallObject( KEY ) as { open?: unknown } | null )?.open;
		setting = isSetting( kept ) ? kept : 'hover';
		if ( kept ) {
			// It is kept for as long as the reader comes back.
			keepObject( KEY, { open: setting } );
		}
	}
	return setting;
}

/** Chooses how cards open. False where nothing can be kept: then it holds for this page view. */
export function setCardSetting( chosen: CardSetting ): boolean {
	setting = chosen;
	return keepObject( KEY, { open: chosen } );
}
