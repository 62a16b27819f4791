import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { Trace } from '../../src/trace/trace';
import { traceAnswers, type TraceAnswers } from '../../src/trace/trace-answers';
import { TraceClient, TraceError } from '../../src/trace/trace-client';
import { localPorts, portOf, type MessageTarget } from '../../src/trace/trace-port';
import { serve, SLICE_MS } from '../../src/trace/trace-worker';
import type { RevisionText } from '../../src/trace/types';
import { PROTOCOL } from '../../src/trace/worker-messages';
import { policyText } from '../bench/policy-text';
import { clientOn, fakeThread } from './fake-thread';

const texts = [
	'The gate stands open by day.',
	'The gate stands open by day and by night.',
	'',
	null,
	'The gate stands open by day and by night.\nThe well is deep.',
	'The well is deep.\nThe old gate stands open by day and by night.'
];

/** A history of two pages. */
const history: RevisionText[] = [ ...texts, ...texts ].map( ( text, index ) => (
	{ revid: 100 + index, page: index % 4 ? 'A' : 'B', text }
) );

function traced( revisions: RevisionText[] ): Trace {
	const trace = new Trace();
	revisions.forEach( ( revision ) => trace.add( revision ) );
	return trace;
}

/** What the engine itself says about a page. */
function expectedWords( trace: Trace, page: string ): object {
	const words = trace.words( page );
	const revid = ( number: number ): number | undefined => trace.revisions[ number ]?.revid;
	const ids = [ ...words.ids ];
	return {
		...words,
		origins: Float64Array.from( ids, ( id ) => revid( trace.originOf( id ) ) ?? 0 ),
		others: ids
			.map( ( id, index ) => [ index, trace.otherOrigins( id ).map( revid ) ] as const )
			.filter( ( [ , others ] ) => others.length )
	};
}

describe( 'the worker', () => {
	it( 'gives the words of each page with their origins, as the engine does', async () => {
		const thread = fakeThread();
		const client = clientOn( thread );
		const replies = Promise.all( [
			client.start( null ), client.add( history.slice( 0, 5 ) ), client.add( [] ),
			client.add( history.slice( 5 ) ), client.ask( 'words', 'A' ), client.ask( 'words', 'B' ),
			client.ask( 'words', 'none' )
		] );
		thread.run();
		const trace = traced( history );
		const [ started, first, none, all, a, b, missing ] = await replies;
		expect( [ started, first, none, all ] ).toEqual( [ 0, 5, 5, 12 ] );
		expect( a ).toEqual( expectedWords( trace, 'A' ) );
		expect( b ).toEqual( expectedWords( trace, 'B' ) );
		expect( a.others.length ).toBeGreaterThan( 0 );
		expect( missing.ids ).toHaveLength( 0 );
	} );

	it( 'goes on from what was kept, at any place, through a real copy', async () => {
		for ( let cut = 0; cut <= history.length; cut++ ) {
			const thread = fakeThread();
			const first = clientOn( thread );
			first.add( history.slice( 0, cut ) );
			const saving = first.ask( 'saved', undefined );
			thread.run();
			const saved = structuredClone( await saving );
			const second = clientOn( thread );
			const replies = Promise.all( [
				second.start( saved ), second.add( history.slice( cut ) ), second.ask( 'words', 'A' )
			] );
			thread.run();
			const [ count, all, words ] = await replies;
			expect( [ count, all ] ).toEqual( [ cut, history.length ] );
			expect( words ).toEqual( expectedWords( traced( history ), 'A' ) );
		}
	} );

	it.each( [ [ undefined ], [ 5 ], [ 'text' ], [ {} ], [ { engine: 'x', version: 1 } ], [ [] ] ] )( 'says that %j is no trace, and keeps the one it has', async ( saved ) => {
		const thread = fakeThread();
		const client = clientOn( thread );
		client.add( history.slice( 0, 2 ) );
		const starting = client.start( saved );
		const words = client.ask( 'words', 'A' );
		const refused = expect( starting ).rejects.toMatchObject( { name: 'TraceError', reason: 'failed' } );
		thread.run();
		await refused;
		expect( ( await words ).ids ).toHaveLength( 9 );
	} );

	it( 'counts revisions as it was given them, whatever they mean for other pages', async () => {
		const sentence = 'Whoever leaves a gate open by night pays for all the hens that the fox takes.';
		const moved: RevisionText[] = [
			{ revid: 1, page: 'A', text: `The well is deep.\n${ sentence }` },
			{ revid: 2, page: 'B', text: `About foxes.\n${ sentence }` },
			{ revid: 3, page: 'A', text: 'The well is deep.' }
		];
		expect( traced( moved ).revisions.length ).toBeGreaterThan( moved.length );
		const thread = fakeThread();
		const client = clientOn( thread );
		const replies = Promise.all( [
			client.add( moved ), client.ask( 'saved', undefined ), client.ask( 'words', 'B' )
		] );
		thread.run();
		const [ count, saved, words ] = await replies;
		const starting = client.start( saved );
		thread.run();
		expect( [ count, await starting, await client.cancel() ] ).toEqual( [ 3, 3, 3 ] );
		expect( [ ...new Set( words.origins ) ] ).toEqual( [ 2, 1 ] );
	} );

	it( 'does nothing before its first slice, on whatever thread it runs', async () => {
		const thread = fakeThread();
		const adding = clientOn( thread ).add( history );
		let isDone = false;
		adding.then( () => {
			isDone = true;
		} );
		await Promise.resolve();
		expect( isDone ).toBe( false );
		expect( thread.slices ).toHaveLength( 0 );
		thread.run();
		expect( await adding ).toBe( history.length );
	} );
} );

describe( 'a slice', () => {
	/** As many revisions as wanted. */
	function many( count: number ): RevisionText[] {
		return Array.from( { length: count }, ( _, index ) => (
			{ revid: index, page: 'A', text: `Line of ${ index }.` }
		) );
	}

	it.each( [ 1, 3, 7, 15, 16, 29, 30 ] )( 'takes no longer than it may when each revision takes %i ms', ( cost ) => {
		const thread = fakeThread();
		thread.cost = () => cost;
		clientOn( thread ).add( many( 200 ) );
		thread.run();
		// The first look at the clock counts as well here.
		const lengths = thread.slices.map( ( [ from, to ] ) => to - from - cost );
		expect( Math.max( ...lengths ) ).toBeLessThanOrEqual( SLICE_MS );
		// And it is made use of.
		expect( thread.slices.length ).toBe( Math.ceil( 200 / Math.floor( SLICE_MS / cost ) ) );
	} );

	it( 'is of one revision where that alone takes longer', () => {
		const thread = fakeThread();
		thread.cost = () => SLICE_MS + 19;
		clientOn( thread ).add( many( 20 ) );
		thread.run();
		expect( thread.slices ).toHaveLength( 20 );
	} );

	it( 'begins nothing after a revision that took all of its time', () => {
		const thread = fakeThread();
		// The third revision takes long; the others nothing.
		thread.cost = ( look ) => look === 3 ? 400 : 0;
		clientOn( thread ).add( many( 10 ) );
		expect( thread.runSlice() ).toBe( true );
		expect( thread.slices ).toEqual( [ [ 0, 400 ] ] );
		thread.run();
		expect( thread.slices ).toHaveLength( 2 );
	} );

	it( 'holds one request at most, for how long the next one takes nobody knows', async () => {
		const thread = fakeThread();
		const client = clientOn( thread );
		const replies = Promise.all( [
			client.add( many( 10 ) ), client.ask( 'words', 'A' ), client.ask( 'saved', undefined ),
			client.add( [] ), client.start( null ), client.add( many( 3 ) )
		] );
		thread.run();
		expect( ( await replies ).slice( 3 ) ).toEqual( [ 10, 0, 3 ] );
		expect( thread.slices ).toHaveLength( 6 );
	} );

	it( 'is all that saving, going on and asking take, too', async () => {
		const thread = fakeThread();
		const client = clientOn( thread );
		client.add( [ ...many( 100 ), { revid: 100, page: 'A', text: 'Many words. '.repeat( 2000 ) } ] );
		const saving = client.ask( 'saved', undefined );
		thread.run();
		const saved = await saving;
		thread.cost = () => 10;
		for ( const ask of [
			() => client.ask( 'saved', undefined ), () => client.start( saved ), () => client.ask( 'words', 'A' ),
			() => client.add( [ { revid: 101, page: 'B', text: policyText( 60_000, 1 ) } ] ),
			() => client.ask( 'changes', [ { key: 'b', base: null, last: 101 } ] ),
			() => client.ask( 'effect', { base: null, last: 101, changes: [] } )
		] ) {
			thread.slices = [];
			const asking = ask();
			thread.run();
			await asking;
			const lengths = thread.slices.map( ( [ from, to ] ) => to - from - 10 );
			expect( Math.max( ...lengths ) ).toBeLessThanOrEqual( SLICE_MS );
			expect( thread.slices.length ).toBeGreaterThan( 1 );
		}
	} );
} );

describe( 'cancelling', () => {
	it( 'overtakes what waits, says how far it got, and can go on from there', async () => {
		const thread = fakeThread();
		thread.cost = () => 20;
		const client = clientOn( thread );
		const dropped = [ client.add( history ), client.add( history ), client.ask( 'words', 'A' ) ]
			.map( ( reply ) => expect( reply ).rejects.toMatchObject( { reason: 'cancelled' } ) );
		thread.runSlice();
		thread.runSlice();
		expect( await client.cancel() ).toBe( 2 );
		await Promise.all( dropped );
		const replies = Promise.all( [ client.add( history.slice( 2 ) ), client.ask( 'words', 'A' ) ] );
		thread.run();
		const [ count, words ] = await replies;
		expect( count ).toBe( history.length );
		expect( words ).toEqual( expectedWords( traced( history ), 'A' ) );
	} );

	it( 'in the middle of a long revision takes that as a whole, and leaves out the next ones', async () => {
		const first = policyText( 60_000, 1 );
		const long = [ first, first.replace( /\bmust\b/g, 'MUST' ), first ]
			.map( ( text, index ) => ( { revid: 100 + index, page: 'A', text } ) );
		for ( const slices of [ 2, 5, 9, 14 ] ) {
			const thread = fakeThread();
			thread.cost = () => 20;
			const client = clientOn( thread );
			const adding = expect( client.add( long ) ).rejects.toMatchObject( { reason: 'cancelled' } );
			for ( let slice = 0; slice < slices; slice++ ) {
				thread.runSlice();
			}
			const count = await client.cancel();
			await adding;
			expect( count ).toBe( 1 );
			const words = client.ask( 'words', 'A' );
			thread.run();
			expect( await words ).toEqual( expectedWords( traced( long.slice( 0, count ) ), 'A' ) );
			const replies = Promise.all( [ client.add( long.slice( count ) ), client.ask( 'words', 'A' ) ] );
			thread.run();
			expect( ( await replies )[ 1 ] ).toEqual( expectedWords( traced( long ), 'A' ) );
		}
	} );

	it( 'of nothing is answered, too', async () => {
		const thread = fakeThread();
		expect( await clientOn( thread ).cancel() ).toBe( 0 );
		expect( thread.runSlice() ).toBe( false );
	} );

	it( 'before the first slice leaves nothing to do', async () => {
		const thread = fakeThread();
		const client = clientOn( thread );
		const adding = expect( client.add( history ) ).rejects.toThrow( TraceError );
		expect( await client.cancel() ).toBe( 0 );
		await adding;
		thread.run();
		const adding2 = client.add( history.slice( 0, 1 ) );
		thread.run();
		expect( await adding2 ).toBe( 1 );
	} );
} );

describe( 'messages', () => {
	it( 'of another version are refused on both sides', async () => {
		const [ ours, theirs ] = localPorts();
		const told: unknown[] = [];
		ours.listen( ( message ) => told.push( message ) );
		serve( theirs, fakeThread().scheduler, traceAnswers );
		ours.post( { protocol: PROTOCOL + 1, id: 7, task: { kind: 'start', saved: null } } );
		expect( told ).toMatchObject( [ { protocol: PROTOCOL, id: 7, result: 'failed' } ] );

		const client = new TraceClient<TraceAnswers>( ours );
		const starting = client.start( null );
		theirs.post( { protocol: PROTOCOL + 1, id: 1, result: 'done', value: 0 } );
		await expect( starting ).rejects.toThrow( `protocol ${ PROTOCOL + 1 }` );
		// What is asked later has no better chance.
		await expect( client.ask( 'words', 'A' ) ).rejects.toThrow( TraceError );
	} );

	it.each( [ [ undefined ], [ null ], [ 5 ], [ 'text' ], [ {} ], [ { id: 1 } ], [ { protocol: PROTOCOL, id: 1 } ],
		[ { protocol: PROTOCOL, id: '1', task: {}, result: 'done' } ], [ { protocol: PROTOCOL, id: 1, task: null, result: 5 } ]
	] )( 'that are none of ours, %j, are passed over', async ( message ) => {
		const thread = fakeThread();
		const [ ours, theirs ] = localPorts();
		const told = vi.fn();
		ours.listen( told );
		serve( theirs, thread.scheduler, traceAnswers );
		ours.post( message );
		thread.run();
		expect( told ).not.toHaveBeenCalled();
		const client = new TraceClient<TraceAnswers>( ours );
		const starting = client.start( null );
		theirs.post( message );
		thread.run();
		expect( await starting ).toBe( 0 );
	} );

	it( 'with a question that there is not fail alone', async () => {
		const thread = fakeThread();
		const client = clientOn( thread );
		const asking = expect( client.ask( 'nothing' as 'words', 'A' ) ).rejects.toThrow( 'no answer to "nothing"' );
		const adding = client.add( history );
		thread.run();
		await asking;
		expect( await adding ).toBe( history.length );
	} );

	it( 'reach a worker through a port that copies them', async () => {
		const { port1, port2 } = new MessageChannel();
		const time = {
			now: () => performance.now(),
			later( run: () => void ): void {
				setTimeout( run );
			}
		};
		serve( portOf( port2 as unknown as MessageTarget ), time, traceAnswers );
		const client = new TraceClient<TraceAnswers>( portOf( port1 as unknown as MessageTarget ) );
		try {
			expect( await client.add( history ) ).toBe( history.length );
			expect( await client.ask( 'words', 'A' ) ).toEqual( expectedWords( traced( history ), 'A' ) );
		} finally {
			port1.close();
		}
	} );

	it( 'of a worker that is given up on are not waited for', async () => {
		const client = clientOn( fakeThread() );
		const asking = client.ask( 'words', 'A' );
		client.fail( 'the worker did not load' );
		await expect( asking ).rejects.toThrow( 'the worker did not load' );
		await expect( client.add( history ) ).rejects.toThrow( 'the worker did not load' );
	} );
} );
