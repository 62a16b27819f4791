/** The account of a made-up policy, through the project's own reading of logs and accounts. */
import { buildAccount, type AccountInput } from '../../src/account/draft-account';
import type { DraftReading, ReadRevision } from '../../src/account/draft-reading';
import { askedChanges, askedReviews } from '../../src/account/asked-words';
import type { DraftWords, RevisionFacts } from '../../src/account/draft-words';
import { examineLog } from '../../src/account/findings';
import { joinWords } from '../../src/account/join-words';
import type {
	AdviceItem, DraftAccount, RevisionProblem, SectionRef
} from '../../src/account/types';
import type {
	ReadFailure, TraceToPublish, WordsProgress, Workspace
} from '../../src/account/workspace';
import { readLog, type LogProblem } from '../../src/log/read-log';
import { followChanges } from '../../src/trace/follow-changes';
import { reviewStates } from '../../src/trace/review-standing';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';
import { orchardLog } from './fixture-log';

export const MAIN = 'Project:Orchard Rules';
export const KEYS = 'Project:Orchard Rules/Keys';

const climbing = `Whoever climbs is on their own; somebody else holds the foot of it and watches the road.
It stands on level ground, away from wires, and goes back to the shed when the day is over.`;

function mainText( heading: string, limit: string ): string {
	return `These are the rules of the orchard.

== ${ heading } ==
Climb ${ limit }. ${ climbing }

== Pruning ==
In winter, with clean tools.

== Sharing the harvest ==
Everybody who worked gets the same share of all that was picked on that day.

== Bees ==
The hives are not to be moved.
`;
}

const lending = `How to borrow a key.

== Lending ==
Keys are lent by the keeper to members who sign the book, and to nobody else at all.
`;

function revision(
	id: number, page: string, text: string | null, rest: Partial<ReadRevision> = {}
): [ number, ReadRevision ] {
	return [ id, { id, page, timestamp: '2024-03-21T10:00:00Z', user: 'Pip', comment: '', text, ...rest } ];
}

const MAIN_TODAY = mainText( 'Ladders', 'not higher than two metres' );

/** What the wiki has of the orchard's revisions. */
export const orchardReading: DraftReading = {
	today: [
		{ title: MAIN, revision: 190, text: MAIN_TODAY },
		{ title: KEYS, revision: 191, text: lending }
	],
	revisions: new Map( [
		revision( 111, MAIN, mainText( 'Climbing', 'as high as you dare' ) ),
		revision( 112, MAIN, mainText( 'Climbing', 'not higher than two metres' ), {
			comment: 'climbing: as discussed'
		} ),
		revision( 139, KEYS, lending ),
		revision( 140, KEYS, `${ lending }
== Shed keys ==
The old blue shed opens with a brass key for a day.
`, { timestamp: '2024-06-01T10:00:00Z', user: null, comment: null } ),
		revision( 190, MAIN, MAIN_TODAY ),
		revision( 191, KEYS, lending )
	] ),
	previous: new Map( [ [ 112, 111 ], [ 140, 139 ] ] ),
	problems: new Map<number, RevisionProblem>( [ [ 999, 'missing' ] ] )
};

export interface AccountOptions {
	log?: unknown;
	logRevision?: number;
	/** False for an account whose revisions have not been read. */
	read?: boolean;
	/** True for an account whose words have been traced. */
	words?: boolean;
	/** Today's text of the main page, if it is another one. */
	today?: string;
}

/** Revisions in the order of time. */
const ORDER = [ 111, 112, 139, 140, 190, 191 ];

/** The words of the orchard's pages, traced through all of its revisions. */
function traceWords( items: readonly AdviceItem[], today?: string ): DraftWords {
	const trace = new Trace();
	const facts = new Map<number, RevisionFacts>();
	for ( const revid of ORDER ) {
		const found = orchardReading.revisions.get( revid ) as ReadRevision;
		const { page, text, timestamp, user } = found;
		trace.add( { revid, page, text: revid === 190 ? today ?? text : text } );
		facts.set( revid, { timestamp, user } );
	}
	return joinWords( items, {
		followed: finish( followChanges( trace, askedChanges( items ) ) ),
		reviews: finish( reviewStates( trace, askedReviews( items ) ) ),
		titles: new Map( [ [ MAIN, MAIN ], [ KEYS, KEYS ] ] ),
		revisions: facts,
		missing: 0,
		computedOn: Date.parse( '2024-07-01T12:00:00Z' )
	} );
}

/** An account as the reader script would hand it over. */
export function makeAccount(
	options: AccountOptions = {}
): DraftAccount {
	const { log = orchardLog, logRevision = 200, read = true, words = false, today } = options;
	const reading = readLog( JSON.stringify( log ) );
	if ( !reading.log ) {
		throw new Error( 'The log of this test cannot be read.' );
	}
	const pageTitles = new Map( [ [ 'main', MAIN ], [ 'keys', KEYS ] ] );
	const input: AccountInput = {
		log: reading.log,
		problems: reading.problems,
		logTitle: 'Project:Orchard Rules/Advice.json',
		logRevision,
		pages: [ MAIN, KEYS ],
		pageTitles,
		openPage: { title: MAIN, sections: [ { page: MAIN, heading: 'Ladders', nth: 0, level: 2 } ] },
		findings: read ? examineLog( reading.log, pageTitles, orchardReading ) : null,
		remembered: null
	};
	const account = buildAccount( input );
	return words ?
		buildAccount( { ...input, words: traceWords( account.items, today ) } ) :
		account;
}

/** A workspace whose evidence arrives when the test says so. */
export class TestWorkspace implements Workspace {
	public readonly logTitle = 'Project:Orchard Rules/Advice.json';

	public logText: string | null = JSON.stringify( orchardLog, null, '\t' );

	public logProblems: readonly LogProblem[] = [];

	public logRevision = 200;

	public readonly configuredPages: readonly string[] = [ MAIN, KEYS ];

	/** How often the log was read anew. */
	public logReads = 0;

	public current: DraftAccount | null;

	public currentFailures: ReadFailure[] = [];

	public reads = 0;

	/** Sections that were scrolled to. */
	public visited: SectionRef[] = [];

	private readonly listeners = new Set<() => void>();

	private finish: () => void = () => undefined;

	public constructor( account: DraftAccount | null ) {
		this.current = account;
	}

	public get subscribers(): number {
		return this.listeners.size;
	}

	public account(): DraftAccount | null {
		return this.current;
	}

	public failures(): ReadFailure[] {
		return this.currentFailures;
	}

	public readLog(): Promise<void> {
		this.logReads++;
		return Promise.resolve();
	}

	public readEvidence(): Promise<void> {
		this.reads++;
		return new Promise( ( resolve ) => {
			this.finish = resolve;
		} );
	}

	public progress: WordsProgress = { state: 'none', done: 0, total: 0 };

	/** How often words were asked for. */
	public wordReads = 0;

	public readWords(): Promise<void> {
		this.wordReads++;
		this.trace( { state: 'reading', done: 0, total: 0 } );
		return Promise.resolve();
	}

	public readonly wordsProgress = (): WordsProgress => this.progress;

	public readonly stopWords = (): void => this.trace( { ...this.progress, state: 'stopped' } );

	/** Lets the tracing of words come to a point, with what it found. */
	public trace( progress: WordsProgress, account = this.current ): void {
		this.progress = progress;
		this.current = account;
		this.listeners.forEach( ( listener ) => listener() );
	}

	/** Ends the reading that is under way, with what it found. */
	public arrive( account: DraftAccount | null, failures: ReadFailure[] = [] ): void {
		this.current = account;
		this.currentFailures = failures;
		this.listeners.forEach( ( listener ) => listener() );
		this.finish();
	}

	/** What there is to publish. */
	public traces: TraceToPublish[] = [];

	public publishedTraces(): Promise<TraceToPublish[]> {
		return Promise.resolve( this.traces );
	}

	public subscribe( listener: () => void ): () => void {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	}

	public sectionUrl( { page, heading }: SectionRef ): string {
		return `/wiki/${ encodeURIComponent( page ) }#${ encodeURIComponent( heading ) }`;
	}

	public goTo( ref: SectionRef ): boolean {
		if ( ref.page !== MAIN ) {
			return false;
		}
		this.visited.push( ref );
		return true;
	}
}
