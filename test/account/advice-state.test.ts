import { describe, expect, it } from 'vitest';
import { adviceState } from '../../src/account/advice-state';
import { STATE_ICONS } from '../../src/account/state-icons';
import { STATE_ORDER } from '../../src/account/state-order';
import type { Advice, Outcome, RequestState } from '../../src/log/types';

const change = { changes: [ { revision: 1 } ] };

function state( request: RequestState | undefined, advice: Partial<Advice> | null ): string {
	return adviceState(
		{ id: 'e', request: { question: '?', ...( request ? { state: request } : {} ) } },
		advice && { id: 'a', ...advice }
	);
}

describe( 'the state of a piece of advice', () => {
	it.each( [
		// outcome, with a change named, without one
		[ 'adopted', 'changed', 'adopted' ],
		[ 'adopted-in-part', 'changed', 'adopted' ],
		[ 'adopted-with-modification', 'changed', 'adopted' ],
		[ 'confirmed-no-change', 'checked', 'checked' ],
		[ 'declined', 'declined', 'declined' ],
		[ 'pending', 'pending', 'pending' ],
		[ 'superseded', 'superseded', 'superseded' ],
		[ undefined, 'changed', 'not-recorded' ]
	] as [ Outcome | undefined, string, string ][] )( 'with the outcome %s', (
		outcome, withChange, without
	) => {
		const advice: Partial<Advice> = outcome ? { disposition: { outcome } } : {};
		for ( const request of [ undefined, 'open' ] as const ) {
			expect( state( request, { ...advice, ...change } ) ).toBe( withChange );
			expect( state( request, advice ) ).toBe( without );
			expect( state( request, { ...advice, changes: [] } ) ).toBe( without );
		}
		for ( const level of [ 'full', 'summary', 'redacted' ] as const ) {
			expect( state( undefined, { ...advice, ...change, disclosure: { level } } ) )
				.toBe( withChange );
		}
		const withheld: Partial<Advice> = {
			...advice, ...change, disclosure: { level: 'withheld' }
		};
		expect( state( undefined, withheld ) ).toBe( 'withheld' );
		expect( state( 'withdrawn', withheld ) ).toBe( 'set-aside' );
	} );

	it.each( [
		[ 'open', 'pending' ],
		[ undefined, 'not-recorded' ],
		[ 'withdrawn', 'set-aside' ],
		[ 'deferred', 'set-aside' ],
		[ 'out-of-scope', 'set-aside' ]
	] as [ RequestState | undefined, string ][] )( 'of a request that is %s and has no advice', (
		request, expected
	) => {
		expect( state( request, null ) ).toBe( expected );
	} );

	it( 'has a sign of its own and a place in the order', () => {
		expect( [ ...STATE_ORDER ].sort() ).toEqual( Object.keys( STATE_ICONS ).sort() );
		const icons = Object.values( STATE_ICONS );
		const signs = new Set( icons.map( ( icon ) => JSON.stringify( icon ) ) );
		expect( signs.size ).toBe( STATE_ORDER.length );
	} );
} );
