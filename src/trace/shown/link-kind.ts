/** What a link of wikitext shows. */
/* eslint-disable camelcase -- Namespaces are called so. */
import type { NamespaceIds } from './shown-parts';

export type LinkKind =
	/** a page of the wiki, or of another one: its label is shown, or its name */
	'page' |
	'image' |
	/** nothing is shown: a category */
	'hidden' |
	/** perhaps a page in another language, which is shown elsewhere */
	'language' |
	/** an address in double brackets */
	'external' |
	/** no link: all of it is text */
	'text';

const NS_FILE = 6;
const NS_CATEGORY = 14;

/** The names that every wiki knows. */
export const CANONICAL_NAMESPACES: NamespaceIds = {
	media: -2, special: -1, talk: 1, user: 2, user_talk: 3, project: 4, project_talk: 5, file: 6,
	image: 6, file_talk: 7, mediawiki: 8, mediawiki_talk: 9, template: 10, template_talk: 11,
	help: 12, help_talk: 13, category: 14, category_talk: 15
};

/** Codes of languages, such as `de`, `zh-hant` and `be-x-old`. */
const LANGUAGE = /^[a-z]{2,3}(?:-|$)/;

/**
 * Tells what kind of link a target makes.
 *
 * @param target as written, up to the first `|`
 * @param namespaces of the wiki
 */
export function linkKind( target: string, namespaces: NamespaceIds ): LinkKind {
	const trimmed = target.trim();
	if ( /^[a-z]{0,10}:?\/\//i.test( trimmed ) ) {
		return 'external';
	}
	if ( !trimmed || /[\n<>[\]]|(?:^|[^{]){(?!{)/.test( target ) ) {
		return 'text';
	}
	const colon = trimmed.indexOf( ':' );
	if ( colon <= 0 ) {
		return 'page';
	}
	const prefix = trimmed.slice( 0, colon ).trim().toLowerCase().replace( /[\s_]+/g, '_' );
	const id = Object.prototype.hasOwnProperty.call( namespaces, prefix ) ?
		namespaces[ prefix ] :
		undefined;
	if ( id === NS_FILE ) {
		return 'image';
	}
	if ( id === NS_CATEGORY ) {
		return 'hidden';
	}
	return id === undefined && LANGUAGE.test( prefix ) ? 'language' : 'page';
}

const IMAGE_OPTIONS = new Set( ( 'thumb thumbnail frame framed enframed frameless border left right ' +
	'center centre none upright baseline sub super top text-top middle bottom text-bottom' )
	.split( ' ' ) );
const IMAGE_SIZE = /^[\dx]+ ?px$/;
const IMAGE_SETTING = /^(?:alt|link|page|lang|class|thumb|thumbnail|thumbtime|start|end|upright) ?=/;
const FRAMES = new Set( [ 'thumb', 'thumbnail', 'frame', 'framed', 'enframed' ] );
const OWN_THUMB = /^thumb(?:nail)? ?=/;

/** True for what says how an image is shown; the names of other languages are not known. */
export function isImageOption( part: string ): boolean {
	const option = part.trim();
	return IMAGE_OPTIONS.has( option ) || IMAGE_SIZE.test( option ) || IMAGE_SETTING.test( option );
}

/** True for an option with which the caption is shown below the image. */
export function isImageFrame( part: string ): boolean {
	const option = part.trim();
	return FRAMES.has( option ) || OWN_THUMB.test( option );
}
