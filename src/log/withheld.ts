import type { Advice, Agent, Disclosure, Quote, Source } from './types';

/** True if nothing of the content is to be shown. */
export function isWithheld( advice: { disclosure?: Partial<Disclosure> } ): boolean {
	return advice.disclosure?.level === 'withheld';
}

/**
 * Takes the content out of a withheld piece of advice, in place. What stays says that it
 * exists, who gave it and when, why and until when it is withheld, what was decided and by
 * which revisions. What goes is everything that was written about its content: also the
 * rationale and reviewers' notes, which argue with it, and the labels and links of all sources:
 * where a decision, an edit or a review was talked about, so was the advice.
 *
 * Lists of quoted words become empty instead of absent: `inserted: []` says that only some
 * of the revision's words belong to this advice, but not which.
 */
export function hideWithheld( advice: Advice ): void {
	if ( !isWithheld( advice ) ) {
		return;
	}
	delete advice.summary;
	delete advice.suggestedText;
	delete advice.effort?.note;
	delete advice.competingInterest?.statement;
	delete advice.disposition?.rationale;
	const none: Quote[] = [];
	for ( const change of advice.changes || [] ) {
		change.inserted = change.inserted && none;
		change.deleted = change.deleted && none;
	}
	const parts: ( { sources?: Source[]; note?: string } | undefined )[] = [
		advice, advice.disposition, ...advice.changes || [], ...advice.reviews || []
	];
	for ( const part of parts ) {
		if ( part ) {
			delete part.note;
			// That a record is kept somewhere is no secret.
			part.sources = part.sources && part.sources.filter( ( source ) => source.private )
				.map( () => ( { private: true } ) );
		}
	}
}

/** Takes the account name from an agent who is not to be named, in place. */
export function hideUser( agent: Agent ): void {
	if ( agent.naming === 'role-only' || agent.naming === 'withheld' ) {
		delete agent.user;
	}
}
