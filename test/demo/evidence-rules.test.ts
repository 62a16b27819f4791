import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { DraftReading, ReadRevision } from '../../src/account/draft-reading';
import { examineLog } from '../../src/account/findings';
import { logEvidence } from '../../src/account/log-evidence';
import { histories } from '../../demo/fictional-policy/history';
import { logFor } from '../../demo/fictional-policy/log';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';

let checkEvidence: typeof import( '../../src/account/check-evidence' )[ 'checkEvidence' ];
beforeAll( async () => {
	await generate();
	( { checkEvidence } = await import( '../../src/account/check-evidence' ) );
} );

const log = logFor( Object.fromEntries( histories
	.flatMap( ( { revisions } ) => revisions.map( ( { revid } ) => [ revid, revid ] ) ) ) );

function readAll(): DraftReading {
	const drafts = histories.filter( ( { title } ) => [ RULES, APPEALS ].includes( title ) );
	return {
		today: drafts.map( ( { title, revisions } ) => (
			{ title, revision: revisions.at( -1 )!.revid, text: revisions.at( -1 )!.text } ) ),
		revisions: new Map( drafts.flatMap( ( { title, revisions } ) => revisions
			.map( ( { revid, ...rest } ): [ number, ReadRevision ] => (
				[ revid, { id: revid, page: title, ...rest } ]
			) ) ) ),
		previous: new Map( drafts.flatMap( ( { revisions } ) => revisions
			.map( ( { revid }, i ) => [ revid, revisions[ i - 1 ]?.revid ?? null ] as const ) ) ),
		problems: new Map()
	};
}

describe( 'the log of the made-up policy, compared with its history', () => {
	it( 'has only the findings that its story has', () => {
		const reading = readAll();
		const titles = new Map( log.draft.pages.map( ( { id, title } ) => [ id, title ] ) );
		const evidence = logEvidence( examineLog( log, titles, reading ), {
			revisions: reading.revisions, words: null, logEditors: null
		} );
		const { findings } = checkEvidence( JSON.parse( JSON.stringify( log ) ), evidence );
		const places = findings.map( ( { rule, path, params } ) => {
			const [ , , entry, , advice ] = path.split( '/' );
			const about = log.entries[ Number( entry ) ];
			const id = about?.advice?.[ Number( advice ) ]?.id ?? about?.id;
			return path.startsWith( '/entries' ) ? [ rule, id, ...params ].join( ' ' ) : [ rule, path, ...params ].join( ' ' );
		} );
		// Both were deleted.
		expect( places ).toEqual( [ 'W12 /draft/sections/4 Music nights', 'W12 /draft/sections/11 Scarecrow contest' ] );
	} );
} );
