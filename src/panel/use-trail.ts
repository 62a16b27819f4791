/** The records that are opened one from another, with the way back. */
import { computed, nextTick, onMounted, onUnmounted, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { AdviceItem } from '../account/types';
import { takeAddress } from './address';

export interface TrailParts {
	/** Items by their keys. */
	items: Readonly<Ref<Map<string, AdviceItem>>>;
	/** What scrolls. */
	body: Readonly<Ref<HTMLElement | null>>;
	record: Readonly<Ref<{ focus(): void } | null>>;
	/** Gets the focus where what was opened cannot be found in the list. */
	heading: Readonly<Ref<HTMLElement | null>>;
}

export interface Trail {
	/** The record that is shown. */
	item: ComputedRef<AdviceItem | undefined>;
	open( key: string ): Promise<void>;
	back(): Promise<void>;
	/** Shows no record, wherever they came from. */
	leave(): void;
}

/** Elements are compared by their data: a key of the log is no part of a selector. */
export function findByData(
	root: HTMLElement | null, name: 'item' | 'section', value: string
): HTMLElement | undefined {
	// What stands in another tab cannot be seen.
	return Array.from( root?.querySelectorAll<HTMLElement>( `[data-${ name }]` ) ?? [] )
		.find( ( element ) => element.dataset[ name ] === value &&
			!element.closest( '[aria-hidden="true"]' ) );
}

/** To be called in a component's setup; keeps the address, and gives it back at the end. */
export function useTrail( { items, body, record, heading }: TrailParts ): Trail {
	/** Keys; the last one is shown. */
	const trail = shallowRef<readonly string[]>( [] );
	const item = computed( () => items.value.get( trail.value[ trail.value.length - 1 ] ?? '' ) );
	/** Where the list was scrolled to, and what was pressed there. */
	let listPosition = 0;
	let opener: Element | null = null;
	const address = takeAddress();
	onMounted( () => address.show( item.value?.key ) );
	watch( () => item.value?.key, ( key ) => address.show( key ) );
	onUnmounted( address.release );

	async function showLast(): Promise<void> {
		await nextTick();
		if ( item.value ) {
			body.value?.scrollTo?.( 0, 0 );
			record.value?.focus();
		}
	}

	return {
		item,
		async open( key ) {
			if ( !item.value && body.value ) {
				listPosition = body.value.scrollTop;
				opener = document.activeElement;
			}
			if ( item.value?.key !== key ) {
				trail.value = [ ...trail.value, key ];
			}
			await showLast();
		},
		async back() {
			const left = item.value?.key ?? '';
			trail.value = trail.value.slice( 0, -1 );
			await nextTick();
			if ( item.value ) {
				record.value?.focus();
				return;
			}
			if ( body.value ) {
				body.value.scrollTop = listPosition;
			}
			const wasOpener = opener instanceof HTMLElement && body.value?.contains( opener );
			( wasOpener ? opener as HTMLElement : findByData( body.value, 'item', left ) ?? heading.value )
				?.focus( { preventScroll: true } );
		},
		leave() {
			trail.value = [];
		}
	};
}
