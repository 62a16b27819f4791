/** Titles of the pages below a log on which something of it is published. */

/**
 * Title of the page on which the trace of a page is published, below the log.
 *
 * @param log title of the log page
 * @param page id of the page that was traced: it stays when the page is moved
 */
export function publishedTitle( log: string, page: number ): string {
	return `${ log }/trace/${ page }.json`;
}

/**
 * Title of the page on which others look for the summary of a log.
 *
 * @param log title of the log page
 */
export function summaryTitle( log: string ): string {
	return `${ log }/summary`;
}
