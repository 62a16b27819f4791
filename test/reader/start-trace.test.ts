import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTrace } from '../../src/reader/start-trace';
import { traceAnswers } from '../../src/trace/trace-answers';
import { portOf, type MessageTarget, type TracePort } from '../../src/trace/trace-port';
import { serve, type Scheduler } from '../../src/trace/trace-worker';
import { PROTOCOL } from '../../src/trace/worker-messages';

const scheduler: Scheduler = { now: () => 0, later: ( run ) => queueMicrotask( run ) };

/** Workers that were made, as a test made them behave. */
let workers: FakeWorker[] = [];
let behave: ( worker: FakeWorker ) => void;

/** A worker on the thread of the test. */
class FakeWorker {
	public onmessage: ( ( event: { data: unknown } ) => void ) | null = null;

	public onerror: ( ( event: { message: string } ) => void ) | null = null;

	/** What its own side listens with. */
	public readonly inside: MessageTarget = {
		onmessage: null,
		postMessage: ( data ) => this.onmessage?.( { data: structuredClone( data ) } )
	};

	public ended = false;

	public constructor( public readonly url: string ) {
		behave( this );
		workers.push( this );
	}

	public postMessage( data: unknown ): void {
		const { onmessage } = this.inside as { onmessage: FakeWorker[ 'onmessage' ] };
		onmessage?.( { data: structuredClone( data ) } );
	}

	public terminate(): void {
		this.ended = true;
	}
}

/** How often the script was loaded as a module. */
let loaded = 0;

beforeEach( () => {
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout' ] } );
	workers = [];
	loaded = 0;
	vi.stubGlobal( 'Worker', FakeWorker );
	vi.stubGlobal( 'mw', {
		config: { get: ( name: string ) => ( { wgUserLanguage: 'de', skin: 'minerva' } )[ name ] },
		util: { wikiScript: ( name: string ) => `/w/${ name }.php` },
		loader: {
			moduleRegistry: { 'ext.gadget.AdviceProvenance-trace': { version: '1ab2c' } },
			getState: () => 'registered',
			using: () => {
				loaded++;
				return Promise.resolve( () => ( {
					serveHere: ( port: TracePort ) => serve( port, scheduler, traceAnswers )
				} ) );
			}
		}
	} );
} );

afterEach( () => {
	expect( vi.getTimerCount() ).toBe( 0 );
	vi.useRealTimers();
	vi.unstubAllGlobals();
} );

const added = [ { revid: 1, page: 'A', text: 'Words that stand.' } ];

describe( 'a worker', () => {
	it( 'is used where it starts, from the wiki, with the version of the script', async () => {
		behave = ( { inside } ) => serve( portOf( inside ), scheduler, traceAnswers );
		const { client, end } = await startTrace();
		expect( workers.map( ( { url } ) => url ) ).toEqual( [
			// The hash is MediaWiki's: the browser tests hold it against a real one.
			expect.stringMatching( /^\/w\/load\.php\?lang=de&modules=ext\.gadget\.AdviceProvenance-trace&only=scripts&raw=1&skin=minerva&version=[0-9a-z]{5}$/ )
		] );
		expect( await client.add( added ) ).toBe( 1 );
		expect( loaded ).toBe( 0 );
		end();
		expect( workers[ 0 ]?.ended ).toBe( true );
		await expect( client.add( added ) ).rejects.toThrow( 'ended' );
	} );

	it( 'that fails later is not replaced, but told', async () => {
		behave = ( { inside } ) => serve( portOf( inside ), scheduler, traceAnswers );
		const { client } = await startTrace();
		const worker = workers[ 0 ] as FakeWorker;
		worker.inside.onmessage = null;
		const adding = client.add( added );
		worker.onerror?.( { message: 'out of memory' } );
		await expect( adding ).rejects.toThrow( 'out of memory' );
		expect( loaded ).toBe( 0 );
	} );
} );

const useless: [ string, ( worker: FakeWorker ) => void ][] = [
	[ 'is forbidden', () => {
		throw new DOMException( 'Refused', 'SecurityError' );
	} ],
	[ 'does not load', ( worker ) => {
		queueMicrotask( () => worker.onerror?.( { message: '' } ) );
	} ],
	[ 'is empty', () => undefined ],
	[ 'is of another version', ( worker ) => {
		worker.inside.onmessage = () => worker.inside.postMessage(
			{ protocol: PROTOCOL + 1, id: 1, result: 'done', value: 0 }
		);
	} ],
	[ 'refuses', ( worker ) => {
		worker.inside.onmessage = () => worker.inside.postMessage(
			{ protocol: PROTOCOL, id: 1, result: 'failed', value: 'no' }
		);
	} ]
];

describe( 'the page\'s own thread', () => {
	it.each( useless )( 'is used where the worker %s', async ( _name, behaviour ) => {
		behave = behaviour;
		const starting = startTrace();
		await vi.advanceTimersByTimeAsync( 10000 );
		const { client, end } = await starting;
		expect( loaded ).toBe( 1 );
		expect( workers.every( ( { ended } ) => ended ) ).toBe( true );
		expect( await client.add( added ) ).toBe( 1 );
		const late = expect( client.add( added ) ).rejects.toThrow( 'cancelled' );
		end();
		await late;
		await expect( client.add( added ) ).rejects.toThrow( 'ended' );
	} );

	it( 'is used where there are no workers', async () => {
		vi.stubGlobal( 'Worker', undefined );
		const { client } = await startTrace();
		expect( await client.add( added ) ).toBe( 1 );
	} );

	it( 'needs the script: without it, that is told', async () => {
		vi.stubGlobal( 'Worker', undefined );
		const using = (): Promise<unknown> => Promise.resolve( () => ( {} ) );
		Object.assign( mw.loader, { using } );
		await expect( startTrace() ).rejects.toThrow( 'ext.gadget.AdviceProvenance-trace' );
	} );
} );
