/**
 * Title of the page on which the trace of a page is published, below the log.
 *
 * @param log title of the log page
 * @param page id of the page that was traced: it stays when the page is moved
 */
export function publishedTitle( log: string, page: number ): string {
	return `${ log }/trace/${ page }.json`;
}
