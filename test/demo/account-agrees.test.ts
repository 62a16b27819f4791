import { describe, expect, it } from 'vitest';
import type { DraftReading, ReadRevision } from '../../src/account/draft-reading';
import { examineChange } from '../../src/account/evidence';
import { TracedDraft } from '../../src/account/traced-draft';
import { expectedChanges, type ExpectedEffect } from '../../demo/fictional-policy/expectations';
import { histories } from '../../demo/fictional-policy/history';
import { APPEALS, RULES } from '../../demo/fictional-policy/names';

const drafts = histories.filter( ( { title } ) => [ RULES, APPEALS ].includes( title ) );
const previous = new Map( drafts.flatMap( ( { revisions } ) => revisions
	.map( ( { revid }, i ) => [ revid, revisions[ i - 1 ]?.revid ?? null ] as const ) ) );

/** What the gadget reads: the cited revisions, those they are compared with, and today's. */
function readingOf( revisionIds: Set<number | null> ): DraftReading {
	const revisions = drafts.flatMap( ( { title, revisions: own } ) => own
		.filter( ( { revid } ) => revisionIds.has( revid ) )
		.map( ( { revid, ...rest } ): ReadRevision => ( { id: revid, page: title, ...rest } ) ) );
	return {
		today: drafts.map( ( { title, revisions: own } ) => (
			{ title, revision: own.at( -1 )!.revid, text: own.at( -1 )!.text } ) ),
		revisions: new Map( revisions.map( ( revision ) => [ revision.id, revision ] ) ),
		previous,
		problems: new Map()
	};
}

type Places = Pick<ExpectedEffect, 'section' | 'headingThen' | 'pageThen'>[];

/** Where the effects are, in an order of its own. */
function places( effects: Places ): string[] {
	return effects.map( ( { section, headingThen, pageThen } ) => [
		pageThen, headingThen, section?.page, section?.heading, section?.nth
	].join( ' · ' ) ).sort();
}

function wordsOf( passages: string[] ): string[] {
	return passages.join( ' ' ).match( /[\w']+/g ) ?? [];
}

describe( 'what the account finds in the made-up policy', () => {
	const changes = expectedChanges();
	const cited = new Set( changes.flatMap( ( { revision, from } ) => (
		[ revision, from ?? previous.get( revision )! ] ) ) );

	it.each( [
		[ 'the cited revisions', cited ],
		[ 'all revisions', new Set( previous.keys() ) ]
	] )( 'agrees with the answer key, from %s', ( _name, revisionIds ) => {
		const reading = readingOf( revisionIds );
		const draft = new TracedDraft( reading );
		for ( const { revision, from, effects } of changes ) {
			const evidence = examineChange( { revision, from }, reading, draft );
			expect( places( evidence.effects ) ).toEqual( places( effects ) );
			for ( const { headingThen, inserted, removed } of evidence.effects ) {
				const known = effects.find( ( effect ) => effect.headingThen === headingThen )!;
				// Fewer words are right where the old and the new wording share some.
				expect( wordsOf( known.inserted ) )
					.toEqual( expect.arrayContaining( wordsOf( inserted ) ) );
				expect( wordsOf( known.removed ) )
					.toEqual( expect.arrayContaining( wordsOf( removed ) ) );
			}
		}
	} );
} );
