/**
 * The shapes of the advice log, by the names that the other rooms use. They are made from
 * advice-log.schema.json, whose descriptions they carry.
 */
import type {
	Advice,
	AdviceRequest,
	Agent,
	Change,
	CompetingInterest,
	Disclosure,
	Disposition,
	Review
} from './generated/advice-log';

export type {
	Advice,
	AdviceLog,
	AdviceRequest,
	Agent,
	Change,
	CompetingInterest,
	Disclosure,
	Disposition,
	Draft,
	DraftPage,
	DraftSection,
	Effort,
	Entry,
	FormerPlace,
	Quote,
	Review,
	Source,
	Topic
} from './generated/advice-log';

export type AgentType = NonNullable<Agent[ 'type' ]>;
export type Engagement = NonNullable<Agent[ 'engagement' ]>;
export type Naming = NonNullable<Agent[ 'naming' ]>;
export type RequestState = NonNullable<AdviceRequest[ 'state' ]>;
export type Channel = NonNullable<Advice[ 'channel' ]>;
export type DisclosureLevel = Disclosure[ 'level' ];
export type DisclosureReason = NonNullable<Disclosure[ 'reason' ]>;
export type DeclaredInterest = CompetingInterest[ 'declared' ];
export type Outcome = Disposition[ 'outcome' ];
export type OutcomeBasis = NonNullable<Disposition[ 'basis' ]>;
export type DecidedHow = NonNullable<Disposition[ 'decidedHow' ]>;
export type Relation = NonNullable<Change[ 'relation' ]>;
export type ChangeBasis = NonNullable<Change[ 'basis' ]>;
export type Stance = Review[ 'stance' ];
