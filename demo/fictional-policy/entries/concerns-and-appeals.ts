/** Raising a concern, appeals, and the committee. */
import type { Entry } from '../../../src/log/types';
import { kept, talk, type RevisionOf } from './sources';

export function concernsAndAppeals( revision: RevisionOf ): Entry[] {
	return [
		{
			id: 'lo-16',
			topics: [ 'concerns' ],
			sections: [ 'rules.concerns' ],
			request: {
				question: 'Would you dare to complain by our rules?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-08-18',
				reviewedRevision: revision( 'partial-revert' )
			},
			advice: [ {
				id: 'lo-16.1',
				advisers: [ 'marrow' ],
				relayedBy: 'linden',
				channel: 'shared-document',
				givenOn: '2024-10-01',
				summary: 'Avoid the word complaint, allow notes without a name, do not force people to ' +
					'speak first, and say what happens step by step and by when.',
				effort: { hours: 4 },
				disclosure: { level: 'summary' },
				competingInterest: { declared: 'none' },
				sources: talk( revision( 'talk-concerns' ) ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'linden', 'marigold' ],
					decidedHow: 'talk-consensus',
					decidedOn: '2024-10-12'
				},
				changes: [ {
					revision: revision( 'raising-a-concern' ),
					relation: 'derived',
					basis: 'stated-in-summary',
					sources: talk( revision( 'talk-concerns' ) )
				} ],
				reviews: [
					{
						by: 'marrow',
						stance: 'confirms',
						revision: revision( 'raising-a-concern' ),
						on: '2024-10-20'
					}
				]
			} ]
		},
		{
			id: 'lo-17',
			topics: [ 'deadlines' ],
			sections: [ 'rules.concerns', 'appeals.time' ],
			request: {
				question: 'How long may somebody wait before raising a concern, and before appealing?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-08-18'
			},
			advice: [ {
				id: 'lo-17.1',
				advisers: [ 'marrow' ],
				relayedBy: 'linden',
				channel: 'email',
				givenOn: '2024-10-01',
				summary: 'A month for an appeal. Nothing should be too old to be raised, but be honest ' +
					'about what nobody remembers.',
				sources: talk( revision( 'talk-concerns' ) ),
				disposition: {
					outcome: 'adopted-with-modification',
					basis: 'stated',
					rationale: 'Thirty days, since months differ, counted from the letter.',
					decidedBy: [ 'marigold' ],
					decidedHow: 'talk-consensus',
					decidedOn: '2024-10-27',
					sources: talk( revision( 'talk-time-limits' ) )
				},
				changes: [
					{
						revision: revision( 'time-limit-appeals' ),
						relation: 'derived',
						basis: 'stated-in-summary'
					},
					{
						revision: revision( 'time-limit-rules' ),
						relation: 'derived',
						basis: 'stated-in-discussion',
						sources: talk( revision( 'talk-concerns' ) )
					}
				]
			} ]
		},
		{
			id: 'lo-18',
			topics: [ 'concerns' ],
			sections: [ 'appeals.panel', 'appeals.decisions' ],
			request: {
				question: 'Is a panel drawn by lot fair, and what should it tell people?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-10-20',
				reviewedRevision: revision( 'appeals-start' )
			},
			advice: [
				{
					id: 'lo-18.1',
					advisers: [ 'marrow' ],
					relayedBy: 'linden',
					channel: 'email',
					givenOn: '2024-11-05',
					summary: 'One of the three should always come from elsewhere.',
					sources: kept( 'E-mail to Linden' ),
					disposition: {
						outcome: 'adopted-with-modification',
						basis: 'stated',
						rationale: 'Only if one side asks for it: other gardens are an hour away.',
						decidedBy: [ 'linden' ],
						decidedHow: 'drafter',
						decidedOn: '2024-11-10'
					},
					changes: [ {
						revision: revision( 'panel-outsider' ),
						relation: 'derived',
						basis: 'stated-in-summary'
					} ],
					reviews: [ {
						by: 'marrow',
						stance: 'objects',
						revision: revision( 'panel-outsider' ),
						on: '2025-01-10',
						note: 'The guest is fine. That the panel may keep its reasons to itself is not.',
						sources: talk( revision( 'talk-appeals' ) )
					} ]
				},
				{
					id: 'lo-18.2',
					advisers: [ 'marrow' ],
					relayedBy: 'linden',
					channel: 'email',
					givenOn: '2025-01-10',
					summary: 'A decision without reasons is a shrug. Say them, in plain words.',
					suggestedText: 'Every decision comes with its reasons, in words that the person ' +
						'concerned would use.',
					disclosure: { level: 'full' },
					sources: talk( revision( 'talk-appeals' ) ),
					disposition: {
						outcome: 'adopted',
						basis: 'stated',
						decidedBy: [ 'linden' ],
						decidedHow: 'drafter',
						decidedOn: '2025-01-18'
					},
					changes: [ {
						revision: revision( 'panel-reasons' ),
						relation: 'quoted',
						basis: 'confirmed-by-adviser'
					} ],
					reviews: [
						{
							by: 'marrow',
							stance: 'confirms',
							revision: revision( 'panel-reasons' ),
							on: '2025-01-21'
						},
						{
							by: 'bramble',
							stance: 'verifies',
							revision: revision( 'appeals-marked' ),
							on: '2025-02-09'
						}
					]
				}
			]
		},
		{
			id: 'lo-19',
			topics: [ 'concerns', 'law' ],
			sections: [ 'rules.committee' ],
			request: {
				question: 'When is a member of the committee too close to a quarrel?',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-04'
			},
			advice: [ {
				id: 'lo-19.1',
				advisers: [ 'marrow', 'quill' ],
				relayedBy: 'linden',
				channel: 'meeting',
				givenOn: '2025-06-03',
				summary: 'Name the ties that count: family, a shared plot, money.',
				effort: { hours: 1, note: 'One hour each' },
				sources: kept( 'Minutes of a meeting of three' ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'meeting' ],
					decidedHow: 'committee',
					decidedOn: '2025-06-08'
				},
				changes: [ {
					revision: revision( 'conflict-of-interest' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ],
				reviews: [ {
					by: 'marigold',
					stance: 'verifies',
					revision: revision( 'conflict-of-interest' ),
					on: '2025-06-15'
				} ]
			} ]
		}
	];
}
