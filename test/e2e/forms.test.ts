/** The log is kept by forms: against the real wiki, as somebody would who has never seen them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../build/root';
import type { AdviceLog } from '../../src/log/types';
import { findBarriers } from './axe';
import { addressOf, testWiki, visit, wiki, type Visit, type VisitOptions } from './browser';
import { logOf, pageOf, type DraftName } from './drafts';
import { field, pick } from './form-fields';
import { markers, openItem, openPanel, panelOf, waitForMarkers } from './gadget';
import { draftWithLog, gateEntry, plainDraft } from './logs';
import { text, textPattern } from './texts';

const SETTING = 'forms';

beforeEach( async () => {
	await wiki.editPages( [
		...draftWithLog( 'Forms', { schemaVersion: 1, draft: plainDraft( 'Forms' ), entries: [ gateEntry ] } ),
		{ title: pageOf( 'Forms without a log' ), text: '== Roof ==\nThe roof is thatched.' }
	] );
} );

afterEach( () => wiki.setSettings( SETTING, null ) );

async function open( draft: DraftName = 'Forms', options: VisitOptions = {} ): Promise<Visit & { panel: Locator }> {
	const opened = await visit( pageOf( draft ), { user: 'Reader', gadget: true, ...options } );
	return { ...opened, panel: await openPanel( opened.page ) };
}

async function press( panel: Locator, key: string ): Promise<void> {
	try {
		await panel.getByRole( 'button', { name: text( key ), exact: true } ).first().click();
	} catch ( error ) {
		throw new Error( `“${ text( key ) }” cannot be pressed. There is: ${ await panel.innerText() }`, { cause: error } );
	}
}

/** What the wiki has of a log. */
async function stored( page: Page, draft: DraftName = 'Forms' ): Promise<AdviceLog> {
	const answer = await page.request.get( `${ testWiki.url }/w/index.php`, {
		params: { title: logOf( draft ), action: 'raw' }
	} );
	return await answer.json() as AdviceLog;
}

async function save( panel: Locator ): Promise<void> {
	await press( panel, 'form-review' );
	await panel.getByLabel( text( 'form-save-summary' ) ).waitFor();
	await press( panel, 'form-save' );
}

test( 'an entry with advice and an edit is entered, saved, and shown at its section', async () => {
	const { page, panel } = await open();
	await press( panel, 'panel-add' );
	await field( panel, 'form-field-question' ).fill( 'How deep may the well be?' );
	await pick( panel, 'panel-field-sections', 'Well' );
	await field( panel, 'panel-field-requested-on' ).selectOption( text( 'form-date-early' ) );
	await panel.getByPlaceholder( text( 'form-date-year' ) ).fill( '2016' );
	await press( panel, 'form-add-advice' );
	await field( panel, 'form-field-summary' ).fill( 'Not deeper than ten metres.' );
	await pick( panel, 'panel-field-advisers', 'A well digger' );
	await field( panel, 'panel-field-outcome' ).selectOption( text( 'outcome-adopted' ) );
	await press( panel, 'form-add-change' );
	await panel.getByRole( 'button', { name: `${ text( 'form-field-revision' ) }: ${ text( 'form-edit-choose' ) }` } ).click();
	await panel.getByRole( 'button', { name: textPattern( 'form-choose-edit' ) } ).last().click();
	await page.mouse.move( 1, 1 );
	expect( await findBarriers( page, [ '.advice-provenance-panel' ] ) ).toEqual( [] );
	await press( panel, 'form-review' );
	await panel.getByText( 'Added: entry “How deep may the well be?”' ).first().waitFor();
	expect( await panel.getByLabel( text( 'form-save-summary' ) ).inputValue() ).toBe( 'Added: entry “How deep may the well be?”' );
	expect( await findBarriers( page, [ '.advice-provenance-panel' ] ) ).toEqual( [] );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	const { entries, agents } = await stored( page );
	expect( entries ).toEqual( [ gateEntry, {
		id: 'g01',
		request: { question: 'How deep may the well be?', requestedOn: '2016-01/2016-04' },
		sections: [ 'well' ],
		advice: [ {
			id: 'g01.1',
			summary: 'Not deeper than ten metres.',
			advisers: [ 'a-well-digger' ],
			disposition: { outcome: 'adopted' },
			changes: [ { revision: expect.any( Number ) } ]
		} ]
	} ] );
	expect( agents ).toEqual( [ { id: 'a-well-digger', name: 'A well digger' } ] );
	await press( panel, 'form-close' );
	await panel.getByRole( 'heading', { name: 'How deep may the well be?' } ).waitFor();
	await expect.poll( () => markers( page ).count() ).toBeGreaterThan( 1 );
	expect( ( await markers( page ).allInnerTexts() ).join( ' ' ) ).toMatch( /1/ );
} );

test( 'where there is no log it is made, as a page of the model JSON', async () => {
	const { page } = await visit( pageOf( 'Forms without a log' ), { user: 'Reader', gadget: true } );
	await page.mouse.move( 2, 2 );
	await page.evaluate( () => {
		location.hash = '#advice';
	} );
	const panel = panelOf( page );
	await press( panel, 'panel-add' );
	await field( panel, 'form-field-question' ).fill( 'May it be slate?' );
	await save( panel );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	expect( ( await stored( page, 'Forms without a log' ) ).draft.pages ).toMatchObject( [ { title: pageOf( 'Forms without a log' ) } ] );
	const info = await page.request.get( `${ testWiki.url }/w/api.php`, { params: {
		action: 'query', prop: 'info', titles: logOf( 'Forms without a log' ), format: 'json', formatversion: 2
	} } );
	expect( JSON.stringify( await info.json() ) ).toContain( '"contentmodel":"json"' );
	await press( panel, 'form-close' );
	await panel.getByRole( 'heading', { name: 'May it be slate?' } ).waitFor();
} );

test( 'people and topics are found, or added, with the keyboard alone, and nothing typed is lost', async () => {
	const { page, panel } = await open();
	await press( panel, 'panel-add' );
	const sections = field( panel, 'panel-field-sections' );
	await sections.focus();
	// What is marked is told to a screen reader.
	await sections.press( 'ArrowDown' );
	await sections.press( 'ArrowDown' );
	const marked = await sections.getAttribute( 'aria-activedescendant' );
	expect( await page.locator( `[id="${ marked }"]` ).innerText() ).toBe( 'Gate' );
	expect( await sections.getAttribute( 'role' ) ).toBe( 'combobox' );
	expect( await findBarriers( page, [ '.advice-provenance-panel' ] ) ).toEqual( [] );
	await sections.press( 'Enter' );
	await panel.getByRole( 'button', { name: text( 'form-remove-named', 'Gate' ) } ).waitFor();
	expect( await sections.inputValue() ).toBe( '' );
	// By a click, and by leaving the field.
	const topics = field( panel, 'panel-field-topics' );
	await topics.fill( 'Access' );
	await panel.getByRole( 'option', { name: text( 'form-add-named', 'Access' ) } ).click();
	await topics.fill( 'Water' );
	await topics.press( 'Tab' );
	for ( const name of [ 'Access', 'Water' ] ) {
		await panel.getByRole( 'button', { name: text( 'form-remove-named', name ) } ).waitFor();
	}
	await panel.getByRole( 'button', { name: text( 'form-remove-named', 'Access' ) } ).press( 'Enter' );
	expect( await topics.evaluate( ( node ) => node === document.activeElement ) ).toBe( true );
	await topics.press( 'Escape' );
	await field( panel, 'form-field-question' ).fill( 'Who may draw water?' );
	await save( panel );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	expect( ( await stored( page ) ).entries[ 1 ] ).toMatchObject( { sections: [ 'gate' ], topics: [ 'water' ] } );
} );

test( 'whoever may not make a page of the model JSON is told so, and nothing is lost', async () => {
	await wiki.setSettings( SETTING, '$wgGroupPermissions["*"]["editcontentmodel"] = $wgGroupPermissions["user"]["editcontentmodel"] = false;' );
	await wiki.php( 'deleteBatch', [ '--u', 'Admin' ], logOf( 'Forms without a log' ) );
	const { page, allowed } = await visit( pageOf( 'Forms without a log' ), { user: 'Reader', gadget: true } );
	allowed.push( /before any action/ );
	await page.evaluate( () => {
		location.hash = '#advice';
	} );
	const panel = panelOf( page );
	await press( panel, 'panel-add' );
	await field( panel, 'form-field-question' ).fill( 'May it be slate?' );
	await save( panel );
	await panel.getByText( text( 'form-failure-model' ) ).waitFor();
	await panel.getByText( text( 'form-failure-kept' ) ).waitFor();
	// An administrator has made the page.
	await wiki.setSettings( SETTING, null );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	expect( ( await stored( page, 'Forms without a log' ) ).entries ).toHaveLength( 1 );
} );

test( 'withheld text is in nothing that the browser keeps', async () => {
	const { page, panel } = await open();
	await openItem( panel, 'gate/gate.1' );
	await press( panel, 'panel-edit' );
	await field( panel, 'form-field-summary' ).fill( 'Never at night, said the spy.' );
	await field( panel, 'panel-field-rationale' ).fill( 'The spy insisted.' );
	const keptTexts = (): Promise<string> => page.evaluate(
		() => JSON.stringify( { ...localStorage, ...sessionStorage } )
	);
	await expect.poll( keptTexts ).toContain( 'spy' );
	await panel.getByText( text( 'form-more-advice' ) ).click();
	await press( panel, 'form-withhold-open' );
	await press( panel, 'form-withhold' );
	// What would not be kept is not asked for.
	await panel.getByText( text( 'form-withheld-goes' ) ).waitFor();
	expect( await panel.locator( '[data-path$="/rationale"], [data-path$="/summary"], [data-path$="/sources"]' ).filter( { visible: true } ).count() ).toBe( 0 );
	await expect.poll( keptTexts ).not.toContain( 'spy' );
	await press( panel, 'form-review' );
	expect( await keptTexts() ).not.toContain( 'spy' );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	expect( JSON.stringify( await stored( page ) ) ).not.toContain( 'spy' );
	expect( await keptTexts() ).not.toContain( 'spy' );
} );

describe( 'two browsers save against each other', () => {
	async function editGate( panel: Locator, reason: string ): Promise<void> {
		await openItem( panel, 'gate/gate.1' );
		await press( panel, 'panel-edit' );
		await field( panel, 'panel-field-rationale' ).fill( reason );
	}

	test( 'different entries are merged, and of one field both values are shown', async () => {
		const [ one, other ] = [ await open(), await open() ];
		await editGate( one.panel, 'The keeper sleeps.' );
		await press( other.panel, 'panel-add' );
		await field( other.panel, 'form-field-question' ).fill( 'Who has the key?' );
		await save( other.panel );
		await other.panel.getByText( text( 'form-saved' ) ).waitFor();
		await save( one.panel );
		// Told before it is saved.
		await one.panel.getByText( text( 'form-merged' ) ).waitFor();
		await one.panel.getByText( text( 'form-saved' ) ).waitFor();
		const merged = await stored( one.page );
		expect( merged.entries.map( ( { id } ) => id ) ).toEqual( [ 'gate', 'g01' ] );
		expect( merged.entries[ 0 ]?.advice?.[ 0 ]?.disposition?.rationale ).toBe( 'The keeper sleeps.' );

		// The other one knows nothing of the reason.
		await press( other.panel, 'form-another' );
		await press( other.panel, 'form-cancel' );
		const third = await open();
		await editGate( third.panel, 'Thieves come at night.' );
		await wiki.editPage( logOf( 'Forms' ), JSON.stringify( {
			...merged, entries: merged.entries.map( ( entry ) => entry.id !== 'gate' ? entry : {
				...gateEntry, advice: [ { ...gateEntry.advice?.[ 0 ], disposition: { outcome: 'confirmed-no-change', rationale: 'It always was.' } } ]
			} )
		} ), { contentModel: 'json', user: 'Admin' } );
		await save( third.panel );
		await third.panel.getByText( text( 'form-conflict-title' ) ).waitFor();
		const conflict = await third.panel.innerText();
		expect( conflict ).toContain( 'Thieves come at night.' );
		expect( conflict ).toContain( 'It always was.' );
		await press( third.panel, 'form-conflict-decide' );
		await press( third.panel, 'form-save' );
		await third.panel.getByText( text( 'form-saved' ) ).waitFor();
		expect( ( await stored( third.page ) ).entries[ 0 ]?.advice?.[ 0 ]?.disposition?.rationale ).toBe( 'Thieves come at night.' );
	} );

	test.each( [
		[ 'newer', { schemaVersion: 99, draft: plainDraft( 'Forms' ), entries: [ gateEntry ] } ],
		[ 'unreadable', { schemaVersion: 1, entries: [ gateEntry ] } ]
	] )( 'a log that forms do not open is not changed by merging either (%s)', async ( obstacle, theirs ) => {
		const { page, panel } = await open();
		await editGate( panel, 'The keeper sleeps.' );
		await press( panel, 'form-review' );
		await wiki.editPage( logOf( 'Forms' ), JSON.stringify( theirs ), { contentModel: 'json', user: 'Admin' } );
		await press( panel, 'form-save' );
		await panel.getByText( text( `form-obstacle-${ obstacle }`, logOf( 'Forms' ) ) ).waitFor();
		await panel.getByText( text( 'form-failure-kept' ) ).waitFor();
		expect( await stored( page ) ).toEqual( theirs );
	} );

	test( 'what is right on both sides and wrong together is not saved unseen', async () => {
		const { page, panel } = await open();
		await press( panel, 'panel-add' );
		await field( panel, 'form-field-question' ).fill( 'Who digs?' );
		await pick( panel, 'panel-field-sections', 'Well' );
		await press( panel, 'form-review' );
		const draft = plainDraft( 'Forms' );
		const theirs = {
			schemaVersion: 1,
			draft: { ...draft, sections: draft.sections?.slice( 0, 1 ) },
			entries: [ gateEntry ]
		};
		await wiki.editPage( logOf( 'Forms' ), JSON.stringify( theirs ), { contentModel: 'json', user: 'Admin' } );
		await press( panel, 'form-save' );
		await panel.getByText( text( 'form-save-errors' ) ).waitFor();
		await panel.getByText( text( 'form-merged' ) ).waitFor();
		expect( await stored( page ) ).toEqual( theirs );
	} );

	test( 'as the same person: the wiki takes that for no conflict, the forms do', async () => {
		const [ one, other ] = [ await open(), await open() ];
		await editGate( one.panel, 'The keeper sleeps.' );
		await editGate( other.panel, 'Thieves come at night.' );
		await save( one.panel );
		await one.panel.getByText( text( 'form-saved' ) ).waitFor();
		await save( other.panel );
		await other.panel.getByText( text( 'form-conflict-title' ) ).waitFor();
		const conflict = await other.panel.innerText();
		expect( conflict ).toContain( 'The keeper sleeps.' );
		expect( conflict ).toContain( 'Thieves come at night.' );
		await other.panel.getByRole( 'radio', { name: 'The keeper sleeps.' } ).check();
		await press( other.panel, 'form-conflict-decide' );
		// The wiki may have either value by now; what was chosen is in it at the end.
		const saveAgain = other.panel.getByRole( 'button', { name: text( 'form-save' ), exact: true } );
		if ( await saveAgain.isEnabled() ) {
			await saveAgain.click();
			await other.panel.getByText( text( 'form-saved' ) ).waitFor();
		}
		expect( ( await stored( other.page ) ).entries[ 0 ]?.advice?.[ 0 ]?.disposition?.rationale ).toBe( 'The keeper sleeps.' );
	} );
} );

/** What an extension does that looks at an edit before it is saved, and refuses it. */
function filterHook( refuse: string ): string {
	return `$wgHooks["EditFilterMergedContent"][] = static function ( $context, $content, $status ) {
		${ refuse }
		$status->value = \\MediaWiki\\EditPage\\IEditObject::AS_HOOK_ERROR_EXPECTED;
		return false;
	};`;
}

/** The same for the API. */
function apiHook( refuse: string ): string {
	return `$wgHooks["ApiCheckCanExecute"][] = static function ( $module, $user, &$message ) {
		if ( $module->getModuleName() === "edit" ) {
			${ refuse }
			return false;
		}
	};`;
}

test( 'whatever keeps the wiki from saving is told, and nothing is lost', async () => {
	const { page, panel, allowed } = await open();
	// The browser reports answers of another status, and those that do not come.
	allowed.push( /^Failed to load resource/ );
	await press( panel, 'panel-add' );
	await field( panel, 'form-field-question' ).fill( 'Is this lost?' );
	await press( panel, 'form-review' );
	for ( const [ kind, setting ] of [
		[ 'readonly', '$wgReadOnly = "Mending the roof";' ],
		[ 'too-big', '$wgMaxArticleSize = 0.05;' ],
		[ 'protected', '$wgNamespaceProtection[NS_MAIN] = [ "editinterface" ];' ],
		[ 'filter', filterHook( '$status->fatal( \\ApiMessage::create( "hookaborted", "abusefilter-disallowed" ) );' ) ],
		[ 'model', apiHook( '$message = \\ApiMessage::create( "apierror-cantchangecontentmodel", "cantchangecontentmodel" );' ) ],
		[ 'rate', apiHook( '$message = "apierror-ratelimited";' ) ],
		[ 'busy', apiHook( '$module->dieWithError( "apierror-readonly", "maxlag", [], 503 );' ) ],
		[ 'captcha', filterHook( '$status->fatal( "hookaborted" ); $status->statusData = [ "captcha" => [ "type" => "question", "id" => "1", "question" => "Two and two?" ] ];' ) ]
	] as const ) {
		await wiki.setSettings( SETTING, setting );
		await press( panel, 'form-save' );
		// What is shown instead is worth reading in a failure.
		await expect.poll( () => panel.innerText(), { timeout: 30_000 } )
			.toContain( text( `form-failure-${ kind }` ) );
		await panel.getByText( text( 'form-failure-kept' ) ).waitFor();
	}
	await wiki.setSettings( SETTING, null );
	// A block, and too many edits in a minute, as the wiki itself finds them.
	await wiki.php( 'blockUsers', [ '--performer', 'Admin', '--reason', 'Tests' ], 'Reader' );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-failure-blocked' ) ).waitFor();
	await wiki.php( 'blockUsers', [ '--performer', 'Admin', '--unblock' ], 'Reader' );
	await wiki.setSettings( SETTING, '$wgRateLimits["edit"]["user"] = [ 0, 60 ]; $wgGroupPermissions["user"]["noratelimit"] = false;' );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-failure-rate' ) ).waitFor();
	await wiki.setSettings( SETTING, null );
	// Answers of what stands before the wiki.
	for ( const [ status, kind ] of [ [ 503, 'busy' ], [ 429, 'rate' ] ] as const ) {
		await page.route( /\/api\.php/, ( route ) => route.fulfill( { status, body: 'Later.' } ) );
		await press( panel, 'form-save' );
		await panel.getByText( text( `form-failure-${ kind }` ) ).waitFor();
		await page.unroute( /\/api\.php/ );
	}
	// The connection is cut; then the login is lost.
	await page.route( /\/api\.php/, ( route ) => route.abort() );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-failure-network' ) ).waitFor();
	await page.unroute( /\/api\.php/ );
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-failure-logged-out' ) ).waitFor();
	await page.context().addCookies( cookies );
	// Logged in again, the page still has a token of another session: it gets a new one by itself.
	await page.evaluate( () => mw.user.tokens.set( 'csrfToken', '0123456789abcdef+\\' ) );
	await press( panel, 'form-save' );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	expect( ( await stored( page ) ).entries[ 1 ]?.request.question ).toBe( 'Is this lost?' );
} );

test( 'what was typed is there again after the page was closed', async () => {
	const { page, panel, allowed } = await open();
	// With the address of a record the panel is opened, and reads, before anybody does anything.
	allowed.push( /before any action/ );
	await openItem( panel, 'gate/gate.1' );
	await press( panel, 'panel-edit' );
	await field( panel, 'panel-field-rationale' ).fill( 'The keeper sleeps.' );
	// At once: before the pause after which it is kept.
	await page.reload();
	// The address opens the record again.
	const again = panelOf( page );
	await press( again, 'panel-edit' );
	await again.getByText( textPattern( 'form-kept' ) ).waitFor();
	await press( again, 'form-resume' );
	expect( await field( again, 'panel-field-rationale' ).inputValue() ).toBe( 'The keeper sleeps.' );
} );

test( 'what was typed is there again after the browser crashed', async () => {
	const { page, panel, context } = await open();
	await press( panel, 'panel-add' );
	await field( panel, 'form-field-question' ).fill( 'Is this lost?' );
	await page.waitForTimeout( 500 );
	// The process of the page ends as it would with a fault of its own.
	const crashed = page.waitForEvent( 'crash' );
	page.goto( 'chrome://crash' ).catch( () => undefined );
	await crashed;
	const again = await context.newPage();
	await again.goto( addressOf( pageOf( 'Forms' ), { useskin: 'vector', withgadget: 'AdviceProvenance' } ) );
	const panelAgain = await openPanel( again );
	await press( panelAgain, 'panel-resume' );
	await panelAgain.getByText( textPattern( 'form-kept' ) ).waitFor();
	await press( panelAgain, 'form-resume' );
	expect( await field( panelAgain, 'form-field-question' ).inputValue() ).toBe( 'Is this lost?' );
} );

test( 'from a difference an edit is recorded', async () => {
	const revision = await wiki.editPage( pageOf( 'Forms' ), '== Gate ==\nThe gate is open by day.\n\n== Well ==\nThe well is deep.' );
	const { page, go } = await visit( pageOf( 'Forms' ), { user: 'Reader', gadget: true } );
	await go( pageOf( 'Forms' ), { diff: String( revision ), oldid: 'prev' } );
	const link = await page.getByRole( 'link', { name: text( 'notes-record' ) } ).getAttribute( 'href' );
	expect( link ).toBe( `/wiki/Draft:_Forms#advice/%2B${ revision }` );
	// The link itself leaves out what switches the gadget on in tests.
	await go( pageOf( 'Forms' ) );
	await page.mouse.move( 2, 2 );
	await page.evaluate( ( hash ) => {
		location.hash = hash;
	}, `#${ link?.split( '#' )[ 1 ] ?? '' }` );
	const panel = panelOf( page );
	await panel.getByRole( 'heading', { name: text( 'form-target-title' ) } ).waitFor();
	await panel.getByLabel( text( 'form-target-which' ) ).selectOption( 'By day.' );
	await press( panel, 'form-next' );
	expect( await panel.getByText( textPattern( 'panel-source-revision', String( revision ) ) ).count() ).toBe( 1 );
} );

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

test.skipIf( !process.env.SCREENSHOTS ).each( [
	[ 'light', { skin: 'vector-2022' } ],
	[ 'dark', { skin: 'vector-2022', query: { vectornightmode: '1' } } ],
	[ 'phone', { skin: 'minerva', context: phone } ],
	[ 'phone-dark', { skin: 'minerva', context: phone, query: { minervanightmode: '1' } } ],
	[ 'rtl', { skin: 'vector-2022', query: { uselang: 'ar' } } ]
] as [ string, VisitOptions ][] )( 'pictures: %s', async ( name, options ) => {
	const folder = join( root, '.local', 'screenshots' );
	mkdirSync( folder, { recursive: true } );
	const { page } = await visit( pageOf( 'Forms' ), { user: 'Reader', gadget: true, ...options } );
	await waitForMarkers( page );
	await page.evaluate( () => {
		location.hash = '#advice/gate%2Fgate.1';
	} );
	const panel = panelOf( page );
	let number = 0;
	const shoot = async (): Promise<void> => {
		await page.screenshot( { path: join( folder, `forms-${ name }-${ ++number }.png` ) } );
	};
	await panel.locator( '.advice-provenance-panel__edit' ).click();
	await panel.locator( '[data-path$="/request/question"] textarea' ).waitFor();
	await shoot();
	await panel.locator( '[data-path$="/givenOn"] select' ).first().selectOption( 'within' );
	await panel.locator( '[data-path$="/givenOn"]' ).scrollIntoViewIfNeeded();
	await shoot();
	await panel.locator( '[data-path$="/changes"] > div > .cdx-button' ).click();
	await panel.locator( '[data-path$="/changes/0/revision"] button' ).first().click();
	await panel.locator( '.advice-provenance-form__edits' ).last().scrollIntoViewIfNeeded();
	await page.waitForTimeout( 1500 );
	await shoot();
	await panel.locator( '.advice-provenance-form__edits button' ).last().click();
	await panel.locator( '.advice-provenance-form__bar .cdx-button--action-progressive' ).click();
	await page.waitForTimeout( 500 );
	await panel.locator( 'details' ).first().locator( 'summary' ).click();
	await shoot();
	expect( number ).toBe( 4 );
} );
