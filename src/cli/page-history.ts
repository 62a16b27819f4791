/** The history of a page for the commands trace and sections: from a file, or from a wiki. */
import { readLog } from '../log/read-log';
import { readPageTexts } from '../wiki/page-text';
import type { OptionTable, Values } from './command';
import { openWiki, wikiOptions } from './draft-input';
import { findDraft, wikiForms } from './find-draft';
import { readHistory, type HistoryRevision } from './history-file';
import { tell } from './program';
import { progressOn } from './progress';
import { UseError, UserError } from './user-error';
import { readWhole } from './whole-history';

export const historyOptions: OptionTable = wikiOptions;

export interface PageHistory {
	/** Of all pages, in the order of the edits. */
	revisions: HistoryRevision[];
	/** The page that is asked about; undefined for whichever a file ends with. */
	page?: string;
}

/** In UTF-16 units: as long as one text can be, so that files can hold what wikis can. */
const MOST_TEXT = 2 ** 29;

/** All pages and former titles of the log that belongs to a page: its text may come from them. */
async function relatedTitles(
	asked: { page: string; log?: string }, signal: AbortSignal
): Promise<string[]> {
	const draft = await findDraft( asked, signal );
	if ( !draft ) {
		return [];
	}
	const text = ( await readPageTexts( [ draft.log ], true, signal ) ).get( draft.log )?.text;
	const { log } = readLog( text ?? '' );
	if ( !log ) {
		tell( `"${ draft.log }" holds no advice log that can be understood: pages that only it names are left out.` );
	}
	return [ ...draft.pages, ...( log?.draft.pages ?? [] ).flatMap(
		( { title, formerTitles = [] } ) => [ title, ...formerTitles ]
	) ];
}

async function fromWiki( values: Values, signal: AbortSignal ): Promise<PageHistory> {
	const [ asked, ...more ] = values.texts( 'page' );
	if ( asked === undefined ) {
		throw new UseError( 'Name the page with --page.' );
	}
	const progress = progressOn( values.flag( 'progress' ) );
	await openWiki( values, progress, signal );
	const titles = [ asked, ...more, ...await relatedTitles(
		{ page: asked, log: values.text( 'log' ) }, signal
	) ];
	const form = await wikiForms( titles, signal );
	const texts: ( HistoryRevision & { pageid: number } )[] = [];
	let size = 0;
	const { pages } = await readWhole(
		[ ...new Set( titles.map( form ) ) ], { signal, progress },
		( { id, page, timestamp, user, comment, text } ) => {
			size += text?.length ?? 0;
			if ( size > MOST_TEXT ) {
				throw new UserError( 'The texts of all revisions are too long to be held at once.' );
			}
			texts.push( {
				revid: id, pageid: page, page: '', timestamp, text,
				...user !== null && { user }, ...comment !== null && { comment }
			} );
		}
	);
	progress.end();
	const page = pages.get( form( asked ) );
	if ( !page ) {
		throw new UserError( `The wiki has no page "${ asked }".` );
	}
	const names = new Map( [ ...pages.values() ].map( ( { id, title } ) => [ id, title ] ) );
	const hidden = texts.filter( ( { text } ) => text === null ).length;
	if ( hidden ) {
		tell( `The texts of ${ hidden } of ${ texts.length } revisions cannot be read: what they did is not known.` );
	}
	return {
		page: page.title,
		revisions: texts.map( ( { pageid, ...revision } ) => (
			{ ...revision, page: names.get( pageid ) ?? '' }
		) )
	};
}

/**
 * Reads what the arguments name.
 *
 * @throws {UserError} if it cannot be read
 * @throws {WikiError} when the wiki does not answer
 */
export async function readPageHistory(
	values: Values, files: string[], signal: AbortSignal
): Promise<PageHistory> {
	const isWiki = values.text( 'wiki' ) !== undefined;
	const [ file, more ] = files;
	if ( isWiki === ( file !== undefined ) || more !== undefined ) {
		throw new UseError( 'Name either one file with a history, or a wiki with --wiki and a page with --page.' );
	}
	return file === undefined ?
		fromWiki( values, signal ) :
		{ revisions: readHistory( file ), page: values.text( 'page' ) };
}
