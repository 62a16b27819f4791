/** The published trace of a page: written, read, compared, and carried over to a newer text. */
export { alignPublished, fits, type AlignedWords } from './align-published';
export { comparePublished, type PublishedDifference } from './compare-published';
export { publishPage, type PublishedParts } from './publish-page';
export { publishTrace, type PublishedSubjects } from './publish-trace';
export {
	textHash, type PublishedChange, type PublishedItem, type PublishedPlace, type PublishedSection,
	type PublishedTrace
} from './published-format';
export { readPublishedTrace, type ReadItem, type ReadTrace } from './read-published';
