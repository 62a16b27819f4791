import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../src/log/advice-log.schema.json';
import { ageInDays, dateProblem, isAfter, isBefore, type LogDate, readDate } from '../../src/log/dates';

function read( text: string ): LogDate {
	const date = readDate( text );
	if ( !date ) {
		throw new Error( `${ text } was not read` );
	}
	return date;
}

describe( 'readDate', () => {
	it.each( [
		[ '2016', '2016-01-01', '2016-12-31', false ],
		[ '2016-02', '2016-02-01', '2016-02-29', false ],
		[ '2015-02~', '2015-02-01', '2015-02-28', true ],
		[ '1900-02', '1900-02-01', '1900-02-28', false ],
		[ '2000-02', '2000-02-01', '2000-02-29', false ],
		[ '2016-04-30', '2016-04-30', '2016-04-30', false ],
		[ '2016-07', '2016-07-01', '2016-07-31', false ],
		[ '2016-08', '2016-08-01', '2016-08-31', false ],
		[ '2016-09', '2016-09-01', '2016-09-30', false ],
		[ '2016-12', '2016-12-01', '2016-12-31', false ],
		[ '0000', '0000-01-01', '0000-12-31', false ],
		[ '2016-01/2016-04', '2016-01-01', '2016-04-30', false ],
		[ '2016-01~/2017', '2016-01-01', '2017-12-31', true ],
		[ '../2016-03', null, '2016-03-31', false ],
		[ '2016/..', '2016-01-01', null, false ]
	] )( 'reads %s', ( text, earliest, latest, approximate ) => {
		expect( read( text ) ).toMatchObject( { text, earliest, latest, approximate } );
	} );

	it( 'keeps how each end was written', () => {
		expect( read( '2016-01~/..' ) ).toMatchObject( {
			start: { text: '2016-01', precision: 'month', approximate: true }, end: null, interval: true
		} );
		expect( read( '2016' ) ).toMatchObject( {
			start: { precision: 'year' }, end: { precision: 'year' }, interval: false
		} );
	} );

	it.each( [
		'', '16', '2016-1', '2016-13', '2016-00', '2016-02-30', '2015-02-29', '2016-04-31', '2016-01-00',
		'2016-01-32', '~2016', '2016~~', '2016-01-15T00:00', '..', '../..', '/2016', '2016/', '../',
		'2015/2016/2017', ' 2016', '2016\n', '2016 - 2017', '-2016', '２０１６'
	] )( 'does not read %j', ( text ) => {
		expect( readDate( text ) ).toBeNull();
		expect( dateProblem( text ) ).toBe( 'E2' );
	} );

	it( 'tells an interval the wrong way round from a mistake in writing', () => {
		expect( dateProblem( '2016-05/2016-04' ) ).toBe( 'E9' );
		expect( dateProblem( '2016-05/2016' ) ).toBeNull();
		expect( readDate( '2017/2016' ) ).toBeNull();
	} );

	it( 'accepts what the pattern of the schema accepts, but for days that do not exist', () => {
		// eslint-disable-next-line security/detect-non-literal-regexp -- our own schema
		const pattern = new RegExp( schema.$defs.date.pattern );
		const point = fc.tuple(
			fc.constantFrom( '2016', '2015', '', '..', '99' ),
			fc.constantFrom( '', '-02', '-12', '-13', '-1' ),
			fc.constantFrom( '', '-01', '-28', '-29', '-32' ),
			fc.constantFrom( '', '~' )
		).map( ( parts ) => parts.join( '' ) );
		const date = fc.oneof( point, fc.tuple( point, point ).map( ( ends ) => ends.join( '/' ) ) );
		fc.assert( fc.property( date, ( text ) => {
			if ( !/2015-02-29/.test( text ) ) {
				expect( dateProblem( text ) !== 'E2' ).toBe( pattern.test( text ) );
			}
		} ), { numRuns: 2000 } );
	} );

	it( 'agrees with the calendar of the platform on every day of four hundred years', () => {
		for ( let day = Date.UTC( 1800, 0, 1 ); day < Date.UTC( 2200, 0, 1 ); day += 86400000 ) {
			const text = new Date( day ).toISOString().slice( 0, 10 );
			const next = new Date( day + 86400000 ).toISOString().slice( 0, 10 );
			const month = readDate( text.slice( 0, 7 ) );
			const isLast = next.endsWith( '-01' );
			if ( dateProblem( text ) || ( isLast && month?.latest !== text ) ) {
				expect.fail( text );
			}
		}
	} );
} );

describe( 'ageInDays', () => {
	const today = new Date( '2016-05-10T23:59:00Z' );

	it.each( [
		[ '2016-05-10', 0, 0 ],
		[ '2016-05-01', 9, 9 ],
		[ '2016-04', 10, 39 ],
		[ '2016-04~', 0, 70 ],
		[ '2016', 0, 130 ],
		[ '2015', 131, 495 ],
		[ '../2016-04', 10, null ],
		[ '2016-04/..', 0, 39 ],
		[ '2017', 0, 0 ]
	] )( '%s', ( text, atLeast, atMost ) => {
		expect( ageInDays( read( text ), today ) ).toEqual( { atLeast, atMost } );
	} );
} );

describe( 'a time before or after a date', () => {
	it.each( [
		[ '2024-03-01T23:00:00Z', '2024-03-02', '' ],
		[ '2024-03-01T09:59:59Z', '2024-03-02', 'before' ],
		[ '2024-02-29T23:00:00Z', '2024-03-02', 'before' ],
		[ '2024-03-02T12:00:00Z', '2024-03-02', '' ],
		[ '2024-03-03T11:59:59Z', '2024-03-02', '' ],
		[ '2024-03-03T12:00:00Z', '2024-03-02', 'after' ],
		[ '2024-03-04T00:00:00Z', '2024-03-02', 'after' ],
		[ '2024-02-25T00:00:00Z', '2024-03-02~', '' ],
		[ '1999-01-01T00:00:00Z', '../2024', '' ],
		[ '2099-01-01T00:00:00Z', '2024/..', '' ]
	] )( '%s and %s: told only where it is certain in every time zone (%s)', ( time, text, expected ) => {
		const date = read( text );
		expect( [ isBefore( time, date ) && 'before', isAfter( time, date ) && 'after' ].filter( Boolean ).join() )
			.toBe( expected );
	} );
} );
