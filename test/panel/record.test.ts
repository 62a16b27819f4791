// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPanel } from '../../src/panel/panel';
import { installMw, kept, unknownMessages } from './fake-mw';
import { makeAccount, orchardReading, TestWorkspace, type AccountOptions } from './fixture';

// What a browser draws at once takes jsdom seconds on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

async function drawn(): Promise<void> {
	for ( let i = 0; i < 4; i++ ) {
		await new Promise( ( resolve ) => {
			setTimeout( resolve );
		} );
	}
}

function record(): HTMLElement {
	const element = document.querySelector<HTMLElement>( '[role="dialog"] article' );
	if ( !element ) {
		throw new Error( 'No record is shown.' );
	}
	return element;
}

function text( element: Element = record() ): string {
	return ( element.textContent ?? '' ).replace( /\s+/g, ' ' ).trim();
}

/** The lines of one part of the record, as [ label, value ]. */
function lines( element: Element = record() ): string[][] {
	return Array.from( element.querySelectorAll( 'dl > div' ), ( line ) => [
		text( line.querySelector( 'dt' ) as Element ),
		text( line.querySelector( 'dd' ) as Element )
	] );
}

function href( name: string ): string | null {
	const link = Array.from( record().querySelectorAll( 'a' ) ).find( ( a ) => text( a ) === name );
	return link ? link.getAttribute( 'href' ) : null;
}

function button( name: string ): HTMLElement {
	const found = Array.from( record().querySelectorAll( 'button' ) )
		.find( ( element ) => text( element ) === name );
	if ( !found ) {
		throw new Error( name );
	}
	return found;
}

async function openRecord( item: string, read = true ): Promise<TestWorkspace> {
	const workspace = new TestWorkspace( makeAccount( { read } ) );
	openPanel( workspace, { item }, null );
	await drawn();
	workspace.arrive( workspace.current );
	await drawn();
	return workspace;
}

beforeAll( installMw );

afterEach( () => {
	document.querySelector( '[role="dialog"]' )
		?.dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Escape' } ) );
	document.body.textContent = '';
	kept.clear();
	expect( [ ...unknownMessages ] ).toEqual( [] );
} );

describe( 'a full record', () => {
	it( 'has everything that the log says, in words', async () => {
		await openRecord( 'ladder-height/ladder-marit' );
		expect( lines() ).toEqual( [
			[ 'Asked by', 'Pipvolunteer' ],
			[ 'On behalf of', 'Orchard Guild' ],
			[ 'Asked on', 'about February 2024' ],
			[ 'About revision', 'Revision 101' ],
			[ 'Topics', 'Working at heights' ],
			[ 'About section', 'Ladders (Project:Orchard Rules)' ],
			[ 'Sources', 'Project talk:Orchard Rules (revision 103)' ],
			[ 'Adviser', 'Marit Holmwork safety, paid by the hour' ],
			[ 'Passed on by', 'Pipvolunteer' ],
			[ 'Channel', 'e-mail' ],
			[ 'Given on', 'Mar 4, 2024' ],
			[ 'Effort', '1.5 hours' ],
			[ 'Competing interest', 'declared: sells ladders' ],
			[ 'How public', 'Public as a summary' ],
			[ 'Sources', 'E-mail of 4 March (not public)Guidance on ladders' ],
			[ 'Outcome', 'Adopted with changes, stated by those who decided' ],
			[ 'Reason', 'The morning dew is left to common sense.' ],
			[ 'Decided by', 'PipvolunteerOrchard Guild' ],
			[ 'How it was decided', 'by agreement on the talk page' ],
			[ 'Decided on', 'Mar 20, 2024' ],
			[ 'Sources', 'Project talk:Orchard Rules (revision 110)' ],
			[ 'Use of the advice', 'Rewords the advice' ],
			[ 'Basis for the link', 'the edit summary says so' ],
			[ 'Reviewed on', 'Apr 2, 2024' ],
			[ 'About revision', 'Revision 112' ]
		] );
		expect( text() ).toContain( 'Two metres at most, and never on a wet morning.' );
		expect( text( record().querySelector( 'blockquote' ) as Element ) )
			.toBe( 'Nobody climbs higher than two metres alone.' );
		expect( text() ).toContain( 'Confirmed: Marit Holm' );
		expect( text() ).toContain( 'Applied by an edit' );
		expect( text() ).not.toContain( 'Not recorded' );
	} );

	it( 'says in which language log and draft are written', async () => {
		await openRecord( 'ladder-height/ladder-marit' );
		const languages = ( selector: string ): ( string | null )[] => [ ...new Set(
			Array.from( record().querySelectorAll( selector ), ( node ) => node.getAttribute( 'lang' ) )
		) ];
		expect( languages( 'ins' ) ).toEqual( [ 'nl' ] );
		expect( languages( 'h3, .advice-provenance-panel__summary' ) ).toEqual( [ 'de' ] );
	} );

	it( 'links to revisions, differences, users and sources', async () => {
		await openRecord( 'ladder-height/ladder-marit' );
		expect( href( 'Revision 101' ) ).toBe( '/w/index.php?oldid=101' );
		expect( href( 'Edit 112' ) ).toBe( '/w/index.php?diff=prev&oldid=112' );
		expect( href( 'Pip' ) ).toBe( '/wiki/User:Pip' );
		expect( href( 'Guidance on ladders' ) ).toBe( 'https://safety.example/ladders' );
		expect( href( 'E-mail of 4 March' ) ).toBeNull();
	} );

	it( 'shows what an edit added, and words that the log names but the edit does not show', async () => {
		await openRecord( 'ladder-height/ladder-marit' );
		expect( Array.from( record().querySelectorAll( 'ins' ), text ) )
			.toEqual( [ 'two metres', 'words that nobody wrote' ] );
		expect( text() ).toContain(
			'The log names these words, but the edit does not show them:Added:words that nobody wrote'
		);
		expect( text() ).toContain( 'Mar 21, 2024, by Pip' );
		expect( text() ).toContain( 'Edit summary: climbing: as discussed' );
		expect( text() ).toContain( 'Ladders (Project:Orchard Rules) then called “Climbing”' );
	} );
} );

describe( 'a review', () => {
	async function reviewedRecord( options: AccountOptions ): Promise<string> {
		const workspace = new TestWorkspace( makeAccount( options ) );
		openPanel( workspace, { item: 'ladder-height/ladder-marit' }, null );
		await drawn();
		return text();
	}
	const metres = 'not higher than two metres';

	it( 'holds while its words are unchanged, and makes the advice checked', async () => {
		const shown = await reviewedRecord( { words: true } );
		expect( shown ).toContain( 'Fine with me.Still holds: the words have not changed since.' );
		expect( shown ).toContain( 'Applied and checked' );
		expect( href( 'What changed' ) ).toBeNull();
	} );

	it( 'lapses when they changed, and leads to what changed', async () => {
		const today = ( orchardReading.today[ 0 ]?.text ?? '' )
			.replace( metres, 'not higher than two or three metres' );
		const shown = await reviewedRecord( { words: true, today } );
		expect( shown ).toContain( 'No longer holds: the words changed since.' );
		expect( shown ).not.toContain( 'Applied and checked' );
		expect( href( 'What changed' ) ).toBe( '/w/index.php?diff=cur&oldid=112' );
	} );

	it( 'may hold as long as that is not known', async () => {
		expect( await reviewedRecord( {} ) )
			.toContain( 'Whether the words changed since is not known yet.' );
	} );
} );

describe( 'a record with gaps', () => {
	it( 'names in one line what each part does not say', async () => {
		await openRecord( 'shares/shares-legal' );
		const absent = Array.from( record().querySelectorAll( 'p' ), ( p ) => text( p ) )
			.filter( ( line ) => line.startsWith( 'Not recorded' ) );
		expect( absent ).toEqual( [
			'Not recorded: Asked by, Asked on, About revision, Sources',
			'Not recorded: Channel, Given on, Effort, Competing interest, Sources',
			'Not recorded: Reason, Decided by, How it was decided, Decided on, Sources',
			'Not recorded: Channel, Given on, Effort, Competing interest, Sources',
			'Not recorded: Decided by, How it was decided, Decided on, Sources'
		] );
	} );

	it( 'tells an unanswered question from one whose answer is not recorded', async () => {
		await openRecord( 'bees' );
		expect( text() ).toMatch( /Waiting ?Asked, no answer yet, for \d+ days/ );
		expect( text() ).toContain( 'No advice on this question is on record.' );
		await openRecord( 'overall' );
		expect( text() ).toContain( 'Record incomplete' );
		expect( text() ).not.toContain( 'no answer yet' );
	} );

	it( 'says why a revision cannot be shown, and where a lost section was', async () => {
		await openRecord( 'keys-old/keys-b' );
		expect( text() ).toContain( 'Edit 999 The wiki has no such revision, or it was deleted.' );
		expect( text() ).toContain( 'Jun 1, 2024, user name hidden' );
		expect( text() ).toContain( 'Was in “Shed keys” of “Project:Orchard Rules/Keys”; not found today' );
	} );

	it( 'says that an edit has not been read', async () => {
		await openRecord( 'ladder-height/ladder-marit', false );
		expect( text() ).toContain( 'This edit has not been read yet.' );
	} );
} );

describe( 'a withheld record', () => {
	it( 'keeps its place with level, reason, who decided and until when, and nothing else', async () => {
		await openRecord( 'insurance/insurance-legal' );
		const answer = record().querySelector( 'section' ) as Element;
		expect( lines( answer ) ).toEqual( [
			[ 'Adviser', 'Guild legal deskstaff, Orchard Guild' ],
			[ 'How public', 'Not public' ],
			[ 'Reason', 'confidential legal advice' ],
			[ 'Decided by', 'Orchard Guild' ],
			[ 'To be looked at again', '2030' ],
			[ 'Outcome', 'Adopted' ]
		] );
		expect( document.body.innerHTML ).not.toContain( 'SECRET' );
	} );
} );

describe( 'moving between records', () => {
	it( 'follows what replaced an advice, and goes back by the way it came', async () => {
		await openRecord( 'keys-old/keys-a' );
		button( 'A day, now that the shed was broken into.' ).click();
		await drawn();
		expect( document.activeElement?.textContent?.trim() ).toBe( 'Advice 2 of 2' );
		button( 'Back' ).click();
		await drawn();
		expect( document.activeElement?.textContent?.trim() ).toBe( 'For how long may a key be lent?' );
		button( 'Back' ).click();
		await drawn();
		expect( document.querySelector( 'article' ) ).toBeNull();
		expect( document.activeElement?.getAttribute( 'data-item' ) ).toBe( 'keys-old/keys-a' );
	} );

	it( 'shows all pieces of advice of a question', async () => {
		await openRecord( 'shares/shares-marit' );
		expect( Array.from( record().querySelectorAll( 'h4' ), text ) )
			.toEqual( [ 'Advice 1 of 2', 'Advice 2 of 2' ] );
		expect( document.activeElement?.textContent?.trim() ).toBe( 'Advice 2 of 2' );
	} );

	it( 'falls back to the list when the item is gone from the log', async () => {
		const workspace = await openRecord( 'bees' );
		workspace.arrive( makeAccount( { log: {
			schemaVersion: 1,
			draft: { pages: [ { id: 'main', title: 'Project:Orchard Rules' } ] },
			entries: []
		} } ) );
		await drawn();
		expect( document.querySelector( 'article' ) ).toBeNull();
	} );
} );
