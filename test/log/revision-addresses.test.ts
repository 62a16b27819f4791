import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRevisionAddress, type ThisWiki } from '../../src/log/revision-addresses';

const wiki: ThisWiki = {
	servers: [ 'https://wiki.example', '//m.wiki.example' ],
	diff: [ 'Änderung', 'Unterschied' ], permanentLink: [ 'Permanenter Link' ]
};
const read = ( text: string ): unknown => readRevisionAddress( text, wiki );

describe( 'a revision as somebody pastes it', () => {
	it.each( [
		[ '4711', { revision: 4711 } ],
		[ ' 4711\n', { revision: 4711 } ],
		[ 'https://wiki.example/w/index.php?title=X&oldid=4711', { revision: 4711 } ],
		[ 'http://wiki.example/w/index.php?title=X&oldid=4711#Top', { revision: 4711 } ],
		[ '//wiki.example:443/wiki/X?oldid=4711', { revision: 4711 } ],
		[ 'https://m.wiki.example/wiki/X?oldid=4711', { revision: 4711 } ],
		[ 'https://WIKI.example/wiki/X?diff=4711&oldid=4700', { revision: 4711, from: 4700 } ],
		[ 'https://wiki.example/wiki/X?diff=prev&oldid=4711', { revision: 4711 } ],
		[ 'https://wiki.example/w/index.php?title=X&diff=4711&oldid=prev', { revision: 4711 } ],
		[ 'https://wiki.example/w/index.php?title=X&diff=4711', { revision: 4711 } ],
		[ 'https://wiki.example/w/index.php?diff=4711&diff=4712', { revision: 4712 } ],
		[ 'https://wiki.example/w/index.php?title=Special:Diff/4700/4711', { revision: 4711, from: 4700 } ],
		[ 'https://wiki.example/wiki/Special:Diff/4711', { revision: 4711 } ],
		[ 'https://wiki.example/wiki/Special:Diff/4711/prev', { revision: 4711 } ],
		[ 'https://wiki.example/wiki/Special:Diff/prev/4711', { revision: 4711 } ],
		[ 'https://wiki.example/wiki/Special%3ADiff%2F4711', { revision: 4711 } ],
		[ 'https://wiki.example/wiki/Spezial:%C3%84nderung/4700/4711', { revision: 4711, from: 4700 } ],
		[ 'https://wiki.example/wiki/Spezial:Permanenter_Link/4711#Top', { revision: 4711 } ],
		[ 'https://wiki.example/wiki/Special:Redirect/revision/4711', { revision: 4711 } ],
		[ 'Special:Diff/4700/4711', { revision: 4711, from: 4700 } ],
		[ '[[Special:PermanentLink/4711]]', { revision: 4711 } ],
		[ '[[:Special:Diff/4711|this edit]]', { revision: 4711 } ],

		[ 'https://other.example/wiki/Special:Diff/4711', { problem: 'other-wiki' } ],
		[ 'https://wiki.example.evil.example/?oldid=4711', { problem: 'other-wiki' } ],
		[ 'https://wiki.example@evil.example/?oldid=4711', { problem: 'other-wiki' } ],
		[ 'https://evil.example/https://wiki.example/?oldid=4711', { problem: 'other-wiki' } ],
		[ 'https://wiki.example/wiki/X', { problem: 'no-revision' } ],
		[ 'https://wiki.example/wiki/X?oldid=0', { problem: 'no-revision' } ],
		[ 'https://wiki.example/wiki/X?oldid=12x', { problem: 'no-revision' } ],
		[ 'https://wiki.example/wiki/User:Oak/2016', { problem: 'no-revision' } ],
		[ 'https://wiki.example/wiki/X?diff=next&oldid=4711', { problem: 'relative' } ],
		[ 'https://wiki.example/wiki/X?diff=cur&oldid=4711', { problem: 'relative' } ],
		[ 'https://wiki.example/wiki/X?diff=0&oldid=4711', { problem: 'relative' } ],
		[ 'https://wiki.example/wiki/Special:Diff/4711/next', { problem: 'relative' } ],
		[ 'Special:Diff/4711/cur', { problem: 'relative' } ],
		[ '[[Special:Diff/x]]', { problem: 'no-revision' } ],
		[ '', { problem: 'no-address' } ],
		[ '0', { problem: 'no-address' } ],
		[ '-5', { problem: 'no-address' } ],
		[ '99999999999999999999', { problem: 'no-address' } ],
		[ 'the second edit of May', { problem: 'no-address' } ],
		[ 'Diff/4711', { problem: 'no-address' } ],
		// eslint-disable-next-line no-script-url -- it must not be taken for an address
		[ 'javascript:alert(4711)', { problem: 'no-address' } ]
	] )( '%s', ( text, expected ) => {
		expect( read( text ) ).toEqual( expected );
	} );

	it( 'is a number that a revision can have, or nothing, whatever is pasted', () => {
		const parts = fc.constantFrom(
			'https://wiki.example', '//', '/wiki/', 'Special:', 'Diff', '/', '?', '&', 'oldid=', 'diff=', '4711', 'prev', '#', '%', '%zz', '[[', ']]', '|', '_', ':'
		);
		fc.assert( fc.property( fc.oneof( fc.string(), fc.array( parts, { maxLength: 12 } ).map( ( all ) => all.join( '' ) ) ), ( text ) => {
			const result = readRevisionAddress( text, wiki );
			if ( 'revision' in result ) {
				expect( Number.isSafeInteger( result.revision ) &&
					result.revision > 0 ).toBe( true );
				expect( result.from ).not.toBe( result.revision );
			} else {
				expect( result.problem ).toBeTypeOf( 'string' );
			}
		} ), { numRuns: 1000 } );
	} );

	it( 'is refused, however long it is', () => {
		for ( const text of [ '['.repeat( 1e6 ), `[[${ ']'.repeat( 1e6 ) }x`, `https://wiki.example/${ '/'.repeat( 1e6 ) }`, '9'.repeat( 1e6 ), `https://wiki.example/?${ '&'.repeat( 1e5 ) }` ] ) {
			expect( read( text ) ).toHaveProperty( 'problem' );
		}
	} );
} );
