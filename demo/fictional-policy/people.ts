/** Who is in the log: drafters and advisers, none of whom exist. */
import type { Agent } from '../../src/log/types';
import { BRAMBLE, FENNEL, LINDEN, MARIGOLD, SORREL } from './names';

function drafter( id: string, user: string ): Agent {
	return {
		id,
		type: 'Person',
		name: user,
		user,
		engagement: 'volunteer',
		naming: 'public-record'
	};
}

const drafters: Agent[] = [
	drafter( 'linden', LINDEN ),
	drafter( 'marigold', MARIGOLD ),
	drafter( 'bramble', BRAMBLE ),
	drafter( 'fennel', FENNEL ),
	drafter( 'sorrel', SORREL ),
	{ id: 'meeting', type: 'Organization', name: 'Harvest meeting of Lantern Orchard' },
	{ id: 'diggers', type: 'Organization', name: 'The Tuesday diggers (an imaginary club)' }
];

const advisers: Agent[] = [
	{
		id: 'marrow',
		type: 'Person',
		name: 'Professor Ottoline Marrow (invented)',
		expertise: 'quarrels over hedges, and how they end',
		engagement: 'paid-hourly',
		naming: 'consented'
	},
	{
		id: 'hob',
		type: 'Person',
		name: 'Hob Nettlefield (invented)',
		expertise: 'fire; lit lanterns for forty made-up years',
		affiliation: [ 'lamplighters' ],
		engagement: 'volunteer',
		naming: 'consented'
	},
	{
		id: 'wrenfoot',
		type: 'Person',
		name: 'Dr Pim Wrenfoot (invented)',
		expertise: 'gates, paths and benches that everybody can use',
		engagement: 'paid-fixed',
		naming: 'consented'
	},
	{
		id: 'odo',
		type: 'Person',
		name: 'Odo Combwright (invented)',
		expertise: 'bees, and hens in passing',
		engagement: 'volunteer',
		naming: 'consented'
	},
	{
		id: 'rot',
		type: 'Person',
		name: 'A teacher at the School of Rot',
		expertise: 'compost',
		engagement: 'volunteer',
		naming: 'withheld'
	},
	{
		id: 'puddle',
		type: 'Organization',
		name: 'Puddle Institute (invented)',
		expertise: 'water in small amounts',
		engagement: 'volunteer',
		naming: 'public-record'
	},
	{
		id: 'lamplighters',
		type: 'Organization',
		name: 'Guild of Lamplighters, safety desk (invented)',
		engagement: 'volunteer',
		naming: 'public-record'
	},
	{
		id: 'trust',
		type: 'Organization',
		name: 'Lantern Orchard Trust, legal desk (invented)',
		expertise: 'the lease',
		engagement: 'staff',
		naming: 'role-only'
	},
	{
		id: 'quill',
		type: 'Organization',
		name: 'Quill & Sedge, imaginary solicitors',
		engagement: 'paid-hourly',
		naming: 'public-record'
	},
	{
		id: 'plainspeak',
		type: 'SoftwareAgent',
		name: 'Plainspeak-o-Matic (invented)',
		expertise: 'counting words in sentences',
		naming: 'public-record'
	}
];

export const agents: Agent[] = [ ...drafters, ...advisers ];
