/** What is withheld, unanswered, undecided, put aside or simply not recorded. */
import type { Entry } from '../../../src/log/types';
import { kept, talk, type RevisionOf } from './sources';

export function looseEnds( revision: RevisionOf ): Entry[] {
	return [
		{
			id: 'lo-20',
			topics: [ 'law' ],
			sections: [ 'rules.scope' ],
			request: {
				question: 'How do these rules and the lease go together?',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-07-01'
			},
			advice: [ {
				id: 'lo-20.1',
				advisers: [ 'quill' ],
				channel: 'meeting',
				givenOn: '2025-07-22',
				effort: { hours: 2 },
				disclosure: {
					level: 'withheld',
					reason: 'legal-privilege',
					note: 'Advice of a solicitor to the Trust.',
					decidedBy: 'trust',
					reviewOn: '2027'
				},
				sources: [ { private: true } ],
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'trust' ],
					decidedHow: 'required-by-adviser',
					decidedOn: '2025-07-31'
				},
				changes: [ {
					revision: revision( 'lease-hint' ),
					relation: 'derived',
					basis: 'stated-in-summary'
				} ]
			} ]
		},
		{
			id: 'lo-21',
			topics: [ 'accidents' ],
			sections: [ 'rules.tools' ],
			request: { question: 'Who pays when a borrowed tool hurts somebody?', requestedOn: '2024' },
			advice: [ {
				id: 'lo-21.1',
				advisers: [ 'trust' ],
				channel: 'meeting',
				givenOn: '2024-11~',
				disclosure: {
					level: 'withheld',
					reason: 'privacy',
					note: 'It goes back to an accident.',
					decidedBy: 'trust',
					reviewOn: '2026'
				},
				sources: [ { private: true } ],
				disposition: { outcome: 'confirmed-no-change', basis: 'stated' }
			} ]
		},
		{
			id: 'lo-22',
			topics: [ 'fire' ],
			sections: [ 'rules.visitors' ],
			request: {
				question: 'May a drone fly over the lanterns to count the apples?',
				state: 'open',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-06-19',
				respondBy: '2025-09-30',
				sources: talk( revision( 'talk-drones' ) )
			}
		},
		{
			id: 'lo-23',
			topics: [ 'fire' ],
			sections: [ 'rules.fire' ],
			request: {
				question: 'How often should the lanterns be looked at?',
				requestedBy: [ 'fennel' ],
				requestedOn: '2025-05'
			},
			advice: [ {
				id: 'lo-23.1',
				advisers: [ 'lamplighters' ],
				channel: 'email',
				givenOn: '2025-07-14',
				summary: 'Every new moon, when their failing is noticed least.',
				sources: kept( 'E-mail of the safety desk' ),
				disposition: { outcome: 'pending' }
			} ]
		},
		{
			id: 'lo-24',
			topics: [ 'access' ],
			sections: [ 'rules.lead' ],
			request: {
				question: 'In which forms should the rules be available?',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-03'
			},
			advice: [ {
				id: 'lo-24.1',
				advisers: [ 'wrenfoot' ],
				channel: 'meeting',
				givenOn: '2025-04-12',
				summary: 'In large print by the gate, and read aloud on the first work day. Say so on top.',
				sources: kept( 'Notes of a walk through the orchard' ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'meeting' ],
					decidedHow: 'committee',
					decidedOn: '2025-05-01'
				}
			} ]
		},
		{
			id: 'lo-25',
			request: { question: 'Is the section on water usual practice?' }
		},
		{
			id: 'lo-26',
			topics: [ 'approval' ],
			process: true,
			request: {
				question: 'Who should count the hands at the harvest meeting?',
				requestedBy: [ 'linden' ],
				requestedOn: '2025-07'
			},
			advice: [ {
				id: 'lo-26.1',
				advisers: [ 'trust' ],
				channel: 'email',
				givenOn: '2025-08-01',
				summary: 'Two people who hold no plot, as you planned.',
				sources: talk( revision( 'talk-vote' ) ),
				disposition: { outcome: 'confirmed-no-change', basis: 'stated' }
			} ]
		},
		{
			id: 'lo-27',
			topics: [ 'approval' ],
			sections: [ 'rules.amendments' ],
			request: { question: 'How much time does a proposal need?', requestedOn: '2025-07' },
			advice: [ {
				id: 'lo-27.1',
				advisers: [ 'marrow' ],
				relayedBy: 'linden',
				channel: 'email',
				givenOn: '2025-08',
				summary: 'Long enough for those who come only on Sundays.',
				sources: kept( 'E-mail to Linden' ),
				disposition: {
					outcome: 'adopted',
					basis: 'inferred',
					decidedHow: 'drafter'
				},
				changes: [ {
					revision: revision( 'vote-rule' ),
					relation: 'influenced',
					basis: 'inferred'
				} ]
			} ]
		},
		{
			id: 'lo-28',
			topics: [ 'review' ],
			request: {
				question: 'Should the orchard buy the meadow next door?',
				state: 'out-of-scope',
				requestedBy: [ 'sorrel' ]
			},
			note: 'A question for the Trust; the rules cannot buy anything.'
		},
		{
			id: 'lo-29',
			topics: [ 'law' ],
			sections: [ 'rules.scarecrows' ],
			request: {
				question: 'Must the golden turnip be insured?',
				state: 'withdrawn',
				requestedBy: [ 'fennel' ],
				requestedOn: '2024-06'
			},
			note: 'The turnip turned out to be brass.'
		},
		{
			id: 'lo-30',
			topics: [ 'water' ],
			sections: [ 'rules.visitors', 'rules.water' ],
			request: { question: 'Does the well need a fence?', requestedOn: '2025-05' },
			advice: [ {
				id: 'lo-30.1',
				advisers: [ 'lamplighters' ],
				channel: 'email',
				givenOn: '2025-07-14',
				summary: 'A fence of the height of a child, with a lantern on each corner.',
				sources: kept( 'E-mail of the safety desk' ),
				disposition: {
					outcome: 'declined',
					basis: 'stated',
					rationale: 'The well has a lid with a lock, which the safety desk could not know.',
					decidedBy: [ 'meeting' ],
					decidedHow: 'committee',
					decidedOn: '2025-07-25'
				}
			} ]
		},
		{
			id: 'lo-31',
			topics: [ 'language' ],
			sections: [ 'rules.scope' ],
			request: { question: 'Does "visits the orchard" include looking over the hedge?' },
			advice: [ {
				id: 'lo-31.1',
				advisers: [ 'quill' ],
				givenOn: '2025/..',
				summary: 'Only if somebody leans on it.'
			} ],
			note: 'What was decided was not written down, nor where the answer can be read.'
		}
	];
}
