/**
 * Advice of which it is known which edit applied it: that of the made-up policy, and advice made
 * up for edits of generated histories. What is assumed of people is written here, apart from the
 * ranking, which knows nothing of it.
 */
import { candidateEdits } from '../../src/account/candidate-edits';
import { candidateQuery } from '../../src/account/candidate-query';
import type { CandidateQuery } from '../../src/account/candidate-query';
import type { CandidateEdit } from '../../src/account/rank-candidates';
import type { Advice, AdviceLog, DraftSection, Entry } from '../../src/log/types';
import { draftEdits } from '../../src/trace/draft-edits';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { generateHistory } from './generated-history';
import type { GeneratedRevision } from './generated-history';
import { seededRandom, type Random } from './random';

export interface CandidateCase {
	/** Names the advice. */
	name: string;
	query: CandidateQuery;
	/** The revisions that applied it. */
	right: ReadonlySet<number>;
}

export interface CandidateCases {
	name: string;
	edits: CandidateEdit[];
	cases: CandidateCase[];
}

interface FullRevision {
	revid: number;
	timestamp: string;
	user: string;
	comment: string;
	text: string;
	page: string;
}

function editsOf( revisions: readonly FullRevision[] ): CandidateEdit[] {
	const trace = new Trace();
	revisions.forEach( ( { revid, page, text } ) => trace.add( { revid, page, text } ) );
	const facts = new Map( revisions.map( ( revision ) => [ revision.revid, revision ] ) );
	return candidateEdits( finish( draftEdits( trace ) ), new Map(), facts );
}

/** Every piece of advice of the made-up policy that names a change, as if it did not. */
export function fictionalCases(): CandidateCases {
	const ids = Object.fromEntries( histories
		.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) ) );
	const log = logFor( ids );
	const titles = new Map( log.draft.pages.map( ( { id, title } ) => [ id, title ] ) );
	const pages = new Set( titles.values() );
	const revisions = histories.filter( ( { title } ) => pages.has( title ) )
		.flatMap( ( { title, revisions: own } ) => (
			own.map( ( revision ) => ( { ...revision, page: title } ) )
		) )
		.sort( ( a, b ) => a.revid - b.revid );
	const cases = log.entries.flatMap( ( entry ) => ( entry.advice ?? [] )
		.filter( ( { changes } ) => changes?.length )
		.map( ( advice ) => ( {
			name: advice.id,
			query: candidateQuery( log, entry, { ...advice, changes: [], reviews: [] }, titles ),
			right: new Set( ( advice.changes ?? [] ).map( ( { revision } ) => revision ) )
		} ) ) );
	return { name: 'made-up policy', edits: editsOf( revisions ), cases };
}

export interface CaseOptions {
	name: string;
	text: string;
	foreignText?: string;
	seed: number;
	revisions?: number;
	/** How many pieces of advice, 40 by default. */
	advice?: number;
}

const DAY = 86400000;
const PAGE = 'Policy';
const general = (
	'should,make,clear,people,rule,wording,better,perhaps,consider,avoid,explain,sentence,think,' +
	'important,practice,elsewhere,usual,experience,please,would'
).split( ',' );
const remarks = [
	'', '', '', 'wording', 'copy-edit', 'typo', 'clearer', 'fix', 'expand', 'see talk', 'rm', 'as discussed',
	'simplify', 'per talk', 'reorder', 'small change', 'update'
];
const mentions = [
	'per advice', 'after feedback', 'legal review', 'as suggested by our expert', 'following the consultation'
];

function iso( time: number ): string {
	return new Date( time ).toISOString().replace( /\.\d+Z$/, 'Z' );
}

/** Sessions of several edits, with days and sometimes weeks between. */
function withTimes( revisions: readonly GeneratedRevision[], random: Random ): FullRevision[] {
	let time = Date.UTC( 2021, 0, 1 );
	return revisions.map( ( revision ) => {
		const gap = random.fraction();
		time += DAY * ( gap < 0.6 ? random.fraction() / 4 : gap < 0.9 ?
			0.5 + random.fraction() * 4 : 5 + random.fraction() * 20 );
		return { ...revision, page: PAGE, timestamp: iso( time ) };
	} );
}

/** Another form of a word, or the word. */
function inflected( word: string, random: Random ): string {
	return random.chance( 0.75 ) || word.length < 5 ? word :
		random.chance( 0.5 ) ? `${ word }s` : word.replace( /(?:ed|ing|ion|s|e)$/, '' );
}

function content( words: readonly string[] ): string[] {
	return [ ...new Set( words.map( ( word ) => (
		word.toLowerCase()
	) ) ) ].filter( ( word ) => word.length > 3 );
}

function some( words: readonly string[], share: number, random: Random ): string[] {
	return words.filter( () => random.chance( share ) );
}

function pickMany( words: readonly string[], count: number, random: Random ): string[] {
	return Array.from( { length: count }, () => random.pick( words ) );
}

/** When it was given, as well as anybody remembers. */
function vague( time: number, random: Random ): string | undefined {
	const day = iso( time ).slice( 0, 10 );
	const how = random.fraction();
	if ( how < 0.15 ) {
		return undefined;
	}
	if ( how < 0.3 ) {
		return `${ iso( time - 45 * DAY ).slice( 0, 7 ) }/${ iso( time + 45 * DAY ).slice( 0, 7 ) }`;
	}
	return how < 0.6 ? day.slice( 0, 7 ) : day;
}

interface Known {
	edit: CandidateEdit;
	/** Headings of the page that day. */
	headings: string[];
	/** Words of the page. */
	vocabulary: string[];
}

function headingsOf( text: string ): string[] {
	return [ ...text.matchAll( /^=+ *(.*?) *=+ *$/gm ) ].map( ( [ , heading = '' ] ) => heading );
}

/** Advice that this edit may have applied. */
function adviceFor( { edit, headings, vocabulary }: Known, id: string, random: Random ): {
	entry: Entry; advice: Advice; section: DraftSection | null;
} {
	const [ came, went ] = [ content( edit.inserted ), content( edit.removed ) ];
	const matter = came.length >= 3 ? came : [ ...came, ...went ];
	const delay = random.pick( [ 1, 3, 10, 30, 60 ] ) * random.fraction() * DAY;
	const time = Date.parse( edit.timestamp ) - delay;
	const where = random.fraction();
	const touched = edit.sections[ 0 ]?.heading ?? '';
	const heading = where < 0.75 || !headings.length ? touched : random.pick( headings );
	const section = where > 0.85 ? null : { id: `s-${ id }`, page: 'p', heading };
	const summary = random.shuffle( [
		...some( matter, 0.4, random ).map( ( word ) => inflected( word, random ) ),
		...pickMany( vocabulary, random.between( 2, 5 ), random ),
		...pickMany( general, random.between( 3, 6 ), random )
	] );
	const suggested = random.chance( 0.3 ) ? edit.inserted
		.map( ( word ) => random.chance( 0.3 ) ? random.pick( vocabulary ) : word ) : [];
	const given = vague( time, random );
	const decided = random.chance( 0.4 ) ?
		iso( time + delay * random.fraction() ).slice( 0, 10 ) : undefined;
	const relay = random.chance( 0.5 ) ? edit.user ?? '' : `U${ random.between( 0, 16 ) }`;
	const advice: Advice = {
		id: `${ id }.1`,
		advisers: [ 'expert' ],
		relayedBy: relay.toLowerCase(),
		summary: summary.join( ' ' ),
		...suggested.length && { suggestedText: suggested.join( ' ' ) },
		...given && { givenOn: given },
		disposition: { outcome: 'adopted', ...decided && { decidedOn: decided } }
	};
	const question = [
		...section ? heading.split( ' ' ) : [], ...some( went, 0.3, random ), ...pickMany( vocabulary, 4, random )
	].join( ' ' );
	const entry: Entry = {
		id, ...section && { sections: [ section.id ] }, request: { question: question || '?' }, advice: [ advice ]
	};
	return { entry, advice, section };
}

/** Edits that somebody may have made on advice: neither spoiling, nor mending, nor tiny. */
function isPossible( { comment, size }: CandidateEdit ): boolean {
	return size >= 4 && size <= 150 && !/vandal|blank|revert|undo|create|lost|reintro/.test( comment ?? '' );
}

/** Advice made up for some edits of a generated history. */
export function generatedCases( options: CaseOptions ): CandidateCases {
	const { text, foreignText, seed, revisions: count = 300, advice: wanted = 40 } = options;
	const random = seededRandom( seed * 7919 + 13 );
	const history = generateHistory( {
		text, seed, revisions: count, ...foreignText !== undefined && { foreignText }
	} );
	const revisions = withTimes( history.revisions, random );
	const edits = editsOf( revisions );
	const chosen = new Set( random.shuffle( edits.filter( isPossible ) ).slice( 0, wanted ) );
	for ( const edit of edits ) {
		const heading = edit.sections[ 0 ]?.heading;
		const mention = random.chance( chosen.has( edit ) ? 0.2 : 0.05 );
		edit.comment = ( heading && random.chance( 0.5 ) ? `/* ${ heading } */ ` : '' ) +
			random.pick( mention ? mentions : remarks );
	}
	const texts = new Map( revisions.map( ( revision ) => [ revision.revid, revision.text ] ) );
	const vocabulary = content( text.match( /\p{L}+/gu ) ?? [] );
	const made = [ ...chosen ].map( ( edit, index ) => ( {
		edit,
		...adviceFor( { edit, headings: headingsOf( texts.get( edit.revid ) ?? '' ), vocabulary }, `g${ index }`, random )
	} ) );
	const log: AdviceLog = {
		schemaVersion: 1,
		draft: {
			pages: [ { id: 'p', title: PAGE } ],
			sections: made.flatMap( ( { section } ) => section ?? [] )
		},
		agents: [
			{ id: 'expert', name: 'Mira' },
			...Array.from( { length: 17 }, ( _, n ) => ( { id: `u${ n }`, name: `U${ n }`, user: `U${ n }` } ) )
		],
		entries: made.map( ( { entry } ) => entry )
	};
	const titles = new Map( [ [ 'p', PAGE ] ] );
	return {
		name: options.name,
		edits,
		cases: made.map( ( { edit, entry, advice } ) => ( {
			name: advice.id,
			query: candidateQuery( log, entry, advice, titles ),
			right: new Set( [ edit.revid ] )
		} ) )
	};
}
