/** The script of the configuration page: tells whoever keeps it what the gadget makes of it. */
import english from 'virtual:messages/setup';
import {
	checkConfiguration, checkTitles, namedTitles, type Fault
} from '../wiki/check-configuration';
import { append, element, link } from '../wiki/element';
import { inInterfaceLanguage } from '../wiki/languages';
import { messagePages, takeMessages } from '../wiki/interface-language';
import { addMissingMessages, msg } from '../wiki/messages';
import { readPageTexts } from '../wiki/page-text';
import { readTitleStates } from '../wiki/title-states';
import { currentTitle, pageUrl } from '../wiki/titles';

let started = false;

function sayFault( { key, params }: Fault ): HTMLElement {
	return element( 'li', '', msg( `config-${ key }`, ...params ) );
}

/** A draft's pages and its log, as links. */
function sayDraft( configuration: unknown, number: number ): HTMLElement {
	const titles = namedTitles( configuration ).filter( ( { draft } ) => draft === number );
	const item = element( 'li', '', msg( 'config-names', number ) );
	titles.forEach( ( { title, isLog }, place ) => {
		append( item, place ? ' · ' : ' ' );
		append( item, link( pageUrl( title ), isLog ? msg( 'config-its-log', title ) : title ) );
	} );
	return item;
}

/** The box above the page. */
function box( configuration: unknown, faults: Fault[] ): HTMLElement {
	const numbers = [ ...new Set( namedTitles( configuration ).map( ( { draft } ) => draft ) ) ];
	const mended = faults.filter( ( { isNote } ) => !isNote );
	const node = inInterfaceLanguage( element(
		'section', 'setup',
		element( 'h2', '', msg( 'config-heading' ) ),
		element( 'p', '', mended.length ?
			msg( 'config-faults', mended.length ) : msg( 'config-fine' ) )
	) );
	if ( faults.length ) {
		append( node, element( 'ul', '', ...faults.map( sayFault ) ) );
	}
	if ( numbers.length ) {
		append( node, element( 'ul', '', ...numbers.map(
			( number ) => sayDraft( configuration, number )
		) ) );
	}
	return node;
}

function parse( text: string ): unknown {
	try {
		return JSON.parse( text );
	} catch {
		return null;
	}
}

async function show(): Promise<void> {
	const languages = messagePages();
	const page = currentTitle();
	const texts = await readPageTexts( [ page, ...languages ], false );
	languages.forEach( ( language ) => takeMessages( texts.get( language )?.text ) );
	addMissingMessages( english );
	const configuration = parse( texts.get( page )?.text || '' );
	const titles = namedTitles( configuration ).map( ( { title } ) => title );
	const states = await readTitleStates( titles );
	const content = document.getElementById( 'mw-content-text' );
	content?.before( box( configuration, [
		...checkConfiguration( configuration ), ...checkTitles( configuration, states )
	] ) );
}

/** Starts on the open configuration page, once, where it is read. */
export function start(): void {
	// What is said is about the newest revision, which an old one or a difference does not show.
	if (
		started || mw.config.get( 'wgAction' ) !== 'view' || mw.config.get( 'wgDiffNewId' ) ||
		mw.config.get( 'wgRevisionId' ) !== mw.config.get( 'wgCurRevisionId' )
	) {
		return;
	}
	started = true;
	$( () => {
		show().catch( ( error: Error ) => {
			mw.log.warn( `AdviceProvenance-setup: ${ error.message }` );
		} );
	} );
}
