/** The published trace of a page: written, read, and carried over to a newer text. */
export { alignPublished, fits, type AlignedWords } from './align-published';
export { publishTrace, type PublishedParts } from './publish-trace';
export {
	headingHash, type PublishedChange, type PublishedSection, type PublishedSurvival,
	type PublishedTrace
} from './published-format';
export { readPublishedTrace, type ReadTrace } from './read-published';
