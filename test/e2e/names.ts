/** Names that the set-up and the tests share. */

/** Snapshot of the wiki with the demonstrations and the gadget, before any test. */
export const DEPLOYED = 'deployed';
/** Snapshot: the demonstrations as they were imported, without the gadget and any test. */
export const UNTOUCHED = 'demonstrations';
