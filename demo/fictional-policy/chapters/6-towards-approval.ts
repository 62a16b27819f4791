/** June to September 2025: loose ends before the harvest meeting votes. */
import {
	APPEALS, BRAMBLE, FENNEL, LINDEN, MARIGOLD, SORREL, SPELLING, TALK
} from '../names';
import {
	append, insertAfter, markForTranslation, remove, replaceIn, insertSection
} from '../operations';
import type { Story } from '../story';

export function towardsApproval( story: Story ): void {
	story.edit( {
		on: '2025-06-07 10:15',
		by: FENNEL,
		summary: 'The ladder',
		change: [ replaceIn( '\'\'Tools\'\' & "keys"', [
			'| Apple ladder || by the hour', '| Apple ladder || half a day, never alone'
		] ) ]
	} );
	story.edit( {
		name: 'conflict-of-interest',
		on: '2025-06-14 16:30',
		by: LINDEN,
		summary: 'Committee: what counts as being party to a quarrel (two answers, see talk)',
		change: [ replaceIn( 'The orchard committee', [
			'A member who is party to a quarrel leaves the room.',
			`Whoever is related to a person concerned, shares a plot with one, or owes one money says so
			and leaves the discussion.`
		] ) ]
	} );
	story.edit( {
		name: 'talk-drones',
		page: TALK,
		on: '2025-06-21 20:00',
		by: SORREL,
		summary: 'Drones',
		change: [ insertSection( {
			id: 'talk-drones',
			heading: 'May a drone count the apples?',
			text: `
				Somebody wants to count the apples from the air. Linden has asked the Lamplighters
				whether that is safe; no answer so far. --[[User:Sorrel Pike|Sorrel]]
			`
		} ) ]
	} );
	story.edit( {
		on: '2025-06-28 09:05',
		by: BRAMBLE,
		summary: 'Nobody has ever put out every lantern',
		change: [ replaceIn( 'Fires and lanterns', [
			'Every path has a lantern; whoever leaves last puts them out.',
			'Every path has a lantern that goes dark by itself at eleven.'
		] ) ]
	} );
	story.edit( {
		name: 'concern-softened',
		on: '2025-07-05 18:45',
		by: SORREL,
		summary: 'Fewer words',
		change: [ replaceIn( 'Raising a concern', [
			'If you can, say it kindly to the person.', 'Start with a friendly word.'
		] ) ]
	} );
	story.edit( {
		page: APPEALS,
		on: '2025-07-12 11:30',
		by: SPELLING,
		summary: 'Same word for the same thing',
		change: [ replaceIn( 'How to appeal', [ 'A sheet of paper', 'A note' ] ) ]
	} );
	story.edit( {
		on: '2025-07-19 07:55',
		by: MARIGOLD,
		summary: 'A dry summer: ten cans',
		change: [ replaceIn( 'Water', [ 'twelve cans a day', 'ten cans a day' ] ) ]
	} );
	story.edit( {
		on: '2025-07-26 15:10',
		by: FENNEL,
		summary: 'Children may help with the pump',
		change: [ replaceIn( 'Visitors and children', [
			'children do not play at the well', 'children come to the well with an adult'
		] ) ]
	} );
	story.edit( {
		name: 'lease-hint',
		on: '2025-08-02 10:00',
		by: LINDEN,
		summary: 'The lease, after a conversation with Quill & Sedge that stays confidential',
		change: [ append( 'Who these rules are for', `
			Where the lease of the orchard says something else, the lease counts.
		` ) ]
	} );
	story.edit( {
		on: '2025-08-09 12:40',
		by: BRAMBLE,
		summary: 'Apples on the ground',
		change: [ append( 'Plots and paths', `
			Windfalls may be picked up by anybody; apples on the tree belong to its plot.
		` ) ]
	} );
	story.edit( {
		name: 'vote-rule',
		on: '2025-08-16 17:35',
		by: LINDEN,
		summary: 'How a change is adopted: two weeks\' notice',
		change: [ insertAfter( 'Changing these rules', 'Anybody may propose a change on the talk page.',
			'It stays there for two weeks before anybody counts hands.' ) ]
	} );
	story.edit( {
		on: '2025-08-23 08:20',
		by: SORREL,
		summary: 'The table is clearer about this',
		change: [ remove( '\'\'Tools\'\' & "keys"', ', and bring it back clean before dusk' ) ]
	} );
	story.edit( {
		on: '2025-08-30 14:00',
		by: FENNEL,
		summary: 'New gardeners ask where to sit',
		change: [ append( 'Visitors and children', `
			There is always a free chair under the pear tree.
		` ) ]
	} );
	story.edit( {
		name: 'talk-vote',
		page: TALK,
		on: '2025-09-06 10:00',
		by: LINDEN,
		summary: 'Before the harvest meeting',
		change: [ insertSection( {
			id: 'talk-vote',
			heading: 'Before the harvest meeting',
			text: `
				The text is ready to be voted on. What was asked, what was answered and what came
				of it stands in the [[Lantern Orchard Rules/Advice log.json|advice log]].
				--[[User:Linden Fable|Linden]]
			`
		} ) ]
	} );
	story.edit( {
		name: 'last',
		on: '2025-09-07 09:45',
		by: SORREL,
		summary: 'Mark the last paragraphs for translation',
		change: [ markForTranslation() ]
	} );
}
