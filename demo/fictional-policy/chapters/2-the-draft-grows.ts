/** February and March 2024: the draft grows, is blanked, comes back, and goes to the advisers. */
import {
	BRAMBLE, FENNEL, LINDEN, MARIGOLD, NOTICE, SORREL, SPELLING, TALK, VANDAL
} from '../names';
import {
	addBanner, append, blankPage, insertAfter, insertSection, replaceIn, revertTo, writeLead
} from '../operations';
import type { Story } from '../story';

export function theDraftGrows( story: Story ): void {
	story.edit( {
		name: 'notice',
		page: NOTICE,
		on: '2024-02-19 08:00',
		by: LINDEN,
		summary: 'A notice for the draft',
		change: [ writeLead( 'notice', `
			<div style="border: 1px solid; padding: 0.5em;">This policy is made up, and so is
			everybody in it. It shows what a draft with an advice log looks like.</div>
		` ) ]
	} );
	story.edit( {
		on: '2024-02-19 08:10',
		by: LINDEN,
		summary: 'Put the notice on top',
		change: [ addBanner( '{{Orchard notice}}' ) ]
	} );
	story.edit( {
		on: '2024-02-24 17:45',
		by: MARIGOLD,
		summary: 'How these rules change; visitors',
		change: [
			insertSection( {
				id: 'visitors',
				heading: 'Visitors and children',
				after: 'Animals',
				text: `
					Visitors come with a gardener. The gate has a latch at the height of an adult,
					and children do not play at the well.
				`
			} ),
			insertSection( {
				id: 'amendments',
				heading: 'Changing these rules',
				text: `
					Anybody may propose a change on the talk page. It is adopted when the harvest
					meeting agrees and nobody has shown a serious reason against it.
				`
			} )
		]
	} );
	story.edit( {
		name: 'before-blanking',
		on: '2024-02-25 12:12',
		by: SPELLING,
		summary: 'Spelling',
		change: [
			replaceIn( 'Plots', [ 'a whole season', 'an entire season' ] ),
			replaceIn( 'Noise', [ 'if no neighbour minds', 'as long as no neighbour minds' ] )
		]
	} );
	story.edit( {
		on: '2024-03-02 02:14',
		by: VANDAL,
		summary: 'slugs forever',
		change: [ blankPage() ]
	} );
	story.edit( {
		on: '2024-03-02 06:50',
		by: BRAMBLE,
		summary: 'Undo the blanking by SlugKing99',
		change: [ revertTo( 'before-blanking' ) ]
	} );
	story.edit( {
		name: 'loan-table',
		on: '2024-03-09 14:20',
		by: FENNEL,
		summary: 'A table of loan times',
		change: [ append( 'Tools', `
			{| class="wikitable"
			! Tool !! Longest loan
			|-
			| Spade, fork, rake || one day
			|-
			| Barrow || two hours
			|-
			| Apple ladder || by the hour
			|}
		` ) ]
	} );
	story.edit( {
		on: '2024-03-10 19:05',
		by: FENNEL,
		summary: 'Music nights and the scarecrow contest are part of the orchard too',
		change: [
			insertSection( {
				id: 'music',
				heading: 'Music nights',
				after: 'Noise',
				text: `
					On the first Friday of a summer month there is music under the big pear tree
					until midnight. Everybody brings a lantern and something to sit on.
				`
			} ),
			insertSection( {
				id: 'scarecrows',
				heading: 'Scarecrow contest',
				after: 'Visitors and children',
				text: `
					In May every plot may enter one scarecrow. The winner keeps the golden
					turnip until the next contest.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-03-12 20:20',
		by: SORREL,
		summary: 'Huts and greenhouses',
		change: [
			insertSection( {
				id: 'huts',
				heading: 'Huts and greenhouses',
				after: 'Plots',
				text: `
					A plot may hold one hut and one greenhouse. Both stand on the ground without a
					foundation, so that they can be carried away by eight people in an afternoon,
					which has been tried. Whoever gives up a plot takes the hut along or leaves it
					to the next gardener as a gift.
				`
			} ),
			insertSection( {
				id: 'huts-size',
				heading: 'Size',
				level: 3,
				after: 'Huts and greenhouses',
				text: `
					A hut is no longer than a rowing boat and no higher than the lowest apple. A
					greenhouse may be longer, if the plot behind it still gets the morning sun. The
					neighbours on both sides see the plan before the first board is cut.
				`
			} ),
			insertSection( {
				id: 'huts-night',
				heading: 'Staying overnight',
				level: 3,
				after: 'Size',
				text: `
					Huts are for tools, tea and thunderstorms. Sleeping in one is allowed in the
					week of the harvest and whenever a storm has closed the lane. Nobody lives in
					the orchard.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-03-13 18:00',
		by: BRAMBLE,
		summary: 'Work days and the waiting list, from the old notebook',
		change: [
			insertSection( {
				id: 'work',
				heading: 'Work days',
				after: 'Animals',
				text: `
					On four Saturdays a year the gardeners work on what belongs to all: the hedge,
					the well, the paths and the shed. The dates hang in the tea house from New Year
					on. Every plot sends one person to at least two of them. Those who cannot dig
					bake, write, count or hold the ladder, and it counts the same.

					A plot that sends nobody pays for the cake. A plot that sends nobody twice in
					a row is asked whether it would like to become half a plot.
				`
			} ),
			insertSection( {
				id: 'waiting',
				heading: 'The waiting list',
				after: 'Work days',
				text: `
					The list is open. It is kept in the order of the letters that came in, and each
					person on it can see the whole of it. Being somebody's cousin does not help.

					The person on top has ten days to say yes or no to a plot that has become free.
					A no costs nothing the first time; after the second the name moves to the end.
					Half a plot can be offered to two people who do not mind sharing a slate.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-03-14 07:40',
		by: MARIGOLD,
		summary: 'How the shed works in practice',
		change: [
			insertSection( {
				id: 'borrowing',
				heading: 'Looking after what is shared',
				level: 3,
				after: 'Tools',
				text: `
					Wipe the blade, oil it when it squeaks, and hang each tool on its own outline
					on the wall. What is broken goes into the red crate with a label that says how
					it happened; nobody asks who wrote it. The repair evening is on the last
					Thursday of the month, and the kettle is on from six.
				`
			} ),
			append( 'Watering', `
				The pump is for everyone and belongs to no plot. It is primed with the water that
				the last person has left in the bucket, so leave some. If the handle turns without
				resistance, stop, hang the sign on it, and tell the committee.
			` )
		]
	} );
	story.edit( {
		name: 'talk-experts',
		page: TALK,
		on: '2024-03-16 10:00',
		by: LINDEN,
		summary: 'Whom we are asking',
		change: [ insertSection( {
			id: 'talk-experts',
			heading: 'Asking people who know more than we do',
			text: `
				The harvest meeting set aside a little money for advice. I will collect the
				questions, send them out, and put what comes back into the advice log, so that
				everybody can see what came of it. --[[User:Linden Fable|Linden]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'draft-sent',
		on: '2024-03-17 09:30',
		by: LINDEN,
		summary: 'Examples of what counts as left alone; this is the text that goes to the advisers',
		change: [
			insertSection( {
				id: 'plots-examples',
				heading: 'Examples',
				level: 3,
				after: 'Plots',
				text: `
					* A plot full of clover that is cut in June is cared for.
					* A plot with a locked hut and knee-high thistles is not.
				`
			} ),
			insertSection( {
				id: 'tools-examples',
				heading: 'Examples',
				level: 3,
				after: 'Looking after what is shared',
				text: `
					* A spade lent to a guest is still signed for by the plot holder.
					* A broken handle is nobody's fault; hiding it is.
				`
			} ),
			insertAfter( 'Who these rules are for', 'A plot holder answers for guests.',
				'The committee is bound like everybody else.' )
		]
	} );
}
