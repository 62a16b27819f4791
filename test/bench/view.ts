/**
 * Measures a page with the gadget beside the same page without it, in a real browser on a wiki of
 * its own: a draft of 200 kB with 300 entries.
 *
 * Use: npm run bench:view -- [--repeat N] [--write]
 *
 * --write puts what was measured into docs/benchmark-view.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from '../../build/build';
import { deployGadget, readDefinition } from '../../build/deploy/deploy';
import { ensureChromium } from '../../build/packages';
import { root } from '../../build/root';
import { startWiki, type RunningWiki } from '../../build/wiki/running-wiki';
import { largeDraft } from './view-draft';

const DRAFT = 'Large draft';
const LOG = 'Large draft/Advice log.json';
const SIZE = 200_000;
const REVISIONS = 60;
const ENTRIES = 300;

const { values } = parseArgs( { options: {
	repeat: { type: 'string', default: '5' },
	write: { type: 'boolean', default: false }
} } );
const repeat = Number( values.repeat );
/** How many processes wanted a processor in the minute before: others disturb what is measured. */
const [ load = 0 ] = loadavg();

/** What one view of the page showed; milliseconds. */
interface View {
	/** Until the load event. */
	load: number;
	/** The longest task of the main thread, and the sum of all over 50 ms. */
	longest: number;
	long: number;
	/** Cumulative layout shift, without a unit. */
	shift: number;
	requests: number;
	/** From the arrival of the log to the first markers on the screen. */
	markers: number;
}

/** Runs in the page before its own scripts. */
function observe(): void {
	const seen = { longest: 0, long: 0, shift: 0, markers: 0 };
	Object.assign( window, { seen } );
	new PerformanceObserver( ( list ) => {
		for ( const { duration } of list.getEntries() ) {
			seen.longest = Math.max( seen.longest, duration );
			seen.long += duration;
		}
	} ).observe( { type: 'longtask', buffered: true } );
	new PerformanceObserver( ( list ) => {
		for ( const entry of list.getEntries() ) {
			seen.shift += ( entry as unknown as { value: number } ).value;
		}
	} ).observe( { type: 'layout-shift', buffered: true } );
	new MutationObserver( ( _, observer ) => {
		if ( document.querySelector( '.advice-provenance-marker' ) ) {
			observer.disconnect();
			requestAnimationFrame( () => {
				seen.markers = performance.now();
			} );
		}
	} ).observe( document, { childList: true, subtree: true } );
}

/** What the page has seen. */
function collect(): View {
	const { seen } = window as unknown as { seen: View };
	const [ navigation ] = performance.getEntriesByType( 'navigation' );
	const answers = performance.getEntriesByType( 'resource' )
		.filter( ( { name } ) => name.includes( 'api.php' ) ) as PerformanceResourceTiming[];
	return {
		...seen,
		load: ( navigation as PerformanceNavigationTiming | undefined )?.loadEventEnd ?? 0,
		requests: answers.length,
		markers: seen.markers ? seen.markers - ( answers[ 0 ]?.responseEnd ?? 0 ) : 0
	};
}

/** Opens the draft, and waits until the gadget has drawn what it draws by itself. */
async function show( page: Page, url: string, gadget: boolean ): Promise<void> {
	const address = `${ url }/wiki/${ DRAFT.replace( / /g, '_' ) }?useskin=vector-2022`;
	await page.goto( `${ address }${ gadget ? '&withgadget=AdviceProvenance' : '' }` );
	if ( gadget ) {
		await page.locator( '.advice-provenance-marker' ).first().waitFor();
	}
	await page.waitForTimeout( 1000 );
}

async function open( browser: Browser, url: string, gadget: boolean ): Promise<Page> {
	const context = await browser.newContext( { viewport: { width: 1200, height: 900 } } );
	const page = await context.newPage();
	// What runs these scripts names functions by a helper, which the page has not.
	await page.addInitScript( 'window.__name = ( named ) => named;' );
	await page.addInitScript( observe );
	// The wiki packs its scripts at the first view.
	await show( page, url, gadget );
	await show( page, url, gadget );
	return page;
}

/** From a click on a marker to the first item of its card. Runs in the page. */
function clickAndWait( marker: HTMLElement | SVGElement ): Promise<number> {
	return new Promise( ( resolve ) => {
		const start = performance.now();
		const check = (): void => {
			if ( document.querySelector( '.advice-provenance-card-item' ) ) {
				resolve( performance.now() - start );
			} else {
				requestAnimationFrame( check );
			}
		};
		( marker as HTMLElement ).click();
		requestAnimationFrame( check );
	} );
}

/** From a click to what it shows, twice: the first time reads what is needed. */
async function openCards( page: Page ): Promise<number[]> {
	const times: number[] = [];
	for ( let round = 0; round < 2; round++ ) {
		const marker = page.locator( '.advice-provenance-marker' ).first();
		times.push( await marker.evaluate( clickAndWait ) );
		await page.waitForTimeout( 3000 );
		await page.keyboard.press( 'Escape' );
	}
	return times;
}

/** From a click on the switch of the marks to the frame after they are drawn. Runs in the page. */
function clickAndMark( toggle: HTMLElement | SVGElement ): Promise<number> {
	return new Promise( ( resolve ) => {
		const start = performance.now();
		const check = (): void => {
			if ( document.querySelector( '.advice-provenance-marks-legend' ) ) {
				requestAnimationFrame( () => resolve( performance.now() - start ) );
			} else {
				requestAnimationFrame( check );
			}
		};
		( toggle as HTMLElement ).click();
		requestAnimationFrame( check );
	} );
}

/**
 * Switches the marks on where the words have been traced: the first time, which loads a script,
 * and again.
 */
async function switchMarks( page: Page, url: string ): Promise<number[]> {
	const toggle = page.locator( '#t-advice-provenance-marks a' );
	// Traces the words; this browser keeps the trace.
	await toggle.evaluate( clickAndMark );
	await page.waitForTimeout( 3000 );
	await show( page, url, true );
	// A card goes on from that trace.
	await page.locator( '.advice-provenance-marker' ).first().evaluate( clickAndWait );
	await page.locator( '.advice-provenance-survival-state' ).first().waitFor( { state: 'attached' } );
	await page.keyboard.press( 'Escape' );
	await page.waitForTimeout( 1000 );
	const times: number[] = [];
	for ( let round = 0; round < 2; round++ ) {
		times.push( await toggle.evaluate( clickAndMark ) );
		await page.waitForTimeout( 1000 );
		await toggle.evaluate( ( node ) => ( node as HTMLElement ).click() );
		await page.waitForTimeout( 500 );
	}
	return times;
}

function median( numbers: readonly number[] ): number {
	return [ ...numbers ].sort( ( a, b ) => a - b )[ Math.floor( numbers.length / 2 ) ] ?? 0;
}

function row( name: string, views: readonly View[] ): string {
	const of = ( key: keyof View ): string => median( views.map( ( view ) => view[ key ] ) )
		.toFixed( key === 'shift' ? 4 : 0 );
	const cells = ( [ 'load', 'longest', 'long', 'shift', 'requests', 'markers' ] as const ).map( of );
	return `| ${ [ name, ...cells ].join( ' | ' ) } |`;
}

/** What was measured, as a page of the documentation. */
function report(
	views: Record<'plain' | 'gadget', View[]>,
	cards: readonly number[][],
	marks: readonly number[][]
): string {
	const of = ( all: readonly number[][], time: number ): number => (
		Math.round( median( all.map( ( times ) => times[ time ] ?? 0 ) ) )
	);
	const line = ( what: string, all: readonly number[][], goal: number ): string => (
		`| ${ what } | ${ of( all, 0 ) } | ${ of( all, 1 ) } | ${ goal } | ` +
		`${ of( all, 1 ) <= goal ? 'reached' : 'not reached' } |`
	);
	return `# A page view

Written by \`npm run bench:view -- --write\`; do not edit. Measured with Node
${ process.versions.node }, ${ cpus()[ 0 ]?.model.trim() ?? 'unknown' }, in Vector 2022, logged out: a
draft of ${ SIZE / 1000 } kB with ${ ENTRIES } entries, seen in turns with and without the gadget; medians of
${ repeat } views each. *Long tasks* are those of the main thread over 50 ms. In the minute before,
${ load.toFixed( 1 ) } processes of others wanted one of the machine's ${ cpus().length } processors.

| page | load ms | longest long task ms | long tasks ms | layout shift | API requests | markers after the log ms |
| --- | --: | --: | --: | --: | --: | --: |
${ row( 'without the gadget', views.plain ) }
${ row( 'with the gadget', views.gadget ) }

From a click to what it shows. The first time a script is loaded; the goal is for when everything is
there. The words have been traced before the marks are switched on.

| what | first ms | again ms | goal ms | |
| --- | --: | --: | --: | --- |
${ line( 'a card, to its first item', cards, 50 ) }
${ line( 'the marks, to the next frame', marks, 200 ) }
`;
}

/** Puts the draft, its log and the gadget on the wiki. */
async function furnish( wiki: RunningWiki, dist: string ): Promise<void> {
	const { texts, log } = largeDraft( SIZE, REVISIONS, ENTRIES );
	const ids = await wiki.editPages( texts.map( ( text ) => ( { title: DRAFT, text } ) ) );
	await wiki.editPages( [ {
		title: LOG, text: JSON.stringify( log( DRAFT, ids ) ), contentModel: 'json'
	} ] );
	await deployGadget( {
		apiUrl: wiki.apiUrl,
		...wiki.botPassword,
		dist,
		definition: readDefinition(),
		config: { drafts: [ { log: LOG, pages: [ DRAFT ] } ] }
	} );
}

const say = ( line: string ): void => {
	process.stderr.write( `${ line }\n` );
};
const executablePath = await ensureChromium( say );
const temporary = mkdtempSync( join( tmpdir(), 'advice-provenance-view-' ) );
await build( { dist: join( temporary, 'dist' ) } );
rmSync( join( root, '.local', 'bench-wiki' ), { recursive: true, force: true } );
const wiki = await startWiki( { dir: join( root, '.local', 'bench-wiki' ), log: say } );
const browser = await chromium.launch( {
	executablePath, args: [ '--headless=new', '--no-sandbox', '--disable-gpu' ]
} );
try {
	await furnish( wiki, join( temporary, 'dist' ) );
	const views: Record<'plain' | 'gadget', View[]> = { plain: [], gadget: [] };
	const cards: number[][] = [];
	const marks: number[][] = [];
	// In turns, so that a busy moment of the machine meets both.
	for ( let round = 0; round < repeat; round++ ) {
		for ( const kind of [ 'plain', 'gadget' ] as const ) {
			const page = await open( browser, wiki.url, kind === 'gadget' );
			views[ kind ].push( await page.evaluate( collect ) );
			if ( kind === 'gadget' ) {
				cards.push( await openCards( page ) );
				marks.push( await switchMarks( page, wiki.url ) );
			}
			await page.context().close();
		}
	}
	const text = report( views, cards, marks );
	process.stdout.write( text );
	if ( values.write ) {
		writeFileSync( join( root, 'docs', 'benchmark-view.md' ), text );
	}
} finally {
	await browser.close();
	await wiki.stop();
	rmSync( temporary, { recursive: true, force: true } );
}
