/**
 * The topics of a public task are entered by form on a wiki that has no log yet, as somebody would
 * who sees the forms for the first time: `TASK=1`. Time and number of actions are printed.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../../build/root';
import type { AdviceLog } from '../../src/log/types';
import { testWiki, visit, wiki } from './browser';
import { logOf, pagesOf } from './drafts';
import { panelOf } from './gadget';
import { text } from './texts';

const DRAFT = 'Public task';

/** Sections of the three pages. */
const SECTIONS = [
	[ 'Principles', 'Unacceptable behavior', 'Report a problem' ],
	[ 'Handling reports', 'Responses and resolutions', 'Appealing a resolution' ],
	[ 'Diversity', 'Conflict of interest', 'Confidentiality', 'Creation and renewal of the Committee' ]
];

interface Topic {
	/** What was asked, and what the topic is called. */
	label: string;
	/** Headings of the sections that it belongs to, or `LEAD`. */
	sections?: string[];
	/** It is about how the draft is made. */
	isProcess?: boolean;
	/** The topic that it is a part of. */
	broader?: string;
}

/** The text of the last page before its first heading. */
const LEAD = '';

const REVIEW = 'General review of the draft as of January 2016';

const TOPICS: Topic[] = [
	{ label: REVIEW },
	{ label: 'Unacceptable behavior', sections: [ 'Unacceptable behavior' ], broader: REVIEW },
	{ label: 'Simple vs Complex cases', sections: [ 'Handling reports' ], broader: REVIEW },
	{ label: 'Discrimination against marginalized groups', sections: [ 'Unacceptable behavior' ] },
	{ label: 'Legal issues regarding sharing information with WMF', sections: [ 'Confidentiality', 'Report a problem' ] },
	{ label: 'Immediate and long term responses', sections: [ 'Responses and resolutions' ] },
	{ label: 'Requesting apology publicly vs. privately', sections: [ 'Responses and resolutions' ] },
	{ label: 'Appeal process and Developer Relations as appeal team', sections: [ 'Appealing a resolution' ] },
	{ label: 'Committee bootstrap, terms, and renewals', sections: [ 'Creation and renewal of the Committee' ] },
	{ label: 'Familiarity of Wikimedia tech community for committee membership', sections: [ 'Diversity' ] },
	{ label: 'Wording regarding Conflict of Interest', sections: [ 'Conflict of interest' ] },
	{ label: 'How to best contact the committee', sections: [ 'Report a problem', LEAD ] },
	{ label: 'Approval of the CoC / rollout process', isProcess: true },
	{ label: 'Training for committee members', sections: [ 'Creation and renewal of the Committee' ] }
];

/** Somebody who fills in forms, and counts what it takes. */
class Newcomer {
	public actions = 0;

	public letters = 0;

	private pictures = 0;

	public constructor( private readonly page: Page, private readonly panel: Locator ) {}

	public async press( key: string ): Promise<void> {
		this.actions++;
		await this.panel.getByRole( 'button', { name: text( key ), exact: true } ).first().click();
	}

	public async write( key: string, words: string ): Promise<void> {
		this.actions++;
		this.letters += words.length;
		await this.fieldOf( key ).fill( words );
	}

	/** Writes a name or the beginning of it, and takes what the menu has. */
	public async pick( key: string, name: string, typed = name ): Promise<void> {
		await this.write( key, typed );
		const option = this.panel.getByRole( 'option', { name } ).first();
		await option.waitFor();
		this.actions++;
		await option.click();
	}

	/** Opens what was chosen in a field. */
	public async open( part: string, name: string ): Promise<void> {
		this.actions++;
		await this.panel.locator( `[data-path$="/${ part }"]` )
			.getByRole( 'button', { name, exact: true } ).click();
	}

	public async unfold( key: string ): Promise<void> {
		this.actions++;
		const words = this.panel.getByText( text( key ), { exact: true } );
		await words.filter( { visible: true } ).first().click();
	}

	public async tick( key: string ): Promise<void> {
		this.actions++;
		const words = this.panel.getByText( text( key ), { exact: true } );
		await words.filter( { visible: true } ).first().click();
	}

	public async shoot(): Promise<void> {
		const folder = join( root, '.local', 'screenshots' );
		mkdirSync( folder, { recursive: true } );
		await this.page.screenshot( { path: join( folder, `task-${ ++this.pictures }.png` ) } );
	}

	private fieldOf( key: string ): Locator {
		const named = this.panel.getByLabel( text( key ), { exact: true } );
		return named.filter( { visible: true } ).first();
	}
}

test.skipIf( !process.env.TASK )( 'fourteen topics are entered by form, and saved at once', async () => {
	const titles = pagesOf( DRAFT );
	await wiki.editPages( titles.map( ( title, index ) => ( {
		title,
		text: `About this page.\n${ ( SECTIONS[ index ] ?? [] ).map( ( heading ) => `== ${ heading } ==\nWords of the section.\n` ).join( '\n' ) }`
	} ) ) );
	const { page, allowed } = await visit( titles[ 0 ] as string, { user: 'Reader', gadget: true, skin: 'vector-2022' } );
	allowed.push( /before any action/ );
	await page.evaluate( () => {
		location.hash = '#advice';
	} );
	const panel = panelOf( page );
	const newcomer = new Newcomer( page, panel );
	const start = Date.now();
	await newcomer.press( 'panel-add' );
	let number = 0;
	for ( const { label, sections = [], isProcess, broader } of TOPICS ) {
		if ( number++ ) {
			await newcomer.press( 'form-next-entry' );
		}
		await newcomer.write( 'form-field-question', label );
		for ( const section of sections ) {
			await ( section === LEAD ?
				newcomer.pick( 'panel-field-sections', titles[ 2 ] as string, text( 'panel-lead' ) ) :
				newcomer.pick( 'panel-field-sections', section, section.slice( 0, 5 ) ) );
		}
		await newcomer.pick( 'panel-field-topics', text( 'form-add-named', label ), label );
		if ( broader !== undefined ) {
			await newcomer.open( 'topics', label );
			await newcomer.pick( 'form-field-broader', broader, broader.slice( 0, 5 ) );
			if ( number === 2 ) {
				await newcomer.shoot();
			}
			await newcomer.press( 'form-done' );
		}
		if ( isProcess ) {
			await newcomer.unfold( 'form-more-question' );
			await newcomer.tick( 'form-field-process' );
		}
		if ( [ 1, 5, 14 ].includes( number ) ) {
			await newcomer.shoot();
		}
	}
	await newcomer.press( 'form-review' );
	await panel.getByLabel( text( 'form-save-summary' ) ).waitFor();
	await newcomer.shoot();
	await newcomer.press( 'form-save' );
	await panel.getByText( text( 'form-saved' ) ).waitFor();
	const seconds = ( Date.now() - start ) / 1000;
	await newcomer.press( 'form-close' );
	await newcomer.shoot();
	const answer = await page.request.get( `${ testWiki.url }/w/index.php`, {
		params: { title: logOf( DRAFT ), action: 'raw' }
	} );
	const log = await answer.json() as AdviceLog;
	expect( log.entries.map( ( { request } ) => request.question ) )
		.toEqual( TOPICS.map( ( { label } ) => label ) );
	const headings = new Map( log.draft.sections?.map( ( { id, heading } ) => [ id, heading ] ) );
	expect( log.entries.map(
		( { sections = [] } ) => sections.map( ( id ) => headings.get( id ) )
	) )
		.toEqual( TOPICS.map( ( { sections = [] } ) => sections ) );
	expect( log.entries.map( ( { process: isProcess } ) => isProcess ) )
		.toEqual( TOPICS.map( ( { isProcess } ) => isProcess ) );
	const labels = new Map( log.topics?.map( ( { id, label } ) => [ id, label ] ) );
	expect( log.topics?.map(
		( { label, broader } ) => [ label, broader && labels.get( broader ) ]
	) )
		.toEqual( TOPICS.map( ( { label, broader } ) => [ label, broader ] ) );
	expect( log.entries.map( ( { topics = [] } ) => topics.map( ( id ) => labels.get( id ) ) ) )
		.toEqual( TOPICS.map( ( { label } ) => [ label ] ) );
	process.stderr.write( `${ TOPICS.length } topics: ${ newcomer.actions } actions, ${ newcomer.letters } letters, ${ seconds.toFixed( 1 ) } s\n` );
} );
