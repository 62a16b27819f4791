/** A wiki in memory that keeps histories and refuses what the API of a real one refuses. */
import { modelOf, titlePrefix, userScriptTitle } from '../../build/deploy/pages';
import type { Deletion, PastRevision } from '../../build/deploy/wiki-reading';
import { ChangedMeanwhile, type WikiSession } from '../../build/deploy/wiki-session';

interface Revision {
	id: number;
	text: string;
	comment: string;
	model: string;
}

export interface FakeWiki {
	session: WikiSession;
	/** Pages that exist: title → text. */
	texts(): Map<string, string>;
	/** What somebody else saves. */
	edit( title: string, text: string, comment?: string ): void;
	/** Called before each save and removal; what it throws is what the wiki answers. */
	before: ( title: string ) => void;
}

/**
 * Makes a wiki.
 *
 * @param mayDelete whether the account may delete pages
 */
export function fakeWiki( mayDelete = true ): FakeWiki {
	const pages = new Map<string, Revision[]>();
	const deleted = new Map<string, Revision[]>();
	const log: ( Deletion & { comment: string } )[] = [];
	let id = 0;
	const newest = ( title: string ): Revision | undefined => pages.get( title )?.slice( -1 )[ 0 ];
	const edit = ( title: string, text: string, comment = '', model: string = modelOf( title ) ): void => {
		if ( newest( title )?.text !== text ) {
			pages.set( title, [ ...pages.get( title ) ?? [], { id: ++id, text, comment, model } ] );
		}
	};
	const past = ( { id: revision, comment }: Revision ): PastRevision => (
		{ id: revision, comment, timestamp: String( revision ) }
	);
	const pastOf = ( title: string ): PastRevision[] => ( pages.get( title ) ?? [] ).map( past );
	const wiki: FakeWiki = {
		before: () => undefined,
		edit,
		texts: () => new Map( [ ...pages.keys() ].map( ( title ) => [ title, newest( title )?.text ?? '' ] ) ),
		session: {
			api: '',
			mayDelete,
			read: ( titles ) => Promise.resolve( new Map( titles.map( ( title ) => {
				const page = newest( title );
				return [ title, page ? { ...page, revision: page.id } : null ];
			} ) ) ),
			list: () => Promise.resolve( [
				...[ ...pages.keys() ].filter( ( title ) => title.startsWith( titlePrefix ) ),
				userScriptTitle
			] ),
			history: ( title ) => Promise.resolve( pastOf( title ).reverse() ),
			creation: ( title ) => Promise.resolve( pastOf( title )[ 0 ] ),
			texts: ( ids ) => Promise.resolve( new Map( [ ...pages.values() ].flat()
				.filter( ( revision ) => ids.includes( revision.id ) )
				.map( ( revision ) => [ revision.id, revision.text ] ) ) ),
			deletions: ( summary ) => Promise.resolve(
				log.filter( ( { comment } ) => comment === summary )
			),
			async save( { title, after, model, revision }, summary, base = revision ) {
				wiki.before( title );
				if ( ( newest( title )?.id ?? 0 ) !== base ) {
					throw new ChangedMeanwhile( title );
				}
				edit( title, after, summary, model );
				return newest( title )?.id ?? 0;
			},
			async remove( action, summary, base ) {
				wiki.before( action.title );
				if ( !mayDelete ) {
					await this.save( action, summary, base );
					return 'emptied';
				}
				deleted.set( action.title, pages.get( action.title ) ?? [] );
				pages.delete( action.title );
				log.push( { title: action.title, action: 'delete', comment: summary } );
				return 'deleted';
			},
			undelete( title, comment ) {
				log.push( { title, action: 'restore', comment } );
				pages.set( title, deleted.get( title ) ?? [] );
				return Promise.resolve();
			}
		}
	};
	return wiki;
}
