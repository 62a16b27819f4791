/** Puts a marker at each section of the open page that has advice on record. */
import { refKey } from '../account/items';
import type { DraftAccount, SectionAccount, SectionItem, SectionRef } from '../account/types';
import { msg } from '../wiki/messages';
import { attachCard } from './card';
import type { ReaderWorkspace } from './draft-workspace';
import { findOutput, type PageHeading } from './headings';
import { fillMarker, makeMarker } from './marker';
import { addRow, makeRoom } from './marker-row';
import { findHeading, type OpenPage } from './open-page';
import type { PageCards } from './page-cards';

/** The items that have no section on any page: about the whole draft, or not looked up yet. */
function itemsAtTitle( account: DraftAccount, lead: SectionAccount | undefined ): SectionItem[] {
	const listed = new Set<unknown>();
	for ( const page of account.pages ) {
		for ( const section of page.sections ) {
			section.items.forEach( ( { item } ) => listed.add( item ) );
		}
	}
	const rest = [ ...account.wholeDraft, ...account.unplaced ]
		// Those with a place on another page have their marker there.
		.filter( ( item ) => !listed.has( item ) && !item.touched.length && !item.asked.length );
	return [
		...lead ? lead.items : [],
		...rest.map( ( item ) => ( { item, because: 'asked' as const, state: item.state } ) )
	];
}

/** What a marker stands for: a section with a heading, or the page's title. */
interface MarkedPlace {
	section: SectionRef | null;
	items: SectionItem[];
	heading: PageHeading | null;
}

function keyOf( section: SectionRef | null ): string {
	return section ? refKey( section ) : '';
}

function titleOf( section: SectionRef | null ): string {
	return section ? msg( 'card-title', section.heading ) : msg( 'card-title-draft' );
}

/** What is wrong with the log as a whole, in short; empty if nothing is. */
function logTrouble( workspace: ReaderWorkspace ): string {
	const trouble = workspace.failures().find(
		( { kind } ) => kind === 'older' || kind === 'unreadable'
	);
	return trouble ? msg( `marker-log-${ trouble.kind }` ) : '';
}

/** The places of the open page with something to say, in the order of the page. */
function markedPlaces(
	account: DraftAccount | null, openPage: OpenPage, trouble: string
): MarkedPlace[] {
	const page = account?.pages.find( ( { title } ) => title === openPage.title );
	const lead = page?.sections.find( ( { ref } ) => ref.heading === '' );
	const places: MarkedPlace[] = [
		{ section: null, items: account ? itemsAtTitle( account, lead ) : [], heading: null }
	];
	for ( const { ref, items } of page ? page.sections : [] ) {
		const heading = findHeading( openPage, ref );
		if ( heading ) {
			places.push( { section: ref, items, heading } );
		}
	}
	return places.filter( ( { items, section } ) => items.length || ( trouble && !section ) );
}

/**
 * Keeps the markers of the open page in step with the account.
 *
 * @return draws them anew; a marker whose card may be open stays the same element
 */
export function markersOf( workspace: ReaderWorkspace, cards: PageCards ): () => void {
	const markers = new Map<string, HTMLElement>();
	/** Keys of the items that stood on the marker whose card is open. */
	let openKeys = new Set<string>();

	/** What a card lists: what stood on its marker when it opened, as it is known now. */
	function itemsNow( section: SectionRef | null, keys: Set<string> ): SectionItem[] {
		const account = workspace.account();
		const here = markedPlaces( account, workspace.openPage(), '' )
			.find( ( other ) => keyOf( other.section ) === keyOf( section ) );
		const listed = here ? here.items : [];
		// Reading revisions moves items from the title to their sections: not under the
		// reader's eyes.
		const moved = ( account && !section ? account.items : [] ).filter( ( item ) => (
			keys.has( item.key ) && !listed.some( ( other ) => other.item === item )
		) );
		return [
			...moved.map( ( item ) => ( { item, because: 'asked' as const, state: item.state } ) ),
			...listed
		];
	}

	function read(): void {
		cards.load();
		workspace.look();
	}

	function makePlace( { section, heading }: MarkedPlace ): HTMLElement {
		const marker = makeMarker();
		addRow( marker, heading );
		attachCard( {
			marker,
			title: titleOf( section ),
			draw: ( body ) => cards.draw( body, itemsNow( section, openKeys ), section, marker ),
			prepare: () => {
				read();
				// Unless the card opens.
				workspace.leave();
			},
			opening: () => {
				const listed = itemsNow( section, new Set() );
				openKeys = new Set( listed.map( ( { item } ) => item.key ) );
			},
			opened: () => {
				read();
				// What this browser has traced before is there in a moment.
				workspace.readWords( true );
			},
			instead: () => cards.openPanel( section ? { section } : {}, marker ),
			closed: () => {
				draw();
				workspace.leave();
			}
		} );
		return marker;
	}

	let places: MarkedPlace[] = [];

	function makeRoomFor( some: MarkedPlace[] ): void {
		const rows: Parameters<typeof makeRoom>[ 0 ] = [];
		for ( const { section, heading } of some ) {
			const row = markers.get( keyOf( section ) )?.parentElement;
			if ( row ) {
				rows.push( [ row, heading ] );
			}
		}
		makeRoom( rows );
	}

	// The page gets narrower with the window, and when the panel opens.
	const output = findOutput();
	if ( output && 'ResizeObserver' in window ) {
		new ResizeObserver(
			mw.util.debounce( () => makeRoomFor( places ), 100 )
		).observe( output );
	}
	function draw(): void {
		const trouble = logTrouble( workspace );
		places = markedPlaces( workspace.account(), workspace.openPage(), trouble );
		const wanted = new Set( places.map( ( { section } ) => keyOf( section ) ) );
		for ( const [ key, marker ] of markers ) {
			// A marker stays while its card is open. The wiki may have drawn the page's content
			// anew, without our rows.
			const isOpen = marker.getAttribute( 'aria-expanded' ) === 'true';
			if ( ( !wanted.has( key ) && !isOpen ) || !marker.isConnected ) {
				marker.parentElement?.remove();
				markers.delete( key );
			}
		}
		makeRoomFor( places.filter( ( place ) => {
			const key = keyOf( place.section );
			const marker = markers.get( key ) || makePlace( place );
			markers.set( key, marker );
			return fillMarker(
				marker, titleOf( place.section ), place.items, place.section ? '' : trouble
			);
		} ) );
	}

	return draw;
}
