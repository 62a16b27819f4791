import type { Advice, Agent, Disclosure, Quote, Source } from './types';

/** True if nothing of the content is to be shown. */
export function isWithheld( advice: { disclosure?: Partial<Disclosure> } ): boolean {
	return advice.disclosure?.level === 'withheld';
}

/** What tells of the content, in any part of a piece of advice. */
interface Content {
	rationale?: string;
	note?: string;
	inserted?: Quote[];
	deleted?: Quote[];
	sources?: Source[];
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
	const none: Quote[] = [];
	const parts: ( Content | undefined )[] = [
		advice, advice.disposition, ...advice.changes || [], ...advice.reviews || []
	];
	for ( const part of parts ) {
		if ( part ) {
			delete part.rationale;
			delete part.note;
			part.inserted = part.inserted && none;
			part.deleted = part.deleted && none;
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
