/** For each section how much of it goes back to advice, as bar and in words. */
import { adviserShares, type AdviserShares } from '../account/adviser-shares';
import { refKey } from '../account/items';
import type { AdviceItem, DraftAccount, SectionAccount, SectionRef } from '../account/types';
import { hasUnfollowed } from '../account/unfollowed';
import { formatNumber, formatShare } from '../wiki/numbers';
import { msg } from '../wiki/messages';

/** A part of a bar. */
export interface SharePart {
	name: string;
	words: number;
	/** How it is drawn: 1 to 5 for those with most words, 6 for the others, 7 for no single one. */
	look: number;
}

export interface ShareRow {
	/** null for the draft as a whole */
	ref: SectionRef | null;
	/** In words, and all of it: the bar only repeats it. */
	text: string;
	total: number;
	parts: SharePart[];
	/** Words of advice that is not public are left alone; said where there is such advice. */
	withheld: boolean;
}

export interface SharePage {
	title: string;
	rows: ShareRow[];
}

export interface Shares {
	whole: ShareRow | null;
	pages: SharePage[];
}

const OTHERS = 6;
const NO_SINGLE = 7;

function rowText( section: SectionAccount | null, { total, advised }: AdviserShares ): string {
	if ( !total ) {
		return msg( 'panel-share-empty' );
	}
	return advised || !section ?
		msg( 'panel-share', formatNumber( advised ), total, formatShare( advised, total ) ) :
		// What is not on record may have happened all the same.
		msg( !section.items.length ? 'panel-share-not-recorded' :
			hasUnfollowed( section ) ? 'panel-share-partly' : 'panel-share-none' );
}

class ShareNames {
	/** Looks by ids of advisers, those with most words first. */
	private readonly looks: Map<string, number>;

	public constructor( private readonly account: DraftAccount, whole: AdviserShares ) {
		const ranked = [ ...whole.single ].sort( ( a, b ) => b[ 1 ] - a[ 1 ] );
		this.looks = new Map( ranked.map(
			( [ id ], index ) => [ id, Math.min( index + 1, OTHERS ) ]
		) );
	}

	public parts( { single, several, unknown }: AdviserShares ): SharePart[] {
		const parts = [ ...single ].map( ( [ id, words ] ) => ( {
			name: this.account.agents.get( id )?.name ?? id,
			words,
			look: this.looks.get( id ) ?? OTHERS
		} ) ).sort( ( a, b ) => a.look - b.look || b.words - a.words );
		const rest = [
			{ name: msg( 'panel-share-several' ), words: several, look: NO_SINGLE },
			{ name: msg( 'panel-adviser-not-recorded' ), words: unknown, look: NO_SINGLE }
		];
		return parts.concat( rest.filter( ( { words } ) => words > 0 ) );
	}
}

function sum( all: readonly AdviserShares[] ): AdviserShares {
	const single = new Map<string, number>();
	const result = { total: 0, advised: 0, single, several: 0, unknown: 0 };
	for ( const shares of all ) {
		result.total += shares.total;
		result.advised += shares.advised;
		result.several += shares.several;
		result.unknown += shares.unknown;
		for ( const [ id, words ] of shares.single ) {
			single.set( id, ( single.get( id ) ?? 0 ) + words );
		}
	}
	return result;
}

function hasWithheld( { items }: SectionAccount ): boolean {
	return items.some( ( { state, because } ) => state === 'withheld' && because === 'changed' );
}

/** Shares of all sections, once the words of the draft were traced. */
export function shareRows( account: DraftAccount ): Shares {
	const { words, pages } = account;
	const items = new Map<string, AdviceItem>(
		account.items.map( ( item ) => [ item.key, item ] )
	);
	const byPage = new Map( pages.map( ( { title } ) => {
		const page = words?.pages.get( title );
		return [ title, page && adviserShares( page, items ) ];
	} ) );
	const whole = sum( [ ...byPage.values() ].flatMap(
		( all ) => all ? [ ...all.values() ] : []
	) );
	const names = new ShareNames( account, whole );
	return {
		whole: whole.total ? {
			ref: null,
			text: rowText( null, whole ),
			total: whole.total,
			parts: names.parts( whole ),
			withheld: false
		} : null,
		pages: pages.map( ( { title, sections } ) => ( {
			title,
			rows: sections.map( ( section ) => {
				const shares = byPage.get( title )?.get( refKey( section.ref ) );
				return {
					ref: section.ref,
					text: shares ? rowText( section, shares ) : msg( 'panel-share-unknown' ),
					total: shares?.total ?? 0,
					parts: shares ? names.parts( shares ) : [],
					withheld: hasWithheld( section )
				};
			} )
		} ) )
	};
}
