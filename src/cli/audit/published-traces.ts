/** Published traces against what the history gives. */
import { askedChanges, askedReviews } from '../../account/asked-words';
import { itemKeyOf } from '../../account/change-key';
import { publishDraft } from '../../account/publish-draft';
import { changesOf } from '../../account/remembered';
import type { DraftAccount } from '../../account/types';
import { jsonOf } from '../../log/json-value';
import type { AskedChange } from '../../trace/followed-changes';
import {
	comparePublished, publishTrace, readPublishedTrace, textHash,
	type PublishedDifference, type PublishedTrace, type ReadTrace
} from '../../trace/published-trace';
import { finish } from '../../trace/steps';
import type { Trace } from '../../trace/trace';
import { traceAnswers } from '../../trace/trace-answers';
import type { DraftHistory } from '../../wiki/history';
import { pageName, type OnTheWay } from '../whole-history';
import { auditFinding, type AuditFinding } from './finding';
import { countThen, fewestThen, perhapsOlder } from './when-computed';

/** A page that holds a published trace, or a file. */
export interface TracePage {
	/** Title of the page. */
	title: string;
	/** null if it is hidden */
	text: string | null;
	/** When it was saved, ISO 8601; empty where that is not known. */
	timestamp: string;
	revision: number;
	/** null where the name is hidden or not known. */
	user: string | null;
}

/** What comparing one has shown. */
interface Outcome {
	findings: AuditFinding[];
	isConfirmed: boolean;
}

/** One that is compared with the history when that is as long as it was then. */
interface Waiting {
	page: TracePage;
	published: ReadTrace;
	/** Id of the page that was traced. */
	pageId: number;
	/** No revision of the page is newer: where advice stands today is where it stood then. */
	isNewest: boolean;
	/** How many revisions there were when it was saved. */
	count: number;
	/** The fewest that there can have been when it was computed. */
	fewest: number;
	/** Of the states between them, the one that says the least against it. */
	best?: Outcome;
	/** What is told of other pages as well, which may have been edited since. */
	perhapsOlder: readonly PublishedDifference[ 'what' ][];
}

/** Whether less is held against a trace. */
function isBetter( one: Outcome, other: Outcome ): boolean {
	const [ own, others ] = [ one, other ].map( ( { findings } ) => (
		findings.filter( ( { refuted } ) => refuted ).length
	) ) as [ number, number ];
	return own < others || ( own === others && one.findings.length < other.findings.length );
}

/** What a difference is about, in a word for the message. */
function placeOf( { what, key, from, words }: PublishedDifference ): string {
	return [ what, key, ...words ? [ `${ from + 1 }–${ from + words }` ] : [] ].filter( Boolean ).join( ' ' );
}

/** Whether less is said to go back to advice than does, or of fewer reviews: a gap, no claim. */
function saysLess( { what, published, recomputed }: PublishedDifference ): boolean {
	const known = recomputed.split( ' ' );
	const isSaid = ( one: string ): boolean => !one || known.includes( one ) ||
		// A review that the log does not have any more.
		( what === 'reviews' && !known.some( ( own ) => own.split( ',' )[ 0 ] === one.split( ',' )[ 0 ] ) );
	return ( what === 'advised' || what === 'reviews' ) && published.split( ' ' ).every( isSaid );
}

/** Told in full, a false trace of a long page would fill the screen. */
const MOST_DIFFERENCES = 50;

export class PublishedTraces implements OnTheWay {
	public readonly findings: AuditFinding[] = [];

	/** Those that were read and are what the history gives. */
	public readonly confirmed: TracePage[] = [];

	private readonly asked: AskedChange[];

	private waiting: Waiting[] = [];

	private hidden = 0;

	private titles: ReadonlyMap<string, string> = new Map();

	/**
	 * @param account after the cited revisions were read
	 * @param readPages reads the published traces of pages, by the ids of these
	 */
	public constructor(
		private readonly account: DraftAccount,
		private readonly readPages: ( pages: readonly number[] ) => Promise<TracePage[]>
	) {
		this.asked = askedChanges( account.items );
	}

	public async listed( { pages, revisions }: DraftHistory ): Promise<void> {
		const ids = [ ...new Set( [ ...pages.values() ].map( ( { id } ) => id ) ) ];
		this.titles = new Map( [ ...pages.values() ].map(
			( { id, title } ) => [ pageName( id ), title ]
		) );
		this.hidden = revisions.filter( ( { hidden } ) => hidden ).length;
		for ( const page of await this.readPages( ids ) ) {
			const published = readPublishedTrace( jsonOf( page.text ) );
			if ( !published ) {
				// What is hidden says nothing, be it true or false.
				this.findings.push( auditFinding( 'T1', { page: page.title, refuted: page.text !== null } ) );
				continue;
			}
			const index = revisions.findIndex( ( { id } ) => id === published.revision );
			const revision = revisions[ index ];
			// The title ends with the id of the page that it is about.
			const named = /\/trace\/(\d+)\.json$/.exec( page.title )?.[ 1 ];
			if ( !revision || ( named !== undefined && Number( named ) !== revision.page ) ) {
				this.findings.push( auditFinding( 'T2', { page: page.title }, published.revision ) );
				continue;
			}
			this.waiting.push( {
				page, published, pageId: revision.page,
				isNewest: !revisions.slice( index + 1 )
					.some( ( later ) => later.page === revision.page ),
				count: countThen( revisions, index, page.timestamp ),
				fewest: fewestThen( revisions, index, page.timestamp ),
				perhapsOlder: perhapsOlder( revisions, index, page.timestamp )
			} );
		}
	}

	public traced( trace: Trace, count: number ): void {
		const now = this.waiting.filter(
			( { fewest, count: last } ) => fewest <= count && count <= last
		);
		for ( const waiting of now ) {
			if ( !waiting.best?.isConfirmed ) {
				const outcome = this.compare( trace, waiting );
				waiting.best = waiting.best && !isBetter( outcome, waiting.best ) ?
					waiting.best : outcome;
			}
			if ( waiting.count === count ) {
				this.findings.push( ...waiting.best.findings );
				this.confirmed.push( ...waiting.best.isConfirmed ? [ waiting.page ] : [] );
			}
		}
	}

	/** What should have been published of a page in this state. */
	private publish( trace: Trace, { pageId, isNewest }: Waiting ): PublishedTrace | null {
		const name = pageName( pageId );
		if ( !isNewest ) {
			return publishTrace( trace, name, { changes: this.asked } );
		}
		const { account } = this;
		return publishDraft( account, {
			followed: finish( traceAnswers.changes( trace, this.asked ) ),
			reviews: finish( traceAnswers.reviews( trace, askedReviews( account.items ) ) ),
			titles: this.titles,
			words: new Map( [ [ name, finish( traceAnswers.words( trace, name ) ) ] ] )
		} ).get( name ) ?? null;
	}

	/** Whether the log still names the changes of an item that it named when this was published. */
	private isItem( { items }: ReadTrace, key: string ): boolean {
		const item = this.account.items.find( ( one ) => one.key === key );
		const read = items.get( key );
		return item !== undefined && ( !read || read.changes === textHash( changesOf( item ) ) );
	}

	/** Likewise, of one of its sections. */
	private isSection( { places }: ReadTrace, key: string ): boolean {
		const read = places.find( ( { id } ) => id === key );
		const own = this.account.log.draft.sections?.find( ( { id } ) => id === key );
		return own !== undefined && read?.heading === textHash( own.heading );
	}

	private compare( trace: Trace, waiting: Waiting ): Outcome {
		const findings: AuditFinding[] = [];
		const outcome = ( isConfirmed: boolean ): Outcome => ( { findings, isConfirmed } );
		const { page, published, perhapsOlder: older } = waiting;
		const found = this.publish( trace, waiting );
		const recomputed = found && readPublishedTrace( found );
		const place = { page: page.title };
		if ( !recomputed || recomputed.revision !== published.revision ) {
			// Its text is hidden by now: nobody can tell.
			findings.push( auditFinding( 'T3', { ...place, refuted: false }, published.revision ) );
			return outcome( false );
		}
		const known = new Set( this.asked.map( ( { key } ) => key ) );
		const isKnown = ( key: string ): boolean => (
			known.has( key ) && this.isItem( published, itemKeyOf( key ) )
		);
		const stale = [ ...published.changes.keys() ].filter( ( key ) => !isKnown( key ) );
		if ( stale.length ) {
			findings.push( auditFinding( 'T5', { ...place, refuted: false }, stale.join( ', ' ) ) );
		}
		const differences = comparePublished( published, recomputed, isKnown );
		if ( differences.some( ( { what } ) => what === 'words' ) ) {
			findings.push( auditFinding( 'T3', place, published.revision ) );
			return outcome( false );
		}
		const own = differences.filter( ( { what, key } ) => (
			what !== 'places' && what !== 'reviews' ? true :
				this.isItem( published, key ) || this.isSection( published, key )
		) );
		for ( const difference of own.slice( 0, MOST_DIFFERENCES ) ) {
			findings.push( auditFinding(
				'T4', {
					...place,
					// What was hidden since may have been what it was computed from.
					refuted: this.hidden === 0 && !saysLess( difference ) &&
						!older.includes( difference.what )
				}, placeOf( difference ),
				difference.published || '–', difference.recomputed || '–'
			) );
		}
		return outcome( !own.length && !stale.length );
	}
}
