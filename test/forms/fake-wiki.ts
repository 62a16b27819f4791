/** A wiki with one log page, as far as the forms speak to it: it refuses what MediaWiki refuses. */
import { installMw } from '../panel/fake-mw';

type Request = Record<string, unknown>;
type Then = (
	done: ( answer: unknown ) => void,
	failed: ( code: string, detail: unknown ) => void
) => void;

export class FakeWiki {
	private static current: FakeWiki;

	/** Revisions of the log page, the oldest first. */
	public readonly revisions: { id: number; text: string; summary: string }[] = [];

	public readonly edits: Request[] = [];

	/** What saving answers instead, once for each. */
	public readonly failures: ( [ string, unknown ] | { answer: unknown } )[] = [];

	/** What happens right before something is saved. */
	public beforeSaving: () => void = () => undefined;

	public constructor( private readonly title: string, text: string | null, id = 200 ) {
		if ( text !== null ) {
			this.revisions.push( { id, text, summary: '' } );
		}
	}

	public get newest(): { id: number; text: string; summary: string } | undefined {
		return this.revisions[ this.revisions.length - 1 ];
	}

	/** Somebody else saves. */
	public save( text: string, summary = '' ): number {
		const id = ( this.newest?.id ?? 200 ) + 1;
		// MediaWiki keeps a page of model `json` with indents.
		this.revisions.push( { id, text: JSON.stringify( JSON.parse( text ), null, '\t' ), summary } );
		return id;
	}

	/** Makes it the wiki of the code under test. */
	public async install(): Promise<void> {
		installMw();
		// Only now: the script makes its messages known to what stands in for the wiki.
		const logScript = await import( '../../src/forms/log-script' );
		const upkeep = await import( '../../src/forms/upkeep' );
		const { mw } = globalThis as unknown as { mw: Record<string, object> };
		// The code under test keeps its first `mw.Api`.
		FakeWiki.current = this;
		Object.assign( mw, {
			Api: class {
				public get( request: Request ): unknown {
					return Object.assign(
						Promise.resolve( FakeWiki.current.answer( request ) ),
						{ abort: () => undefined }
					);
				}

				public postWithEditToken( request: Request ): { then: Then } {
					return {
						then: ( done, failed ) => {
							const result = FakeWiki.current.edit( request );
							setTimeout( () => 'answer' in result ? done( result.answer ) : failed( ...result.failed ) );
						}
					};
				}
			},
			loader: {
				getState: () => 'ready',
				using: ( name: string ) => Promise.resolve(
					() => name.endsWith( '-log' ) ? logScript : name.endsWith( '-upkeep' ) ? upkeep : {}
				)
			},
			notify: () => undefined
		} );
		// The build puts the list in.
		Object.assign( globalThis, { BUILT_LANGUAGES: [ 'de' ] } );
		const { get } = mw.config as { get( name: string ): unknown };
		mw.config = { get: ( name: string ) => ( {
			wgUserName: 'Pip', wgContentLanguage: 'en', wgServer: 'https://wiki.example'
		} as Record<string, unknown> )[ name ] ?? get( name ) };
	}

	private answer( request: Request ): unknown {
		const found = request.revids ?
			this.revisions.filter( ( { id } ) => ( request.revids as number[] ).includes( id ) ) :
			this.revisions.slice( -1 );
		const revisions = found.map( ( { id, text } ) => ( {
			revid: id, timestamp: '2024-06-01T10:00:00Z', user: 'Pip', comment: '', size: text.length,
			slots: { main: { contentmodel: 'json', content: text } }
		} ) );
		return { query: { pages: [ revisions.length ?
			{ title: this.title, pageid: 1, revisions } :
			{ title: this.title, missing: true } ] } };
	}

	private edit( request: Request ): { answer: unknown } | { failed: [ string, unknown ] } {
		this.edits.push( request );
		this.beforeSaving();
		const failure = this.failures.shift();
		if ( failure ) {
			return 'answer' in failure ? failure : { failed: failure };
		}
		const base = this.newest?.id ?? 0;
		if ( request.createonly && base ) {
			return { failed: [ 'articleexists', {} ] };
		}
		if ( request.baserevid && request.baserevid !== base ) {
			return { failed: [ 'editconflict', {} ] };
		}
		const newrevid = this.save( String( request.text ), String( request.summary ) );
		return { answer: { edit: { result: 'Success', newrevid, oldrevid: base } } };
	}
}
