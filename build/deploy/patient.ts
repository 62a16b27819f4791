/** Waits where a wiki asks to wait. */

/** Seconds before each further try, where the wiki does not name them. */
const PAUSES_S = [ 10, 20, 40, 60, 60, 60 ];

interface Refusal {
	code?: unknown;
	response?: { status?: number; headers?: Record<string, string | undefined> };
}

/** Whether the same request may succeed later; null if not, else the seconds that were named. */
function namedPause( error: unknown ): number | undefined | null {
	const { code, response } = Object( error ) as Refusal;
	const busy = code === 'ratelimited' || code === 'maxlag' ||
		[ 429, 503 ].includes( response?.status ?? 0 );
	if ( !busy ) {
		return null;
	}
	const seconds = Number( response?.headers?.[ 'retry-after' ] );
	return Number.isFinite( seconds ) && seconds > 0 ? Math.min( seconds, 300 ) : undefined;
}

/**
 * Does something that a wiki may put off, until it is done.
 *
 * @param work asks the wiki
 * @param options `log` gets a line before each wait, `pauses` are the waits (seconds) where the
 *  wiki names none, and thereby how often it is tried again
 * @throws {Error} what the last try threw
 */
export async function patiently<T>(
	work: () => Promise<T>,
	{ log, pauses = PAUSES_S }: { log: ( line: string ) => void; pauses?: number[] }
): Promise<T> {
	for ( const pause of pauses ) {
		try {
			return await work();
		} catch ( error ) {
			const named = namedPause( error );
			if ( named === null ) {
				throw error;
			}
			const seconds = named ?? pause;
			log( `The wiki asks to slow down: trying again in ${ seconds } s` );
			await new Promise( ( resolve ) => {
				setTimeout( resolve, seconds * 1000 );
			} );
		}
	}
	return work();
}
