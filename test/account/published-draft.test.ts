import { describe, expect, it } from 'vitest';
import { askedChanges, askedReviews } from '../../src/account/asked-words';
import { buildAccount, type AccountInput } from '../../src/account/draft-account';
import type { DraftWords } from '../../src/account/draft-words';
import { examineLog } from '../../src/account/findings';
import { joinWords } from '../../src/account/join-words';
import { publishDraft } from '../../src/account/publish-draft';
import { publishedPlaces, publishedWords } from '../../src/account/published-draft';
import { toRemember, sectionsToRemember } from '../../src/account/remembered';
import { textSections } from '../../src/account/text-sections';
import type { DraftAccount } from '../../src/account/types';
import type { AdviceLog } from '../../src/log/types';
import { carryOver } from '../../src/trace/carry-over';
import { followChanges } from '../../src/trace/follow-changes';
import { readPublishedTrace, type ReadTrace } from '../../src/trace/read-published';
import { reviewStates } from '../../src/trace/review-standing';
import { finish } from '../../src/trace/steps';
import { Trace } from '../../src/trace/trace';
import { traceAnswers } from '../../src/trace/trace-answers';
import { entryOf, logOf, readingOf, titles, type History } from './drafts';

const LEAD = 'These rules are for everybody who comes to the orchard.';
const WELL = 'The well is deep and its wall is low, so keep children away from it.';
const GATE = 'The gate stands open by day and is closed at night by whoever leaves last.';

function page( well: string, gate: string, heading = 'Gate' ): string {
	return `${ LEAD }\n\n== Well ==\n${ well }\n\n== ${ heading } ==\n${ gate }\n`;
}

const history: History = {
	P: [
		[ 101, page( WELL, GATE ) ],
		[ 102, page( WELL.replace( 'low', 'lower than a knee' ), GATE ) ],
		[ 103, page( WELL.replace( 'low', 'lower than a knee' ), GATE.replace( 'by day', 'from dawn to dusk' ) ) ],
		[ 105, page( WELL.replace( 'low', 'lower than one knee' ), GATE.replace( 'by day', 'from dawn to dusk' ), 'Gates' ) ]
	],
	Q: [
		[ 104, 'Keys are lent by the keeper.' ],
		[ 106, 'Keys are lent by the keeper to members who sign.' ]
	]
};
const NOW = history.P![ 3 ]![ 1 ]!;

const log = logOf( [
	entryOf( 'well', [ {
		disposition: { outcome: 'adopted' },
		changes: [ { revision: 102 } ],
		reviews: [ { by: 'ann', stance: 'confirms', revision: 105 }, { by: 'ann', stance: 'confirms', revision: 102 } ]
	} ] ),
	entryOf( 'gate', [ { disposition: { outcome: 'adopted' }, changes: [ { revision: 103 } ] } ], { sections: [ 'gate' ] } ),
	entryOf( 'keys', [ { disposition: { outcome: 'adopted' }, changes: [ { revision: 106 } ] } ], { sections: [ 'keys' ] } ),
	entryOf( 'secret', [ {
		disclosure: { level: 'withheld' }, disposition: { outcome: 'adopted' }, changes: [ { revision: 103 } ]
	} ] )
], {
	sections: [ { id: 'gate', page: 'p', heading: 'Gate' }, { id: 'keys', page: 'q', heading: '' } ]
} );

interface Known {
	account: DraftAccount;
	words: DraftWords;
	published: ReadTrace;
	json: string;
}

const facts = new Map( [ [ 105, { timestamp: '2025-01-05T00:00:00Z', user: 'Oak' } ] ] );
const by = {
	title: 'Log.json/trace/1.json', heldBy: 7, user: 'Mira', timestamp: '2025-02-01T00:00:00Z'
};

function inputOf( own: AdviceLog, reading = readingOf( history ) ): AccountInput {
	return {
		log: own, problems: [], logTitle: 'L', logRevision: 1, pages: [ 'P', 'Q' ], pageTitles: titles,
		openPage: { title: 'P', sections: textSections( 'P', NOW ) },
		findings: examineLog( own, titles, reading ), remembered: null
	};
}

/** The account of the draft, its words as they are traced, and its page as it is published. */
function known( own: AdviceLog = log ): Known {
	const trace = new Trace();
	const all = Object.entries( history ).flatMap(
		( [ title, revisions ] ) => revisions.map(
			( [ revid, text ] ) => ( { revid, page: title, text } )
		)
	);
	all.sort( ( a, b ) => a.revid - b.revid ).forEach( ( revision ) => trace.add( revision ) );
	const account = buildAccount( inputOf( own ) );
	const followed = finish( followChanges( trace, askedChanges( account.items ) ) );
	const reviews = finish( reviewStates( trace, askedReviews( account.items ) ) );
	const names = new Map( [ [ 'P', 'P' ], [ 'Q', 'Q' ] ] );
	const made = publishDraft( account, {
		followed, reviews, titles: names,
		words: new Map( [ ...names.keys() ].map(
			( name ) => [ name, finish( traceAnswers.words( trace, name ) ) ]
		) )
	} );
	const json = JSON.stringify( made.get( 'P' ) );
	return {
		account,
		words: joinWords( account.items, {
			followed, reviews, titles: names, revisions: facts, missing: 0, computedOn: 0
		} ),
		published: readPublishedTrace( JSON.parse( json ) )!,
		json
	};
}

function told( { published }: Known, own = log, text = NOW ): DraftWords {
	return publishedWords(
		own, published, { title: 'P', revision: 105, carried: carryOver( NOW, text ) }, by, facts
	);
}

describe( 'a published draft', () => {
	const all = known();

	it( 'tells of its page what tracing tells: words, shares, survival, reviews', () => {
		const words = told( all );
		for ( const key of [ 'well/well.0', 'gate/gate.0' ] ) {
			expect( words.items.get( key ), key ).toEqual( all.words.items.get( key ) );
		}
		expect( words.items.get( 'well/well.0' )?.survival ).toMatchObject( { state: 'edited', rewrittenBy: 105 } );
		expect( words.items.get( 'well/well.0' )?.reviews ).toEqual( [ 'holds', 'lapsed' ] );
		const [ own, traced ] = [ words.pages.get( 'P' )!, all.words.pages.get( 'P' )! ];
		expect( own.shares ).toEqual( traced.shares );
		expect( own.sections ).toEqual( traced.sections );
		const groupsOf = ( { groups, groupOf }: typeof own ): string[][] => [ ...groupOf ].map(
			( group ) => groups[ group ]!
		);
		expect( groupsOf( own ) ).toEqual( groupsOf( traced ) );
		expect( words.published ).toEqual( { revision: 105, ...by, untraced: 0 } );
		expect( words.pages.has( 'Q' ) ).toBe( false );
	} );

	it( 'says nothing of the words of advice on other pages, or that is withheld', () => {
		const { items } = told( all );
		expect( items.get( 'keys/keys.0' )?.survival ).toBeUndefined();
		expect( items.get( 'secret/secret.0' )?.survival ).toBeUndefined();
		expect( all.json ).not.toContain( 'secret.0#' );
	} );

	it( 'has the places that reading the revisions finds', () => {
		const { places, sections } = publishedPlaces( log, all.published, textSections( 'P', NOW ) );
		const found = toRemember( all.account.items );
		for ( const key of [ 'well/well.0', 'gate/gate.0', 'secret/secret.0' ] ) {
			expect( places[ key ], key ).toEqual( found[ key ] );
		}
		// Of another page only that it is there: nothing waits to be looked up.
		expect( places[ 'keys/keys.0' ] ).toEqual( {
			...found[ 'keys/keys.0' ], touched: [ { page: '', heading: '', nth: 0 } ]
		} );
		const { logSections } = all.account;
		expect( sections.gate ).toEqual( sectionsToRemember( log, new Map( logSections ) ).gate );
		expect( sections.gate?.ref.heading ).toBe( 'Gates' );
	} );

	it( 'gives the open page the markers that it has after reading', () => {
		const { places, sections } = publishedPlaces( log, all.published, textSections( 'P', NOW ) );
		const before = buildAccount( {
			...inputOf( log ), findings: null, remembered: places, rememberedSections: sections
		} );
		const markersOf = ( { pages }: DraftAccount ): unknown => pages[ 0 ]!.sections.map(
			( { ref, items } ) => [ ref.heading, items.map(
				( { item, state, because } ) => [ item.key, state, because ]
			) ]
		);
		expect( markersOf( before ) ).toEqual( markersOf( all.account ) );
		expect( before.unplaced ).toEqual( [] );
	} );

	it( 'is no place for a section that the page does not have', () => {
		const shown = textSections( 'P', NOW.replace( 'Gates', 'Doors' ) );
		const { places } = publishedPlaces( log, all.published, shown );
		expect( Object.keys( places ) ).toContain( 'well/well.0' );
		expect( Object.keys( places ) ).not.toContain( 'gate/gate.0' );
	} );

	it( 'is about the changes of the log as it was: what was changed since is left out', () => {
		const later = structuredClone( log );
		later.entries[ 0 ]!.advice![ 0 ]!.changes![ 0 ]!.from = 101;
		const words = told( all, later );
		expect( words.items.has( 'well/well.0' ) ).toBe( false );
		expect( words.items.has( 'gate/gate.0' ) ).toBe( true );
		const page1 = words.pages.get( 'P' )!;
		expect( page1.groups.flat() ).not.toContain( 'well/well.0#0' );
		expect( publishedPlaces( later, all.published, textSections( 'P', NOW ) ).places )
			.not.toHaveProperty( [ 'well/well.0' ] );
	} );

	it( 'of an older text says nothing of words that were edited since, nor that reviews hold', () => {
		const newer = NOW.replace( 'from dawn to dusk', 'always' ).concat( '\nNobody swims there at night.\n' );
		const words = told( all, log, newer );
		const gate = words.items.get( 'gate/gate.0' )!;
		expect( gate.survival ).toBeUndefined();
		expect( gate.changes ).toEqual( [ undefined ] );
		expect( words.items.get( 'well/well.0' )?.reviews ).toBeUndefined();
		expect( words.published!.untraced ).toBeGreaterThanOrEqual( 6 );
		const own = words.pages.get( 'P' )!;
		const total = [ ...own.shares.values() ].reduce( ( sum, share ) => sum + share.total, 0 );
		expect( total ).toBe( own.starts.length - words.published!.untraced );
		own.groupOf.forEach( ( group, word ) => {
			const text = newer.slice( own.starts[ word ], own.ends[ word ] );
			expect( group === own.untraced || NOW.includes( text ) ).toBe( true );
		} );
	} );

	it( 'of an older text does not say that removed words are still away', () => {
		// What advice removed was put back after the trace was published.
		const { survival: before } = told( all ).items.get( 'gate/gate.0' )!;
		expect( before ).toMatchObject( { state: 'intact', removed: 2, absent: 2 } );
		const { survival } = told( all, log, `${ NOW }\nIt stands open by day.\n` ).items.get( 'gate/gate.0' )!;
		expect( survival ).toMatchObject( { state: 'intact', inserted: 4, standing: 4, removed: 0, absent: 0 } );
	} );

	it( 'of an older text says nothing of advice that only removed words', () => {
		const { published } = all;
		const name = 'gate/gate.0#0';
		const removal = {
			...published.changes.get( name )!, inserted: 0, standing: 0, elsewhere: 0, takenBy: []
		};
		const own = {
			...all, published: { ...published, changes: new Map( [ [ name, removal ] ] ) }
		};
		expect( told( own ).items.get( 'gate/gate.0' )?.survival ).toMatchObject( { state: 'intact', absent: 2 } );
		expect( told( own, log, `${ NOW }\nIt stands open by day.\n` ).items.get( 'gate/gate.0' )?.survival )
			.toBeUndefined();
	} );

	it( 'comes to an end where many words go back to very long lists of changes', () => {
		const words = 200_000;
		const text = Array.from( { length: words }, ( _, index ) => `w${ index % 977 }` ).join( ' ' );
		const hostile: ReadTrace = {
			...all.published,
			words: new Int32Array( words ),
			groupOf: new Int32Array( words ).fill( 1 ),
			groups: [ [], Array.from( { length: 100_000 }, () => 'gate/gate.0#0' ) ]
		};
		const { items } = publishedWords(
			log, hostile, { title: 'P', revision: 105, carried: carryOver( text, 'Nothing of it.' ) }, by, facts
		);
		expect( items.get( 'gate/gate.0' )?.changes ).toEqual( [ undefined ] );
	} );

	it( 'never fails over a log that it was not made for', () => {
		const other = logOf( [ entryOf( '__proto__', [ { changes: [ { revision: 102 } ] } ] ) ] );
		expect( told( all, other ).items.size ).toBe( 0 );
		expect( publishedPlaces( other, all.published, [] ).places ).toEqual( {} );
	} );
} );
