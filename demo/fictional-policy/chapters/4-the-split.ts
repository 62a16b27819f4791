/** October 2024 to January 2025: complaints and appeals are rebuilt, appeals get their own page. */
import {
	APPEALS, BRAMBLE, FENNEL, LINDEN, MARIGOLD, RULES, SORREL, SPELLING, TALK
} from '../names';
import {
	addBanner, append, changeLevel, deleteSection, insertAfter, insertSection, mergeSection,
	moveSection, renameSection, replaceIn, splitOffFrom
} from '../operations';
import type { Story } from '../story';

export function theSplit( story: Story ): void {
	story.edit( {
		name: 'talk-concerns',
		page: TALK,
		on: '2024-10-05 10:00',
		by: LINDEN,
		summary: 'What came back about complaints and appeals',
		change: [ insertSection( {
			id: 'talk-concerns',
			heading: 'Complaints and appeals',
			text: `
				Professor Marrow thinks that the word "complaint" keeps shy people away, and that
				the section should say what happens to a note, step by step. About the time
				limit she would give a month. I have put her summary into the log.
				--[[User:Linden Fable|Linden]]
			`
		} ) ]
	} );
	story.edit( {
		on: '2024-10-12 09:20',
		by: SORREL,
		summary: 'The committee does more than read complaints: a section of its own',
		change: [
			changeLevel( 'The committee', 2 ),
			renameSection( 'The committee', 'The orchard committee' )
		]
	} );
	story.edit( {
		name: 'raising-a-concern',
		on: '2024-10-13 19:00',
		by: LINDEN,
		summary: 'Raising a concern: new title and steps after Professor Marrow\'s advice, see talk',
		change: [
			renameSection( 'Complaints', 'Raising a concern' ),
			replaceIn( 'Raising a concern', [
				'Talk to each other first. If that fails, put a note into the green box by the gate.',
				`If you can, say it kindly to the person. If you would rather not, or it did not help,
				leave a message in the green box at the entrance; it may be unsigned.`
			] ),
			append( 'Raising a concern', `
				# One member reads it and names a second who is not a friend of either side.
				# Both listen to everybody concerned, one at a time.
				# They propose a way out within fourteen days, in writing.
			` )
		]
	} );
	story.edit( {
		name: 'appeals-start',
		page: APPEALS,
		on: '2024-10-19 14:00',
		by: LINDEN,
		summary: 'Split off from [[Lantern Orchard Rules]], section Appeals',
		change: [ splitOffFrom( RULES, 'Appeals' ), addBanner( '{{Orchard notice}}' ) ]
	} );
	story.edit( {
		name: 'appeals-gone',
		on: '2024-10-19 14:04',
		by: LINDEN,
		summary: 'Appeals have moved to [[Lantern Orchard Rules/Appeals]]',
		change: [
			deleteSection( 'Appeals' ),
			append( 'The orchard committee', `
				What to do when it got something wrong is written in
				[[Lantern Orchard Rules/Appeals|a page of its own]].
			` )
		]
	} );
	story.edit( {
		name: 'talk-time-limits',
		page: TALK,
		on: '2024-10-27 08:50',
		by: MARIGOLD,
		summary: 'Thirty days for an appeal',
		change: [ append( 'Complaints and appeals', `
			: A month is too vague, February is short. Thirty days, and counted from the letter,
			not from the quarrel. --[[User:Marigold Quince|Marigold]]
		` ) ]
	} );
	story.edit( {
		name: 'time-limit-appeals',
		page: APPEALS,
		on: '2024-11-02 10:30',
		by: LINDEN,
		summary: 'Time limit after advice and talk: thirty days from the letter',
		change: [ replaceIn( 'Time limit', [
			'within seven days',
			'no later than thirty days after the letter with the decision was received'
		] ) ]
	} );
	story.edit( {
		name: 'time-limit-rules',
		on: '2024-11-02 10:41',
		by: LINDEN,
		summary: 'The same count for raising a concern',
		change: [ append( 'Raising a concern', `
			A concern about something that happened more than a year ago can still be raised, but
			the two members may answer that too much has been forgotten.
		` ) ]
	} );
	story.edit( {
		name: 'panel-outsider',
		page: APPEALS,
		on: '2024-11-10 16:15',
		by: LINDEN,
		summary: 'A guest on the panel, as advised, but as an offer',
		change: [ insertAfter( 'The appeal panel', 'Nobody who took part in the first decision can be drawn.', `
			Either side may ask that one of the three comes from another garden.
		` ) ]
	} );
	story.edit( {
		on: '2024-11-16 12:00',
		by: BRAMBLE,
		summary: 'Waste and compost are one thing seen from two sides',
		change: [
			mergeSection( 'Waste', 'Compost' ),
			renameSection( 'Compost', 'Compost and waste' )
		]
	} );
	story.edit( {
		name: 'compost-labels',
		on: '2024-11-17 09:35',
		by: BRAMBLE,
		summary: 'Labels on the heaps; the idea came up in the answer about smells',
		change: [ insertAfter( 'Compost and waste', 'Only the growing heap is fed.', `
			A board on each heap names its month, so that newcomers can tell them apart.
		` ) ]
	} );
	story.edit( {
		on: '2024-11-24 11:11',
		by: BRAMBLE,
		summary: 'Scarecrows to the notice board, as discussed',
		change: [ deleteSection( 'Scarecrow contest' ) ]
	} );
	story.edit( {
		name: 'no-music-nights',
		on: '2024-12-01 18:05',
		by: LINDEN,
		summary: 'Drop the section on music nights: the Trust advised that a lease rules them out',
		change: [ deleteSection( 'Music nights' ) ]
	} );
	story.edit( {
		on: '2024-12-07 10:00',
		by: SORREL,
		summary: 'Quiet hours before the tools: it is what people look for',
		change: [ moveSection( 'Quiet hours', 'Tools' ) ]
	} );
	story.edit( {
		page: APPEALS,
		on: '2024-12-08 15:40',
		by: FENNEL,
		summary: 'What the panel may decide',
		change: [ insertSection( {
			id: 'decisions',
			heading: 'What the panel may decide',
			text: `
				The panel may confirm a decision, change it, or ask the committee to listen again.
				It may not make it harder for the person who appealed.
			`
		} ) ]
	} );
	story.edit( {
		on: '2024-12-14 13:30',
		by: FENNEL,
		summary: 'Winter: who empties the barrels',
		change: [ append( 'Water', `
			Before the first frost the barrels are emptied and turned over.
		` ) ]
	} );
	story.edit( {
		name: 'talk-appeals',
		page: TALK,
		on: '2025-01-11 09:15',
		by: LINDEN,
		summary: 'The panel: an objection from Professor Marrow',
		change: [ insertSection( {
			id: 'talk-appeals',
			heading: 'May the panel keep its reasons to itself?',
			text: `
				Professor Marrow has read the new page and objects to one thing: the panel need
				not give reasons. --[[User:Linden Fable|Linden]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'panel-reasons',
		page: APPEALS,
		on: '2025-01-18 11:50',
		by: LINDEN,
		summary: 'The panel gives its reasons, wording from Professor Marrow',
		change: [ append( 'What the panel may decide', `
			Every decision comes with its reasons, in words that the person concerned would use.
		` ) ]
	} );
	story.edit( {
		page: APPEALS,
		on: '2025-01-19 10:10',
		by: SPELLING,
		summary: 'Shorter',
		change: [ replaceIn( 'What the panel may decide', [
			'ask the committee to listen again', 'send it back'
		] ) ]
	} );
	story.edit( {
		page: APPEALS,
		on: '2025-01-25 17:25',
		by: SORREL,
		summary: 'Say how to send an appeal',
		change: [ insertSection( {
			id: 'sending',
			heading: 'How to appeal',
			after: '',
			text: `
				Write to the committee, or ask somebody to write for you. A sheet of paper in the
				green box is enough.
			`
		} ) ]
	} );
}
