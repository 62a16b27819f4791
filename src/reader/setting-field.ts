/** The field in which a reader chooses how cards open. */
import { msg } from '../wiki/messages';
import { CARD_SETTINGS, type CardSetting } from './card-setting';
import { element } from './element';

/**
 * @param setting what holds now
 * @param choose is told what was chosen
 */
export function settingField(
	setting: CardSetting, choose: ( setting: CardSetting ) => void
): HTMLElement {
	const select = element( 'select', 'setting' );
	for ( const value of CARD_SETTINGS ) {
		const option = element( 'option', '', msg( `cards-open-${ value }` ) );
		option.value = value;
		option.selected = value === setting;
		select.appendChild( option );
	}
	select.addEventListener( 'change', () => choose( select.value as CardSetting ) );
	return element( 'label', 'setting-label', msg( 'cards-open' ), ' ', select );
}
