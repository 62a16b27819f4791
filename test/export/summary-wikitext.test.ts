import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtLanguages, messagesOf, prefix, readMessages } from '../../build/messages';
import { findSummary } from '../../src/export/merge-summary';
import { summaryPlainText } from '../../src/export/summary-text';
import { columnsOf } from '../../src/export/columns';
import { summaryWikitext } from '../../src/export/summary-wikitext';
import { escapeWikitext, outsideLink, wikiLink } from '../../src/export/wikitext';
import type { AdviceLog } from '../../src/log/types';
import { orchardLog } from '../panel/fixture-log';
import { inputOf, wikiOf, wordsOf } from './fixture';
import { attacks, hostileText, randomLog } from './random-logs';

/** The lines of a summary from one heading to the next. */
function part( summary: string, heading: string ): string {
	return summary.split( /^== /m ).find( ( text ) => text.startsWith( `${ heading } ==` ) ) ?? '';
}

describe( 'the summary', () => {
	const summary = summaryWikitext( inputOf() );

	it( 'says what was asked, who advised in what role, what came of it and why', () => {
		const topics = part( summary, 'What was asked, and what came of it' );
		expect( topics ).toContain( '=== Safety: Working at heights ===' );
		expect( topics ).toContain( '\'\'\'Advice\'\'\': Marit Holm (work safety, paid by the hour); Passed on by: Pip (volunteer)' );
		expect( topics ).toContain( 'Outcome: \'\'\'Adopted with changes\'\'\'; stated by those who decided; Decided by: Pip, Orchard Guild' );
		expect( topics ).toContain( 'Reason: It would punish those who live far away.' );
		expect( topics ).toContain( 'Summary by those who passed it on: Two metres at most, and never on a wet morning.' );
	} );

	it( 'says what changed, with links to the differences, and what still stands', () => {
		expect( summary ).toContain( '[[Special:Diff/112|Edit 112]]; 2024-03-21, Pip; [[:Project:Orchard Rules#Ladders|Ladders]]' );
		expect( summary ).toContain( 'Today: All of it still stands' );
		expect( summary ).toContain( 'Words taken out by: [[Special:Diff/191|Edit 191]] (Pip, 2024-03-21, words: 14)' );
		expect( summary ).toContain( 'The wiki has no such revision, or it was deleted.' );
	} );

	it( 'keeps the place of what is withheld and nothing of its content', () => {
		expect( part( summary, 'What is not public' ) ).toContain(
			'Who pays when somebody falls?]]; Adviser: Guild legal desk; How public: Not public; Reason: confidential legal advice; Decided by: Orchard Guild; To be looked at again: 2030'
		);
		expect( summary ).not.toContain( 'SECRET' );
	} );

	it( 'tells what is open, and sections without advice from those without words of it', () => {
		const open = part( summary, 'What is open' );
		expect( open ).toContain( '* Asked, no answer yet (1)\n** [[#advice-bees|May the hives stand next to the path?]]; Asked on: 2024-05-01' );
		expect( open ).toContain( '* Applied, but no longer in the text (1)' );
		const sections = part( summary, 'The sections of the text' );
		expect( sections ).toMatch( /Ladders\]\]: .*\(Changed the text\).*Words that go back to advice: 2 of 43 \(5%\)/ );
		expect( sections ).toMatch( /Pruning\]\]: No advice on record$/m );
		expect( sections ).toMatch( /Sharing the harvest\]\]: .*no word of today goes back to it$/m );
		expect( sections ).toMatch( /Bees\]\]: .*\(Waiting\); No advice on record$/m );
	} );

	it( 'does not say that no word goes back to advice whose edits were not followed', () => {
		const log = structuredClone( orchardLog ) as unknown as AdviceLog;
		for ( const advice of log.entries.flatMap( ( entry ) => entry.advice ?? [] ) ) {
			if ( advice.changes ) {
				advice.disclosure = { level: 'withheld' };
			}
		}
		const sections = part( summaryWikitext( inputOf( { log } ) ), 'The sections of the text' );
		expect( sections ).toMatch( /Ladders\]\]: .*not of all of it is known whether words of today go back to it$/m );
		expect( sections ).toMatch( /Pruning\]\]: No advice on record$/m );
	} );

	it( 'names topics without an entry, also those whose broader topic has one', () => {
		const log = { ...orchardLog, topics: [ ...orchardLog.topics, { id: 'tools', label: 'Tools', broader: 'safety' } ] };
		expect( part( summaryWikitext( inputOf( { log } ) ), 'Topics without any entry' ) ).toContain( '\n* Safety: Tools\n' );
	} );

	it( 'counts what is wrong in the log, and not a published trace that differs', () => {
		const { account, ...input } = inputOf();
		const withProblems = ( ...rules: ( 'E4' | 'W23' )[] ): string => summaryWikitext( {
			...input, account: { ...account, problems: rules.map( ( rule ) => (
				{ rule, path: '', params: [ 'a', 'b' ] }
			) ) }
		} );
		expect( withProblems( 'E4' ) ).toContain( '* Things in the log that cannot be right, and were left out: 1' );
		expect( withProblems( 'W23' ) ).toBe( withProblems() );
	} );

	it( 'says how it was computed, and which revisions it depends on', () => {
		const how = part( summary, 'How this was computed' );
		for ( const line of [
			'[[Special:PermanentLink/200|Revision 200]]', 'Edits named by the log: 2 of 3 read',
			'revision missing or deleted: 999', '[[Special:PermanentLink/190|Revision 190]]',
			'Revisions through which the words were followed: 6'
		] ) {
			expect( how ).toContain( line );
		}
	} );

	it( 'says so where words come from a published trace, or were not followed', () => {
		const published = summaryWikitext( inputOf( {}, { wordsOrigin: { from: 'published', traces: [
			{ title: 'X/trace/1.json', revision: 77, user: 'Oak', timestamp: '2024-06-01T00:00:00Z' }
		] } } ) );
		expect( published ).toContain( '[[Special:PermanentLink/77|X/trace/1.json]], Oak, 2024-06-01' );
		expect( published ).not.toContain( 'Revisions through which' );
		const without = summaryWikitext( inputOf( { words: false } ) );
		expect( part( without, 'How this was computed' ) ).toContain( 'Which words still stand is not known' );
		expect( without ).toContain( 'Today: not known, because its words were not followed' );
		expect( without ).not.toMatch( /\d%/ );
	} );

	it( 'is the same text whenever and wherever it is made', () => {
		const other = inputOf( {}, { version: '9', madeOn: '2030-01-01T00:00:00Z' } );
		const { words } = other.account;
		other.account.words = words && {
			...words, computedOn: 1, pages: new Map( [ ...words.pages ].reverse() )
		};
		expect( summaryWikitext( other ) ).toBe( summary );
		expect( summaryPlainText( other ) ).toBe( summaryPlainText( inputOf() ) );
	} );

	it.each( [ 'en', ...builtLanguages() ] )( 'in %s is made of messages without grammar that a page cannot know', ( language ) => {
		const used = new Set<string>();
		const direction = language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
		for ( const options of [ {}, { words: false }, { read: false } ] ) {
			const input = inputOf( options, {
				words: wordsOf( language, used ), wiki: wikiOf( direction, language )
			} );
			expect( summaryWikitext( input ) ).not.toMatch( /\$\d|\{\{/ );
			summaryPlainText( input );
		}
		const texts = readMessages( language );
		for ( const key of used ) {
			expect( `${ key }: ${ texts[ prefix + key ] }` ).not.toContain( '{{' );
		}
		const brought = { ...messagesOf( 'export' ), ...messagesOf( 'export-words' ) };
		expect( [ ...used ].filter( ( key ) => !( prefix + key in brought ) ) ).toEqual( [] );
	} );

	it.each( [ ' \t ', '\u3000', '\ufeff' ] )( 'shows that there is nothing in a text of %j', ( blank ) => {
		const log = {
			...orchardLog,
			topics: orchardLog.topics.map( ( topic ) => ( { ...topic, label: blank } ) ),
			entries: orchardLog.entries.map( ( entry ) => (
				{ ...entry, request: { ...entry.request, question: blank } }
			) )
		};
		const text = summaryWikitext( inputOf( { log } ) );
		expect( text ).not.toMatch( /\|\s*\]\]|^==+\s*==+$|''''/m );
		expect( text ).toContain( '|–]]' );
		expect( summaryPlainText( inputOf( { log } ) ) ).toContain( '* –' );
	} );

	it( 'keeps every text apart in writing from right to left', () => {
		const arabic = summaryWikitext( inputOf( {}, { words: wordsOf( 'ar' ), wiki: wikiOf( 'rtl', 'ar' ) } ) );
		expect( arabic ).toContain( '<bdi>Marit Holm</bdi>' );
		expect( arabic ).toContain( '<bdi>2024-03-04</bdi>' );
	} );

	it( 'of any log has its two markers, and is in the form that the wiki saves', () => {
		fc.assert( fc.property( randomLog, ( log ) => {
			const text = summaryWikitext( inputOf( { log } ) );
			expect( findSummary( text ) ).toEqual( { before: '', summary: text, after: '' } );
			expect( text.normalize( 'NFC' ) ).toBe( text );
			expect( text ).not.toMatch( /[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|\s$/ ); // eslint-disable-line no-control-regex
			// Nothing but links, headings and lists of our own.
			const withoutElements = text.replace( /<\/?(?:bdi|br|span)[^<>]*>/g, '' );
			const ownLinks = /\[\[(?:#advice-|:|Special:(?:Diff|PermanentLink)\/)[^[\]{}<>]*\]\]/g;
			expect( withoutElements.replace( ownLinks, '' ) ).not.toMatch( /\[\[|\]\]|\{\{|\}\}|~~~|__/ );
		} ), { numRuns: 200 } );
	} );
} );

describe( 'text as wikitext', () => {
	it( 'leaves nothing that begins or ends markup', () => {
		fc.assert( fc.property( hostileText, ( text ) => {
			const escaped = escapeWikitext( text );
			expect( escaped.replace( /&#\d+;|<br>/g, 'x' ) ).not.toMatch( /[[\]{}|<>=~_#*!&`\\\uff3f]|''|:\S|:$|^[\s:;'-]|ISBN|RFC|PMID/i );
		} ), { numRuns: 2000 } );
	} );

	it( 'shows every letter again', () => {
		fc.assert( fc.property( hostileText, ( text ) => {
			const shown = escapeWikitext( text ).replace( /<br>/g, ' ' )
				.replace( /&#(\d+);/g, ( _, code: string ) => String.fromCodePoint( Number( code ) ) );
			// eslint-disable-next-line no-control-regex
			const own = text.replace( /\r/g, '\n' ).replace( /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '' );
			const spaced = ( one: string ): string => one.replace( /[\ufffe\uffff]|[\ud800-\udfff]/gu, '\ufffd' ).normalize( 'NFC' ).replace( /[ \t\n]+/g, ' ' ).replace( /^ | $/g, '' );
			expect( spaced( shown ) ).toBe( spaced( own ) );
		} ), { numRuns: 2000 } );
	} );

	it.each( [
		[ 'Category:X', '[[:Category:X|text]]' ],
		[ 'Under_scored', '[[:Under scored|text]]' ],
		[ 'It\'s', '[[:It\'s|text]]' ],
		[ 'a|b', 'text' ], [ 'a#b', 'text' ], [ '[[a]]', 'text' ], [ '~~~~', 'text' ], [ 'a%5Bb', 'text' ],
		[ '\u200e:Category:X', 'text' ], [ 'Category:', 'text' ],
		[ '../x', 'text' ], [ ':de:x', 'text' ], [ '', 'text' ], [ 'a'.repeat( 256 ), 'text' ], [ '&lt;', 'text' ]
	] )( 'links to the page %j only where it is a title', ( title, expected ) => {
		expect( wikiLink( title, '', 'text' ) ).toBe( expected );
	} );

	it( 'links to a section whose heading has signs of per cent, which the wiki would decode', () => {
		expect( wikiLink( 'X', '100%ab of %5B', 'text' ) ).toBe( '[[:X#100&#37;ab of &#37;5B|text]]' );
	} );

	it.each( [
		[ 'https://example.org/a_b?c=[d]&e=~~~~#f\'\'g', '[https://example.org/a%5Fb?c=%5Bd%5D&amp;e=%7E%7E%7E%7E#f%27%27g text]' ],
		[ 'http://example.org/', 'text' ], [ 'https://user:password@example.org/', 'text' ], [ 'https://', 'text' ],
		[ 'https://пример.example/', 'text' ], [ `${ 'javascript' }:x`, 'text' ]
	] )( 'links to %j only where it can be trusted', ( url, expected ) => {
		expect( outsideLink( url, 'text' ) ).toBe( expected );
	} );
} );

describe( 'the summary as plain text', () => {
	it( 'has lines of 72 columns, but for addresses, and nothing to format', () => {
		for ( const language of [ 'en', 'ja', 'ar' ] ) {
			const text = summaryPlainText( inputOf( {}, { words: wordsOf( language ) } ) );
			for ( const line of text.split( '\n' ) ) {
				expect( columnsOf( line ) <= 72 || /https:\/\/\S+$/.test( line.trim() ) || /^ *<https/.test( line ) ).toBe( true );
			}
			expect( text ).not.toMatch( /\[\[|'''|&#|<bdi>/ );
		}
	} );

	it( 'gives links in full', () => {
		expect( summaryPlainText( inputOf() ) ).toContain( '<https://wiki.example/w/index.php?diff=prev&oldid=112>' );
	} );

	it( 'has no line that somebody else began', () => {
		fc.assert( fc.property( hostileText, ( question ) => {
			const log = { ...orchardLog, entries: [ { id: 'x', request: { question } } ] };
			const text = summaryPlainText( inputOf( { log } ) );
			expect( text.split( '\n' ).filter( ( line ) => line && !/^ *(?:\*|[^ ])/.test( line ) ) ).toEqual( [] );
			expect( text ).not.toMatch( /\r|\t/ );
		} ), { numRuns: 200 } );
	} );

	it( 'knows every attack of these tests', () => {
		expect( new Set( attacks ).size ).toBe( attacks.length );
	} );
} );
