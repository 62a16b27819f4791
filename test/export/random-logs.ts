/** Logs of the orchard in which every text may be an attack. */
import fc from 'fast-check';
import type { AdviceLog } from '../../src/log/types';

/** Whatever wikitext, spreadsheets or readers of other formats might act on. */
export const attacks = [
	'{{Main Page}} {{subst:Main Page}} {{{1}}} {{#if:x|y}} {{CURRENTTIME}} {{DEFAULTSORT:x}}',
	'[[Main Page]] [[Category:Attack]] [[File:Attack.png|thumb]] [[de:Angriff]] [[|pipe]] [[Main Page|',
	'~~~ ~~~~ ~~~~~',
	'https://attack.example http://attack.example //attack.example mailto:a@attack.example news:x ftp://attack.example',
	'[https://attack.example text] [//attack.example]',
	'ISBN 978-0-306-40615-7 RFC 2324 PMID 123456 isbn 0306406152 ISBN\u00a00306406152',
	'__NOTOC__ __FORCETOC__ __NOINDEX__ __HIDDENCAT__ ＿＿目次＿＿ __目次__',
	'== Heading ==',
	'\n== Heading ==\n* list\n# numbers\n: indent\n; term: definition\n----\n{| class="x"\n| cell || other\n|}\n preformatted',
	'<!-- open comment', '--> end', '<nowiki>', '</nowiki>', '<pre>', '<ref>x</ref>', '<references/>',
	'<translate>', '<!--T:1-->', '<languages/>', '<onlyinclude>', '</noinclude>', '<includeonly>',
	'<script>attack()</script><b>bold</b><br/>&lt;b&gt; &amp; &#60; &nbsp; &notanentity;',
	'\'\'\'bold\'\'\' \'\'italic\'\' \'', '\'', '\'\'',
	'-{zh-hans:attack; zh-hant:ATTACK}- -{', '}-',
	'|| cell | cell ! head !! head |- |}',
	'#REDIRECT [[Main Page]]', '=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '"=1+1"', ' =cmd|\' /C calc\'!A0', 'a;=1+1', 'x\n=1+1', '＝1+1',
	'<!-- advice-provenance summary ends -->', '<!-- advice-provenance summary begins',
	'\u0338combining', 'e\u0301 decomposed', '\ufffe\uffff', '\u202eturned\u2066', 'שלום (עולם)', '\u200fمرحبا 12-3',
	'\u007fUNIQ-attack-QINU\u007f', '%5B%5B x %7C', '$1 $2 {{PLURAL:$1|a|b}}', '\ue0000\ue001', '__proto__', 'constructor', 'true', '12', '_:id1', 'log:account', 'x:y', 'prov:type'
];

/** Text as somebody may have typed it into a log; never empty. */
export const hostileText = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom( ...attacks ) },
	{ weight: 3, arbitrary: fc.array( fc.constantFrom(
		...attacks.flatMap( ( attack ) => attack.split( ' ' ) ), ...'[]{}|<>=\'~_#*:;!&-\n\t" '
	), { minLength: 1, maxLength: 8 } ).map( ( parts ) => parts.join( '' ) ) },
	{ weight: 1, arbitrary: fc.string( { unit: 'binary', minLength: 1, maxLength: 30 } ) }
).filter( ( text ) => /\S/.test( text ) );

const agentId = fc.constantFrom( 'a0', 'a1', 'a2', 'unknown' );
const revision = fc.constantFrom( 101, 111, 112, 139, 140, 190, 191, 999 );
const date = fc.constantFrom( '2024', '2024-03~', '2024-03-04', '2024-01/2024-04', '../2024', '2024/..' );
const sources = fc.array( fc.record( {
	label: hostileText,
	url: fc.oneof(
		fc.constant( 'https://safety.example/a?b=1&amp;c=2' ),
		hostileText.map( ( text ) => `https://attack.example/${ text }` )
	),
	revision,
	title: fc.oneof( fc.constant( 'Project:Orchard Rules' ), hostileText )
}, { requiredKeys: [] } ), { maxLength: 2 } );
const agents = fc.array( agentId, { maxLength: 2 } ).map( ( ids ) => [ ...new Set( ids ) ] );
const quotes = fc.array( fc.record( { exact: fc.oneof( fc.constant( 'two metres' ), hostileText ) } ), { minLength: 1, maxLength: 2 } );

const change = fc.record( {
	revision,
	from: revision,
	relation: fc.constantFrom( 'quoted', 'derived', 'influenced' ),
	basis: fc.constantFrom( 'stated-in-summary', 'inferred' ),
	inserted: quotes,
	deleted: quotes
}, { requiredKeys: [ 'revision' ] } );

const advice = fc.record( {
	advisers: agents,
	relayedBy: agentId,
	channel: fc.constantFrom( 'email', 'meeting' ),
	givenOn: date,
	summary: hostileText,
	suggestedText: hostileText,
	effort: fc.record( { hours: fc.constantFrom( 0, 0.1, 0.2, 3 ), amount: fc.constantFrom( 0.1, 100 ), currency: fc.constantFrom( 'EUR', 'USD' ), note: hostileText }, { requiredKeys: [] } ),
	disclosure: fc.record( { level: fc.constantFrom( 'full', 'summary', 'redacted', 'withheld' ), reason: fc.constant( 'privacy' ), reviewOn: date, decidedBy: agentId }, { requiredKeys: [ 'level' ] } ),
	competingInterest: fc.record( { declared: fc.constantFrom( 'none', 'some' ), statement: hostileText }, { requiredKeys: [ 'declared' ] } ),
	disposition: fc.record( {
		outcome: fc.constantFrom( 'pending', 'adopted', 'adopted-in-part', 'confirmed-no-change', 'declined', 'superseded' ),
		basis: fc.constantFrom( 'stated', 'inferred' ),
		rationale: hostileText,
		decidedBy: agents,
		decidedHow: fc.constant( 'drafter' ),
		decidedOn: date,
		supersededBy: fc.constantFrom( 'e0.0', 'e1.0', 'e2.1' ),
		sources
	}, { requiredKeys: [ 'outcome' ] } ),
	changes: fc.array( change, { maxLength: 3 } ),
	reviews: fc.array( fc.record( { by: agentId, stance: fc.constantFrom( 'confirms', 'objects' ), revision, on: date, note: hostileText, sources }, { requiredKeys: [ 'by', 'stance' ] } ), { maxLength: 2 } ),
	sources
}, { requiredKeys: [] } );

const entry = fc.record( {
	topics: fc.uniqueArray( fc.constantFrom( 't0', 't1', 't2', 'nowhere' ), { maxLength: 2 } ),
	sections: fc.uniqueArray( fc.constantFrom( 'ladders', 'harvest', 'gone', 'lending' ), { maxLength: 2 } ),
	process: fc.constant( true ),
	note: hostileText,
	request: fc.record( {
		question: hostileText,
		state: fc.constantFrom( 'open', 'withdrawn' ),
		requestedBy: agents,
		onBehalfOf: agents,
		requestedOn: date,
		reviewedRevision: revision,
		respondBy: date,
		sources
	}, { requiredKeys: [ 'question' ] } ),
	advice: fc.array( advice, { maxLength: 2 } )
}, { requiredKeys: [ 'request' ] } );

/** A log of the orchard (see ../panel/fixture.ts). */
export const randomLog: fc.Arbitrary<AdviceLog> = fc.record( {
	title: hostileText,
	topics: fc.tuple( hostileText, hostileText, hostileText ),
	broader: fc.tuple( ...[ 0, 1, 2 ].map( () => fc.option( fc.constantFrom( 't0', 't1', 't2' ), { nil: undefined } ) ) ),
	agents: fc.tuple( ...[ 0, 1, 2 ].map( () => fc.record( {
		name: hostileText,
		type: fc.constantFrom( 'Person', 'Organization', 'SoftwareAgent' ),
		user: fc.oneof( fc.constantFrom( 'Pip', 'pip' ), hostileText ),
		expertise: hostileText,
		engagement: fc.constantFrom( 'paid-hourly', 'staff' ),
		naming: fc.constantFrom( 'consented', 'role-only', 'withheld' ),
		affiliation: agents
	}, { requiredKeys: [ 'name' ] } ) ) ),
	entries: fc.array( entry, { maxLength: 4 } )
} ).map( ( made ) => ( {
	schemaVersion: 1,
	title: made.title,
	draft: {
		pages: [
			{ id: 'main', title: 'Project:Orchard Rules' },
			{ id: 'keys', title: 'Project:Orchard Rules/Keys' }
		],
		sections: [
			{ id: 'ladders', page: 'main', heading: 'Ladders' },
			{ id: 'harvest', page: 'main', heading: 'Sharing the harvest' },
			{ id: 'lending', page: 'keys', heading: 'Lending' },
			{ id: 'gone', page: 'main', heading: 'Scarecrows' }
		]
	},
	topics: made.topics.map( ( label, i ) => ( { id: `t${ i }`, label, broader: made.broader[ i ] } ) ),
	agents: made.agents.map( ( agent, i ) => ( { id: `a${ i }`, ...agent } ) ),
	entries: made.entries.map( ( own, i ) => ( {
		...own,
		id: `e${ i }`,
		advice: own.advice?.map( ( piece, j ) => ( { ...piece, id: `e${ i }.${ j }` } ) )
	} ) )
} ) as AdviceLog );
