import type { Advice, Agent, Disclosure } from './types';

/** True if nothing of the content is to be shown. */
export function isWithheld( advice: { disclosure?: Partial<Disclosure> } ): boolean {
	return advice.disclosure?.level === 'withheld';
}

/**
 * Takes the content out of a withheld piece of advice, in place. What stays says that it
 * exists, who gave it and when, why and until when it is withheld, what was decided and by
 * which revisions. What goes is everything that was written about its content: also the
 * rationale and reviewers' notes, which argue with it, and the labels of sources. Where a
 * decision, an edit or a review is recorded stays; where the advice itself is recorded does not.
 *
 * Lists of quoted words become empty instead of absent: `inserted: []` says that only some
 * of the revision's words belong to this advice, but not which.
 */
export function hideWithheld( advice: Advice ): void {
	if ( !isWithheld( advice ) ) {
		return;
	}
	const { effort, competingInterest, disposition, changes = [], reviews = [] } = advice;
	delete advice.summary;
	delete advice.suggestedText;
	if ( effort ) {
		delete effort.note;
	}
	if ( competingInterest ) {
		delete competingInterest.statement;
	}
	if ( disposition ) {
		delete disposition.rationale;
	}
	for ( const review of reviews ) {
		delete review.note;
	}
	for ( const change of changes ) {
		change.inserted = change.inserted && [];
		change.deleted = change.deleted && [];
	}
	// That a record is kept somewhere is no secret.
	advice.sources = advice.sources && advice.sources
		.filter( ( source ) => source.private )
		.map( () => ( { private: true } ) );
	for ( const part of [ disposition, ...reviews, ...changes ] ) {
		for ( const source of part && part.sources || [] ) {
			delete source.label;
		}
	}
}

/** Takes the account name from an agent who is not to be named, in place. */
export function hideUser( agent: Agent ): void {
	if ( agent.naming === 'role-only' || agent.naming === 'withheld' ) {
		delete agent.user;
	}
}
