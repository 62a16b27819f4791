import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/trace/words';

function words( text: string ): string[] {
	return splitWords( text ).map( ( word ) => word.text );
}

describe( 'words', { timeout: 60000 }, () => {
	it.each( [
		[ 'keep their case', 'You MUST, you must.', [ 'You', 'MUST', 'you', 'must' ] ],
		[ 'hold apostrophes, points and hyphens inside', 'don’t it\'s e.g. well-known \'quoted\'',
			[ 'don’t', 'it\'s', 'e.g', 'well-known', 'quoted' ] ],
		[ 'hold digits', '2016-01-15 1st §2', [ '2016-01-15', '1st', '2' ] ],
		[ 'of Chinese are its characters', '行为准则', [ '行', '为', '准', '则' ] ],
		[ 'of Japanese are its characters', 'ひカ漢abc', [ 'ひ', 'カ', '漢', 'abc' ] ],
		[ 'of Thai keep their marks', 'ที่นี่', [ 'ที่', 'นี่' ] ],
		[ 'of Korean are separated by spaces', '행동 강령', [ '행동', '강령' ] ],
		[ 'of Arabic and Hebrew', 'قواعد السلوك כללי', [ 'قواعد', 'السلوك', 'כללי' ] ],
		[ 'keep vowel signs', 'आचार संहिता', [ 'आचार', 'संहिता' ] ],
		[ 'keep combining marks', 'cafe\u0301 x', [ 'cafe\u0301', 'x' ] ],
		[ 'outside the first plane are whole', '𝒜b 𠀀', [ '𝒜b', '𠀀' ] ],
		[ 'are no emoji and no punctuation', '👍🏽 — … !? 👩‍👩‍👧', [] ],
		[ 'are parted by half characters', 'a\ud800b\udc00', [ 'a', 'b' ] ],
		[ 'of nothing are none', '', [] ]
	] )( '%s', ( _name, text, expected ) => {
		expect( words( text ) ).toEqual( expected );
	} );

	it( 'stand at their places, in order, without overlap, in any text', () => {
		fc.assert( fc.property( fc.string( { unit: 'binary' } ), ( text ) => {
			let at = 0;
			for ( const { text: word, start, end } of splitWords( text ) ) {
				expect( start ).toBeGreaterThanOrEqual( at );
				expect( text.slice( start, end ) ).toBe( word );
				at = end;
			}
			expect( at ).toBeLessThanOrEqual( text.length );
		} ) );
	} );
} );
