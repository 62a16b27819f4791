/** A large draft with a long log, to measure pages with. */
import type { AdviceLog, Change, Entry } from '../../src/log/types';
import { generateHistory } from './generated-history';
import { policyText } from './policy-text';

export interface LargeDraft {
	/** Wikitext of its revisions, the oldest first. */
	texts: string[];
	/** The log, once the ids of these revisions are known. */
	log( page: string, ids: readonly number[] ): AdviceLog;
}

const RELATIONS: Change[ 'relation' ][] = [ 'quoted', 'derived', 'influenced' ];

/**
 * @param size characters of the text
 * @param revisions
 * @param entries of the log, each of which cites one revision
 */
export function largeDraft( size: number, revisions: number, entries: number ): LargeDraft {
	const history = generateHistory( {
		text: policyText( size, 6 ), revisions, seed: 6, weights: { blank: 0, vandal: 0 }
	} );
	return {
		texts: history.revisions.map( ( { text } ) => text ),
		log: ( page, ids ) => ( {
			schemaVersion: 1,
			draft: { pages: [ { id: 'p', title: page } ] },
			agents: [ { id: 'oak', name: 'Oak', type: 'Person' } ],
			entries: Array.from( { length: entries }, ( _, at ): Entry => ( {
				id: `e${ at }`,
				request: { question: `What of point ${ at }?` },
				advice: [ {
					id: `e${ at }.1`,
					advisers: [ 'oak' ],
					summary: `Say it more plainly, point ${ at }.`,
					disposition: { outcome: 'adopted' },
					changes: [ {
						revision: ids[ 1 + at % ( ids.length - 1 ) ] as number,
						relation: RELATIONS[ at % RELATIONS.length ]
					} ]
				} ]
			} ) )
		} )
	};
}
