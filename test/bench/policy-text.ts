import { seededRandom } from './random';
import type { Random } from './random';

const who = (
	'the committee,a member,the reporter,each maintainer,the person who was reported,an adviser,' +
	'the secretary,two members together,the chair,any participant,the organisers of an event,' +
	'whoever receives a report,a new member,the outgoing committee,the legal team,an observer,' +
	'a moderator of the mailing list,the appeals body,a translator,the steward of a repository'
).split( ',' );
const modal = 'must,may,should,shall not,will,can,must not,is expected to,has to'.split( ',' );
const act = (
	'acknowledge,publish,archive,discuss,forward,decline,postpone,verify,summarise,translate,review,' +
	'withdraw,confirm,restrict,announce,record,share,anonymise,amend,protect,reopen,escalate,delete,' +
	'explain,approve,document'
).split( ',' );
const what = (
	'every report that it receives,the minutes of a closed meeting,a request for an apology,' +
	'the names of those involved,a decision of the previous term,evidence sent by e-mail,' +
	'the list of candidates,an appeal against a ban,private correspondence,the annual account,' +
	'a proposal to change this policy,the response to a first offence,temporary measures,' +
	'statements made in public,a conflict of interest,the record of trainings,cases of harassment,' +
	'the result of a vote,a complaint about the committee itself,comments on the draft,' +
	'personal information of minors,the reasons for its decision,any warning given at an event'
).split( ',' );
const when = (
	'within {n} days,before the next meeting,unless the law requires otherwise,' +
	'after consulting {n} advisers,where both sides agree,as soon as it is safe to do so,' +
	'at least {n} times a year,without naming anybody,if the reporter consents,' +
	'during the first {n} weeks,on the talk page,in writing,with a majority of {n} votes,' +
	'when asked by {n} or more participants,even outside the project,and keep a copy for {n} months,' +
	'in the language of the report,except in an emergency,under section {n},for the time being'
).split( ',' );
const topics = (
	'Principles,Scope,Unacceptable behaviour,Reporting,Handling of reports,Responses,Appeals,' +
	'Confidentiality,Membership,Elections,Training,Conflicts of interest,Advice,Events,Records,' +
	'Translation,Amendments,Emergencies,Publication,Cooperation'
).split( ',' );

function sentence( random: Random ): string {
	const clause = (): string[] => [ who, modal, act, what ].map( ( list ) => random.pick( list ) );
	const parts = clause();
	for ( let more = random.between( 0, 2 ); more; more-- ) {
		parts.push( random.pick( when ).replace( '{n}', String( random.between( 2, 60 ) ) ) );
	}
	if ( random.chance( 0.3 ) ) {
		parts.push( random.pick( [ 'and', 'but', 'so that' ] ), ...clause() );
	}
	const text = parts.join( ' ' );
	return text.charAt( 0 ).toUpperCase() + text.slice( 1 ) + '.';
}

function sentences( random: Random, most: number ): string {
	return Array.from( { length: random.between( 1, most ) }, () => sentence( random ) ).join( ' ' );
}

/**
 * Wikitext like that of a policy page: sections, subsections, paragraphs and lists of sentences
 * that repeat their phrases as such pages do.
 *
 * @param length about how many characters
 */
export function policyText( length: number, seed: number ): string {
	const random = seededRandom( seed );
	const parts = [ sentences( random, 3 ) ];
	let size = 0;
	for ( let section = 0; size < length; section++ ) {
		const round = Math.floor( section / topics.length );
		const title = `${ topics[ section % topics.length ] }${ round ? ` ${ round + 1 }` : '' }`;
		const marks = section % 4 === 3 ? '===' : '==';
		const added = [ `${ marks } ${ title } ${ marks }` ];
		for ( let block = random.between( 2, 6 ); block; block-- ) {
			added.push( random.chance( 0.25 ) ?
				Array.from( { length: random.between( 2, 6 ) }, () => `* ${ sentence( random ) }` ).join( '\n' ) :
				sentences( random, 5 ) );
		}
		parts.push( ...added );
		size += added.join( '\n\n' ).length + 2;
	}
	return parts.join( '\n\n' );
}
