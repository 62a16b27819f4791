/** Decides whether the page that is open belongs to a draft, or is the log of one. */

/** A draft of the configuration page; unchecked, so every part may be missing. */
interface Draft {
	log?: unknown;
	pages?: unknown;
}

const CONFIGURATION = 'MediaWiki:Gadget-AdviceProvenance-config.json';

/** Namespace number and name of a title, in the way of this wiki. */
function parse( title: string ): [ number, string ] {
	const whole = title.replace( /[_ ]+/g, ' ' ).trim();
	const [ , prefix, rest ] = /^([^:]+):(.+)$/.exec( whole ) || [];
	const namespace: unknown = prefix && mw.config.get( 'wgNamespaceIds' )[
		prefix.trim().toLowerCase().replace( / /g, '_' )
	];
	// Not every word before a colon is a namespace, nor is what every object has.
	return typeof namespace === 'number' && rest ? [ namespace, rest.trim() ] : [ 0, whole ];
}

/** Titles differ in their first letter only where the wiki is set so; the rest is exact. */
function isSame( name: string, open: string ): boolean {
	return name.slice( 1 ) === open.slice( 1 ) &&
		name.charAt( 0 ).toUpperCase() === open.charAt( 0 ).toUpperCase();
}

function isOpenPage( title: string ): boolean {
	const [ namespace, name ] = parse( title );
	return namespace === mw.config.get( 'wgNamespaceNumber' ) &&
		isSame( name, mw.config.get( 'wgTitle' ) );
}

/** True if the open page is the talk page of another one, or its translation by its title. */
function isBeside( title: string ): boolean {
	const [ namespace, name ] = parse( title );
	const open = mw.config.get( 'wgTitle' );
	const here = mw.config.get( 'wgNamespaceNumber' );
	return here === namespace ?
		isSame( name, open.replace( /\/[a-z]{2,3}(?:|-[a-z-]+)$/, '' ) ) :
		here % 2 === 1 && here === namespace + 1 && isSame( name, open );
}

/** True where today's text of a page is read: no old revision, difference or edit form. */
function isReading(): boolean {
	return mw.config.get( 'wgAction' ) === 'view' && mw.config.get( 'wgIsArticle' ) &&
		!mw.config.get( 'wgDiffNewId' ) &&
		mw.config.get( 'wgRevisionId' ) === mw.config.get( 'wgCurRevisionId' );
}

/** False where no script of this gadget has anything to show, whatever the page. */
export function mayShow(): boolean {
	// Of pages that do not exist only a log is of interest: it can be begun there.
	return mw.config.get( 'wgNamespaceNumber' ) >= 0 &&
		/^(view|edit|submit|history)$/.test( mw.config.get( 'wgAction' ) );
}

function run( name: string, draft?: object ): void {
	const script = `ext.gadget.AdviceProvenance-${ name }`;
	mw.loader.using( script ).then( ( require ) => {
		// A gadget of this project, by the names below.
		// eslint-disable-next-line security/detect-non-literal-require
		require( script ).start( draft );
	} );
}

/**
 * Loads the script for the open page if it belongs to a draft or is the configuration; otherwise
 * does nothing at all.
 *
 * @param configuration content of the configuration page, unchecked
 */
export function loadScripts( configuration: unknown ): void {
	const all = configuration && ( configuration as { drafts?: unknown } ).drafts;
	if ( !mayShow() ) {
		return;
	}
	if ( isOpenPage( CONFIGURATION ) ) {
		run( 'setup' );
	}
	if ( !Array.isArray( all ) ) {
		return;
	}
	const drafts = all
		.filter( ( candidate: Draft | null ) => candidate && typeof candidate.log === 'string' &&
			Array.isArray( candidate.pages ) )
		.map( ( { log, pages } ) => ( {
			log,
			// A slip among the pages must not break the others.
			pages: pages.filter( ( page: unknown ) => typeof page === 'string' )
		} ) );
	const load = (
		name: string, isHere: ( title: string ) => boolean, isLog?: boolean
	): boolean => {
		const draft = drafts.find(
			( { log, pages } ) => ( isLog ? [ log ] : pages ).some( isHere )
		);
		if ( draft ) {
			run( name, draft );
		}
		return Boolean( draft );
	};
	if ( load( 'logpage', isOpenPage, true ) || !mw.config.get( 'wgCurRevisionId' ) ) {
		return;
	}
	if ( !isReading() ) {
		load( 'notes', isOpenPage );
	} else if ( load( 'reader', isOpenPage ) ) {
		// The page can become an editor without being left.
		mw.hook( 've.activationComplete' ).add( () => load( 'notes', isOpenPage ) );
	} else {
		load( 'notes', isBeside );
	}
}
