import { growth, LINEAR } from '../count-steps';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import { changeKey } from '../../src/account/change-key';
import type { LogEvidence } from '../../src/account/check-evidence';
import type { DraftWords } from '../../src/account/draft-words';
import type { ChangeEvidence, SectionEffect, SectionRef } from '../../src/account/types';
import { type JsonValue, withValueAt } from '../../src/log/json-value';
import type { FollowedChange } from '../../src/trace/followed-changes';
import { rawOrchard } from '../log/fixtures/raw-logs';

let checkEvidence: typeof import( '../../src/account/check-evidence' )[ 'checkEvidence' ];
beforeAll( async () => {
	await generate();
	( { checkEvidence } = await import( '../../src/account/check-evidence' ) );
} );

const advice = '/entries/0/advice/0';
const ladders: SectionRef = { page: 'Orchard Rules', heading: 'Ladders', nth: 0 };
const bees: SectionRef = { page: 'Orchard Rules', heading: 'Bees', nth: 0 };

function effect( section: SectionRef | null, more: Partial<SectionEffect> = {} ): SectionEffect {
	return {
		section, headingThen: 'Ladders', pageThen: 'Orchard Rules',
		inserted: [ 'Nobody climbs without' ], removed: [ 'Climb freely' ], moved: [],
		texts: { before: 'Rule 1: Climb freely', after: 'Rule 1: Nobody climbs without' },
		...more
	};
}

/** What the wiki tells of the fixture, with nothing to complain of. */
function evidence(
	change: Partial<ChangeEvidence> = {}, more: Partial<LogEvidence> = {}
): LogEvidence {
	const read: ChangeEvidence = {
		revision: 110, base: 108, page: 'Orchard Rules', timestamp: '2024-05-10T10:00:00Z',
		user: 'Oak', comment: '', effects: [ effect( ladders ) ], ...change
	};
	return {
		changes: new Map( [ [ changeKey( { revision: 110, from: 108 } ), read ] ] ),
		sections: new Map( [
			[ 'rules.lead', { page: 'Orchard Rules', heading: '', nth: 0 } ], [ 'rules.ladders', ladders ],
			[ 'disputes.time', { page: 'Orchard Rules/Disputes', heading: 'Time limit', nth: 0 } ]
		] ),
		revisions: new Map( [
			[ 100, { timestamp: '2024-01-01T00:00:00Z' } ], [ 110, { timestamp: '2024-05-10T10:00:00Z' } ]
		] ),
		words: wordsOf( { state: 'intact' } ),
		logEditors: new Map( [ [ 'o1', new Set( [ 'Elm' ] ) ], [ 'o2', new Set() ], [ 'o3', new Set() ] ] ),
		...more
	};
}

function wordsOf( change: Partial<FollowedChange>, times: [ number, string ][] = [] ): DraftWords {
	const followed: FollowedChange = {
		key: 'o1/o1.1#0', state: 'intact', inserted: 3, standing: 3, elsewhere: 0, takenBy: [],
		removed: 2, absent: 2, broughtBackBy: [], ...change
	};
	return {
		items: new Map( [ [ 'o1/o1.1', { changes: [ followed ] } ] ] ), pages: new Map(),
		missing: 0, computedOn: 0,
		revisions: new Map( times.map( ( [ id, timestamp ] ) => [ id, { timestamp, user: 'Elm' } ] ) )
	};
}

function found( read: LogEvidence, log: JsonValue = rawOrchard() ): string[] {
	return checkEvidence( log, read ).findings.map( ( { rule, path, params, severity } ) => {
		expect( severity ).toBe( 'warning' );
		return [ rule, path, ...params ].join( ' ' );
	} );
}

function undecided( read: LogEvidence, log: JsonValue = rawOrchard() ): string[] {
	return checkEvidence( log, read ).undecided.map( ( { rule, path } ) => `${ rule } ${ path }` );
}

function set( path: string, value: JsonValue | undefined, log = rawOrchard() ): JsonValue {
	return withValueAt( log, path, value );
}

const change = `${ advice }/changes/0`;

describe( 'a log compared with the wiki', () => {
	it( 'has nothing to complain of, and nothing open, where everything is known and fits', () => {
		expect( checkEvidence( rawOrchard(), evidence() ) ).toEqual(
			{ findings: [], undecided: [] }
		);
	} );

	it.each<[ string, LogEvidence, JsonValue | undefined, string[] ]>( [
		[ 'W5 an edit before the advice', evidence( { timestamp: '2024-02-28T23:00:00Z' } ), undefined, [ `W5 ${ change } before` ] ],
		// "About April" may have been in March.
		[ 'W5 not for an edit that may have come after', evidence( { timestamp: '2024-03-05T00:00:00Z' } ), undefined, [] ],
		[ 'W5 an edit over a year later', evidence( { timestamp: '2025-07-15T00:00:00Z' } ), undefined, [ `W5 ${ change } after 410` ] ],
		[ 'W5 not within a year', evidence( { timestamp: '2025-04-15T00:00:00Z' } ), undefined, [] ],
		[ 'W5 not for advice of unknown date', evidence( { timestamp: '1999-01-01T00:00:00Z' } ), set( `${ advice }/givenOn`, undefined ), [] ],
		[ 'W5 not for advice that is open towards the start', evidence( { timestamp: '1999-01-01T00:00:00Z' } ), set( `${ advice }/givenOn`, '../2024' ), [] ],

		[ 'W6 an edit of another section', evidence( { effects: [ effect( bees, { headingThen: 'Bees' } ) ] } ), undefined, [ `W6 ${ change }` ] ],
		[ 'W6 not if one of several sections is right', evidence( { effects: [ effect( bees ), effect( ladders ) ] } ), undefined, [] ],
		[ 'W6 the words that are named are elsewhere', evidence( { effects: [
			effect( bees ), effect( ladders, { inserted: [ 'other' ], removed: [], texts: { before: '', after: 'other' } } )
		] } ), undefined, [ `W6 ${ change }` ] ],
		[ 'W6 not for a question about no section', evidence( { effects: [ effect( bees ) ] } ), set( '/entries/0/sections', undefined ), [] ],
		[ 'W6 not for a section that is lost and had the heading then', evidence(
			{ effects: [ effect( null, { headingThen: 'tools' } ) ] }, { sections: new Map( [
				[ 'rules.lead', bees ], [ 'rules.ladders', null ], [ 'disputes.time', bees ]
			] ) }
		), undefined, [ 'W12 /draft/sections/1 Ladders' ] ],

		[ 'W7 a revision that does not exist', evidence( { problem: 'missing', effects: [], timestamp: undefined } ), undefined, [ `W7 ${ change } missing 110` ] ],
		[ 'W7 the revision before that does not exist', evidence( { problem: 'missing', effects: [], base: 77 } ), undefined, [ `W7 ${ change } missing 77` ] ],
		[ 'W7 a revision that is hidden', evidence( { problem: 'hidden', effects: [] } ), undefined, [ `W7 ${ change } hidden 110` ] ],
		[ 'W7 a reviewed revision that is hidden', evidence( {}, { revisions: new Map( [
			[ 100, { problem: 'missing' } ], [ 110, { timestamp: '2024-05-10T10:00:00Z', problem: 'hidden' } ]
		] ) } ), undefined, [
			'W7 /entries/0/request/reviewedRevision missing 100', `W7 ${ advice }/reviews/0/revision hidden 110`
		] ],
		[ 'W8 a revision of another page', evidence( { problem: 'other-page', effects: [] } ), undefined, [ `W8 ${ change } 110` ] ],

		[ 'W9 words that were not put in', evidence( { effects: [ effect( ladders, { inserted: [ 'x' ], texts: { before: '', after: 'x' } } ) ] } ),
			undefined, [ `W9 ${ change }/inserted/0 inserted` ] ],
		[ 'W9 words that were not taken out', evidence( { effects: [ effect( ladders, { removed: [], texts: { before: '', after: 'Nobody climbs' } } ) ] } ),
			undefined, [ `W9 ${ change }/deleted/0 deleted` ] ],
		[ 'W9 each at its own place, also after one that cannot be read', evidence(),
			set( `${ change }/inserted`, [ { exact: 5 }, { exact: 'Nobody climbs' }, { exact: 'Everybody climbs' } ] ),
			[ `W9 ${ change }/inserted/2 inserted` ] ],

		[ 'W12 a section that is not found today', evidence( {}, { sections: new Map<string, SectionRef | null>( [
			[ 'rules.lead', bees ], [ 'rules.ladders', ladders ], [ 'disputes.time', null ]
		] ) } ), undefined, [ 'W12 /draft/sections/2 Time limit' ] ],

		[ 'W14 words that were taken away after the review', evidence( {}, { words: wordsOf(
			{ state: 'edited', takenBy: [ { revid: 90, words: 1, perhaps: [] } ] }, [ [ 90, '2024-07-01T00:00:00Z' ] ]
		) } ), undefined, [ `W14 ${ advice }/reviews/0 90` ] ],
		[ 'W14 words that came back after the review', evidence( {}, { words: wordsOf(
			{ state: 'edited', broughtBackBy: [ { revid: 120, words: 1, perhaps: [] } ] }, [ [ 120, '2024-07-01T00:00:00Z' ] ]
		) } ), undefined, [ `W14 ${ advice }/reviews/0 120` ] ],
		[ 'W14 a review before the change', evidence(), set( `${ advice }/reviews/0/revision`, 100 ), [ `W14 ${ advice }/reviews/0 110` ] ],
		[ 'W14 not for changes before the review', evidence( {}, { words: wordsOf(
			{ state: 'edited', takenBy: [ { revid: 120, words: 1, perhaps: [] } ] }, [ [ 120, '2024-05-10T09:00:00Z' ] ]
		) } ), undefined, [] ],
		[ 'W14 not for a review of no revision', evidence(), set( `${ advice }/reviews/0/revision`, undefined ), [] ],

		[ 'W16 the adviser made the edit', evidence( { user: 'Mira W' } ), set( '/agents/0/user', 'mira_W' ), [ `W16 ${ change } Mira W` ] ],
		[ 'W16 not somebody else', evidence( { user: 'Elm' } ), set( '/agents/0/user', 'Mira W' ), [] ],
		[ 'W17 who is named has written', evidence( {}, { logEditors: new Map( [
			[ 'o1', new Set( [ 'Elm', 'oak' ] ) ], [ 'o2', new Set( [ 'Oak' ] ) ], [ 'o3', new Set() ]
		] ) } ), undefined, [ 'W17 /entries/0 Oak' ] ]
	] )( '%s', ( _name, read, log, expected ) => {
		expect( found( read, log ) ).toEqual( expected );
	} );
} );

describe( 'what was not read', () => {
	const nothing: LogEvidence =
		{ changes: new Map(), sections: null, words: null, logEditors: null };

	it( 'leaves each rule open, and is no finding', () => {
		const log = set( '/agents/0/user', 'Mira W' );
		expect( found( nothing, log ) ).toEqual( [] );
		expect( undecided( nothing, log ) ).toEqual( [
			`W5 ${ change }`, `W7 ${ change }`, `W8 ${ change }`, `W9 ${ change }/inserted/0`, `W9 ${ change }/deleted/0`,
			'W7 /entries/0/request/reviewedRevision', `W7 ${ advice }/reviews/0/revision`,
			`W6 ${ change }`, 'W12 /draft/sections/0', 'W12 /draft/sections/1', 'W12 /draft/sections/2',
			`W14 ${ advice }/reviews/0`, `W16 ${ change }`, 'W17 /entries/0'
		] );
	} );

	it.each<[ string, LogEvidence, string[] ]>( [
		[ 'a change whose revision did not come', evidence( { problem: 'not-read', effects: [], timestamp: undefined, user: undefined } ), [
			`W5 ${ change }`, `W7 ${ change }`, `W8 ${ change }`, `W9 ${ change }/inserted/0`, `W9 ${ change }/deleted/0`, `W6 ${ change }`
		] ],
		[ 'words that were not traced', evidence( {}, { words: null } ), [ `W14 ${ advice }/reviews/0` ] ],
		[ 'words whose fate is not known', evidence( {}, { words: wordsOf( { state: 'unknown' } ) } ), [ `W14 ${ advice }/reviews/0` ] ],
		[ 'a time that is not known', evidence( {}, { words: wordsOf( { takenBy: [ { revid: 9, words: 1, perhaps: [] } ] } ) } ), [ `W14 ${ advice }/reviews/0` ] ],
		[ 'sections that are lost on both sides', evidence(
			{ effects: [ effect( null, { headingThen: 'Somewhere' } ) ] },
			{ sections: new Map<string, SectionRef | null>( [ [ 'rules.lead', bees ], [ 'rules.ladders', null ], [ 'disputes.time', bees ] ] ) }
		), [ `W6 ${ change }` ] ],
		[ 'the history of the log page', evidence( {}, { logEditors: null } ), [ 'W17 /entries/0' ] ]
	] )( 'stays open: %s', ( _name, read, expected ) => {
		expect( undecided( read ) ).toEqual( expected );
	} );

	it( 'of a user name that is hidden leaves W16 open', () => {
		expect( undecided( evidence( { user: null } ), set( '/agents/0/user', 'Mira' ) ) ).toEqual( [ `W16 ${ change }` ] );
	} );
} );

describe( 'a hostile log', () => {
	it( 'is compared without an exception, in steps in proportion to its length', () => {
		const entry = ( i: number ): JsonValue => ( {
			id: `e${ i }`, sections: [ 'rules.ladders' ], request: { question: '?' },
			advice: [ { id: `a${ i }`, advisers: [ 'oak' ], givenOn: '2024', changes: [ { revision: 110, from: 108, inserted: [ { exact: 'x y' } ] } ], reviews: [ { by: 'oak', stance: 'confirms', revision: 110 } ] } ]
		} );
		const logOf = ( length: number ): JsonValue => (
			set( '/entries', Array.from( { length }, ( _, i ) => entry( i ) ) )
		);
		const { findings } = checkEvidence( logOf( 10000 ), evidence() );
		expect( findings.length ).toBeGreaterThan( 10000 );
		const times = growth( 5000, logOf, ( log ) => checkEvidence( log, evidence() ) );
		expect( times ).toBeLessThan( LINEAR );
		for ( const odd of [ null, [], 1, { entries: [ null, { advice: [ { changes: [ null, { revision: 'x' } ] } ] } ] } ] ) {
			expect( checkEvidence( odd, evidence() ).findings ).toEqual( [] );
		}
	} );
} );
