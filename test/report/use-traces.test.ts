import { describe, expect, it } from 'vitest';
import type { TraceToPublish } from '../../src/account/workspace';
import { useTraces, type TraceRow } from '../../src/report/use-traces';
import { SaveFailure } from '../../src/wiki/save-failure';

/** A wiki with one page for a trace; `isOther` is what others publish. */
class Wiki {
	public revision = 3;

	public text = 'old';

	public publishedTraces(): Promise<TraceToPublish[]> {
		const base = this.revision;
		return Promise.resolve( [ {
			page: 'Draft', revision: 12, title: 'Log/trace/1.json', text: 'new', changed: this.text !== 'new',
			save: () => base === this.revision ?
				Promise.resolve( this.put( 'new' ) ) :
				Promise.reject( new SaveFailure( 'conflict', 'Edit conflict.' ) )
		} ] );
	}

	public put( text: string ): number {
		this.text = text;
		return ++this.revision;
	}
}

describe( 'publishing traces', () => {
	it( 'can be tried once more where somebody else saved the page meanwhile', async () => {
		const wiki = new Wiki();
		const traces = useTraces( wiki );
		await traces.look();
		wiki.put( 'theirs' );
		await traces.publish();
		expect( traces.rows.value ).toMatchObject( [ { state: 'failed', failure: { kind: 'conflict' } } ] );
		expect( [ traces.left.value, traces.isBusy.value, wiki.text ] ).toEqual( [ 1, false, 'theirs' ] );
		await traces.publish();
		expect( traces.rows.value ).toMatchObject( [ { state: 'saved' } ] );
		expect( [ traces.left.value, wiki.text ] ).toEqual( [ 0, 'new' ] );
	} );

	it( 'hands the wiki the answer to its question, for the page that it asked about', async () => {
		const given: unknown[] = [];
		const trace = ( title: string ): TraceToPublish => ( {
			page: title, revision: 1, title, text: 'x', changed: true,
			save( captcha ) {
				given.push( [ title, captcha ] );
				return captcha?.answer === 'orchard' ? Promise.resolve( 2 ) :
					Promise.reject( new SaveFailure( 'captcha', '', { id: title, question: 'Where?', image: '' } ) );
			}
		} );
		const traces = useTraces( { publishedTraces: () => Promise.resolve( [ trace( 'A' ), trace( 'B' ) ] ) } );
		await traces.look();
		await traces.publish();
		const row = traces.rows.value[ 1 ] as TraceRow;
		expect( row.failure?.captcha ).toEqual( { id: 'B', question: 'Where?', image: '' } );
		given.length = 0;
		const captcha = { id: 'B', answer: 'orchard' };
		await traces.publish( { row, captcha } );
		expect( given ).toEqual( [ [ 'A', undefined ], [ 'B', captcha ] ] );
		expect( traces.rows.value.map( ( { state } ) => state ) ).toEqual( [ 'failed', 'saved' ] );
	} );

	it( 'has nothing to do where somebody else published the same meanwhile', async () => {
		const wiki = new Wiki();
		const traces = useTraces( wiki );
		await traces.look();
		wiki.put( 'new' );
		await traces.publish();
		expect( traces.rows.value ).toMatchObject( [ { state: 'same' } ] );
		expect( traces.left.value ).toBe( 0 );
	} );
} );
