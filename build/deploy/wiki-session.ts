/** A session with a wiki through its API, with a bot password: logs in, and changes pages. */
import { Mwn, type ApiEditResponse } from 'mwn';
import { isSupportedVersion } from '../wiki/fetch-mediawiki';
import { UserError } from '../user-error';
import { deploymentAgent, findApi } from './find-api';
import { isSame } from './pages';
import { patiently } from './patient';
import type { PageAction } from './plan';
import { wikiReading, type WikiReading } from './wiki-reading';

/** Whom to log in as, and where. */
export interface Login {
	/** Address of the wiki or of its `api.php`. */
	apiUrl: string;
	/** `Account@name of the bot password`; without it pages can only be read. */
	user?: string;
	password?: string;
}

/** A session with a wiki. */
export interface WikiSession extends WikiReading {
	/** Address of `api.php`. */
	api: string;
	/**
	 * Does to a page what was planned, if it still is as it was when it was read.
	 *
	 * @param base the revision that it must have; the planned one by default
	 * @return id of the page's revision after it
	 * @throws {ChangedMeanwhile} if somebody else has saved or created it since
	 * @throws {UserError} if the wiki does not let this account save the page
	 */
	save( action: PageAction, summary: string, base?: number ): Promise<number>;
	/** Deletes a page, or empties it where the account may not delete. Returns which. */
	remove( action: PageAction, summary: string, base?: number ): Promise<'deleted' | 'emptied'>;
	/** Brings a deleted page back with its history. */
	undelete( title: string, summary: string ): Promise<void>;
	/** Whether the account may delete pages. */
	mayDelete: boolean;
}

/** A page is not as it was when it was read. */
export class ChangedMeanwhile extends Error {}

const siteScripts = 'Edit sitewide and user CSS/JS';
/** What deploying takes, by the grant of a bot password that brings it. */
const neededRights = {
	edit: siteScripts,
	createpage: 'Create, edit, and move pages',
	editinterface: siteScripts,
	editsitejson: siteScripts,
	editsitecss: siteScripts,
	editsitejs: siteScripts
};

/**
 * Opens a session.
 *
 * @param log gets a line where the wiki makes us wait
 * @throws {UserError} if the wiki does not answer, does not accept the login, or cannot have
 *  this gadget
 */
export async function openSession(
	login: Login, log: ( line: string ) => void = () => undefined
): Promise<WikiSession> {
	const hasPassword = login.user !== undefined && login.password !== undefined;
	const api = await findApi( login.apiUrl, hasPassword );
	const options = { apiUrl: api, userAgent: deploymentAgent, silent: true, maxRetries: 0 };
	let bot: Mwn;
	let rights: string[] = [];
	try {
		bot = hasPassword ?
			await Mwn.init( { ...options, username: login.user, password: login.password } ) :
			new Mwn( options );
		rights = await checkWiki( bot, api );
	} catch ( error ) {
		throw error instanceof UserError ? error : sessionError( error, { ...login, apiUrl: api } );
	}
	if ( hasPassword ) {
		checkRights( rights, login.user ?? '' );
	}
	// The wiki answers: from here on a failure may pass.
	bot.setOptions( { maxRetries: 3, retryPause: 2000 } );
	const wait = <T>( work: () => Promise<T> ): Promise<T> => patiently( work, { log } );
	const mayDelete = rights.includes( 'delete' );
	const reading = wikiReading( bot, wait );
	const save: WikiSession[ 'save' ] = async ( { title, after, model, revision }, summary, base = revision ) => {
		let answer: Partial<ApiEditResponse> | undefined;
		try {
			answer = await wait( () => bot.save( title, after, summary, {
				contentmodel: model,
				bot: true,
				...base ? { nocreate: true, baserevid: base } : { createonly: true }
			} ) );
		} catch ( error ) {
			if ( /^(?:editconflict|articleexists|missingtitle|pagedeleted)\b/.test( messageOf( error ) ) ) {
				// It may be our own edit, whose answer was lost.
				const page = ( await reading.read( [ title ] ) ).get( title );
				if ( page && isSame( page.text, after, model ) ) {
					return page.revision;
				}
				throw new ChangedMeanwhile( title );
			}
			throw new UserError( `${ title } was not saved: ${ messageOf( error ) }.` );
		}
		// Captchas, and filters of some extensions, refuse without an error.
		if ( answer?.result !== 'Success' ) {
			throw new UserError( `${ title } was not saved: the wiki answered ${ JSON.stringify( answer ?? null ).slice( 0, 200 ) }.` );
		}
		if ( answer.nochange ) {
			return base;
		}
		// The wiki merges edits of different lines without a word: what it has now is not what was
		// planned, and the next save of the page would take the others' lines away.
		if ( base && answer.oldrevid !== base ) {
			throw new ChangedMeanwhile( title );
		}
		return answer.newrevid ?? base;
	};
	return {
		...reading,
		api,
		mayDelete,
		save,
		remove: async ( action, summary, base ) => {
			if ( mayDelete ) {
				try {
					await wait( () => bot.delete( action.title, summary ) );
					return 'deleted';
				} catch ( error ) {
					if ( /^missingtitle\b/.test( messageOf( error ) ) ) {
						return 'deleted';
					}
					if ( !/^(?:permissiondenied|cantdelete|protectedpage|cascadeprotected)\b/.test( messageOf( error ) ) ) {
						throw new UserError( `${ action.title } was not deleted: ${ messageOf( error ) }.` );
					}
				}
			}
			await save( action, summary, base );
			return 'emptied';
		},
		undelete: async ( title, summary ) => {
			try {
				await wait( () => bot.undelete( title, summary ) );
			} catch ( error ) {
				throw new UserError( `${ title } was deleted by the last deployment and could not be brought back: ${ messageOf( error ) }. An administrator can undelete it; then roll back again.` );
			}
		}
	};
}

/** The account's rights; checks on the way that the wiki can have this gadget. */
async function checkWiki( bot: Mwn, apiUrl: string ): Promise<string[]> {
	const answer = await bot.request( {
		action: 'query', meta: 'siteinfo|userinfo', siprop: 'general|extensions', uiprop: 'rights'
	} );
	const { general, extensions, userinfo } = answer.query as {
		general: { generator: string }; extensions: { name: string }[];
		userinfo: { rights: string[] };
	};
	const version = general.generator.replace( /^MediaWiki /, '' );
	if ( !isSupportedVersion( version ) ) {
		throw new UserError( `The wiki at ${ apiUrl } runs MediaWiki ${ version }; this gadget needs 1.43 or newer.` );
	}
	if ( !extensions.some( ( { name } ) => name === 'Gadgets' ) ) {
		throw new UserError( `The wiki at ${ apiUrl } does not have the extension Gadgets; ask its operators to enable it.` );
	}
	return userinfo.rights;
}

function checkRights( rights: string[], user: string ): void {
	const missing = Object.entries( neededRights )
		.filter( ( [ right ] ) => !rights.includes( right ) );
	if ( missing.length > 0 ) {
		const grants = [ ...new Set( missing.map( ( [ , grant ] ) => `"${ grant }"` ) ) ];
		throw new UserError( `"${ user }" may not do what a deployment does (rights ${ missing.map( ( [ right ] ) => right ).join( ', ' ) }). Tick ${ grants.join( ' and ' ) } for this bot password in Special:BotPasswords; if they are ticked, the account is no interface administrator, and a bureaucrat of the wiki can make it one.` );
	}
}

/** What the wiki or the network said, with the code by which it can be looked up. */
export function messageOf( error: unknown ): string {
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
