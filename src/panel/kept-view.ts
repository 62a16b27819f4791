/** How the reader left the panel: remembered in this browser, for each draft. */
import { keepObject, recallObject } from '../wiki/storage';
import { NO_FILTER, type Filter } from './filter';
import { GROUPINGS, type Grouping } from './group-items';

export const TABS = [ 'overview', 'entries', 'timeline', 'open', 'report' ] as const;
export type Tab = typeof TABS[ number ];

export interface KeptView {
	tab: Tab;
	grouping: Grouping;
	/** Without the words that were searched for. */
	filter: Filter;
}

function keyOf( logTitle: string ): string {
	return `${ logTitle }#panel`;
}

/** The value if it is one of ours, else the first of them. */
function oneOf<T>( values: readonly T[], value: unknown ): T {
	return values.find( ( known ) => known === value ) ?? values[ 0 ] as T;
}

function textOf( value: unknown ): string {
	return typeof value === 'string' ? value : '';
}

/** How the panel was left; as it is at first where nothing is remembered. */
export function recallView( logTitle: string ): KeptView {
	const kept = recallObject( keyOf( logTitle ) ) as Record<string, unknown> | null;
	const filter = ( kept?.filter ?? {} ) as Record<string, unknown>;
	return {
		tab: oneOf( TABS, kept?.tab ),
		grouping: oneOf( GROUPINGS, kept?.grouping ),
		filter: {
			...NO_FILTER,
			outcome: textOf( filter.outcome ),
			adviser: textOf( filter.adviser ),
			topic: textOf( filter.topic )
		}
	};
}

export function keepView( logTitle: string, { tab, grouping, filter }: KeptView ): void {
	keepObject( keyOf( logTitle ), { tab, grouping, filter: { ...filter, text: '' } } );
}
