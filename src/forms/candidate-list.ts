/** Likely edits for a piece of advice, as the forms show them. */
import type { Candidate, CandidateReason } from '../account/rank-candidates';
import { readEdits, type ListedEdit } from '../wiki/edit-list';
import { formatList } from '../wiki/lists';
import { loadScript } from '../wiki/load-script';
import { msg } from '../wiki/messages';
import type { CandidateOptions, WordsForForms } from '../wiki/words-script';
import type { FormSession } from './session';

export interface LikelyEdit {
	edit: ListedEdit;
	/** In words, the strongest first. */
	reasons: string[];
	/** How the link is known, if somebody takes it. */
	basis: 'text-match' | 'inferred';
}

/** In nine of ten cases the right one is among so many. */
const SHOWN = 3;
const MOST_REASONS = 4;
/** Terms are cut after so many letters. */
const TERM_LENGTH = 6;

function reasonText( { signal, words = [] }: CandidateReason ): string {
	const found = formatList( ...words.map( ( word ) => (
		word.length < TERM_LENGTH ? word : `${ word }…`
	) ) );
	return found ? msg( 'form-reason-words', msg( `form-reason-${ signal }` ), found ) : msg( `form-reason-${ signal }` );
}

/** Every edit is as long as some: that alone, or the date alone, is no reason to show one. */
function isTelling( { score, reasons }: Candidate ): boolean {
	return score > 0 && reasons.some( ( { signal } ) => signal !== 'size' && signal !== 'date' );
}

/**
 * Looks for edits that may have applied a piece of advice.
 *
 * @param session
 * @param advice its id
 * @param titles of the draft's pages
 * @param options
 * @throws {Error} as `WordsForForms.readCandidates`
 */
export async function findLikelyEdits(
	session: FormSession, advice: string, titles: readonly string[], options: CandidateOptions
): Promise<LikelyEdit[]> {
	const query = session.tools.queryFor( session.log.value, advice );
	if ( !query ) {
		return [];
	}
	const { readCandidates } = await loadScript<WordsForForms>( 'words', 'readCandidates' );
	const best = ( await readCandidates( query, titles, options ) )
		.filter( isTelling ).slice( 0, SHOWN );
	const ids = best.map( ( { revision } ) => revision );
	const read = ids.length ? await readEdits( ids ) : [];
	const edits = new Map( read.map( ( edit ) => [ edit.id, edit ] ) );
	return best.flatMap( ( { revision, reasons } ) => {
		const edit = edits.get( revision );
		return edit ? [ {
			edit,
			reasons: reasons.filter( ( { signal } ) => signal !== 'size' )
				.slice( 0, MOST_REASONS ).map( reasonText ),
			basis: reasons[ 0 ]?.signal === 'suggested' ? 'text-match' : 'inferred'
		} ] : [];
	} );
}
