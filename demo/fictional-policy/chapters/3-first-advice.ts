/** May to September 2024: the first answers come in and reach the text. */
import { BRAMBLE, FENNEL, LINDEN, MARIGOLD, SORREL, SPELLING, TALK, VANDAL } from '../names';
import {
	append, insertAfter, insertSection, remove, renameSection, replaceIn
} from '../operations';
import type { Story } from '../story';

export function firstAdvice( story: Story ): void {
	story.edit( {
		name: 'talk-noise',
		page: TALK,
		on: '2024-05-04 18:00',
		by: LINDEN,
		summary: 'Advice on noise',
		change: [ insertSection( {
			id: 'talk-noise',
			heading: 'Fixed hours instead of good manners?',
			text: `
				Professor Marrow has seen our section on noise and sent a sentence that we could
				take as it stands. She would also lend us a sound meter.
				--[[User:Linden Fable|Linden]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'talk-noise-agreed',
		page: TALK,
		on: '2024-05-11 21:10',
		by: MARIGOLD,
		summary: 'Agree to the hours, not to the meter',
		change: [ append( 'Fixed hours instead of good manners?', `
			: Hours, yes. But I do not want to garden under a sound meter: it measures the wren
			and the rake alike. Four others said the same at the gate.
			--[[User:Marigold Quince|Marigold]]
		` ) ]
	} );
	story.edit( {
		name: 'quiet-hours',
		on: '2024-05-12 08:30',
		by: LINDEN,
		summary: 'Quiet hours, in the words of Professor Marrow; agreed on the talk page',
		change: [ insertAfter( 'Noise', 'Please keep the noise down when others rest.', `
			From one to three in the afternoon and from nine in the evening nobody runs an engine,
			a saw or an amplifier. A neighbour who asks for quiet need not give a reason.
		` ) ]
	} );
	story.edit( {
		on: '2024-05-19 10:10',
		by: BRAMBLE,
		summary: 'The section is about paths as well',
		change: [ renameSection( 'Plots', 'Plots and paths' ) ]
	} );
	story.edit( {
		name: 'no-confiscation',
		on: '2024-06-02 19:45',
		by: LINDEN,
		summary: 'Take out the confiscation, which the Trust advised us to drop',
		change: [ remove( 'Tools', 'The committee may confiscate private tools found in the shed.' ) ]
	} );
	story.edit( {
		name: 'talk-gate',
		page: TALK,
		on: '2024-06-08 17:30',
		by: FENNEL,
		summary: 'Two answers about the gate',
		change: [ insertSection( {
			id: 'talk-gate',
			heading: 'The gate: latch and keys',
			text: `
				We have an answer about the height of the latch and another about who may hold a
				key. Both concern the same two lines, so I suggest that one edit does both.
				--[[User:Fennel Dray|Fennel]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'gate-and-keys',
		on: '2024-06-15 11:20',
		by: FENNEL,
		summary: 'Gate: lower latch (Dr Wrenfoot) and lent keys (Quill & Sedge), see talk',
		change: [
			replaceIn( 'Visitors and children', [
				'a latch at the height of an adult',
				'two latches, one of them low enough to open from a wheelchair'
			] ),
			append( 'Visitors and children', `
				A key that is lent to a visitor stays the responsibility of the plot holder, who
				reports its loss within a day.
			` )
		]
	} );
	story.edit( {
		name: 'before-water',
		on: '2024-06-16 09:00',
		by: SPELLING,
		summary: 'Comma',
		change: [ replaceIn( 'Watering', [ 'Carry it in cans: a hose', 'Carry it in cans, since a hose' ] ) ]
	} );
	story.edit( {
		on: '2024-06-22 07:30',
		by: MARIGOLD,
		summary: 'Water, part 1 of 3: what the Puddle Institute suggested',
		change: [ insertAfter( 'Watering', 'empties the well faster than it fills.',
			'Water early or late, at the root, and never at noon.' ) ]
	} );
	story.edit( {
		on: '2024-06-22 07:48',
		by: MARIGOLD,
		summary: 'Water, part 2 of 3',
		change: [ replaceIn( 'Watering', [
			'the same number of cans a day',
			'twelve cans a day, or eight once the well mark shows red'
		] ) ]
	} );
	story.edit( {
		name: 'water-plan',
		on: '2024-06-22 08:05',
		by: MARIGOLD,
		summary: 'Water, part 3 of 3',
		change: [ append( 'Watering', `
			Seedlings come first, then vegetables, then flowers; lawns are not watered at all.
		` ) ]
	} );
	story.edit( {
		on: '2024-06-30 18:20',
		by: MARIGOLD,
		summary: 'Shorter title',
		change: [ renameSection( 'Watering', 'Water' ) ]
	} );
	story.edit( {
		name: 'glass-lanterns',
		on: '2024-07-06 20:15',
		by: FENNEL,
		summary: 'Candles only behind glass, after a talk with Hob Nettlefield',
		change: [ append( 'Fires and lanterns', `
			A candle burns behind glass, at arm's length from leaves and straw.
		` ) ]
	} );
	story.edit( {
		name: 'scarecrow-height',
		on: '2024-07-13 15:00',
		by: FENNEL,
		summary: 'Height of scarecrows, idea from Hob Nettlefield',
		change: [ append( 'Scarecrow contest', `
			No scarecrow stands taller than the hedge, and none holds a lantern.
		` ) ]
	} );
	story.edit( {
		name: 'quiet-renamed',
		on: '2024-07-20 09:40',
		by: SORREL,
		summary: 'Call it what it is, and open with the reason for it',
		change: [
			renameSection( 'Noise', 'Quiet hours' ),
			replaceIn( 'Quiet hours', [
				'Motors are for mornings. Please keep the noise down when others rest.',
				'People come here to hear the blackbird. Engines belong to the forenoon.'
			] )
		]
	} );
	story.edit( {
		name: 'reading-aloud',
		on: '2024-07-28 16:30',
		by: LINDEN,
		summary: 'Plainer words all over, in the spirit of Professor Marrow\'s remarks',
		change: [
			replaceIn( 'Who these rules are for', [
				'Whoever walks through the gate has agreed.',
				'Using the orchard means agreeing to them.'
			] ),
			replaceIn( 'Complaints', [
				'answers each note that carries a name',
				'replies within two weeks to every note with a name on it'
			] )
		]
	} );
	story.edit( {
		on: '2024-08-03 23:58',
		by: VANDAL,
		summary: 'typo',
		change: [ replaceIn( 'Quiet hours', [ 'need not give a reason', 'must give a written reason' ] ) ]
	} );
	story.edit( {
		on: '2024-08-04 10:25',
		by: BRAMBLE,
		summary: 'Radios: on headphones after nine is fine',
		change: [ insertAfter( 'Quiet hours', 'Radios may be played as long as no neighbour minds.',
			'Headphones never hurt anybody.' ) ]
	} );
	story.edit( {
		name: 'partial-revert',
		on: '2024-08-05 07:15',
		by: MARIGOLD,
		summary: 'Restore the sentence that SlugKing99 twisted; the headphones can stay',
		change: [ replaceIn( 'Quiet hours', [ 'must give a written reason', 'need not give a reason' ] ) ]
	} );
	story.edit( {
		on: '2024-08-24 13:00',
		by: SPELLING,
		summary: 'Refer to the last section',
		change: [ insertAfter( 'Plots and paths', 'Each plot has a number on a slate.', `
			Numbers are changed in the same way as a rule, see
			[[#Changing these rules|the last section]].
		` ) ]
	} );
	story.edit( {
		name: 'talk-scarecrow',
		page: TALK,
		on: '2024-09-07 12:30',
		by: BRAMBLE,
		summary: 'Is the contest a rule?',
		change: [ insertSection( {
			id: 'talk-scarecrow',
			heading: 'The contest is not a rule',
			text: `
				The scarecrow contest is lovely, but nobody breaks a rule by building a dull
				scarecrow. I would move it to the notice board. --[[User:Bramble Hollis|Bramble]]
			`
		} ) ]
	} );
	story.edit( {
		on: '2024-09-21 17:10',
		by: BRAMBLE,
		summary: 'Neighbours asked for a word on hedges',
		change: [ append( 'Plots and paths', `
			Hedges are cut after the nestlings have flown, to the height of the gate at most.
		` ) ]
	} );
}
