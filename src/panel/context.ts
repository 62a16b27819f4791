/** What the panel hands down to all of its parts. */
import { inject, type InjectionKey, type ShallowRef } from 'vue';
import type { Agent } from '../log/types';
import type { DraftAccount, SectionRef } from '../account/types';
import type { WordsProgress } from '../account/workspace';
import type { FailureText } from './failures';
import type { FormsGate } from './use-forms';

export interface PanelContext {
	/** The account as it is known now. */
	account: Readonly<ShallowRef<DraftAccount | null>>;
	/** True while cited revisions are being read. */
	reading: Readonly<ShallowRef<boolean>>;
	/** Where the tracing of the draft's words stands. */
	words: Readonly<ShallowRef<WordsProgress>>;
	/** Why it failed, if it did. */
	wordsFailure: Readonly<ShallowRef<FailureText | undefined>>;
	readWords(): void;
	stopWords(): void;
	/** The agents of some ids; an id that the log does not explain stands for itself. */
	agents( ids: readonly string[] | undefined ): Agent[];
	openItem( key: string ): Promise<void>;
	/** The way to change the log; null where it is not offered. */
	forms: FormsGate | null;
	/** Follows a link to a section; on the page that is open it scrolls instead. */
	followSection( section: SectionRef, event: MouseEvent ): void;
	sectionUrl( section: SectionRef ): string;
}

/** One text for a section, to find it by. */
export function sectionKey( { page, heading, nth }: SectionRef ): string {
	return `${ page }#${ heading }#${ nth }`;
}

/** One for all scripts: parts of the panel come with several of them. */
export const CONTEXT: InjectionKey<PanelContext> = Symbol.for( 'advice-provenance-panel' );

export function usePanel(): PanelContext {
	const context = inject( CONTEXT );
	if ( !context ) {
		throw new Error( 'A part of the panel stands outside of it.' );
	}
	return context;
}
