import { growth, LINEAR } from '../count-steps';
import { describe, expect, it } from 'vitest';
import { candidateQuery, type CandidateQuery } from '../../src/account/candidate-query';
import { TermCounts, termOf } from '../../src/account/candidate-terms';
import { type CandidateEdit, CandidateIndex } from '../../src/account/rank-candidates';
import { speaksOfAdvice } from '../../src/account/summary-words';
import { fictionalCases, generatedCases } from '../bench/candidate-cases';
import { policyText } from '../bench/policy-text';
import { scoreCandidates } from '../bench/score-candidates';
import { entryOf, logOf, titles } from './drafts';

const query: CandidateQuery = {
	suggested: '', summary: '', question: '', earliest: null, latest: null, sections: [], editors: [], names: [],
	discussions: { titles: [], revisions: [] }
};

function edit( revid: number, more: Partial<CandidateEdit> = {} ): CandidateEdit {
	const inserted = more.inserted ?? [ 'members', 'meet', 'often', 'here' ];
	return {
		revid, page: 'P', title: 'P', inserted, removed: [], size: inserted.length, takenBack: 0, takesBack: 0, sections: [ { heading: null, today: null } ],
		timestamp: `2024-01-${ String( revid ).padStart( 2, '0' ) }T00:00:00Z`, user: 'Elm', comment: 'some change of words', ...more
	};
}

/** Nine edits that are alike, and one that is not; what speaks for that one. */
function reasonsFor( own: Partial<CandidateEdit>, asked: Partial<CandidateQuery> ): string[] {
	const edits = [ 1, 2, 3, 4, 6, 7, 8, 9, 10 ].map( ( id ) => edit( id ) );
	edits.splice( 4, 0, edit( 5, own ) );
	const [ first ] = new CandidateIndex( edits ).rank( { ...query, ...asked } );
	expect( first?.revision ).toBe( 5 );
	return first?.reasons.map( ( { signal } ) => signal ) ?? [];
}

describe( 'the edit that stands out', () => {
	it.each<[ string, Partial<CandidateEdit>, Partial<CandidateQuery>, string ]>( [
		[ 'by words that were proposed', { inserted: [ 'ladders', 'are', 'locked', 'away' ] }, { suggested: 'Lock the ladders away.' }, 'suggested' ],
		[ 'by words of the summary that it removed', { inserted: [], removed: [ 'confiscate', 'private', 'tools', 'now' ], size: 4 }, { summary: 'Do not confiscate tools.' }, 'summary' ],
		[ 'by words of the question', { inserted: [ 'lanterns', 'by', 'night', 'only' ] }, { question: 'May lanterns burn at night?' }, 'question' ],
		[ 'by its section', { sections: [ { heading: '\'\'Fire\'\'', today: null } ] }, { sections: [ { page: 'P', heading: 'fire' } ] }, 'section' ],
		[ 'by what its section is called today', { sections: [ { heading: 'Light', today: { page: 'Q', heading: 'Fire' } } ] }, { sections: [ { page: 'Q', heading: 'fire' } ] }, 'section' ],
		[ 'by who made it', { user: 'Oak_Tree' }, { editors: [ 'Oak Tree' ] }, 'editor' ],
		[ 'by a word for advice', { comment: 'after legal review' }, {}, 'advice-word' ],
		[ 'by a name', { comment: 'Marrow asked for it' }, { names: [ 'Ada Marrow' ] }, 'name' ],
		[ 'by a link to the discussion', { comment: '[[Talk:P#x]]' }, { discussions: { titles: [ 'Talk:P' ], revisions: [] } }, 'discussion' ],
		[ 'by the number of the discussion', { comment: 'see [[Special:Diff/4711]]' }, { discussions: { titles: [], revisions: [ 4711 ] } }, 'discussion' ],
		[ 'by what its summary is about', { comment: 'ladders' }, { summary: 'Ladders need locks.' }, 'comment' ]
	] )( '%s', ( _name, own, asked, signal ) => {
		expect( reasonsFor( own, asked ) ).toContain( signal );
	} );

	it( 'by its date: soon after the advice, and not before', () => {
		const edits = [ '2023-06-01', '2024-02-28', '2024-03-20', '2024-12-01' ]
			.map( ( day, index ) => edit( index + 1, { timestamp: `${ day }T00:00:00Z` } ) );
		const ranked = new CandidateIndex( edits ).rank( { ...query, earliest: '2024-03-01', latest: '2024-03-10' } );
		expect( ranked.map( ( { revision } ) => revision )[ 0 ] ).toBe( 3 );
		expect( ranked[ 0 ]?.reasons[ 0 ]?.signal ).toBe( 'date' );
	} );

	it( 'is neither soon taken back, nor taking back others', () => {
		const edits = Array.from( { length: 10 }, ( _, i ) => edit( i + 1, {
			...i === 3 && { takenBack: 1 }, ...i === 4 && { takesBack: 1 }
		} ) );
		const last = new CandidateIndex( edits ).rank( query ).slice( 8 );
		expect( last.map( ( { revision } ) => revision ).sort() ).toEqual( [ 4, 5 ] );
	} );

	it( 'touches the section that was asked about rather than all of them', () => {
		const section = ( heading: string ): CandidateEdit[ 'sections' ][ 0 ] => ( { heading, today: null } );
		const edits = [ 'A', 'B', 'C', 'D', 'E', 'F' ].map( ( name, i ) => edit( i + 1, { sections: [ section( name ) ] } ) );
		edits[ 0 ] = edit( 1, { sections: [ 'A', 'B', 'C', 'D', 'E', 'F' ].map( section ) } );
		const [ first, second ] = new CandidateIndex( edits ).rank( { ...query, sections: [ { page: 'P', heading: 'f' } ] } );
		expect( [ first?.revision, second?.revision ] ).toEqual( [ 6, 1 ] );
	} );

	it( 'is not years before a decision, where the advice has no date', () => {
		const edits = [ '2020-01-01', '2023-12-01' ].map( ( day, i ) => edit( i + 1, { timestamp: `${ day }T00:00:00Z` } ) );
		const [ first ] = new CandidateIndex( edits ).rank( { ...query, latest: '2024-03-01' } );
		expect( first?.revision ).toBe( 2 );
	} );

	it( 'is not by what most edits share', () => {
		const edits = Array.from( { length: 10 }, ( _, i ) => edit( i + 1, { user: i ? 'Oak' : 'Elm' } ) );
		const editors = new CandidateIndex( edits ).rank( { ...query, editors: [ 'Oak' ] } )
			.flatMap( ( { reasons } ) => reasons ).filter( ( { signal } ) => signal === 'editor' );
		expect( editors ).toEqual( [] );
	} );

	it( 'shows the rarest of its words first', () => {
		const edits = [ 1, 2, 3, 4, 5, 6, 7, 8 ].map( ( id ) => edit( id, { inserted: [ 'members', 'meet', 'here', `only${ id }` ] } ) );
		edits.push( edit( 9, { inserted: [ 'members', 'carry', 'lanterns', 'here' ] } ) );
		const [ first ] = new CandidateIndex( edits ).rank( { ...query, summary: 'Members need lanterns.' } );
		expect( first?.reasons.find( ( { signal } ) => signal === 'summary' )?.words?.[ 0 ] ).toBe( termOf( 'lanterns' ) );
	} );

	it( 'is none of no edits', () => {
		expect( new CandidateIndex( [] ).rank( query ) ).toEqual( [] );
	} );
} );

describe( 'what is looked for', () => {
	it( 'comes from the advice, the entry, the people and the sources', () => {
		const log = {
			...logOf( [ entryOf( 'e', [ {
				advisers: [ 'a' ], relayedBy: 'r', givenOn: '2024-03', summary: 'S', suggestedText: 'T',
				disposition: { outcome: 'adopted', rationale: 'Why', decidedBy: [ 'd' ], decidedOn: '2024-05-02' },
				sources: [ { title: 'Talk:P#x', revision: 7 } ]
			} ], { sections: [ 's' ], topics: [ 't' ] } ) ], {
				sections: [ { id: 's', page: 'p', heading: 'Fire', former: [ { heading: 'Light', page: 'q' } ] } ]
			} ),
			topics: [ { id: 't', label: 'Lanterns' } ],
			agents: [ { id: 'a', name: 'Ada' }, { id: 'r', name: 'Oak', user: 'Oak T' }, { id: 'd', name: 'Dee', user: 'Dee' } ]
		};
		const [ entry ] = log.entries;
		expect( candidateQuery( log, entry!, entry!.advice![ 0 ]!, titles ) ).toEqual( {
			suggested: 'T', summary: 'S Why', question: 'question of e Lanterns', earliest: '2024-03-01', latest: '2024-05-02',
			sections: [ { page: 'P', heading: 'fire' }, { page: 'Q', heading: 'light' } ],
			editors: [ 'Oak T', 'Dee' ], names: [ 'Ada', 'Oak', 'Oak T' ], discussions: { titles: [ 'Talk:P' ], revisions: [ 7 ] }
		} );
	} );
} );

describe( 'words', () => {
	it( 'are one term in several forms', () => {
		for ( const group of [ [ 'Bench', 'bench' ], [ 'ladders', 'ladder' ], [ 'disclosed', 'disclosure' ], [ 'é', 'e' ], [ 'tools', 'tool' ] ] ) {
			expect( new Set( group.map( termOf ) ).size, group.join() ).toBe( 1 );
		}
		expect( termOf( 'report' ) ).not.toBe( termOf( 'repair' ) );
	} );

	it( 'are likelier in long documents than in short ones, and never certain', () => {
		const counts = new TermCounts( [ [ 'a', 'b' ], [ 'a', 'c' ], [ 'a', 'd', 'e', 'f', 'g', 'h' ] ] );
		expect( counts.chance( 'a', 0 ) ).toBeLessThan( counts.chance( 'a', 2 ) );
		expect( counts.chance( 'x', 0 ) ).toBeLessThan( counts.chance( 'a', 0 ) );
		// What it holds itself makes a word no commoner.
		expect( counts.chance( 'b', 0 ) ).toBe( counts.chance( 'x', 0 ) );
		expect( new TermCounts( [ Array<string>( 1000 ).fill( 'a' ), [ 'a' ], [] ] ).chance( 'a', 0 ) ).toBeLessThan( 1 );
		expect( counts.chance( 'x', 9 ) ).toBeGreaterThan( 0 );
	} );

	it.each( [
		[ 'per legal', true ], [ 'as suggested by an expert', true ], [ 'auf Rat der Anwältin', true ], [ '専門家の助言により', true ],
		[ 'selon l’avis reçu', true ], [ 'según el asesor', true ], [ 'نصيحة', true ], [ 'לפי עצת יועץ', true ],
		[ 'rather short', false ], [ 'typo', false ], [ '', false ], [ 'separate', false ], [ 'עצמאי', false ]
	] )( '%s speaks of advice: %s', ( comment, expected ) => {
		expect( speaksOfAdvice( comment ) ).toBe( expected );
	} );
} );

describe( 'the right edit is among the first three', () => {
	it( 'in nine of ten cases, in the made-up policy', () => {
		const { three, cases } = scoreCandidates( fictionalCases() );
		expect( cases ).toBe( 20 );
		expect( three ).toBeGreaterThanOrEqual( 0.9 );
	} );

	it( 'in most cases of a generated history of few phrases, and seldom by summaries alone', () => {
		const { three, bySummaries } = scoreCandidates( generatedCases( {
			name: '', text: policyText( 12000, 77 ), foreignText: policyText( 12000, 78 ), seed: 777
		} ) );
		expect( three ).toBeGreaterThanOrEqual( 0.8 );
		expect( bySummaries ).toBeLessThan( 0.3 );
	}, 30000 );

	it( 'found among ten thousand edits in steps in proportion to them', () => {
		const one = ( _: unknown, i: number ): CandidateEdit => edit( i + 1, {
			inserted: Array.from( { length: 30 }, ( _none, n ) => `word${ ( i * 31 + n * 7 ) % 5000 }` ),
			timestamp: new Date( Date.UTC( 2020, 0, 1 ) + i * 3600000 ).toISOString()
		} );
		const editsOf = ( length: number ): CandidateEdit[] => Array.from( { length }, one );
		const summary = Array.from( { length: 60 }, ( _, n ) => `word${ n * 80 }` ).join( ' ' );
		expect( growth( 5000, editsOf, ( edits ) => (
			new CandidateIndex( edits ).rank( { ...query, summary } )
		) ) ).toBeLessThan( LINEAR );
	} );
} );
