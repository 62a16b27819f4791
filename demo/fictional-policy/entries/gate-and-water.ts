/** The gate, of which one edit served two answers, and the water, which took three edits. */
import type { Entry } from '../../../src/log/types';
import { kept, talk, type RevisionOf } from './sources';

export function gateAndWater( revision: RevisionOf ): Entry[] {
	return [
		{
			id: 'lo-05',
			topics: [ 'access' ],
			sections: [ 'rules.visitors' ],
			request: {
				question: 'Who cannot open our gate, and what should the rule say about it?',
				requestedBy: [ 'fennel' ],
				requestedOn: '2024-05-18'
			},
			advice: [ {
				id: 'lo-05.1',
				advisers: [ 'wrenfoot' ],
				relayedBy: 'fennel',
				channel: 'meeting',
				givenOn: '2024-06-05',
				summary: 'One latch for tall people keeps others out. Ask for a second, within reach of ' +
					'somebody who sits.',
				effort: { amount: 50, currency: 'EUR' },
				competingInterest: { declared: 'not-asked' },
				sources: talk( revision( 'talk-gate' ) ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedHow: 'talk-consensus',
					decidedOn: '2024-06-14',
					sources: talk( revision( 'talk-gate' ) )
				},
				changes: [ {
					revision: revision( 'gate-and-keys' ),
					relation: 'derived',
					basis: 'stated-by-editor',
					inserted: [ {
						exact: 'two latches, one of them low enough to open from a wheelchair'
					} ],
					deleted: [ { exact: 'a latch at the height of an adult' } ]
				} ]
			} ]
		},
		{
			id: 'lo-06',
			topics: [ 'law' ],
			sections: [ 'rules.visitors' ],
			request: {
				question: 'Who answers for a key that has been lent to a visitor?',
				requestedBy: [ 'fennel' ],
				requestedOn: '2024-05-18'
			},
			advice: [ {
				id: 'lo-06.1',
				advisers: [ 'quill' ],
				channel: 'email',
				givenOn: '2024-06-07',
				summary: 'The plot holder, always; and say how fast a loss must be reported.',
				suggestedText: 'A key that is lent to a visitor stays the responsibility of the plot ' +
					'holder, who reports its loss within a day.',
				effort: { hours: 0.5 },
				disclosure: { level: 'full' },
				sources: talk( revision( 'talk-gate' ) ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedHow: 'talk-consensus',
					decidedOn: '2024-06-14'
				},
				changes: [ {
					revision: revision( 'gate-and-keys' ),
					relation: 'quoted',
					basis: 'stated-in-discussion',
					inserted: [ {
						exact: 'A key that is lent to a visitor stays the responsibility of the plot ' +
							'holder, who reports its loss within a day.'
					} ],
					sources: talk( revision( 'talk-gate' ) )
				} ]
			} ]
		},
		{
			id: 'lo-07',
			topics: [ 'water' ],
			sections: [ 'rules.water' ],
			request: {
				question: 'How should forty plots share one well in a dry month?',
				requestedBy: [ 'marigold' ],
				requestedOn: '2024-04/2024-05'
			},
			advice: [ {
				id: 'lo-07.1',
				advisers: [ 'puddle' ],
				relayedBy: 'marigold',
				channel: 'email',
				givenOn: '2024-06~',
				summary: 'Fix a number of cans and a lower one for when the well is low; water early or ' +
					'late; say what comes first.',
				sources: kept( 'Letter of the Puddle Institute' ),
				disposition: {
					outcome: 'adopted-with-modification',
					basis: 'stated',
					rationale: 'Twelve cans instead of the ten that were suggested: our cans are small.',
					decidedBy: [ 'marigold' ],
					decidedHow: 'drafter',
					decidedOn: '2024-06-21'
				},
				changes: [ {
					from: revision( 'before-water' ),
					revision: revision( 'water-plan' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ],
				reviews: [ {
					by: 'puddle',
					stance: 'confirms',
					revision: revision( 'water-plan' ),
					on: '2024-07'
				} ]
			} ]
		}
	];
}
