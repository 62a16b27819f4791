import { describe, expect, it } from 'vitest';
import { adviceStatus, openAge, type Status } from '../../src/log/status';
import type { Advice, AdviceRequest, Outcome } from '../../src/log/types';

const question = 'Who may climb?';
const changes = [ { revision: 7 } ];

function decided( outcome: Outcome, more: Partial<Advice> = {} ): Advice {
	return { id: 'a', disposition: { outcome }, ...more };
}

describe( 'adviceStatus', () => {
	const rows: [ AdviceRequest[ 'state' ], Advice | null, Status ][] = [
		[ 'withdrawn', decided( 'adopted', { changes } ), 'withdrawn' ],
		[ 'out-of-scope', null, 'out-of-scope' ],
		[ 'deferred', null, 'deferred' ],
		[ 'open', null, 'requested' ],
		[ undefined, null, 'incomplete' ],
		[ 'open', decided( 'pending' ), 'answered' ],
		[ undefined, decided( 'pending', { changes } ), 'answered' ],
		[ 'open', { id: 'a' }, 'incomplete' ],
		[ undefined, { id: 'a', changes }, 'incomplete' ],
		[ undefined, decided( 'declined' ), 'closed' ],
		[ undefined, decided( 'confirmed-no-change' ), 'closed' ],
		[ undefined, decided( 'superseded', { changes } ), 'closed' ],
		[ undefined, decided( 'adopted' ), 'decided' ],
		[ undefined, decided( 'adopted-in-part', { changes: [] } ), 'decided' ],
		[ undefined, decided( 'adopted-with-modification', { changes } ), 'applied' ]
	];

	it.each( rows )( 'request %s, advice %j: %s', ( state, advice, status ) => {
		expect( adviceStatus( { question, state }, advice ) ).toBe( status );
	} );

	it( 'is verified while the words of a confirmed or verified revision stand', () => {
		const reviewed = ( stance: 'confirms' | 'objects' | 'verifies', revision?: number ): Advice => decided( 'adopted', { changes, reviews: [ { by: 'x', stance, revision } ] } );
		const stands = (): boolean => true;
		expect( adviceStatus( { question }, reviewed( 'confirms', 7 ), stands ) ).toBe( 'verified' );
		expect( adviceStatus( { question }, reviewed( 'verifies', 7 ), stands ) ).toBe( 'verified' );
		expect( adviceStatus( { question }, reviewed( 'objects', 7 ), stands ) ).toBe( 'applied' );
		expect( adviceStatus( { question }, reviewed( 'confirms' ), stands ) ).toBe( 'applied' );
		expect( adviceStatus( { question }, reviewed( 'confirms', 7 ), () => false ) ).toBe( 'applied' );
		expect( adviceStatus( { question }, reviewed( 'confirms', 7 ) ) ).toBe( 'applied' );
	} );
} );

describe( 'openAge', () => {
	const today = new Date( '2016-05-10T00:00:00Z' );
	const requestedOn = '2016-05-01';

	it( 'counts from the question while no answer came, from the advice while nothing is decided', () => {
		const request: AdviceRequest = { question, state: 'open', requestedOn };
		expect( openAge( request, null, today ) ).toEqual( { atLeast: 9, atMost: 9 } );
		const answered = decided( 'pending', { givenOn: '2016-05-08' } );
		expect( openAge( request, answered, today ) ).toEqual( { atLeast: 2, atMost: 2 } );
	} );

	it( 'is not known where nothing is open or no date is recorded', () => {
		expect( openAge( { question, requestedOn }, null, today ) ).toBeNull();
		expect( openAge( { question, state: 'open' }, null, today ) ).toBeNull();
		expect( openAge( { question, state: 'open', requestedOn }, decided( 'pending' ), today ) ).toBeNull();
	} );
} );
