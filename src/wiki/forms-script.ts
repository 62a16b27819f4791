/** What the forms script gives to the panel script, which is a download of its own. */
import type { Component } from 'vue';

/** What a form is opened for. Nothing: a new entry. */
export interface FormStart {
	/** Id of an entry to change. */
	entry?: string;
	/** An edit that applied some advice. */
	revision?: number;
	/** Advisers, topics and sections, and what can be done to several entries at once. */
	things?: boolean;
	/** What was typed another time and is kept in this browser. */
	resume?: boolean;
}

export interface FormsScript {
	/**
	 * Properties `workspace` and `start`; the event `close` tells the entry that was worked on,
	 * if any.
	 */
	FormsView: Component;
}
