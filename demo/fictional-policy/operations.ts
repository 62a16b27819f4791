/**
 * What an editor can do to a page. Each operation changes the page and tells, section by
 * section, which words it put in and took out: it knows because it was told, not from
 * comparing texts.
 */
export type { Effect, Operation, Surroundings } from './operation';
export * from './page-operations';
export * from './section-operations';
export * from './word-operations';
