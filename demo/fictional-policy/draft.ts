/**
 * What the log says of the draft itself. Some headings are those of the day on which the
 * question was put and have changed since ("Noise", "Complaints"): following them is the
 * gadget's work. Two sections are no longer there at all.
 */
import type { Draft, DraftSection, Topic } from '../../src/log/types';
import { APPEALS, RULES } from './names';

function onRules( id: string, heading: string ): DraftSection {
	return { id: `rules.${ id }`, page: 'rules', heading };
}

export const draft: Draft = {
	pages: [
		{ id: 'rules', title: RULES },
		{ id: 'appeals', title: APPEALS }
	],
	sections: [
		onRules( 'lead', '' ),
		onRules( 'scope', 'Who these rules are for' ),
		onRules( 'plots', 'Plots and paths' ),
		onRules( 'quiet', 'Noise' ),
		onRules( 'music', 'Music nights' ),
		onRules( 'tools', 'Tools & "keys"' ),
		{ ...onRules( 'water', 'Water' ), former: [ { heading: 'Watering' } ] },
		onRules( 'compost', 'Compost and waste' ),
		onRules( 'fire', 'Fires and lanterns' ),
		onRules( 'animals', 'Animals' ),
		onRules( 'visitors', 'Visitors and children' ),
		onRules( 'scarecrows', 'Scarecrow contest' ),
		onRules( 'concerns', 'Complaints' ),
		onRules( 'committee', 'The orchard committee' ),
		onRules( 'amendments', 'Changing these rules' ),
		{
			id: 'appeals.time',
			page: 'appeals',
			heading: 'Time limit',
			former: [ { page: 'rules', heading: 'Time limit' } ]
		},
		{ id: 'appeals.panel', page: 'appeals', heading: 'The appeal panel' },
		{ id: 'appeals.decisions', page: 'appeals', heading: 'What the panel may decide' }
	]
};

export const topics: Topic[] = [
	{ id: 'review', label: 'General review' },
	{ id: 'language', label: 'Plain language', broader: 'review' },
	{ id: 'neighbours', label: 'Living next to each other' },
	{ id: 'quiet', label: 'Quiet', broader: 'neighbours' },
	{ id: 'concerns', label: 'Concerns and appeals', broader: 'neighbours' },
	{ id: 'deadlines', label: 'Time limits', broader: 'concerns' },
	{ id: 'fire', label: 'Fire and light' },
	{ id: 'water', label: 'Water' },
	{ id: 'access', label: 'Access for all' },
	{ id: 'comfort', label: 'Benches and shade', broader: 'access' },
	{ id: 'animals', label: 'Animals' },
	{ id: 'law', label: 'Law and lease' },
	{ id: 'accidents', label: 'Accidents', broader: 'law' },
	{ id: 'approval', label: 'Approval of the rules' }
];
