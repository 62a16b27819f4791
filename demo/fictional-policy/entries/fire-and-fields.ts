/** Fire, compost, bees and paths. */
import type { Entry } from '../../../src/log/types';
import { kept, talk, type RevisionOf } from './sources';

export function fireAndFields( revision: RevisionOf ): Entry[] {
	return [
		{
			id: 'lo-08',
			topics: [ 'fire' ],
			sections: [ 'rules.fire' ],
			request: {
				question: 'Are candles in the lanterns safe under old trees?',
				requestedBy: [ 'fennel' ],
				requestedOn: '2024-06-20'
			},
			advice: [
				{
					id: 'lo-08.1',
					advisers: [ 'hob' ],
					relayedBy: 'fennel',
					channel: 'meeting',
					givenOn: '2024-06-29',
					summary: 'Behind glass they are, with an arm\'s length to anything dry.',
					competingInterest: { declared: 'none' },
					sources: kept( 'Fennel\'s notes of a talk at the well' ),
					disposition: {
						outcome: 'superseded',
						basis: 'stated',
						supersededBy: 'lo-08.2',
						decidedOn: '2025-02-28',
						sources: talk( revision( 'talk-lights' ) )
					},
					changes: [ {
						revision: revision( 'glass-lanterns' ),
						relation: 'derived',
						basis: 'stated-by-editor'
					} ]
				},
				{
					id: 'lo-08.2',
					advisers: [ 'hob' ],
					channel: 'on-wiki',
					givenOn: '2025-02-20',
					summary: 'After a winter without rain glass is not enough: use lamps that cannot burn.',
					competingInterest: {
						declared: 'some',
						statement: 'A niece of his sells such lamps at a market that does not exist.'
					},
					sources: talk( revision( 'talk-lights' ) ),
					disposition: {
						outcome: 'adopted',
						basis: 'stated',
						decidedHow: 'talk-consensus',
						decidedOn: '2025-02-28',
						sources: talk( revision( 'talk-lights' ) )
					},
					changes: [ {
						revision: revision( 'lamps-not-candles' ),
						relation: 'derived',
						basis: 'confirmed-by-adviser',
						sources: talk( revision( 'talk-lights' ) )
					} ],
					reviews: [ {
						by: 'hob',
						stance: 'confirms',
						revision: revision( 'lamps-not-candles' ),
						on: '2025-03-02'
					} ]
				}
			]
		},
		{
			id: 'lo-09',
			topics: [ 'fire' ],
			sections: [ 'rules.scarecrows' ],
			request: { question: 'May a scarecrow carry a light?', requestedBy: [ 'fennel' ] },
			advice: [ {
				id: 'lo-09.1',
				advisers: [ 'hob' ],
				channel: 'meeting',
				givenOn: '2024-06-29',
				summary: 'Straw and light do not go together, and tall ones fall.',
				sources: kept( 'Fennel\'s notes of a talk at the well' ),
				disposition: { outcome: 'adopted', basis: 'inferred' },
				changes: [ {
					revision: revision( 'scarecrow-height' ),
					relation: 'influenced',
					basis: 'stated-in-summary'
				} ]
			} ],
			note: 'The section was deleted later, for a reason that has nothing to do with this advice.'
		},
		{
			id: 'lo-10',
			topics: [ 'law', 'quiet' ],
			sections: [ 'rules.music' ],
			request: {
				question: 'Does the lease allow music until midnight?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-10'
			},
			advice: [ {
				id: 'lo-10.1',
				advisers: [ 'trust' ],
				channel: 'email',
				givenOn: '2024-11-25',
				summary: 'It does not […]. Leave the section out.',
				disclosure: {
					level: 'redacted',
					reason: 'contract',
					note: 'The lease itself is not public.',
					decidedBy: 'trust',
					reviewOn: '2026-12'
				},
				sources: kept( 'E-mail of the legal desk' ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'trust' ],
					decidedHow: 'required-by-adviser',
					decidedOn: '2024-11-30'
				},
				changes: [ {
					revision: revision( 'no-music-nights' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ]
			} ]
		},
		{
			id: 'lo-11',
			sections: [ 'rules.compost' ],
			request: {
				question: 'What can be done about the smell of the middle heap?',
				requestedBy: [ 'bramble' ],
				requestedOn: '2024-09/2024-10'
			},
			advice: [ {
				id: 'lo-11.1',
				advisers: [ 'rot' ],
				relayedBy: 'bramble',
				channel: 'other',
				givenOn: '../2024-11',
				summary: 'Turn it. And make sure that newcomers feed the right heap.',
				sources: kept( 'A conversation over the fence' ),
				disposition: {
					outcome: 'adopted',
					basis: 'inferred',
					decidedBy: [ 'bramble' ],
					decidedHow: 'drafter'
				},
				changes: [ {
					revision: revision( 'compost-labels' ),
					relation: 'influenced',
					basis: 'stated-in-summary'
				} ]
			} ]
		},
		{
			id: 'lo-12',
			topics: [ 'animals' ],
			sections: [ 'rules.animals' ],
			request: {
				question: 'How far from a path must a beehive stand?',
				requestedBy: [ 'marigold' ],
				requestedOn: '2025-02-10',
				respondBy: '2025-03-10'
			},
			advice: [ {
				id: 'lo-12.1',
				advisers: [ 'odo' ],
				channel: 'email',
				givenOn: '2025-03-04',
				summary: 'Six paces, doors towards the hedge, a sign, and a register of all hives.',
				competingInterest: {
					declared: 'some',
					statement: 'Rents hives to gardens in stories like this one.'
				},
				sources: kept( 'E-mail to Marigold' ),
				disposition: {
					outcome: 'adopted-in-part',
					basis: 'stated',
					rationale: 'No register: with three hives everybody knows whose they are.',
					decidedBy: [ 'marigold' ],
					decidedHow: 'drafter',
					decidedOn: '2025-03-15'
				},
				changes: [ {
					revision: revision( 'bee-corner' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ],
				reviews: [ {
					by: 'odo',
					stance: 'objects',
					revision: revision( 'bee-corner' ),
					on: '2025-03-20',
					note: 'There will not always be three.'
				} ]
			} ]
		},
		{
			id: 'lo-13',
			topics: [ 'animals' ],
			sections: [ 'rules.animals' ],
			request: { question: 'Are four hens to a plot too many?', requestedOn: '2025-02-10' },
			advice: [ {
				id: 'lo-13.1',
				advisers: [ 'puddle' ],
				channel: 'email',
				givenOn: '2025-03-04~',
				summary: 'Four are fine as long as the ground under the run stays dry.',
				sources: kept( 'E-mail to Marigold' ),
				disposition: { outcome: 'confirmed-no-change', basis: 'stated', decidedOn: '2025-03-15' }
			} ]
		},
		{
			id: 'lo-14',
			topics: [ 'access' ],
			sections: [ 'rules.plots' ],
			request: {
				question: 'How wide and how smooth must a path be?',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-03'
			},
			advice: [ {
				id: 'lo-14.1',
				advisers: [ 'wrenfoot' ],
				relayedBy: 'linden',
				channel: 'meeting',
				givenOn: '2025-04-12',
				summary: 'Name who must get through instead of a barrow, say four feet, and keep hoses off.',
				effort: { hours: 1, amount: 50, currency: 'EUR' },
				sources: kept( 'Notes of a walk through the orchard' ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'meeting' ],
					decidedHow: 'committee',
					decidedOn: '2025-05-01'
				},
				changes: [ {
					revision: revision( 'wide-paths' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ]
			} ]
		},
		{
			id: 'lo-15',
			topics: [ 'comfort' ],
			sections: [ 'rules.plots' ],
			request: {
				question: 'Should the rules promise benches?',
				state: 'deferred',
				requestedBy: [ 'marigold' ],
				requestedOn: '2025-03'
			},
			advice: [ {
				id: 'lo-15.1',
				advisers: [ 'wrenfoot' ],
				relayedBy: 'linden',
				channel: 'meeting',
				givenOn: '2025-04-12',
				summary: 'One every fifty paces.',
				sources: talk( revision( 'talk-benches' ) )
			} ],
			note: 'Put off until the benches stand, see the talk page.'
		}
	];
}
