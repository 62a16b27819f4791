/** The history of a log page with its texts, the newest first. */
import { listOf, query } from './api';
import { slotModel, slotText, userOf, type PageText } from './page-text';

export interface LogRevision {
	id: number;
	/** ISO 8601, in UTC */
	timestamp: string;
	/** null where the name is hidden */
	user: string | null;
	/** null where the text is hidden */
	text: string | null;
	/** Content model. */
	model: string;
}

export interface HistoryPart {
	/** Revision to begin with; without it the newest. */
	from?: number;
	/** How many to read in each request: the wiki gives 50 texts to everybody. */
	parts: readonly number[];
	signal?: AbortSignal;
}

/**
 * Reads revisions of a log page from a revision on, back in time. The next request is made when
 * more are asked for.
 *
 * @param title of the log page
 * @param part
 * @yield what one request brought, at most as many as were asked for
 * @throws {WikiError} when the wiki does not answer
 * @throws {DOMException} `AbortError` when cancelled
 */
export async function* readLogHistory(
	title: string, { from, parts, signal }: HistoryPart
): AsyncGenerator<LogRevision[], void, void> {
	let next: Record<string, string> | null = from ? { rvstartid: String( from ) } : {};
	for ( const part of parts ) {
		if ( !next ) {
			return;
		}
		const answer: Awaited<ReturnType<typeof query>> = await query( {
			prop: 'revisions',
			rvprop: [ 'ids', 'timestamp', 'user', 'content' ],
			rvslots: 'main',
			rvlimit: part,
			titles: [ title ],
			...next
		}, signal );
		// A start and a place to go on from exclude each other.
		next = answer.next;
		yield listOf( answer.query.pages )
			.flatMap( ( page ) => listOf( page.revisions ) )
			.map( ( revision ) => ( {
				id: Number( revision.revid ),
				timestamp: String( revision.timestamp ),
				user: userOf( revision ),
				text: slotText( revision ),
				model: slotModel( revision )
			} ) );
	}
}

/**
 * Reads one revision of a log page, as if it were the newest.
 *
 * @param title of the log page
 * @param id of a revision of it
 * @return undefined if there is no such revision
 * @throws {WikiError} when the wiki does not answer
 */
export async function readLogRevision( title: string, id: number ): Promise<PageText | undefined> {
	const { value } = await readLogHistory( title, { from: id, parts: [ 1 ] } ).next();
	const found = value?.[ 0 ];
	return found && found.id === id ? {
		asked: title,
		title,
		pageId: 0,
		revision: id,
		text: found.text,
		timestamp: found.timestamp,
		user: found.user,
		model: found.model
	} : undefined;
}
