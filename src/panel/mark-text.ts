/** A mark of the timeline in words. */
import { msg } from '../wiki/messages';
import type { TimelineMark } from './timeline';

/** What became of the words of an edit, as far as that is known. */
function survivalText( { change }: TimelineMark ): string {
	const { survival } = change ?? {};
	if ( !survival ) {
		return '';
	}
	return survival.inserted && survival.state !== 'unknown' ?
		msg( 'survival-standing', survival.standing, survival.inserted ) :
		msg( `survival-${ survival.state }` );
}

/** What a decision was. */
function outcomeText( { item }: TimelineMark ): string {
	const outcome = item.advice?.disposition?.outcome;
	return outcome ? msg( `outcome-${ outcome }` ) : '';
}

/** What happened, without when. */
export function markText( mark: TimelineMark ): string {
	const kind = mark.change ?
		msg( 'panel-change-edit', String( mark.change.change.revision ) ) :
		msg( `panel-mark-${ mark.kind }` );
	const more = mark.kind === 'edit' ? survivalText( mark ) :
		mark.kind === 'decision' ? outcomeText( mark ) : '';
	return more ? msg( 'panel-labelled', kind, more ) : kind;
}

/** What happened and when. */
export function datedText( mark: TimelineMark ): string {
	return msg( 'panel-event', mark.when, markText( mark ) );
}
