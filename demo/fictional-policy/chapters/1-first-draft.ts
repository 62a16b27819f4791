/** Early February 2024: the gardeners write down what they do, without any advice. */
import { BRAMBLE, FENNEL, LINDEN, MARIGOLD } from '../names';
import { insertSection, writeLead } from '../operations';
import type { Story } from '../story';

export function firstDraft( story: Story ): void {
	story.edit( {
		on: '2024-02-03 10:05',
		by: LINDEN,
		summary: 'Start a draft from the notes of the winter meeting',
		change: [
			writeLead( 'lead', `
				'''Lantern Orchard''' is an imaginary garden of forty plots between old apple
				trees. These rules say how its gardeners share the ground, the water and the
				evenings. They are short on purpose: whatever is not written here is settled by
				asking the neighbour.
			` ),
			insertSection( {
				id: 'scope',
				heading: 'Who these rules are for',
				text: `
					The rules bind everybody who holds a plot, helps on one, or visits the orchard.
					A plot holder answers for guests.

					Nobody needs to sign them. Whoever walks through the gate has agreed.
				`
			} ),
			insertSection( {
				id: 'plots',
				heading: 'Plots',
				text: `
					Each plot has a number on a slate. A plot that has been left alone for a whole
					season is offered to the next person on the waiting list, after two letters.
					Paths belong to all; they are kept one barrow wide.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-02-04 18:30',
		by: LINDEN,
		summary: 'Tools and noise',
		change: [
			insertSection( {
				id: 'tools',
				heading: 'Tools',
				text: `
					The shed holds tools for everybody. Write your name on the board when you take
					one, and bring it back clean before dusk. Tools that are not back after a week
					are charged to whoever signed for them. The committee may confiscate private
					tools found in the shed.
				`
			} ),
			insertSection( {
				id: 'quiet',
				heading: 'Noise',
				text: `
					Motors are for mornings. Please keep the noise down when others rest. Radios
					may be played if no neighbour minds.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-02-10 09:15',
		by: MARIGOLD,
		summary: 'Watering, as we did it last summer',
		change: [ insertSection( {
			id: 'water',
			heading: 'Watering',
			text: `
				Water comes from the well and from the rain barrels. Carry it in cans: a hose
				empties the well faster than it fills. In a dry month everybody gets the same
				number of cans a day, and the committee chalks that number on the barrel.
			`
		} ) ]
	} );
	story.edit( {
		on: '2024-02-11 20:40',
		by: BRAMBLE,
		summary: 'What to do with weeds, peel and broken glass',
		change: [
			insertSection( {
				id: 'compost',
				heading: 'Compost',
				text: `
					There are three heaps: one growing, one resting, one ready. Only the growing
					heap is fed. Cooked food brings rats and stays at home.
				`
			} ),
			insertSection( {
				id: 'waste',
				heading: 'Waste',
				text: `
					Glass, wire and plastic leave the orchard with the person who brought them.
					Twice a year a cart takes what nobody owns up to.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-02-17 16:00',
		by: FENNEL,
		summary: 'Fires, lanterns, animals',
		change: [
			insertSection( {
				id: 'fire',
				heading: 'Fires and lanterns',
				text: `
					Open fires are lit in the stone ring and nowhere else. Somebody stays with a
					fire until the ashes are cold. Every path has a lantern; whoever leaves last
					puts them out.
				`
			} ),
			insertSection( {
				id: 'animals',
				heading: 'Animals',
				text: `
					Hens are welcome in a closed run, four to a plot. Beehives stand along the
					north hedge. Dogs stay on a lead and off the beds.
				`
			} )
		]
	} );
	story.edit( {
		on: '2024-02-18 11:25',
		by: LINDEN,
		summary: 'Complaints, with the committee, and appeals',
		change: [
			insertSection( {
				id: 'concerns',
				heading: 'Complaints',
				text: `
					Talk to each other first. If that fails, put a note into the green box by the
					gate. The committee reads the box every Sunday and answers each note that
					carries a name.
				`
			} ),
			insertSection( {
				id: 'committee',
				heading: 'The committee',
				level: 3,
				text: `
					Five plot holders form the committee. They are elected at the apple harvest and
					serve for two years. A member who is party to a quarrel leaves the room.
				`
			} ),
			insertSection( {
				id: 'appeals',
				heading: 'Appeals',
				text: `
					Whoever thinks that the committee got it wrong can ask for a second look.
				`
			} ),
			insertSection( {
				id: 'deadline',
				heading: 'Time limit',
				level: 3,
				text: 'An appeal must arrive within seven days.'
			} ),
			insertSection( {
				id: 'panel',
				heading: 'The appeal panel',
				level: 3,
				text: `
					Three gardeners drawn by lot hear the appeal. Nobody who took part in the first
					decision can be drawn.
				`
			} )
		]
	} );
}
