/**
 * Answers from page histories in files what a wiki's API would answer, so that a draft in files is
 * read by the same functions as one on a wiki.
 */
import type { OtherApi } from '../wiki/api';
import type { HistoryRevision } from './history-file';
import { UserError } from './user-error';

type Row = Record<string, unknown>;

/** A revision with a place among all others that its time alone tells. */
interface TimedRevision extends HistoryRevision {
	timestamp: string;
}

interface FilePage {
	pageid: number;
	title: string;
	/** The oldest first. */
	revisions: TimedRevision[];
}

/** A title as wikis write it. */
function inWikiForm( title: string ): string {
	const spaced = title.replace( /[_ ]+/g, ' ' ).trim();
	return spaced.charAt( 0 ).toUpperCase() + spaced.slice( 1 );
}

/** Times are compared as texts: years of four digits, as every wiki has them. */
const LAST_TIME = Date.parse( '9999-01-01T00:00:00Z' );
const FIRST_TIME = Date.parse( '0000-01-01T00:00:00Z' );

/**
 * Gives each revision a time after the one before it, a millisecond later if need be: the order
 * of the file is the order of the edits, and times tell it to everything that reads a wiki.
 *
 * @throws {UserError} if one has no time or two have one id: nothing could be said of dates then
 */
function timed( history: readonly HistoryRevision[] ): TimedRevision[] {
	const seen = new Set<number>();
	let last = -Infinity;
	return history.map( ( revision ) => {
		const { revid, timestamp = '' } = revision;
		const time = Date.parse( timestamp );
		// Also if it is none at all.
		if ( !( time >= FIRST_TIME && time < LAST_TIME ) ) {
			throw new UserError( `Revision ${ revid } of the history has no "timestamp" that can be read; comparing with a log needs one.` );
		}
		if ( seen.has( revid ) ) {
			throw new UserError( `The history has two revisions ${ revid }; comparing with a log needs different ids.` );
		}
		seen.add( revid );
		last = Math.max( time, last + 1 );
		return { ...revision, timestamp: new Date( last ).toISOString() };
	} );
}

function toRow( revision: TimedRevision ): Row {
	const { revid, timestamp, user, comment, text } = revision;
	return {
		revid, timestamp,
		...user === undefined ? { userhidden: true } : { user },
		...comment === undefined ? { commenthidden: true } : { comment },
		...text === null ?
			{ texthidden: true, sha1hidden: true } :
			{ slots: { main: { contentmodel: 'wikitext', content: text } } }
	};
}

/** The part of a page's history that a request is about. */
function partOf( { revisions }: FilePage, { rvdir, rvstart, rvlimit }: Row ): TimedRevision[] {
	const isNewer = rvdir === 'newer';
	const since = rvstart === undefined ? null : String( rvstart );
	const some = revisions.filter( ( { timestamp } ) => since === null ||
		( isNewer ? timestamp >= since : timestamp <= since ) );
	const ordered = isNewer ? some : some.reverse();
	// Without a number the API gives the newest one only.
	const limit = rvlimit === undefined ? 1 : Number( rvlimit );
	return Number.isFinite( limit ) ? ordered.slice( 0, limit ) : ordered;
}

function listOf( value: unknown ): string[] {
	return Array.isArray( value ) ? value.map( String ) : [];
}

export class FileApi implements OtherApi {
	private readonly pages = new Map<string, FilePage>();

	private readonly pageOfRevision = new Map<string, [ FilePage, TimedRevision ]>();

	/**
	 * @param history of all pages, in the order of the edits
	 * @throws {UserError} if revisions have no times, or two have one id
	 */
	public constructor( history: readonly HistoryRevision[] ) {
		for ( const revision of timed( history ) ) {
			const title = inWikiForm( revision.page );
			const page = this.pages.get( title ) ??
				{ pageid: this.pages.size + 1, title, revisions: [] };
			this.pages.set( title, page );
			page.revisions.push( revision );
			this.pageOfRevision.set( String( revision.revid ), [ page, revision ] );
		}
	}

	public get( parameters: Row ): ReturnType<OtherApi[ 'get' ]> {
		const answer = Promise.resolve( { query: parameters.revids ?
			this.byIds( listOf( parameters.revids ) ) :
			this.byTitles( listOf( parameters.titles ), parameters ) } );
		return { then: ( done ) => answer.then( done ), abort: () => undefined };
	}

	private byIds( ids: readonly string[] ): Row {
		return { pages: ids.flatMap( ( id ) => {
			const found = this.pageOfRevision.get( id );
			return found ? [ {
				pageid: found[ 0 ].pageid, title: found[ 0 ].title,
				revisions: [ toRow( found[ 1 ] ) ]
			} ] : [];
		} ) };
	}

	private byTitles( titles: readonly string[], parameters: Row ): Row {
		const normalized = titles.map( ( from ) => ( { from, to: inWikiForm( from ) } ) )
			.filter( ( { from, to } ) => from !== to );
		const wanted = new Set( titles.map( inWikiForm ) );
		return { normalized, pages: [ ...wanted ].map( ( title ) => {
			const page = this.pages.get( title );
			return page ? {
				pageid: page.pageid, title,
				...parameters.prop === 'revisions' &&
					{ revisions: partOf( page, parameters ).map( toRow ) }
			} : { title, missing: true };
		} ) };
	}
}
