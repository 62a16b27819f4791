/** What the panel shows when it is opened: an item, a section, or the list as it is. */
import { nextTick, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import type { SectionRef } from '../account/types';
import type { PanelScript } from '../account/workspace';
import { sectionKey } from './context';
import { NO_FILTER } from './filter';
import { editOf, type FormsGate } from './use-forms';
import { findByData, useTrail, type Trail, type TrailParts } from './use-trail';
import type { View } from './use-view';

export interface Shown extends Pick<Trail, 'item' | 'back' | 'leave'> {
	/** The section to start at. */
	wanted: Readonly<ShallowRef<SectionRef | null>>;
	/** An item was asked for that the log does not have. */
	isMissing: Readonly<Ref<boolean>>;
	openItem( key: string ): Promise<void>;
	/** Shows what is asked for, and gives it the focus. */
	show( what: Parameters<PanelScript[ 'openPanel' ]>[ 1 ] ): void;
}

/** To be called in a component's setup. */
export function useShown(
	parts: TrailParts & { forms: FormsGate }, { tab, grouping, filter }: View
): Shown {
	const { items, body, heading, forms } = parts;
	const wanted = shallowRef<SectionRef | null>( null );
	const isMissing = ref( false );
	const { item, open, back, leave } = useTrail( parts );

	function openItem( key: string ): Promise<void> {
		isMissing.value = false;
		return open( key );
	}

	async function openSection( section: SectionRef ): Promise<void> {
		leave();
		tab.value = 'entries';
		grouping.value = 'section';
		filter.value = NO_FILTER;
		wanted.value = section;
		await nextTick();
		const place = findByData( body.value, 'section', sectionKey( section ) );
		place?.scrollIntoView?.( { block: 'start' } );
		( place ?? heading.value )?.focus( { preventScroll: true } );
	}

	return {
		item,
		wanted,
		isMissing,
		openItem,
		back,
		leave,
		show( { item: key, section } ) {
			const revision = editOf( key );
			if ( revision ) {
				forms.open( { revision } );
				return;
			}
			isMissing.value = key !== undefined && !items.value.has( key );
			if ( key !== undefined && !isMissing.value ) {
				// The way back leads to the list that the record is part of.
				tab.value = item.value ? tab.value : 'entries';
				openItem( key );
			} else if ( section ) {
				openSection( section );
			} else {
				heading.value?.focus();
			}
		}
	};
}
