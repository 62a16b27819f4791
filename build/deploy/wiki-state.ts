/** Reads from a wiki what a plan is made from. */
import type { WikiState } from './plan';
import type { WikiSession } from './wiki-session';

/** What is done to a wiki; every edit summary begins with it. */
export const verbs = { deploy: 'Deploy', rollback: 'Roll back', uninstall: 'Uninstall' } as const;

/** The summary of all edits of one deployment, by which they are recognized later. */
export function summaryOf( verb: keyof typeof verbs, source: string ): string {
	return `${ verbs[ verb ] } advice-provenance ${ source }`;
}

/** Whether an edit was made by a deployment of this gadget. */
export function isOurSummary( comment: string ): boolean {
	return /^(?:Deploy|Roll back|Uninstall) advice-provenance\b/.test( comment );
}

type Reading = Pick<WikiSession, 'read' | 'list' | 'creation' | 'mayDelete'>;

/**
 * Reads pages, and finds those that earlier deployments created and nobody asks for any more.
 *
 * @param wanted titles that the gadget has
 */
export async function readState( session: Reading, wanted: string[] ): Promise<WikiState> {
	const others = ( await session.list() ).filter( ( title ) => !wanted.includes( title ) );
	const pages = await session.read( [ ...wanted, ...others ] );
	const made = new Set<string>();
	for ( const title of others ) {
		const first = pages.get( title ) ? await session.creation( title ) : undefined;
		if ( first !== undefined && isOurSummary( first.comment ) ) {
			made.add( title );
		}
	}
	return { pages, made, mayDelete: session.mayDelete };
}
