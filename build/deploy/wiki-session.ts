/** Reads and saves pages of a wiki through its API, with a bot password. */
import { Mwn, type ApiParams } from 'mwn';
import { isSupportedVersion } from '../wiki/fetch-mediawiki';
import { UserError } from '../user-error';
import type { CurrentPage, CurrentPages, PageAction } from './plan';

/** Whom to log in as, and where. */
export interface Login {
	/** Address of `api.php`. */
	apiUrl: string;
	/** `Account@name of the bot password`; without it pages can only be read. */
	user?: string;
	password?: string;
}

/** A session with a wiki. */
export interface WikiSession {
	read( titles: string[] ): Promise<CurrentPages>;
	/**
	 * Does to a page what was planned, if it still is as it was when it was read.
	 *
	 * @throws {ChangedMeanwhile} if somebody else has saved or created it since
	 * @throws {UserError} if the wiki does not let this account save the page
	 */
	save( action: PageAction, summary: string ): Promise<void>;
}

/** A page is not as it was when it was read. */
export class ChangedMeanwhile extends Error {}

const userAgent = 'advice-provenance deployment';
const batch = 50;

/**
 * Opens a session.
 *
 * @throws {UserError} if the wiki does not answer, does not accept the login, or cannot have
 *  this gadget
 */
export async function openSession( login: Login ): Promise<WikiSession> {
	const { apiUrl } = login;
	checkAddress( apiUrl );
	const options = { apiUrl, userAgent, silent: true, maxRetries: 0 };
	let bot: Mwn;
	try {
		if ( login.user === undefined || login.password === undefined ) {
			bot = new Mwn( options );
		} else {
			bot = await Mwn.init( { ...options, username: login.user, password: login.password } );
		}
		await checkWiki( bot, apiUrl );
		// The wiki answers: from here on a failure may pass.
		bot.setOptions( { maxRetries: 3, retryPause: 2000 } );
	} catch ( error ) {
		throw error instanceof UserError ? error : sessionError( error, login );
	}
	return {
		read: ( titles ) => readPages( bot, titles ),
		save: async ( { title, after, model, revision }, summary ) => {
			try {
				await bot.save( title, after, summary, {
					contentmodel: model,
					bot: true,
					...revision ? { nocreate: true, baserevid: revision } : { createonly: true }
				} );
			} catch ( error ) {
				if ( /^(?:editconflict|articleexists)\b/.test( messageOf( error ) ) ) {
					throw new ChangedMeanwhile( title );
				}
				throw new UserError( `${ title } was not saved (${ messageOf( error ) }). The account must be an interface administrator, and its bot password must include editing the site's interface, CSS, JavaScript and JSON and creating pages.` );
			}
		}
	};
}

/** A password is not sent in the open. */
function checkAddress( apiUrl: string ): void {
	let url: URL;
	try {
		url = new URL( apiUrl );
	} catch {
		throw new UserError( `"${ apiUrl }" is no address; give that of the wiki's api.php, such as https://www.mediawiki.org/w/api.php.` );
	}
	const local = [ 'localhost', '127.0.0.1', '[::1]' ].includes( url.hostname );
	if ( url.protocol !== 'https:' && !( local && url.protocol === 'http:' ) ) {
		throw new UserError( `${ apiUrl } is not an https address; a password is sent to it, so use https.` );
	}
}

async function checkWiki( bot: Mwn, apiUrl: string ): Promise<void> {
	const answer = await bot.request( {
		action: 'query', meta: 'siteinfo', siprop: 'general|extensions'
	} );
	const { general, extensions } = answer.query as {
		general: { generator: string }; extensions: { name: string }[];
	};
	const version = general.generator.replace( /^MediaWiki /, '' );
	if ( !isSupportedVersion( version ) ) {
		throw new UserError( `The wiki at ${ apiUrl } runs MediaWiki ${ version }; this gadget needs 1.43 or newer.` );
	}
	if ( !extensions.some( ( { name } ) => name === 'Gadgets' ) ) {
		throw new UserError( `The wiki at ${ apiUrl } does not have the extension Gadgets; ask its operators to enable it.` );
	}
}

async function readPages( bot: Mwn, titles: string[] ): Promise<CurrentPages> {
	const pages = new Map<string, CurrentPage | null>();
	for ( let i = 0; i < titles.length; i += batch ) {
		const part = titles.slice( i, i + batch );
		const request: ApiParams = {
			action: 'query', titles: part, prop: 'revisions', rvprop: 'ids|content', rvslots: 'main'
		};
		const { query } = await bot.request( request ) as { query: {
			normalized?: { from: string; to: string }[];
			pages: {
				title: string;
				revisions?: {
					revid: number;
					slots: { main: { content: string; contentmodel: string } };
				}[];
			}[];
		}; };
		for ( const title of part ) {
			const name = query.normalized?.find( ( { from } ) => from === title )?.to ?? title;
			const page = query.pages.find( ( candidate ) => candidate.title === name );
			const [ newest ] = page?.revisions ?? [];
			pages.set( title, newest === undefined ? null : {
				text: newest.slots.main.content,
				model: newest.slots.main.contentmodel,
				revision: newest.revid
			} );
		}
	}
	return pages;
}

function messageOf( error: unknown ): string {
	const { code, info, message } = error as { code?: unknown; info?: unknown; message?: unknown };
	return [ code, info ?? message ].filter( ( part ) => typeof part === 'string' ).join( ': ' ) ||
		String( error );
}

function sessionError( error: unknown, login: Login ): UserError {
	const message = messageOf( error );
	if ( /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|certificate/.test( message ) ) {
		return new UserError( `${ login.apiUrl } does not answer (${ message }); check the address and that the wiki is running.` );
	}
	return new UserError( /login/.test( message ) ?
		`${ login.apiUrl } did not let "${ login.user }" log in (${ message }); use a bot password (Special:BotPasswords), whose user name looks like "Account@name".` :
		`${ login.apiUrl } does not answer as the API of a wiki does (${ message }); check that it is the address of its api.php and that the wiki is in order.`
	);
}
