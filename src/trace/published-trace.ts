/** The published trace of a page: written, read and compared. */
export { comparePublished, type PublishedDifference } from './compare-published';
export { fits } from './published-fits';
export { publishPage, type PublishedParts } from './publish-page';
export { publishTrace, type PublishedSubjects } from './publish-trace';
export {
	textHash, type PublishedChange, type PublishedItem, type PublishedPlace, type PublishedSection,
	type PublishedTrace
} from './published-format';
export { readPublishedTrace, type ReadItem, type ReadTrace } from './read-published';
