/**
 * The panel as a sheet. In windows without room for both it covers the page, which then can be
 * neither reached nor heard; beside the page it leaves it as it is.
 */
import { onMounted, onUnmounted, ref, watch, type Ref } from 'vue';

/** Windows in which the panel stands beside the page; as in styles/panel.css. */
const WIDE = '(min-width: 1280px)';

export interface Sheet {
	isSheet: Ref<boolean>;
	/** Does something on the page that is covered, such as giving a part of it the focus. */
	onPage<T>( action: () => T ): T;
}

/**
 * To be called in a component's setup; ends with the component.
 *
 * @param root of the panel, in an element of its own at the end of the page
 */
export function useSheet( root: Readonly<Ref<HTMLElement | null>> ): Sheet {
	const wide = window.matchMedia( WIDE );
	const isSheet = ref( !wide.matches );
	/** What cannot be reached because of this sheet. */
	let covered: Element[] = [];

	function uncover(): void {
		covered.forEach( ( element ) => element.removeAttribute( 'inert' ) );
		covered = [];
	}

	function cover(): void {
		uncover();
		const host = root.value?.parentElement;
		if ( isSheet.value && host ) {
			covered = Array.from( document.body.children )
				.filter( ( element ) => element !== host && !element.hasAttribute( 'inert' ) );
			covered.forEach( ( element ) => element.setAttribute( 'inert', '' ) );
		}
	}

	function measure(): void {
		isSheet.value = !wide.matches;
	}

	watch( isSheet, () => {
		const isOutside = !root.value?.contains( document.activeElement );
		cover();
		if ( isSheet.value && isOutside ) {
			root.value?.focus();
		}
	} );
	onMounted( () => {
		wide.addEventListener( 'change', measure );
		cover();
	} );
	onUnmounted( () => {
		wide.removeEventListener( 'change', measure );
		uncover();
	} );

	return {
		isSheet,
		onPage( action ) {
			uncover();
			const result = action();
			cover();
			return result;
		}
	};
}
