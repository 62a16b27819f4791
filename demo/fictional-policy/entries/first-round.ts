/** What was asked in spring 2024 and reached the text, or did not, in that year. */
import type { Entry } from '../../../src/log/types';
import { kept, talk, type RevisionOf } from './sources';

export function firstRound( revision: RevisionOf ): Entry[] {
	return [
		{
			id: 'lo-01',
			topics: [ 'review' ],
			request: {
				question: 'Is there anything in the draft that other gardens would find odd?',
				requestedBy: [ 'linden' ],
				onBehalfOf: [ 'meeting' ],
				requestedOn: '2024-03-17',
				reviewedRevision: revision( 'draft-sent' ),
				sources: talk( revision( 'talk-experts' ) )
			},
			advice: [ {
				id: 'lo-01.1',
				advisers: [ 'marrow' ],
				relayedBy: 'linden',
				channel: 'email',
				givenOn: '2024-04',
				summary: 'The draft is unusual, but in nothing that does harm.',
				effort: { hours: 3 },
				disclosure: { level: 'summary' },
				competingInterest: { declared: 'none' },
				sources: kept( 'E-mail to Linden' ),
				disposition: {
					outcome: 'confirmed-no-change',
					basis: 'stated',
					decidedBy: [ 'linden' ],
					decidedHow: 'drafter',
					decidedOn: '2024-04-28'
				}
			} ]
		},
		{
			id: 'lo-02',
			topics: [ 'language' ],
			request: {
				question: 'Can somebody who is new here understand it at first reading?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-03-17',
				reviewedRevision: revision( 'draft-sent' )
			},
			advice: [
				{
					id: 'lo-02.1',
					advisers: [ 'marrow' ],
					relayedBy: 'linden',
					channel: 'shared-document',
					givenOn: '2024-04/2024-06',
					summary: 'Say who does what, avoid sayings, and give a time wherever one is meant.',
					effort: { hours: 2.5 },
					sources: kept( 'Comments in a shared document' ),
					disposition: {
						outcome: 'adopted-in-part',
						basis: 'stated',
						rationale: 'Two sentences were made plainer. The gardeners are fond of the other sayings.',
						decidedBy: [ 'linden' ],
						decidedHow: 'drafter',
						decidedOn: '2024-07'
					},
					changes: [ {
						revision: revision( 'reading-aloud' ),
						relation: 'influenced',
						basis: 'stated-in-summary'
					} ]
				},
				{
					id: 'lo-02.2',
					advisers: [ 'plainspeak' ],
					channel: 'other',
					givenOn: '2024-07-20',
					summary: 'No sentence should be longer than nine words.',
					sources: kept( 'Printout on the shed door' ),
					disposition: {
						outcome: 'declined',
						basis: 'stated',
						rationale: 'Nine words are not enough for a hedge and its neighbours.',
						decidedHow: 'drafter',
						decidedOn: '2024-07-28'
					}
				}
			]
		},
		{
			id: 'lo-03',
			topics: [ 'quiet' ],
			sections: [ 'rules.quiet' ],
			request: {
				question: 'Is it enough to ask people to keep the noise down, or do we need hours?',
				requestedBy: [ 'linden' ],
				onBehalfOf: [ 'diggers' ],
				requestedOn: '2024-04~',
				reviewedRevision: revision( 'draft-sent' ),
				sources: talk( revision( 'talk-experts' ) )
			},
			advice: [
				{
					id: 'lo-03.1',
					advisers: [ 'marrow' ],
					relayedBy: 'linden',
					channel: 'email',
					givenOn: '2024-05-03',
					summary: 'Fixed hours spare everybody a quarrel about manners. And let nobody have to ' +
						'explain why they want quiet.',
					suggestedText: 'From one to three in the afternoon and from nine in the evening nobody ' +
						'runs an engine, a saw or an amplifier. A neighbour who asks for quiet need not ' +
						'give a reason.',
					effort: { hours: 1.5, amount: 90, currency: 'EUR', note: 'Both answers of this entry' },
					disclosure: { level: 'full' },
					competingInterest: { declared: 'none' },
					sources: talk( revision( 'talk-noise' ) ),
					disposition: {
						outcome: 'adopted',
						basis: 'stated',
						decidedBy: [ 'marigold', 'linden' ],
						decidedHow: 'talk-consensus',
						decidedOn: '2024-05-11',
						sources: talk( revision( 'talk-noise-agreed' ) )
					},
					changes: [ {
						revision: revision( 'quiet-hours' ),
						relation: 'quoted',
						basis: 'stated-in-summary',
						sources: talk( revision( 'talk-noise' ) )
					} ],
					reviews: [
						{
							by: 'marrow',
							stance: 'confirms',
							revision: revision( 'quiet-hours' ),
							on: '2024-05-20'
						},
						{
							by: 'marigold',
							stance: 'verifies',
							revision: revision( 'partial-revert' ),
							on: '2024-08-05',
							note: 'The twisted sentence is back to what was agreed.'
						}
					]
				},
				{
					id: 'lo-03.2',
					advisers: [ 'marrow' ],
					relayedBy: 'linden',
					channel: 'email',
					givenOn: '2024-05-03',
					summary: 'A sound meter could be borrowed for the first summer.',
					sources: talk( revision( 'talk-noise' ) ),
					disposition: {
						outcome: 'declined',
						basis: 'stated',
						rationale: 'A meter cannot tell a wren from a rake, and nobody wants to be measured.',
						decidedHow: 'talk-consensus',
						decidedOn: '2024-05-11',
						sources: talk( revision( 'talk-noise-agreed' ) )
					}
				}
			]
		},
		{
			id: 'lo-04',
			topics: [ 'law' ],
			sections: [ 'rules.tools' ],
			request: {
				question: 'May the committee keep tools that are not its own?',
				requestedBy: [ 'linden' ],
				requestedOn: '2024-04-07',
				reviewedRevision: revision( 'draft-sent' )
			},
			advice: [ {
				id: 'lo-04.1',
				advisers: [ 'trust' ],
				channel: 'meeting',
				givenOn: '2024-05-28',
				summary: 'No. Nobody may keep what belongs to another. The sentence has to go.',
				sources: kept( 'Minutes of the meeting with the Trust' ),
				disposition: {
					outcome: 'adopted',
					basis: 'stated',
					decidedBy: [ 'trust' ],
					decidedHow: 'required-by-adviser',
					decidedOn: '2024-05-28'
				},
				changes: [ {
					revision: revision( 'no-confiscation' ),
					relation: 'derived',
					basis: 'stated-in-summary',
					deleted: [ {
						exact: 'The committee may confiscate private tools found in the shed.'
					} ]
				} ],
				reviews: [ {
					by: 'trust',
					stance: 'confirms',
					revision: revision( 'no-confiscation' ),
					on: '2024-06'
				} ]
			} ]
		}
	];
}
