/** How this program introduces itself to a wiki. */
import { programName, version } from './version';

/** What a header can hold; the wiki's operators read it. */
function headerText( text: string ): string {
	return text.replace( /[^\x20-\x7E]/g, '?' ).replace( /[()]/g, '' );
}

/**
 * Names this program, as wikis want it: what it is, where it is documented, whom to ask.
 * (https://www.mediawiki.org/wiki/API:Etiquette)
 *
 * @param contact how the wiki's operators can reach who runs this
 * @param page where what is done is documented, in the folder of the documentation
 */
export function userAgent( contact?: string, page = 'command-line.md' ): string {
	const where = `documented in docs/${ page } of its package; why: https://phabricator.wikimedia.org/T141791`;
	return `${ programName }/${ version } (${ where }${ contact ? `; ${ headerText( contact ) }` : '' }) node/${ process.versions.node }`;
}
