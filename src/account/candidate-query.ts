/** What a piece of advice lets one look for among the edits of a draft. */
import { readDate } from '../log/dates';
import type { Advice, AdviceLog, Agent, Entry, Source } from '../log/types';

export interface CandidateQuery {
	/** Words that the adviser proposed. */
	suggested: string;
	/** The advice as the log tells it, with the reason of the decision. */
	summary: string;
	/** The question, and the topics. */
	question: string;
	/** First day on which the advice can have been given, or asked for; null if not recorded. */
	earliest: string | null;
	/** Last day on which it can have been given or decided on; null likewise. */
	latest: string | null;
	/** Titles of pages and headings that the sections asked about have or had, small letters. */
	sections: { page: string; heading: string }[];
	/** Accounts of those who would put it into the text: relay, askers, deciders, advisers. */
	editors: string[];
	/** Names by which an edit summary can speak of those who advised or passed it on. */
	names: string[];
	/** What the sources of advice and decision are called: titles of pages, revisions. */
	discussions: { titles: string[]; revisions: number[] };
}

function agentsOf( log: AdviceLog, ids: readonly ( string | undefined )[] ): Agent[] {
	const agents = new Map( ( log.agents || [] ).map( ( agent ) => [ agent.id, agent ] ) );
	return [ ...new Set( ids ) ].flatMap( ( id ) => agents.get( id ?? '' ) ?? [] );
}

/** The words of sections in today's and former headings. */
function sectionNames(
	log: AdviceLog, entry: Entry, pageTitles: ReadonlyMap<string, string>
): CandidateQuery[ 'sections' ] {
	const asked = new Set( entry.sections );
	return ( log.draft.sections || [] ).filter( ( { id } ) => asked.has( id ) )
		.flatMap( ( { page, heading, former = [] } ) => [ { page, heading }, ...former ]
			.map( ( place ) => ( {
				page: pageTitles.get( place.page ?? page ) ?? '',
				heading: place.heading.toLowerCase()
			} ) ) );
}

function discussionsOf( sources: readonly Source[] ): CandidateQuery[ 'discussions' ] {
	return {
		titles: sources.flatMap( ( { title } ) => title ? title.split( '#' )[ 0 ] ?? [] : [] ),
		revisions: sources.flatMap( ( { revision } ) => revision ?? [] )
	};
}

/**
 * What to look for. Of withheld advice the text is not in what the reader of the log gives; date,
 * section and people are left.
 *
 * @param log
 * @param entry
 * @param advice
 * @param pageTitles today's title for each page id of the log
 */
export function candidateQuery(
	log: AdviceLog, entry: Entry, advice: Advice, pageTitles: ReadonlyMap<string, string>
): CandidateQuery {
	const { request } = entry;
	const { disposition, givenOn } = advice;
	const topics = new Set( entry.topics );
	const labels = ( log.topics || [] ).filter( ( { id } ) => topics.has( id ) )
		.map( ( { label } ) => label );
	const given = readDate( givenOn ?? '' );
	const asked = readDate( request.requestedOn ?? '' );
	const decided = readDate( disposition?.decidedOn ?? '' );
	const advisers = agentsOf( log, [ ...advice.advisers || [], advice.relayedBy ] );
	const drafters = agentsOf( log, [
		advice.relayedBy, ...request.requestedBy || [], ...disposition?.decidedBy || [],
		...advice.advisers || []
	] );
	const ends = [ given?.latest, decided?.latest ]
		.filter( ( day ): day is string => typeof day === 'string' ).sort();
	return {
		suggested: advice.suggestedText ?? '',
		summary: [ advice.summary, disposition?.rationale ].filter( Boolean ).join( ' ' ),
		question: [ request.question, ...labels ].join( ' ' ),
		earliest: given?.earliest ?? asked?.earliest ?? null,
		latest: ends[ ends.length - 1 ] ?? null,
		sections: sectionNames( log, entry, pageTitles ),
		editors: drafters.flatMap( ( { user } ) => user ?? [] ),
		names: advisers.flatMap( ( { name, user } ) => [ name, ...user ? [ user ] : [] ] ),
		discussions: discussionsOf( [
			...advice.sources || [], ...disposition?.sources || []
		] )
	};
}
