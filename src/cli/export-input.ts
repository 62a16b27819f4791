/** What the exports are made from. */
import type { ExportInput, ExportWiki } from '../export/types';
import type { DraftInput } from './draft-input';
import { contentWords } from './messages';
import type { ReadAccount } from './read-account';
import { UserError } from './user-error';
import { version } from './version';

function noAddress(): never {
	throw new UserError( 'This format has links to the wiki. Say with --site URL where its index.php is.' );
}

/** Stands in for a wiki of which nothing is known: whatever needs an address says so. */
function unknownWiki( language: string, direction: ExportWiki[ 'direction' ] ): ExportWiki {
	return {
		siteName: '', language, direction,
		pageUrl: noAddress, revisionUrl: noAddress, diffUrl: noAddress, userUrl: noAddress
	};
}

/** A log of which it is not known which revision it is has no address. */
function withKnownRevisions( wiki: ExportWiki ): ExportWiki {
	return {
		...wiki,
		revisionUrl( revision ) {
			if ( !revision ) {
				throw new UserError( 'This format names the revision of the log. Say which one it is with --log-revision REVID.' );
			}
			return wiki.revisionUrl( revision );
		}
	};
}

/**
 * @param draft
 * @param read
 * @param language of what is written; by default that of the wiki's pages
 * @param published page that the summary is published on, if that is known
 */
export function exportInput(
	{ wiki, direction }: DraftInput, read: ReadAccount, language?: string, published?: string
): ExportInput {
	const own = language ?? wiki?.language ?? 'en';
	return {
		account: read.account,
		logText: read.logText,
		configuredPages: read.configuredPages,
		wiki: wiki ? withKnownRevisions( wiki ) : unknownWiki( own, direction ),
		words: contentWords( own ),
		wordsOrigin: { from: 'history' },
		version,
		summaryTitle: published,
		madeOn: new Date().toISOString()
	};
}
