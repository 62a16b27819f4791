/** Advice as a table of comments, in the order of columns that standards bodies use. */
import { adviceStatus } from '../log/status';
import type { Source } from '../log/types';
import { wordsStand } from '../account/review-states';
import type { AdviceItem, DraftAccount, ItemChange, SectionRef } from '../account/types';
import { writeCsv } from './csv';
import type { ExportInput } from './types';
import { encodeAddress } from './wikitext';

/** One row of the table: a piece of advice, or a request without any. */
interface Row {
	input: ExportInput;
	item: AdviceItem;
}

/** What a cell shows; empty for what is not recorded, or not known. */
type Cell = string | number | undefined;

/** Stands between several things in one cell. */
const BETWEEN = '\n';

function all( list: readonly ( string | number | undefined )[] | undefined ): string {
	return ( list ?? [] ).filter( ( one ) => one !== undefined && one !== '' ).join( BETWEEN );
}

function names(
	{ agents }: DraftAccount, ids: readonly ( string | undefined )[] = []
): string {
	return all( ids.map( ( id ) => id === undefined ? id : agents.get( id )?.name ?? id ) );
}

/** Sections as a clause of a standard is named. */
function clauses( { words }: ExportInput, { touched, asked }: AdviceItem ): string {
	const refs: SectionRef[] = touched.length ? touched : asked;
	return all( refs.map( ( { page, heading } ) => `${ page } § ${ heading || words( 'panel-lead' ) }` ) );
}

/** Nothing of the log tells technical comments from editorial ones. */
function commentType( { account }: ExportInput, item: AdviceItem ): string {
	return account.wholeDraft.includes( item ) || account.process.includes( item ) ? 'ge' : '';
}

function observations( { words }: ExportInput, { advice }: AdviceItem ): string {
	const { outcome, rationale } = advice?.disposition ?? {};
	return all( [ outcome && words( `outcome-${ outcome }` ), rationale ] );
}

function sourceText( { wiki, words }: ExportInput, source: Source ): string {
	const { label, title, revision, url } = source;
	if ( source.private ) {
		return `${ label ?? words( 'panel-source-unnamed' ) } (${ words( 'disclosure-withheld' ) })`;
	}
	const address = revision !== undefined ? wiki.revisionUrl( revision ) :
		title !== undefined ? wiki.pageUrl( title ) : undefined;
	const name = label ?? ( address === undefined ? undefined : title );
	return [ name, address, url && ( encodeAddress( url ) ?? url ) ].filter( Boolean ).join( ' ' );
}

function sources( input: ExportInput, { entry, advice }: AdviceItem ): string {
	return all( [
		...entry.request.sources ?? [],
		...advice?.sources ?? [],
		...advice?.disposition?.sources ?? []
	].map( ( source ) => sourceText( input, source ) ) );
}

/** One line for each edit. */
function eachChange( { item }: Row, of: ( change: ItemChange ) => Cell ): string {
	return item.changes.map( ( change ) => of( change ) ?? '' ).join( BETWEEN ).replace( /^\n+$/, '' );
}

/** Survival for what it says of removed words: in a published trace of an older text, nothing. */
function followedRemoval( { input, item }: Row ): AdviceItem[ 'survival' ] {
	return input.account.words?.published?.untraced ? undefined : item.survival;
}

/** Columns after those of the form: English names that do not change with the wiki's language. */
const further: [ string, ( row: Row ) => Cell ][] = [
	[ 'Key', ( { item } ) => item.key ],
	[ 'Topics', ( { input: { account }, item } ) => all( ( item.entry.topics ?? [] )
		.map( ( id ) => account.topics.get( id )?.label ?? id ) ) ],
	[ 'Question', ( { item } ) => item.entry.request.question ],
	[ 'Asked by', ( { input, item } ) => names( input.account, item.entry.request.requestedBy ) ],
	[ 'On behalf of', ( { input, item } ) => names( input.account, item.entry.request.onBehalfOf ) ],
	[ 'Asked on', ( { item } ) => item.entry.request.requestedOn ],
	[ 'Revision read', ( { item } ) => item.entry.request.reviewedRevision ],
	[ 'Request state', ( { item } ) => item.entry.request.state ],
	[ 'Status', ( { item } ) => adviceStatus( item.entry.request, item.advice, wordsStand( item ) ) ],
	[ 'Adviser engagement', ( { item } ) => all( item.advisers.map( ( { engagement } ) => engagement ) ) ],
	[ 'Passed on by', ( { input, item } ) => names( input.account, [ item.advice?.relayedBy ] ) ],
	[ 'Channel', ( { item } ) => item.advice?.channel ],
	[ 'Given on', ( { item } ) => item.advice?.givenOn ],
	[ 'Outcome', ( { item } ) => item.advice?.disposition?.outcome ],
	[ 'Outcome basis', ( { item } ) => item.advice?.disposition?.basis ],
	[ 'Reason', ( { item } ) => item.advice?.disposition?.rationale ],
	[ 'Decided by', ( { input, item } ) => names( input.account, item.advice?.disposition?.decidedBy ) ],
	[ 'Decided how', ( { item } ) => item.advice?.disposition?.decidedHow ],
	[ 'Decided on', ( { item } ) => item.advice?.disposition?.decidedOn ],
	[ 'Superseded by', ( { item } ) => item.advice?.disposition?.supersededBy ],
	[ 'Edits', ( row ) => eachChange( row, ( { change } ) => (
		row.input.wiki.diffUrl( change.revision, change.from )
	) ) ],
	[ 'Edits read', ( row ) => eachChange( row, ( { evidence } ) => (
		!evidence ? 'not-read' : evidence.problem ?? 'read'
	) ) ],
	[ 'Relation', ( row ) => eachChange( row, ( { change } ) => change.relation ) ],
	[ 'Basis', ( row ) => eachChange( row, ( { change } ) => change.basis ) ],
	[ 'Survival', ( { item } ) => item.survival?.state ],
	[ 'Words inserted', ( { item } ) => item.survival?.inserted ],
	[ 'Words standing', ( { item } ) => item.survival?.standing ],
	[ 'Words removed', ( row ) => followedRemoval( row )?.removed ],
	[ 'Words still away', ( row ) => followedRemoval( row )?.absent ],
	[ 'Disclosure', ( { item } ) => item.advice?.disclosure?.level ],
	[ 'Disclosure reason', ( { item } ) => item.advice?.disclosure?.reason ],
	[ 'Disclosure review', ( { item } ) => item.advice?.disclosure?.reviewOn ],
	[ 'Hours', ( { item } ) => item.advice?.effort?.hours ],
	[ 'Amount', ( { item } ) => item.advice?.effort?.amount ],
	[ 'Currency', ( { item } ) => item.advice?.effort?.currency ],
	[ 'Competing interest', ( { item } ) => all( [
		item.advice?.competingInterest?.declared, item.advice?.competingInterest?.statement
	] ) ],
	[ 'Reviews', ( { input, item } ) => all( ( item.advice?.reviews ?? [] ).map( ( review, index ) => [
		review.stance, names( input.account, [ review.by ] ), review.revision, review.on,
		item.reviews?.[ index ], review.note
	].filter( ( part ) => part !== undefined ).join( ' ' ) ) ) ],
	[ 'Note', ( { item } ) => item.entry.note ],
	[ 'Sources', ( { input, item } ) => sources( input, item ) ]
];

/** The columns of the ISO/IEC form for comments and secretariat observations, in its order. */
const form: [ string, ( row: Row ) => Cell ][] = [
	[ 'MB/NC', ( { input, item } ) => names( input.account, item.advice?.advisers ) ],
	[ 'Line number', () => '' ],
	[ 'Clause/Subclause', ( { input, item } ) => clauses( input, item ) ],
	[ 'Paragraph/Figure/Table', () => '' ],
	[ 'Type of comment', ( { input, item } ) => commentType( input, item ) ],
	[ 'Comments', ( { item } ) => item.advice?.summary ],
	[ 'Proposed change', ( { item } ) => item.advice?.suggestedText ],
	[ 'Observations of the secretariat', ( { input, item } ) => observations( input, item ) ]
];

/**
 * The table: a row for each piece of advice, and for each request without any. What is not
 * recorded is an empty cell.
 */
export function commentsCsv( input: ExportInput ): string {
	const columns = [ ...form, ...further ];
	return writeCsv( [
		columns.map( ( [ name ] ) => name ),
		...input.account.items.map( ( item ) => (
			columns.map( ( [ , of ] ) => of( { input, item } ) ?? '' )
		) )
	] );
}
