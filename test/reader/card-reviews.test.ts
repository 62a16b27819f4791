// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { AdviceItem } from '../../src/account/types';
import type { Review } from '../../src/log/types';
import { cardReviews } from '../../src/reader/card-reviews';
import { installMw, unknownMessages } from '../panel/fake-mw';
import { makeAccount, orchardReading } from '../panel/fixture';

beforeAll( installMw );

const agents = new Map( [ [ 'marit', { id: 'marit', name: 'Marit Holm' } ] ] );

function itemOf( options: Parameters<typeof makeAccount>[ 0 ] ): AdviceItem {
	const item = makeAccount( options ).items
		.find( ( { key } ) => key === 'ladder-height/ladder-marit' );
	if ( !item ) {
		throw new Error( 'The log of this test has no such item.' );
	}
	return item;
}

/** The reviews as a card shows them. */
function shown( item: AdviceItem ): string[] {
	const list = cardReviews( item, agents );
	expect( [ ...unknownMessages ] ).toEqual( [] );
	return Array.from( list?.children ?? [], ( { textContent } ) => ( textContent ?? '' ).trim() );
}

/** The same item with other reviews. */
function reviewedBy( item: AdviceItem, ...reviews: Review[] ): AdviceItem {
	return { ...item, advice: item.advice && { ...item.advice, reviews } };
}

describe( 'reviews on a card', () => {
	const item = itemOf( {} );
	const head = 'Confirmed: Marit Holm, Apr 2, 2024 for revision 112';

	it( 'say by whom, when, for which revision, and whether that still holds', () => {
		const today = ( orchardReading.today[ 0 ]?.text ?? '' ).replace( 'two metres', 'three metres' );
		expect( shown( item ) )
			.toEqual( [ `${ head }Whether the words changed since is not known yet. What changed` ] );
		expect( shown( itemOf( { words: true } ) ) )
			.toEqual( [ `${ head }Still holds: the words have not changed since.` ] );
		const lapsed = itemOf( { words: true, today } );
		expect( shown( lapsed ) )
			.toEqual( [ `${ head }No longer holds: the words changed since. What changed` ] );
		const links = cardReviews( lapsed, agents )?.querySelectorAll( 'a' ) ?? [];
		expect( Array.from( links, ( link ) => link.getAttribute( 'href' ) ) )
			.toEqual( [ '/w/index.php?oldid=112', '/w/index.php?diff=cur&oldid=112' ] );
	} );

	it( 'say what is not recorded, and nothing about words where there are none', () => {
		expect( shown( reviewedBy( item, { by: 'nobody', stance: 'objects' } ) ) ).toEqual( [
			'Objected: nobody For which revision is not recorded, so it is not known whether it still holds.'
		] );
		const unchanged = reviewedBy( item, { by: 'marit', stance: 'verifies', revision: 5 } );
		expect( shown( { ...unchanged, changes: [] } ) )
			.toEqual( [ 'Checked the record: Marit Holm for revision 5' ] );
		expect( cardReviews( reviewedBy( item ), agents ) ).toBeNull();
	} );

	it( 'say of withheld advice nothing about words', () => {
		const withheld = itemOf( { words: true } );
		const hidden: AdviceItem = {
			...withheld,
			advice: withheld.advice && { ...withheld.advice, disclosure: { level: 'withheld' } }
		};
		expect( shown( hidden ) ).toEqual( [ head ] );
	} );

	it( 'are the newest ones where there are many', () => {
		const many = [ 1, 2, 3, 4, 5 ].map(
			( revision ): Review => ( { by: 'marit', stance: 'confirms', revision } )
		);
		const list = shown( { ...reviewedBy( item, ...many ), changes: [] } );
		expect( list[ 0 ] ).toBe( 'Confirmed: Marit Holm for revision 3' );
		expect( list[ 3 ] ).toBe( '2 earlier ones in the full record' );
	} );
} );
