/** Finds which words of a newer text of a page stood in an older one. */
import type { FollowedSection } from './followed-changes';
import { SectionHistory } from './section-history';
import { sureWords } from './sure-words';
import { Trace } from './trace';

/** The words of a text, with their places in it, in UTF-16 units. */
export interface CarriedWords {
	readonly text: string;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	/** For each word its index in the older text; -1 for newer ones, and where that is doubtful. */
	readonly before: Int32Array;
	readonly sections: FollowedSection[];
}

/**
 * Words that stand, also where they moved, are those of the older text.
 *
 * @param textThen wikitext of a revision
 * @param textNow wikitext of a newer one of its page, or of the same
 */
export function carryOver( textThen: string, textNow: string ): CarriedWords {
	const trace = new Trace();
	trace.add( { revid: 1, page: '', text: textThen } );
	const typesOf = ( ids: Int32Array ): Int32Array => (
		ids.map( ( id ) => trace.tracer.graph.types.get( id ) )
	);
	const { ids: older } = trace.words( '' );
	const index = new Map( [ ...older ].map( ( id, at ) => [ id, at ] ) );
	if ( textNow !== textThen ) {
		trace.add( { revid: 2, page: '', text: textNow } );
	}
	const history = new SectionHistory();
	trace.revisions.forEach( ( revision ) => history.take( revision ) );
	const { ids, starts, ends } = trace.words( '' );
	let from = 0;
	return {
		text: textNow,
		starts,
		ends,
		before: sureWords(
			typesOf( older ), typesOf( ids ), ids.map( ( id ) => index.get( id ) ?? -1 )
		),
		sections: history.sections( '' ).map( ( { heading, level, words } ) => {
			const section = { heading, level, from, to: from + words.length };
			from = section.to;
			return section;
		} )
	};
}
