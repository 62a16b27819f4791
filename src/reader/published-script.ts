/**
 * A script of its own, loaded when the first answer of the wiki brought a published trace of the
 * open page: reads it, sees to it that it fits, and tells what it says.
 */
import english from 'virtual:messages/published';
import type { AccountInput } from '../account/draft-account';
import type { DraftWords } from '../account/draft-words';
import { publishedPlaces, publishedWords } from '../account/published-draft';
import type { DraftAccount, PublishedNote } from '../account/types';
import type { AdviceLog } from '../log/types';
import { fits } from '../trace/published-fits';
import { readPublishedTrace, type ReadTrace } from '../trace/read-published';
import { formatTimestamp } from '../wiki/dates';
import { formerTitles } from '../wiki/former-titles';
import { addMissingMessages, msg } from '../wiki/messages';
import type { PageText } from '../wiki/page-text';
import { readRevisionFacts } from '../wiki/revision-facts';
import { readRevisions } from '../wiki/revisions';
import { revisionUrl } from '../wiki/titles';
import { contradictions, falsePlaces } from './check-published';
import type { CheckedTexts, PublishedReading } from './published-reading';

/** What this script exports to the reader script. */
export interface PublishedScript {
	/**
	 * Takes up a published trace.
	 *
	 * @param page that it stands on
	 * @param title of the page that it is about
	 * @param buildAccount
	 */
	openPublished(
		page: PageText, title: string, buildAccount: ( input: AccountInput ) => DraftAccount
	): PublishedReading;
}

addMissingMessages( english );

/** The trace of a page of 200 kB with ten thousand revisions is a quarter of it. */
const LONGEST = 1_000_000;

function parse( text: string | null ): ReadTrace | null {
	try {
		return text !== null && text.length <= LONGEST ?
			readPublishedTrace( JSON.parse( text ) ) : null;
	} catch {
		return null;
	}
}

/** Revisions that took advised words away or brought removed ones back. */
function takersOf( { changes }: ReadTrace ): number[] {
	return [ ...new Set( [ ...changes.values() ].flatMap(
		( { takenBy, broughtBackBy } ) => [ ...takenBy, ...broughtBackBy ]
			.map( ( { revid } ) => revid )
	) ) ].sort( ( a, b ) => b - a );
}

/** Without changes that name revisions which the pages of the draft do not have. */
function onlyKnown( read: ReadTrace, known: ReadonlySet<number>, asked: number ): ReadTrace {
	const missing = new Set(
		takersOf( read ).slice( 0, asked ).filter( ( id ) => !known.has( id ) )
	);
	return missing.size ? {
		...read,
		changes: new Map( [ ...read.changes ].filter( ( [ , { takenBy, broughtBackBy } ] ) => (
			![ ...takenBy, ...broughtBackBy ].some( ( { revid } ) => missing.has( revid ) )
		) ) )
	} : read;
}

/** As many as one request tells of. */
const MOST_TAKERS = 50;

export const openPublished: PublishedScript[ 'openPublished' ] = ( page, title, buildAccount ) => {
	const read = parse( page.text );
	const by = {
		title: page.title, heldBy: page.revision, user: page.user, timestamp: page.timestamp
	};
	let state: PublishedNote[ 'state' ] = read ? 'unchecked' : 'unreadable';
	/** What came of bringing it together with today's text, for a state of log and page. */
	let checked: { log: AdviceLog; at: number; words: DraftWords } | null = null;
	let wrong = 0;

	const current = (): number => mw.config.get( 'wgCurRevisionId' );
	const isChecked = ( log: AdviceLog ): boolean => (
		checked !== null && checked.log === log && checked.at === current()
	);
	const isUsed = (): boolean => state === 'unchecked' || state === 'fits' || state === 'older';

	/** The text that was traced; null if it cannot be read or belongs to another page. */
	async function textThen(
		{ revision }: ReadTrace, today: { revision: number; text: string }, signal?: AbortSignal
	): Promise<string | null> {
		if ( revision === today.revision ) {
			return today.text;
		}
		const { revisions } = await readRevisions( [ revision ], signal );
		const found = revisions.get( revision );
		return found?.page === title ? found.text : null;
	}

	async function bringTogether(
		log: AdviceLog, trace: ReadTrace, texts: CheckedTexts, signal?: AbortSignal
	): Promise<void> {
		const { revision = 0, text = null } =
			texts.today.find( ( one ) => one.title === title ) ?? {};
		if ( !revision || text === null ) {
			return;
		}
		const then = await textThen( trace, { revision, text }, signal );
		if ( then === null || !fits( trace, then ) ) {
			state = then === null ? 'gone' : 'misfit';
			return;
		}
		const takers = takersOf( trace ).slice( 0, MOST_TAKERS );
		const titles = [ ...texts.today.map( ( one ) => one.title ), ...formerTitles( log ) ];
		const facts = await readRevisionFacts( takers, new Set( titles ), signal );
		const words = publishedWords(
			log, onlyKnown( trace, new Set( facts.keys() ), takers.length ),
			{ title, revision, carried: texts.carryOver( then, text ) }, by, facts
		);
		checked = { log, at: current(), words };
		state = trace.revision === revision ? 'fits' : 'older';
	}

	function noteOn( account: DraftAccount ): PublishedNote {
		const untraced = checked?.words.published?.untraced ?? 0;
		const moved = read && isUsed() && account.logSections && read.revision === current() ?
			falsePlaces( account, read, title ) : 0;
		const told = moved ? 'places' : state;
		return {
			state,
			text: msg( `published-${ told }`, page.user ?? msg( 'user-hidden' ),
				formatTimestamp( page.timestamp ), told === 'older' ? untraced : wrong || moved ),
			href: revisionUrl( page.revision )
		};
	}

	return {
		build( input ) {
			const { log, openPage, words } = input;
			let { remembered, rememberedSections } = input;
			// It says where things stand on its own page, not on a translation or another view.
			if ( read && isUsed() && openPage.title === title ) {
				const told = publishedPlaces( log, read, openPage.sections );
				// What was found here comes first.
				remembered = Object.assign( told.places, remembered );
				rememberedSections = Object.assign( told.sections, rememberedSections );
			}
			const own = isUsed() && isChecked( log ) && checked ? checked.words : null;
			const account = buildAccount( {
				...input, remembered, rememberedSections, words: words ?? own
			} );
			const note = noteOn( account );
			return isUsed() || state === 'confirmed' ? { ...account, published: note } : {
				...account,
				published: note,
				problems: [
					...account.problems, { rule: 'W23', path: '', params: [ title, note.text ] }
				]
			};
		},
		async check( log, texts, signal ) {
			if ( !read || !isUsed() || isChecked( log ) ) {
				return;
			}
			try {
				await bringTogether( log, read, texts, signal );
			} catch ( error ) {
				// It stays unchecked, and nothing of its words is shown.
				if ( signal?.aborted ) {
					throw error;
				}
			}
		},
		async verify( log, trace, followed ) {
			const name = [ ...trace.pages.values() ].find( ( one ) => one.title === title )?.id;
			const found = followed.pages.find( ( one ) => one.page === String( name ) );
			if ( !read || !isUsed() || !found ) {
				return;
			}
			const differences = await contradictions(
				read, log, found, followed.changes, trace.ask
			);
			wrong = differences.length;
			state = wrong ? 'false' : 'confirmed';
		}
	};
};
