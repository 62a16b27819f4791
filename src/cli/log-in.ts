/** Logs in where a wiki may be read by its members only. */
import { isRecord } from '../wiki/api';
import type { PoliteApi } from './polite-api';
import { isSafeAddress } from './safe-address';
import { UserError } from './user-error';

/** See Special:BotPasswords of a wiki. */
export interface BotPassword {
	/** `Account@name` */
	user: string;
	password: string;
}

/**
 * The bot password of the environment, in the variables that deploying takes it from, too.
 *
 * @param env
 * @return null if there is none
 * @throws {UserError} if only half of it is there
 */
export function botPassword( env: NodeJS.ProcessEnv = process.env ): BotPassword | null {
	const { BOT_USER: user, BOT_PASSWORD: password } = env;
	if ( !user && !password ) {
		return null;
	}
	if ( !user || !password ) {
		throw new UserError( `BOT_USER and BOT_PASSWORD go together; ${ user ? 'BOT_PASSWORD' : 'BOT_USER' } is not set.` );
	}
	return { user, password };
}

/** Why the wiki lets nobody in, as it says. */
function reasonOf( login: unknown ): string {
	const { result, reason } = isRecord( login ) ? login : {};
	const text = isRecord( reason ) ? reason.text ?? reason.code : reason;
	return typeof text === 'string' ? text : typeof result === 'string' ? result : 'it does not say why';
}

async function asked( answer: Promise<unknown>, signal: AbortSignal ): Promise<unknown> {
	try {
		return await answer;
	} catch ( error ) {
		signal.throwIfAborted();
		throw new UserError( `Logging in failed: ${ ( error as Error ).message }` );
	}
}

/**
 * Logs in for all that is asked from now on. The password is sent to the address of the API, in a
 * request's body, and shown nowhere.
 *
 * @param api
 * @param bot
 * @param signal cancels it
 * @throws {UserError} if the wiki lets nobody in, or the way to it is not safe
 */
export async function logIn(
	api: PoliteApi, { user, password }: BotPassword, signal: AbortSignal
): Promise<void> {
	if ( !isSafeAddress( new URL( api.url ) ) ) {
		throw new UserError( 'This wiki is read by its members only, and a password is not sent in the open: give --wiki an address that begins with https://.' );
	}
	api.keepSession();
	const tokens = await asked(
		api.post( { action: 'query', meta: 'tokens', type: 'login' }, signal ), signal
	);
	const query = isRecord( tokens ) && isRecord( tokens.query ) ? tokens.query : {};
	const token = isRecord( query.tokens ) ? query.tokens.logintoken : undefined;
	const answer = await asked( api.post(
		{ action: 'login', lgname: user, lgpassword: password, lgtoken: token }, signal
	), signal );
	const login = isRecord( answer ) ? answer.login : undefined;
	if ( !isRecord( login ) || login.result !== 'Success' ) {
		// Whatever the wiki says, it may say it in a record that others read.
		const reason = reasonOf( login ).split( password ).join( '…' );
		throw new UserError( `The wiki does not let "${ user }" in: ${ reason }` );
	}
	api.insistOnSession();
}
