/** MediaWiki's export format, which its importDump reads. */
import { isIP } from 'node:net';

/** A revision as it is to be imported. */
export interface ExportRevision {
	/** Seconds since 1970. */
	time: number;
	/** Name or IP address that the wiki takes. */
	user: string;
	comment: string;
	text: string;
	minor: boolean;
}

// Halves of surrogate pairs that stand alone.
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// eslint-disable-next-line no-control-regex -- XML cannot hold them
const notInXml = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/**
 * The form in which MediaWiki's API gives back a text that was stored: characters that it cannot
 * hold are U+FFFD, composed characters are composed (Unicode NFC), as in every page it saves.
 */
export function storableText( text: string ): string {
	return text.replace( loneSurrogates, '\uFFFD' ).replace( notInXml, '\uFFFD' ).normalize( 'NFC' );
}

/** Text within an XML element. A carriage return would otherwise be read as a line feed. */
export function escapeXml( text: string ): string {
	return storableText( text )
		.replace( /&/g, '&amp;' ).replace( /</g, '&lt;' ).replace( />/g, '&gt;' )
		.replace( /\r/g, '&#13;' );
}

/** `2016-01-31T12:00:00Z` */
export function isoSeconds( time: number ): string {
	return new Date( time * 1000 ).toISOString().replace( /\.\d+Z$/, 'Z' );
}

function contributor( user: string ): string {
	const tag = isIP( user ) > 0 ? 'ip' : 'username';
	return `<contributor><${ tag }>${ escapeXml( user ) }</${ tag }></contributor>`;
}

/**
 * An export of one page, piece by piece (a history may be larger than a string can be).
 *
 * @param title full title, with the namespace as the wiki names it
 * @param revisions oldest first
 * @yield {string} a piece, about as long as a revision
 */
export function * exportXml( title: string, revisions: ExportRevision[] ): Generator<string> {
	yield '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n';
	yield `<page><title>${ escapeXml( title ) }</title>\n`;
	for ( const { time, user, comment, text, minor } of revisions ) {
		yield '<revision>' +
			`<timestamp>${ isoSeconds( time ) }</timestamp>` +
			contributor( user ) +
			( minor ? '<minor/>' : '' ) +
			( comment === '' ? '' : `<comment>${ escapeXml( comment ) }</comment>` ) +
			`<text xml:space="preserve">${ escapeXml( text ) }</text>` +
			'</revision>\n';
	}
	yield '</page></mediawiki>\n';
}
