/** An advice log of a made-up policy, with one of everything that the panel shows. */

export const orchardLog = {
	schemaVersion: 1,
	title: 'Advice on the Orchard Rules',
	draft: {
		pages: [
			{ id: 'main', title: 'Project:Orchard Rules' },
			{ id: 'keys', title: 'Project:Orchard Rules/Keys' }
		],
		sections: [
			{ id: 'ladders', page: 'main', heading: 'Ladders' },
			{ id: 'harvest', page: 'main', heading: 'Sharing the harvest' },
			{ id: 'bees', page: 'main', heading: 'Bees' },
			{ id: 'lending', page: 'keys', heading: 'Lending' },
			{ id: 'gone', page: 'main', heading: 'Scarecrows' }
		]
	},
	topics: [
		{ id: 'safety', label: 'Safety' },
		{ id: 'heights', label: 'Working at heights', broader: 'safety' },
		{ id: 'fairness', label: 'Fair shares' }
	],
	agents: [
		{ id: 'marit', name: 'Marit Holm', expertise: 'work safety', engagement: 'paid-hourly' },
		{ id: 'guild', name: 'Orchard Guild', type: 'Organization' },
		{ id: 'legal', name: 'Guild legal desk', type: 'Organization', engagement: 'staff', affiliation: [ 'guild' ] },
		{ id: 'pip', name: 'Pip', user: 'Pip', engagement: 'volunteer' }
	],
	entries: [
		{
			id: 'ladder-height',
			topics: [ 'heights' ],
			sections: [ 'ladders' ],
			request: {
				question: 'How high may a volunteer climb without a second person at the foot of the ladder?',
				requestedBy: [ 'pip' ],
				onBehalfOf: [ 'guild' ],
				requestedOn: '2024-02~',
				reviewedRevision: 101,
				sources: [ { title: 'Project talk:Orchard Rules', revision: 103 } ]
			},
			advice: [ {
				id: 'ladder-marit',
				advisers: [ 'marit' ],
				relayedBy: 'pip',
				channel: 'email',
				givenOn: '2024-03-04',
				summary: 'Two metres at most, and never on a wet morning.',
				suggestedText: 'Nobody climbs higher than two metres alone.',
				effort: { hours: 1.5 },
				disclosure: { level: 'summary' },
				competingInterest: { declared: 'some', statement: 'sells ladders' },
				sources: [
					{ label: 'E-mail of 4 March', private: true },
					{ label: 'Guidance on ladders', url: 'https://safety.example/ladders' }
				],
				disposition: {
					outcome: 'adopted-with-modification',
					basis: 'stated',
					rationale: 'The morning dew is left to common sense.',
					decidedBy: [ 'pip', 'guild' ],
					decidedHow: 'talk-consensus',
					decidedOn: '2024-03-20',
					sources: [ { title: 'Project talk:Orchard Rules', revision: 110 } ]
				},
				changes: [ {
					revision: 112,
					relation: 'derived',
					basis: 'stated-in-summary',
					inserted: [
						{ exact: 'two metres' },
						{ exact: 'words that nobody wrote' }
					]
				} ],
				reviews: [ { by: 'marit', stance: 'confirms', revision: 112, on: '2024-04-02', note: 'Fine with me.' } ]
			} ]
		},
		{
			id: 'shares',
			topics: [ 'fairness' ],
			sections: [ 'harvest' ],
			request: { question: 'Is an equal share for everybody usual?' },
			advice: [
				{
					id: 'shares-legal',
					advisers: [ 'legal' ],
					summary: 'It is usual, and the text says it well.',
					disposition: { outcome: 'confirmed-no-change' }
				},
				{
					id: 'shares-marit',
					advisers: [ 'marit' ],
					summary: 'Those who come early should have more.',
					disposition: { outcome: 'declined', rationale: 'It would punish those who live far away.' }
				}
			]
		},
		{
			id: 'insurance',
			sections: [ 'ladders' ],
			request: { question: 'Who pays when somebody falls?' },
			advice: [ {
				id: 'insurance-legal',
				advisers: [ 'legal' ],
				summary: 'SECRET SUMMARY',
				effort: { note: 'SECRET EFFORT' },
				disclosure: {
					level: 'withheld',
					reason: 'legal-privilege',
					decidedBy: 'guild',
					reviewOn: '2030'
				},
				disposition: {
					outcome: 'adopted', rationale: 'SECRET RATIONALE',
					sources: [ { label: 'SECRET MINUTES', url: 'https://minutes.example/SECRET' } ]
				},
				reviews: [ {
					by: 'guild', stance: 'confirms', note: 'SECRET NOTE',
					sources: [ { label: 'SECRET LETTER', title: 'Talk:SECRET' } ]
				} ]
			} ]
		},
		{
			id: 'keys-old',
			sections: [ 'lending' ],
			request: { question: 'For how long may a key be lent?' },
			advice: [
				{
					id: 'keys-a',
					advisers: [ 'legal' ],
					summary: 'A week.',
					disposition: { outcome: 'superseded', supersededBy: 'keys-b' }
				},
				{
					id: 'keys-b',
					advisers: [ 'legal' ],
					summary: 'A day, now that the shed was broken into.',
					disposition: { outcome: 'adopted' },
					changes: [ { revision: 140 }, { revision: 999 } ]
				}
			]
		},
		{
			id: 'bees',
			sections: [ 'bees' ],
			request: { question: 'May the hives stand next to the path?', state: 'open', requestedOn: '2024-05-01' }
		},
		{
			id: 'scarecrows',
			sections: [ 'gone' ],
			request: { question: 'Does the scarecrow section need a permit?', state: 'withdrawn' }
		},
		{ id: 'approval', process: true, request: { question: 'Who should approve these rules?' } },
		{ id: 'overall', request: { question: 'What do you think of the draft as a whole?' } }
	]
};
