/** What a summary was worked out from, and what could not be known. */
import type { RevisionProblem } from '../account/types';
import { pagesInOrder } from './pages-in-order';
import {
	facts, labelled, linkTo, listOf, own, type Block, type Phrase, type Say
} from './phrase';
import type { ExportInput } from './types';

const PROBLEMS: RevisionProblem[] = [ 'missing', 'hidden', 'other-page', 'not-read' ];

/** Cited revisions: how many were read, and which were not, by why. */
function citedLines( say: Say, { account }: ExportInput ): Phrase[] {
	const changes = account.items.flatMap( ( item ) => item.changes );
	const all = new Set( changes.map( ( { change } ) => change.revision ) );
	const read = new Set( changes.filter( ( { evidence } ) => evidence && !evidence.problem )
		.map( ( { change } ) => change.revision ) );
	return [
		labelled( say, 'panel-how-cited', say( 'panel-how-read', read.size, all.size ) ),
		...PROBLEMS.map( ( problem ) => {
			const revisions = new Set( changes
				.filter( ( { evidence } ) => evidence?.problem === problem )
				.map( ( { change } ) => change.revision ) );
			return labelled( say, `panel-how-revision-${ problem }`, listOf( say,
				[ ...revisions ].map( ( revision ) => own( String( revision ) ) ) ) );
		} )
	];
}

/** Where it is known from which words stand. */
function wordsLines( say: Say, { account, wordsOrigin }: ExportInput ): Phrase[] {
	const { words } = account;
	if ( !words ) {
		return [ say( 'export-words-not-followed' ) ];
	}
	if ( wordsOrigin?.from === 'published' ) {
		return [
			say( 'export-how-published' ),
			...wordsOrigin.traces.map( ( { title, revision, user, timestamp } ) => listOf( say, [
				linkTo( { revision }, own( title ) ),
				user === null ? say( 'user-hidden' ) : own( user ),
				own( timestamp.slice( 0, 10 ) )
			] ) )
		];
	}
	return [
		labelled( say, 'export-how-followed', say( 'number', words.revisions.size ) ),
		labelled( say, 'panel-how-missing', say( 'number', words.missing ) )
	];
}

/** Revisions of the draft's pages whose words were looked at. */
function pageLines( say: Say, { account }: ExportInput ): Phrase[] {
	return pagesInOrder( account ).map( ( { title, revision } ) => labelled(
		say, 'export-how-page',
		say( 'panel-section-of-page', own( title ),
			linkTo( { revision }, say( 'panel-source-revision', own( String( revision ) ) ) ) )
	) );
}

/** How a summary was worked out. */
export function howBlocks( say: Say, input: ExportInput ): Block[] {
	const { account } = input;
	const { logTitle, logRevision, orphaned } = account;
	// W23 is about a published trace, and goes away when that is published again.
	const problems = account.problems.filter( ( { rule } ) => rule !== 'W23' );
	const lines = [
		labelled( say, 'panel-how-log', facts( say, [
			linkTo( { page: logTitle }, own( logTitle ) ),
			// A log in a file is no revision of a page.
			logRevision ?
				linkTo( { revision: logRevision }, say( 'panel-source-revision', own( String( logRevision ) ) ) ) : []
		].filter( ( phrase ) => phrase.length ) ) ),
		labelled( say, 'export-how-problems', problems.length ? say( 'number', problems.length ) : [] ),
		...citedLines( say, input ),
		labelled( say, 'panel-group-orphaned', orphaned.length ? say( 'number', orphaned.length ) : [] ),
		...pageLines( say, input ),
		...wordsLines( say, input )
	];
	return [
		{ kind: 'heading', level: 2, text: say( 'panel-how' ) },
		{ kind: 'list', items: lines.filter( ( text ) => text.length ).map( ( text ) => ( { text } ) ) },
		{ kind: 'paragraph', text: say( 'export-how-check' ) }
	];
}
