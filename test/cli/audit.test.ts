import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEALS, LOG, RULES } from '../../demo/fictional-policy/names';
import { askedChanges, askedReviews } from '../../src/account/asked-words';
import { publishDraft } from '../../src/account/publish-draft';
import { BEGIN, END } from '../../src/export/merge-summary';
import { checkSummary } from '../../src/cli/audit/summary-page';
import { PublishedTraces } from '../../src/cli/audit/published-traces';
import { FileApi } from '../../src/cli/file-api';
import { readAccount } from '../../src/cli/read-account';
import { withValueAt, type JsonValue } from '../../src/log/json-value';
import type { Advice, AdviceLog, Change } from '../../src/log/types';
import { finish } from '../../src/trace/steps';
import { traceAnswers } from '../../src/trace/trace-answers';
import { useApi } from '../../src/wiki/api';
import type { PageText } from '../../src/wiki/page-text';
import { demoHistory, demoLog, fileIn, type DemoRevision } from './demo-files';
import { run, silently, type Result } from './run';

let folder = '';
beforeAll( () => {
	folder = mkdtempSync( join( tmpdir(), 'advice-audit-' ) );
} );
afterAll( () => rmSync( folder, { recursive: true } ) );

function audit( log: unknown, ...args: string[] ): Promise<Result> {
	return run( [
		'audit', '--history', fileIn( folder, 'history.json', demoHistory() ),
		'--log', fileIn( folder, 'log.json', log ), ...args
	] );
}

/** Lines that tell of a finding, without those that are in an audit of the log as it is. */
async function newFindings( log: unknown, ...args: string[] ): Promise<string[]> {
	const usual = new Set( ( await audit( demoLog() ) ).lines.map( placeless ) );
	return ( await audit( log, ...args ) ).lines
		.filter( ( line ) => !line.startsWith( '#' ) && !usual.has( placeless( line ) ) );
}

/** A line without the offset, which differs where something was put in before. */
function placeless( line: string ): string {
	return line.replace( / \d+:\d+ /, ' ' );
}

/** The first piece of advice with a single change that is as a test wants it. */
function adviceWith( log: AdviceLog, isFit: ( advice: Advice, change: Change ) => boolean ): {
	advice: Advice; change: Change;
} {
	for ( const advice of log.entries.flatMap( ( entry ) => entry.advice ?? [] ) ) {
		const [ change, more ] = advice.changes ?? [];
		if ( change && !more && isFit( advice, change ) ) {
			return { advice, change };
		}
	}
	throw new Error( 'The demonstration has no such advice.' );
}

/** The entry of the advice that a test changes. */
function adviceWithEntry( log: AdviceLog ): string {
	const { advice } = adviceWith( log, simple );
	return log.entries.find( ( entry ) => entry.advice?.includes( advice ) )!.id;
}

const simple = ( _advice: Advice, { from, inserted, deleted }: Change ): boolean => (
	!from && !inserted && !deleted
);

describe( 'an audit of a log that claims nothing false', () => {
	it( 'ends with 0, tells doubts and gaps, and counts', async () => {
		const { status, lines, stderr } = await audit( demoLog() );
		expect( [ status, stderr ] ).toEqual( [ 0, '' ] );
		expect( lines.filter( ( line ) => line.startsWith( '# ' ) ) ).toEqual( expect.arrayContaining( [
			'# Claims that the history contradicts: 0. Doubts and gaps: 11. Could not be decided: 26 (W17 26).',
			expect.stringMatching( /^# Revisions of the draft: 79\. Not readable: 0\.$/ ),
			'# There is no published trace.'
		] ) as string[] );
		expect( lines ).toContainEqual( expect.stringMatching( /^W14 \/entries\/2\/advice\/0\/reviews\/0 1:\d+ / ) );
	} );

	it( 'ends with 1 where doubts count', async () => {
		expect( ( await audit( demoLog(), '--strict' ) ).status ).toBe( 1 );
	} );

	it( 'is told to programs as well, with the same findings', async () => {
		const { status, stdout } = await audit( demoLog(), '--json' );
		const { findings, coverage, undecided } = JSON.parse( stdout ) as {
			findings: { rule: string; refuted: boolean; message: string }[];
			coverage: Record<string, number>; undecided: unknown[];
		};
		expect( status ).toBe( 0 );
		expect( findings ).toHaveLength( 11 );
		expect( findings.find( ( { rule } ) => rule === 'W14' ) ).toMatchObject( {
			refuted: false, message: expect.stringContaining( 'revision 71' ) as string
		} );
		expect( coverage ).toMatchObject( {
			topics: 14, topicsWithEntry: 13, revisions: 79, unreadableRevisions: 0
		} );
		expect( undecided ).toHaveLength( 26 );
	} );

	it( 'takes what is hidden as not known', async () => {
		const { change } = adviceWith( demoLog(), simple );
		const history = demoHistory().map( ( revision ): DemoRevision => (
			revision.revid === change.revision ? { ...revision, text: null } : revision
		) );
		const { status, lines } = await run( [
			'audit', '--history', fileIn( folder, 'hidden.json', history ),
			'--log', fileIn( folder, 'log.json', demoLog() )
		] );
		expect( status ).toBe( 0 );
		expect( lines ).toContainEqual( expect.stringMatching( /^W7 .*deleted or suppressed/ ) );
		expect( lines ).toContain( '# Revisions of the draft: 79. Not readable: 1.' );
	} );
} );

describe( 'a log that claims more than the history shows', () => {
	it.each( [
		[ 'a revision that does not exist', ( log: AdviceLog ) => {
			adviceWith( log, simple ).change.revision = 4711;
		}, /^W7 \/entries\/\d+\/advice\/0\/changes\/0 .*no revision 4711/ ],
		[ 'an edit of another section', ( log: AdviceLog ) => {
			const entry = log.entries.find( ( { id } ) => id === 'lo-07' )!;
			const other = log.entries.filter( ( { id } ) => id === 'lo-12' );
			const { change: { revision } } = adviceWith( { ...log, entries: other }, () => true );
			entry.advice![ 0 ]!.changes = [ { revision } ];
		}, /^W6 / ],
		[ 'words that were not put in', ( log: AdviceLog ) => {
			adviceWith( log, simple ).change.inserted = [ { exact: 'The committee shall always be right' } ];
		}, /^W9 .*\/inserted\/0 .*did not put these words in/ ],
		[ 'advice that came after the edit', ( log: AdviceLog ) => {
			adviceWith( log, simple ).advice.givenOn = '2031-01-01';
		}, /^W5 .*made before the advice/ ],
		[ 'a quotation that is none', ( log: AdviceLog ) => {
			const { advice, change } = adviceWith( log, simple );
			change.relation = 'quoted';
			advice.suggestedText = 'Zebras, walruses and narwhals shall be fed before midnight.';
		}, /^A2 .*\/changes\/0 .*none of the suggested text/ ],
		[ 'edits of which only the last came after the advice', ( log: AdviceLog ) => {
			const { advice, change } = adviceWith( log, ( { givenOn } ) => givenOn !== undefined );
			advice.changes = [ { revision: change.revision, from: 1 } ];
		}, /^A3 .*\/changes\/0 .*revision 2, the first of them/ ],
		[ 'edits the wrong way round', ( log: AdviceLog ) => {
			const { advice, change } = adviceWith( log, simple );
			advice.changes = [ { revision: change.revision, from: 84 } ];
		}, /^A4 .*\/changes\/0 .*not the later one/ ],
		[ 'edits after one that does not exist', ( log: AdviceLog ) => {
			adviceWith( log, simple ).change.from = 4711;
		}, /^W7 .*\/changes\/0 .*no revision 4711/ ],
		[ 'no words of withheld advice changed', ( log: AdviceLog ) => {
			const { advice, change } = adviceWith( log, simple );
			advice.disclosure = { level: 'withheld', reason: 'privacy' };
			change.from = change.revision;
		}, /^A1 .*\/changes\/0 / ],
		[ 'a decision from before the advice', ( log: AdviceLog ) => {
			const { advice } = adviceWith( log, ( { givenOn } ) => givenOn !== undefined );
			advice.disposition = { ...advice.disposition!, decidedOn: '2001-01-31' };
		}, /^A5 \/entries\/\d+\/advice\/0\/disposition\/decidedOn / ],
		[ 'a review of what was not written yet', ( log: AdviceLog ) => {
			const { advice, change: { revision } } = adviceWith( log, simple );
			advice.reviews = [ { by: log.agents![ 0 ]!.id, stance: 'confirms', revision, on: '2001' } ];
		}, /^A6 .*\/reviews\/0\/on .*made after this date/ ],
		[ 'advice on what was not written yet', ( log: AdviceLog ) => {
			const { advice } = adviceWith( log, ( { givenOn } ) => givenOn !== undefined );
			const entry = log.entries.find( ( one ) => one.advice?.includes( advice ) )!;
			entry.request.reviewedRevision = 92;
		}, /^A6 .*\/advice\/0\/givenOn .*Revision 92/ ],
		[ 'a review of what is no revision', ( log: AdviceLog ) => {
			adviceWith( log, simple ).advice.reviews = [ { by: log.agents![ 0 ]!.id, stance: 'confirms', revision: 4711 } ];
		}, /^W7 .*\/reviews\/0\/revision .*4711/ ]
	] )( '(%s) is found out, with its place', async ( _name, tamper, expected ) => {
		const log = demoLog( tamper );
		expect( await newFindings( log ) ).toContainEqual( expect.stringMatching( expected ) );
		expect( ( await audit( log ) ).status ).toBe( 1 );
	} );

	it( '(a revision of a page that is none of the draft\'s) is found out', async () => {
		const history = [ ...demoHistory(), {
			revid: 4711, page: 'Elsewhere', timestamp: '2025-01-01T00:00:00Z', user: 'U', comment: '', text: 'Words elsewhere'
		} ];
		for ( const [ tamper, place ] of [
			[ ( log: AdviceLog ) => {
				adviceWith( log, simple ).change.revision = 4711;
			}, /^W8 .*\/changes\/0 / ],
			[ ( log: AdviceLog ) => {
				log.entries[ 0 ]!.request.reviewedRevision = 4711;
			}, /^W8 \/entries\/0\/request\/reviewedRevision / ]
		] as const ) {
			const { status, lines } = await run( [
				'audit', '--history', fileIn( folder, 'more.json', history ),
				'--log', fileIn( folder, 'tampered.json', demoLog( tamper ) )
			] );
			expect( lines ).toContainEqual( expect.stringMatching( place ) );
			expect( status ).toBe( 1 );
		}
	} );

	it( '(an edit that changed no words) is found out', async () => {
		const history = demoHistory();
		const [ before, after ] = [ history[ 3 ]!, history[ 4 ]! ];
		const emptied = { ...after, page: before.page, text: `${ before.text }\n` };
		const changed = history.map( ( revision ) => revision === after ? emptied : revision );
		const { status, lines } = await run( [
			'audit', '--history', fileIn( folder, 'null-edit.json', changed ),
			'--log', fileIn( folder, 'tampered.json', demoLog( ( log ) => {
				adviceWith( log, simple ).change.revision = after.revid;
			} ) )
		] );
		expect( lines.filter( ( line ) => line.startsWith( 'A1 ' ) ) )
			.toEqual( [ expect.stringContaining( `revision ${ after.revid } ` ) ] );
		expect( status ).toBe( 1 );
	} );
} );

function logPage(): PageText {
	return {
		asked: LOG, title: LOG, pageId: 0, revision: 1, text: JSON.stringify( demoLog() ),
		timestamp: '', user: null, model: 'json'
	};
}

/** What a maintainer publishes of a page, as a value that a test can change. */
async function published( title: string ): Promise<Record<string, unknown>> {
	useApi( new FileApi( demoHistory() ) );
	const { withoutWords: account, history: { trace, pages } } =
		await readAccount( { log: LOG, pages: [] }, logPage(), silently() );
	const titles = new Map( [ ...pages.values() ].map(
		( { id, title: own } ) => [ String( id ), own ]
	) );
	const name = String( pages.get( title )!.id );
	const made = publishDraft( account, {
		followed: finish( traceAnswers.changes( trace, askedChanges( account.items ) ) ),
		reviews: finish( traceAnswers.reviews( trace, askedReviews( account.items ) ) ),
		titles,
		words: new Map( [ ...titles.keys() ].map(
			( one ) => [ one, finish( traceAnswers.words( trace, one ) ) ]
		) )
	} );
	return structuredClone( made.get( name ) ) as unknown as Record<string, unknown>;
}

describe( 'a published trace', () => {
	it.each( [
		[ 'a true one', () => undefined, null ],
		[ 'one with other origins', ( trace: Record<string, unknown> ) => {
			trace.origins = String( trace.origins ).replace( /^\d+/, '3' );
		}, /^T4 .*differ \(origins .*Published: 3/ ],
		[ 'one with more words that go back to advice', ( trace: Record<string, unknown> ) => {
			// The first run is of words that go back to none.
			trace.advised = String( trace.advised ).replace( /^0 /, '1 ' );
		}, /^T4 .*\(advised 1–\d+\)\. Published: lo-.* From the history: –\./ ],
		[ 'one of a change that fared better', ( trace: Record<string, unknown> ) => {
			const change = ( trace.changes as Record<string, unknown>[] ).find( ( { state } ) => state === 'gone' )!;
			change.state = 'intact';
			change.standing = change.inserted;
			change.takenBy = '';
		}, /^T4 .*\(change lo-\S+#0\)\. Published: intact/ ],
		[ 'one of advice that touched another section', ( trace: Record<string, unknown> ) => {
			const item = ( trace.items as Record<string, unknown>[] ).find( ( { places } ) => places !== '' )!;
			item.places = '0';
		}, /^T4 .*\(places lo-/ ],
		[ 'one of other words', ( trace: Record<string, unknown> ) => {
			trace.fingerprint = '00000000';
		}, /^T3 .*does not fit/ ],
		[ 'one of a revision that does not exist', ( trace: Record<string, unknown> ) => {
			trace.revision = 4711;
		}, /^T2 .*4711/ ],
		[ 'one that is none', ( trace: Record<string, unknown> ) => {
			delete trace.runs;
		}, /^T1 / ]
	] as const )( '(%s) is compared with the history', async ( _name, tamper, expected ) => {
		const trace = await published( RULES );
		tamper( trace );
		const args = [ '--trace', fileIn( folder, 'trace.json', trace ) ];
		const found = await newFindings( demoLog(), ...args );
		const { status, lines } = await audit( demoLog(), ...args );
		if ( expected ) {
			expect( found ).toContainEqual( expect.stringMatching( expected ) );
			expect( status ).toBe( 1 );
		} else {
			expect( [ found, status ] ).toEqual( [ [], 0 ] );
			expect( lines ).toContain( '# Published traces compared with the history: 1.' );
		}
	} );
} );

describe( 'a published trace that is hidden', () => {
	it( 'is a gap, and no false claim', async () => {
		useApi( new FileApi( demoHistory() ) );
		const { withoutWords } =
			await readAccount( { log: LOG, pages: [] }, logPage(), silently() );
		const traces = new PublishedTraces( withoutWords, () => Promise.resolve( [
			{ title: 'L/trace/1.json', text: null, timestamp: '', revision: 7, user: null }
		] ) );
		await traces.listed( { pages: new Map(), revisions: [] } );
		expect( traces.findings ).toMatchObject( [ { rule: 'T1', refuted: false } ] );
	} );
} );

describe( 'a published trace of another state of the log', () => {
	it( 'is no false one: what it says of advice that has other changes by now is told, and not compared', async () => {
		const trace = await published( RULES );
		const items = trace.items as { key: string; places: string }[];
		const key = items.find( ( { places } ) => places !== '' )!.key;
		const log = demoLog( ( own ) => {
			const [ entry, advice ] = key.split( '/' );
			const { changes } = own.entries.find( ( { id } ) => id === entry )!.advice!
				.find( ( { id } ) => id === advice )!;
			// The same edit, named in another way.
			const history = demoHistory();
			const at = history.findIndex( ( { revid } ) => revid === changes![ 0 ]!.revision );
			changes![ 0 ]!.from = history.slice( 0, at ).reverse()
				.find( ( { page } ) => page === history[ at ]!.page )!.revid;
		} );
		const { lines } = await audit( log, '--trace', fileIn( folder, 'trace.json', trace ) );
		const found = lines.filter( ( line ) => /^T\d /.test( line ) );
		expect( found ).toEqual( [ expect.stringMatching( /^T5 / ) ] );
		expect( found[ 0 ] ).toContain( `${ key }#0` );
	} );
} );

describe( 'a true trace of an earlier log', () => {
	/** What an audit says against the trace that was published of the demonstration as it is. */
	async function calledFalse( history: DemoRevision[], log: AdviceLog ): Promise<string[]> {
		const { stdout } = await run( [
			'audit', '--json', '--history', fileIn( folder, 'later.json', history ),
			'--log', fileIn( folder, 'later-log.json', log ),
			'--trace', fileIn( folder, 'trace.json', await published( RULES ) )
		] );
		const { findings } = JSON.parse( stdout ) as {
			findings: { rule: string; refuted: boolean; message: string }[];
		};
		return findings.filter( ( { rule, refuted } ) => refuted && rule.startsWith( 'T' ) )
			.map( ( { message } ) => message );
	}

	it.each( [
		[ 'an entry was removed', ( log: AdviceLog ) => {
			log.entries = log.entries.filter( ( { id } ) => id !== adviceWithEntry( log ) );
		} ],
		[ 'a change was taken out', ( log: AdviceLog ) => {
			delete adviceWith( log, simple ).advice.changes;
			adviceWith( log, simple ).advice.disposition = { outcome: 'pending' };
		} ],
		[ 'a change was corrected', ( log: AdviceLog ) => {
			const { advice } = adviceWith( log, simple );
			const other = adviceWith( { ...log, entries: log.entries.slice( 12 ) }, simple );
			advice.changes = [ { revision: other.change.revision } ];
			delete advice.givenOn;
		} ],
		[ 'a review was added', ( log: AdviceLog ) => {
			adviceWith( log, simple ).advice.reviews = [ { by: log.agents![ 0 ]!.id, stance: 'confirms', revision: 84 } ];
		} ],
		[ 'a section was renamed in it', ( log: AdviceLog ) => {
			const [ section ] = log.draft.sections!;
			section!.former = [ { heading: section!.heading } ];
			section!.heading = 'No such section';
		} ],
		[ 'a section was taken out', ( log: AdviceLog ) => {
			const [ section ] = log.draft.sections!;
			log.draft.sections = log.draft.sections!.slice( 1 );
			log.entries.forEach( ( entry ) => {
				entry.sections = entry.sections?.filter( ( id ) => id !== section!.id );
			} );
		} ],
		[ 'an entry was added', ( log: AdviceLog ) => {
			const { change } = adviceWith( log, simple );
			log.entries.push( { id: 'new', request: { question: '?' }, advice: [
				{ id: 'new.1', changes: [ { revision: change.revision + 1 } ] }
			] } );
		} ]
	] )( '(%s) is not called false', async ( _name, edit ) => {
		expect( await calledFalse( demoHistory(), demoLog( edit ) ) ).toEqual( [] );
	} );

	it( 'is not called false when another page was edited while somebody looked at it', async () => {
		const later = {
			revid: 4711, page: APPEALS, timestamp: '2026-01-01T12:00:00Z', user: 'U', comment: '',
			text: 'Nothing is left.'
		};
		const history = [ ...demoHistory(), later ];
		const text = JSON.stringify( await published( RULES ) );
		async function refutedOf( timestamp: string ): Promise<number> {
			useApi( new FileApi( history ) );
			let traces: PublishedTraces | undefined;
			await readAccount( { log: LOG, pages: [] }, logPage(), silently(), ( account ) => {
				traces = new PublishedTraces( account, () => Promise.resolve( [
					{ title: 'Trace', text, timestamp, revision: 7, user: null }
				] ) );
				return traces;
			} );
			return traces!.findings.filter( ( { refuted } ) => refuted ).length;
		}
		expect( await refutedOf( '2026-01-01T11:59:59Z' ) ).toBe( 0 );
		expect( await refutedOf( '2026-01-01T12:00:00Z' ) ).toBe( 0 );
		expect( await refutedOf( '2026-01-01T12:40:00Z' ) ).toBe( 0 );
		// So long nobody looks.
		expect( await refutedOf( '2026-01-02T12:00:00Z' ) ).toBeGreaterThan( 0 );
	} );

	it( 'is not called false when only another page was edited since', async () => {
		const later = {
			revid: 4711, page: APPEALS, timestamp: '2026-01-01T00:00:00Z', user: 'U', comment: '',
			text: 'Nothing is left.'
		};
		expect( await calledFalse( [ ...demoHistory(), later ], demoLog() ) ).toEqual( [] );
	} );
} );

describe( 'a published summary', () => {
	async function summary(): Promise<string> {
		return ( await run( [
			'summary', '--history', fileIn( folder, 'history.json', demoHistory() ),
			'--log', fileIn( folder, 'log.json', demoLog() )
		] ) ).stdout;
	}

	it( 'is as it should be, whatever people wrote around it', async () => {
		const text = `Our own words.\n\n${ await summary() }\n\n[[Category:Advice]]`;
		const file = fileIn( folder, 'summary.wiki', text );
		expect( await newFindings( demoLog(), '--summary', file ) ).toEqual( [] );
		expect( ( await audit( demoLog(), '--summary', file ) ).status ).toBe( 0 );
	} );

	it( 'that was changed is told line by line, by its place on the page', async () => {
		const text = `Ours.\n\n${ ( await summary() ).replace( /321 of 371 \(87%\)/, '371 of 371 (100%)' ) }`;
		const line = text.split( '\n' ).findIndex( ( one ) => one.includes( '371 of 371' ) ) + 1;
		const file = fileIn( folder, 'summary.wiki', text );
		const found = await newFindings( demoLog(), '--summary', file );
		expect( found[ 0 ] ).toMatch( /^S2 .*371 of 371 \(100%\)/ );
		expect( found ).toEqual( [
			expect.stringContaining( `summary.wiki ${ line }:1 ` ),
			expect.stringMatching( /^S3 .*321 of 371/ )
		] );
		expect( ( await audit( demoLog(), '--summary', file ) ).status ).toBe( 1 );
	} );

	it( 'of which lines were taken out is false where what is left tells of something else by that', async () => {
		const lines = ( await summary() ).split( '\n' );
		const entries = lines.flatMap( ( line, index ) => line.startsWith( '* <span id="advice-' ) ? [ index ] : [] );
		const [ first = 0, second = 0, third = 0 ] = entries;
		const without = ( from: number, to: number ): string => fileIn(
			folder, 'summary.wiki', lines.filter( ( _, index ) => index < from || index >= to ).join( '\n' )
		);
		// The second question with the answer of the third.
		const file = without( second + 1, third + 1 );
		const found = await newFindings( demoLog(), '--summary', file );
		expect( found.filter( ( line ) => line.startsWith( 'S2 ' ) )[ 0 ] ).toContain( ` ${ second + 2 }:1 ` );
		expect( ( await audit( demoLog(), '--summary', file ) ).status ).toBe( 1 );
		// A question that is not told at all is a gap.
		const shorter = without( first, second );
		expect( ( await audit( demoLog(), '--summary', shorter ) ).status ).toBe( 0 );
		expect( ( await newFindings( demoLog(), '--summary', shorter ) ).every( ( line ) => line.startsWith( 'S3 ' ) ) ).toBe( true );
	} );

	it( 'of older revisions is no false claim by that alone, and false where it claims anything else', async () => {
		const text = await summary();
		const at = text.lastIndexOf( '\n== ' );
		const link = /\[\[Special:PermanentLink\/(\d+)\|([^\]]*)\1\]\]/g;
		const named = ( change: number, where = at ): string => fileIn( folder, 'summary.wiki', text.slice( 0, where ) +
			text.slice( where ).replace( link, ( _, revision: string, words: string ) => (
				`[[Special:PermanentLink/${ Number( revision ) + change }|${ words }${ Number( revision ) + change }]]`
			) ) );
		const older = await newFindings( demoLog(), '--summary', named( -1 ) );
		expect( older.length ).toBeGreaterThan( 0 );
		expect( older.filter( ( line ) => !line.startsWith( 'S4 ' ) ) ).toEqual( [] );
		expect( ( await audit( demoLog(), '--summary', named( -1 ) ) ).status ).toBe( 0 );
		// Of revisions that there are not yet, or in what is told of an entry, it is a claim.
		expect( ( await audit( demoLog(), '--summary', named( 1 ) ) ).status ).toBe( 1 );
		expect( text.slice( 0, at ) ).toMatch( link );
		expect( ( await audit( demoLog(), '--summary', named( -1, 0 ) ) ).status ).toBe( 1 );
	} );

	it( 'of very many lines is compared all the same', () => {
		const region = ( lines: string[] ): string => [ `<!-- ${ BEGIN } -->`, ...lines, `<!-- ${ END } -->` ].join( '\n' );
		const right = Array.from( { length: 2000 }, ( _, index ) => `right ${ index }` );
		const wrong = Array.from( { length: 200_000 }, ( _, index ) => `wrong ${ index }` );
		const findings = checkSummary(
			'S', region( [ 'right 7', ...wrong, ...right.slice( 8 ) ] ), [ region( right ), region( [] ) ]
		);
		expect( findings[ 0 ] ).toMatchObject( { rule: 'S2', refuted: true, line: 3 } );
		expect( findings ).toHaveLength( 100 );
	} );

	it( 'without its markers cannot be compared', async () => {
		const file = fileIn( folder, 'summary.wiki', 'Nothing here.' );
		expect( await newFindings( demoLog(), '--summary', file ) ).toEqual( [ expect.stringMatching( /^S1 .*\(none\)/ ) ] );
	} );
} );

describe( 'hostile input', () => {
	it( 'cannot write to the terminal', async () => {
		const log = demoLog( ( own ) => {
			own.title = '\u001B]0;evil\u0007';
			own.entries[ 0 ]!.request.question = '\u001B[2J\u202E\r\n';
			( own.entries[ 0 ] as unknown as Record<string, unknown> )[ '\u001B[31m\n' ] = 1;
		} );
		const { stdout, stderr } = await audit( log );
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		expect( stdout + stderr ).not.toMatch( /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/ );
	} );

	it.each( [
		[ 'nothing', '' ],
		[ 'no JSON', '{"a":' ],
		[ 'a number', '5' ],
		[ 'deep lists', '['.repeat( 100_000 ) + ']'.repeat( 100_000 ) ],
		[ 'a log of a newer version', JSON.stringify( { ...demoLog(), schemaVersion: 99 } ) ]
	] )( '(%s) as the log ends in a sentence', async ( _name, text ) => {
		const { status, stderr } = await audit( text );
		expect( [ 1, 2 ] ).toContain( status );
		expect( stderr ).not.toContain( 'should not have happened' );
	} );

	it( 'of any shape in any place of the log is no fault of the program', async () => {
		const paths = [
			'', '/draft', '/draft/pages', '/draft/pages/0', '/draft/pages/0/title',
			'/draft/pages/0/formerTitles', '/draft/sections/0', '/agents', '/agents/0', '/topics',
			'/title', '/entries', '/entries/0', '/entries/0/advice', '/entries/2/advice/0',
			'/entries/2/advice/0/changes', '/entries/2/advice/0/changes/0',
			'/entries/2/advice/0/changes/0/revision', '/entries/2/advice/0/reviews/0',
			'/entries/2/advice/0/disposition'
		];
		const anyPath = fc.constantFrom( ...paths );
		await fc.assert( fc.asyncProperty( anyPath, fc.jsonValue(), async ( path, value ) => {
			const log = withValueAt( demoLog() as unknown as JsonValue, path, value as JsonValue );
			const { status, stderr } = await audit( log );
			expect( stderr ).not.toContain( 'should not have happened' );
			expect( [ 0, 1, 2 ] ).toContain( status );
		} ), { numRuns: 40 } );
	} );

	it.each( [ '+275760-09-13T00:00:00.000Z', '+012024-01-01T00:00:00Z', '-000001-01-01T00:00:00Z' ] )( '(revisions of %s) are no history', async ( timestamp ) => {
		const history = [ 1, 2 ].map( ( revid ) => ( { revid, page: RULES, timestamp, text: 'Words' } ) );
		const { status, stderr } = await run( [
			'audit', '--history', fileIn( folder, 'any.json', history ),
			'--log', fileIn( folder, 'log.json', demoLog() )
		] );
		expect( stderr ).toContain( 'Revision 1 of the history has no "timestamp" that can be read' );
		expect( status ).toBe( 2 );
	} );

	it( 'of any shape as the history never ends in a fault of the program', async () => {
		const revision = fc.record( {
			revid: fc.oneof( fc.integer(), fc.constant( 0 ) ),
			page: fc.constantFrom( 'A', '', '__proto__', RULES ),
			timestamp: fc.oneof(
				fc.constantFrom( '2020-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z' ), fc.string()
			),
			text: fc.oneof( fc.string(), fc.constant( null ) ),
			user: fc.oneof( fc.string(), fc.integer() )
		}, { requiredKeys: [ 'revid' ] } );
		const anyHistory = fc.oneof( fc.array( revision ), fc.jsonValue() );
		await fc.assert( fc.asyncProperty( anyHistory, async ( history ) => {
			const { status, stderr } = await run( [
				'audit', '--history', fileIn( folder, 'any.json', JSON.stringify( history ) ),
				'--log', fileIn( folder, 'log.json', demoLog() )
			] );
			expect( stderr ).not.toContain( 'should not have happened' );
			expect( [ 0, 1, 2 ] ).toContain( status );
		} ), { numRuns: 60 } );
	} );
} );
