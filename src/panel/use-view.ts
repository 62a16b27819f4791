/** What the reader chose to see: kept in this browser whenever it changes. */
import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { Filter } from './filter';
import type { Grouping } from './group-items';
import { keepView, recallView, type Tab } from './kept-view';

export interface View {
	tab: Ref<Tab>;
	grouping: Ref<Grouping>;
	filter: ShallowRef<Filter>;
}

/** To be called in a component's setup. */
export function useView( logTitle: string ): View {
	const kept = recallView( logTitle );
	const tab = ref( kept.tab );
	const grouping = ref( kept.grouping );
	const filter = shallowRef( kept.filter );
	watch( [ tab, grouping, filter ], () => keepView( logTitle, {
		tab: tab.value,
		grouping: grouping.value,
		filter: filter.value
	} ) );
	return { tab, grouping, filter };
}
