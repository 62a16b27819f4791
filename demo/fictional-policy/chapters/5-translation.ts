/** February to May 2025: the pages are marked for translation while advice still comes in. */
import {
	APPEALS, BRAMBLE, FENNEL, LINDEN, MARIGOLD, SORREL, SPELLING, TALK, VANDAL
} from '../names';
import {
	append, insertAfter, insertSection, markForTranslation, remove, renameSection, replaceIn,
	revertTo
} from '../operations';
import type { Story } from '../story';

export function translation( story: Story ): void {
	story.edit( {
		name: 'marked',
		on: '2025-02-08 09:00',
		by: SORREL,
		summary: 'Mark for translation',
		change: [ markForTranslation() ]
	} );
	story.edit( {
		name: 'appeals-marked',
		page: APPEALS,
		on: '2025-02-08 09:06',
		by: SORREL,
		summary: 'Mark for translation',
		change: [ markForTranslation() ]
	} );
	story.edit( {
		on: '2025-02-15 14:45',
		by: BRAMBLE,
		summary: 'Keys are lent like tools',
		change: [
			renameSection( 'Tools', '\'\'Tools\'\' & "keys"' ),
			append( '\'\'Tools\'\' & "keys"', `
				The keys of the shed hang in the tea house. They are numbered, and a number that is
				missing is everybody's business.
			` )
		]
	} );
	story.edit( {
		name: 'talk-lights',
		page: TALK,
		on: '2025-02-22 19:30',
		by: FENNEL,
		summary: 'Hob has changed his mind about candles',
		change: [ insertSection( {
			id: 'talk-lights',
			heading: 'No more candles?',
			text: `
				After the dry winter Hob Nettlefield says that glass is not enough. He writes:
				light the paths with lamps that cannot burn. --[[User:Fennel Dray|Fennel]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'lamps-not-candles',
		on: '2025-03-01 10:20',
		by: FENNEL,
		summary: 'Lamps instead of candles, second advice of Hob Nettlefield',
		change: [ replaceIn( 'Fires and lanterns', [
			'A candle burns behind glass, at arm\'s length from leaves and straw.',
			'Lanterns hold lamps that cannot set anything alight; wicks and open flames stay in the stone ring.'
		] ) ]
	} );
	story.edit( {
		name: 'bee-corner',
		on: '2025-03-15 08:40',
		by: MARIGOLD,
		summary: 'Distance of the hives, in part as Odo Combwright advised',
		change: [ replaceIn( 'Animals', [
			'Beehives stand along the north hedge.',
			`Hives keep six paces from any path, with their doors facing the hedge. A sign tells
			visitors which way the bees fly.`
		] ) ]
	} );
	story.edit( {
		name: 'before-must',
		on: '2025-03-22 12:30',
		by: SORREL,
		summary: 'Dogs, too, like shade',
		change: [ insertAfter( 'Animals', 'Dogs stay on a lead and off the beds.',
			'Water for them stands by the tea house.' ) ]
	} );
	story.edit( {
		on: '2025-03-29 22:47',
		by: VANDAL,
		summary: 'grammar',
		change: [
			replaceIn( 'Animals', [ 'four to a plot', 'forty to a plot' ] ),
			replaceIn( 'Animals', [ 'six paces', 'no paces' ] )
		]
	} );
	story.edit( {
		on: '2025-03-30 06:20',
		by: MARIGOLD,
		summary: 'Undo the edit of SlugKing99: four hens, six paces',
		change: [ revertTo( 'before-must' ) ]
	} );
	story.edit( {
		name: 'quiet-overwritten',
		on: '2025-04-05 17:00',
		by: BRAMBLE,
		summary: 'Evenings in summer begin at ten',
		change: [ replaceIn( 'Quiet hours', [
			'and from nine in the evening nobody runs an engine, a saw or an amplifier',
			'and after ten at night all machines are silent'
		] ) ]
	} );
	story.edit( {
		name: 'marked-again',
		on: '2025-04-12 09:30',
		by: SORREL,
		summary: 'Mark what is new for translation',
		change: [ markForTranslation() ]
	} );
	story.edit( {
		name: 'talk-benches',
		page: TALK,
		on: '2025-04-19 10:45',
		by: MARIGOLD,
		summary: 'Benches',
		change: [ insertSection( {
			id: 'talk-benches',
			heading: 'Benches along the paths',
			text: `
				Dr Wrenfoot suggests a bench every fifty paces. We like it and the carpenter has
				time in autumn; the rule can wait until the benches stand.
				--[[User:Marigold Quince|Marigold]]
			`
		} ) ]
	} );
	story.edit( {
		on: '2025-04-26 18:10',
		by: SPELLING,
		summary: 'Small words',
		change: [
			replaceIn( 'Plots and paths', [ 'Paths belong to all;', 'Paths are for everyone;' ] ),
			replaceIn( 'Water', [ 'Carry it in cans, since a hose', 'Carry it in cans because a hose' ] )
		]
	} );
	story.edit( {
		name: 'wide-paths',
		on: '2025-05-03 11:05',
		by: LINDEN,
		summary: 'Paths: width after Dr Wrenfoot, who thinks of wheelchairs and prams',
		change: [ replaceIn( 'Plots and paths', [
			'they are kept one barrow wide',
			'wheelchairs and prams need four feet of firm, level ground, and hoses never lie across it'
		] ) ]
	} );
	story.edit( {
		page: APPEALS,
		on: '2025-05-10 13:20',
		by: FENNEL,
		summary: 'A guest must know our rules',
		change: [ replaceIn( 'The appeal panel', [
			'comes from another garden', 'is invited from a neighbouring garden'
		] ) ]
	} );
	story.edit( {
		on: '2025-05-17 09:50',
		by: SORREL,
		summary: 'No need to say this twice',
		change: [ remove( 'Who these rules are for', 'The committee is bound like everybody else.' ) ]
	} );
}
