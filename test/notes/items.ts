/** Items of an account for the tests of the notes. */
import type { AdviceItem } from '../../src/account/types';
import type { Change, Source } from '../../src/log/types';

export function itemWith( key: string, more: {
	changes?: Change[]; sources?: Source[]; item?: Partial<AdviceItem>;
} = {} ): AdviceItem {
	const { changes = [], sources, item } = more;
	return {
		key,
		entry: { id: key, request: { question: `Question of ${ key }`, sources } },
		advice: { id: `${ key }.1`, summary: `Summary of ${ key }`, changes },
		state: changes.length ? 'changed' : 'checked',
		advisers: [ { id: 'x', name: 'Professor Marrow' } ],
		changes: changes.map( ( change ) => (
			{ change, effects: [], notFound: { inserted: [], removed: [] } }
		) ),
		touched: [],
		asked: [],
		unplaced: false,
		orphans: 0,
		...item
	};
}
