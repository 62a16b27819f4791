import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/log/dates';
import { readVagueDate, type VagueDate, writeVagueDate } from '../../src/log/vague-dates';

const cases: [ VagueDate, string | null ][] = [
	[ { kind: 'on', at: { year: 2016 } }, '2016' ],
	[ { kind: 'on', at: { year: 2016, month: 1 } }, '2016-01' ],
	[ { kind: 'on', at: { year: 2016, month: 1, day: 5, about: true } }, '2016-01-05~' ],
	[ { kind: 'part', third: 'early', at: { year: 2016 } }, '2016-01/2016-04' ],
	[ { kind: 'part', third: 'middle', at: { year: 2016 } }, '2016-05/2016-08' ],
	[ { kind: 'part', third: 'late', at: { year: 2016, month: 2 } }, '2016-02-21/2016-02-29' ],
	[ { kind: 'within', from: { year: 2016, month: 3 }, to: { year: 2017 } }, '2016-03/2017' ],
	[ { kind: 'until', at: { year: 2016 } }, '../2016' ],
	[ { kind: 'since', at: { year: 2016, month: 2, about: true } }, '2016-02~/..' ],
	[ { kind: 'before', at: { year: 2016 } }, '../2015' ],
	[ { kind: 'before', at: { year: 2016, month: 1 } }, '../2015-12' ],
	[ { kind: 'before', at: { year: 2016, month: 3, day: 1 } }, '../2016-02-29' ],
	[ { kind: 'after', at: { year: 2016, month: 12 } }, '2017-01/..' ],
	[ { kind: 'after', at: { year: 2016, month: 12, day: 31 } }, '2017-01-01/..' ],
	[ { kind: 'before', at: { year: 50 } }, '../0049' ],
	[ { kind: 'on', at: { year: 2016, month: 13 } }, null ],
	[ { kind: 'on', at: { year: 2015, month: 2, day: 29 } }, null ],
	[ { kind: 'before', at: { year: 2015, month: 2, day: 30 } }, null ],
	[ { kind: 'within', from: { year: 2017 }, to: { year: 2016 } }, null ],
	[ { kind: 'before', at: { year: 0 } }, null ],
	[ { kind: 'after', at: { year: 9999 } }, null ],
	[ { kind: 'on', at: { year: NaN } }, null ]
];

const point = fc.record( {
	year: fc.integer( { min: 0, max: 9999 } ), month: fc.integer( { min: 1, max: 12 } ),
	day: fc.integer( { min: 1, max: 31 } ), parts: fc.integer( { min: 1, max: 3 } ),
	about: fc.boolean()
} ).map( ( { year, month, day, parts, about } ) => [
	String( year ).padStart( 4, '0' ), String( month ).padStart( 2, '0' ), String( day ).padStart( 2, '0' )
].slice( 0, parts ).join( '-' ) + ( about ? '~' : '' ) );
const text = fc.oneof(
	point, fc.tuple( fc.oneof( point, fc.constant( '..' ) ), fc.oneof( point, fc.constant( '..' ) ) ).map( ( ends ) => ends.join( '/' ) )
);

describe( 'dates as the parts of a control', () => {
	it.each( cases )( '%j is written %s', ( parts, written ) => {
		expect( writeVagueDate( parts ) ).toBe( written );
		const isStrict = parts.kind === 'before' || parts.kind === 'after';
		if ( written !== null && !isStrict ) {
			expect( readVagueDate( written ) ).toEqual( parts );
		}
	} );

	it( 'are written as they were read, for every date of the log', () => {
		let read = 0;
		fc.assert( fc.property( text, ( date ) => {
			const parts = readVagueDate( date );
			expect( parts !== null ).toBe( readDate( date ) !== null );
			if ( parts ) {
				read++;
				expect( writeVagueDate( parts ) ).toBe( date );
			}
		} ), { numRuns: 2000 } );
		expect( read ).toBeGreaterThan( 500 );
	} );

	it( 'before and after leave out just the time that is named', () => {
		fc.assert( fc.property( point.filter( ( date ) => readDate( date ) !== null && !/^(?:0000|9999)/.test( date ) ), ( date ) => {
			const parts = readVagueDate( date );
			if ( parts?.kind !== 'on' ) {
				return;
			}
			const [ before, after ] = ( [ 'before', 'after' ] as const )
				.map( ( kind ) => readDate( writeVagueDate( { kind, at: parts.at } ) ?? '' ) );
			const dayAfter = ( day: string ): string => (
				new Date( Date.parse( day ) + 86400000 ).toISOString().slice( 0, 10 )
			);
			expect( dayAfter( before?.latest ?? '' ) ).toBe( readDate( date )?.earliest );
			expect( dayAfter( readDate( date )?.latest ?? '' ) ).toBe( after?.earliest );
		} ) );
	} );
} );
