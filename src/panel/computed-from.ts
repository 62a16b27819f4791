/** What an account was computed from, and what could not be known, line by line. */
import type { DraftAccount, RevisionProblem } from '../account/types';
import { formatMoment } from '../wiki/dates';
import { formatList } from '../wiki/lists';
import { msg } from '../wiki/messages';
import { revisionUrl } from '../wiki/titles';
import { version } from './version';

/** The name is part of the key of its message. */
export interface Origin {
	name: 'log' | 'cited' | 'problems' | 'places' | 'words' | 'published' | 'missing' | 'where' | 'version';
	text: string;
	href?: string;
}

const PROBLEMS: RevisionProblem[] = [ 'missing', 'hidden', 'other-page', 'not-read' ];

/** Cited revisions by what became of reading them. */
function citedRevisions( { items }: DraftAccount ): {
	all: Set<number>;
	read: Set<number>;
	problems: Map<RevisionProblem, Set<number>>;
} {
	const [ all, read ] = [ new Set<number>(), new Set<number>() ];
	const problems = new Map<RevisionProblem, Set<number>>(
		PROBLEMS.map( ( problem ) => [ problem, new Set() ] )
	);
	for ( const { changes } of items ) {
		for ( const { change: { revision }, evidence } of changes ) {
			all.add( revision );
			if ( evidence?.problem ) {
				problems.get( evidence.problem )?.add( revision );
			} else if ( evidence ) {
				read.add( revision );
			}
		}
	}
	return { all, read, problems };
}

/** The lines of an account; those about what is all right are left out. */
export function computedFrom( account: DraftAccount ): Origin[] {
	const { logRevision, orphaned, unplaced, published } = account;
	const words = account.words?.published ? null : account.words;
	const { all, read, problems } = citedRevisions( account );
	const lines: Origin[] = [
		{
			name: 'log',
			text: msg( 'panel-source-revision', String( logRevision ) ),
			href: revisionUrl( logRevision )
		},
		{ name: 'cited', text: msg( 'panel-how-read', read.size, all.size ) },
		{
			name: 'problems',
			text: formatList( ...PROBLEMS.map( ( problem ) => {
				const { size = 0 } = problems.get( problem ) ?? {};
				return size && msg( 'panel-filter-choice', msg( `panel-how-revision-${ problem }` ), size );
			} ) )
		},
		{
			name: 'places',
			text: formatList(
				orphaned.length && msg( 'panel-how-orphaned', orphaned.length ),
				unplaced.length && msg( 'panel-how-unplaced', unplaced.length )
			)
		},
		{
			name: 'words',
			text: words ?
				msg( 'panel-how-revisions', words.revisions.size, formatMoment( words.computedOn ) ) :
				msg( 'panel-how-not-traced' )
		},
		{ name: 'published', text: '', ...published },
		{ name: 'missing', text: words ? msg( 'number', words.missing ) : '' },
		{ name: 'where', text: msg( 'panel-how-here' ) },
		{ name: 'version', text: version }
	];
	return lines.filter( ( { text } ) => text );
}
