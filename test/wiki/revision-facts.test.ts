import { expect, it } from 'vitest';
import { useApi } from '../../src/wiki/api';
import { readRevisionFacts } from '../../src/wiki/revision-facts';

it( 'tells who made revisions of some pages, and nothing of those of others', async () => {
	const timestamp = '2025-01-01T00:00:00Z';
	const pages = [
		{ title: 'Rules', revisions: [
			{ revid: 3, timestamp, user: 'Oak' }, { revid: 5, timestamp, userhidden: true }
		] },
		{ title: 'Elsewhere', revisions: [ { revid: 4, timestamp, user: 'Elm' } ] }
	];
	useApi( { get: () => ( {
		then: ( done ) => Promise.resolve( { query: { pages } } ).then( done ),
		abort: () => undefined
	} ) } );
	expect( await readRevisionFacts( [ 3, 4, 5 ], new Set( [ 'Rules' ] ) ) ).toEqual( new Map( [
		[ 3, { timestamp, user: 'Oak' } ], [ 5, { timestamp, user: null } ]
	] ) );
} );
