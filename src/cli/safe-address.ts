/**
 * Whether a password may be sent to an address: not in the open, but to this computer itself.
 *
 * @param url
 */
export function isSafeAddress( { protocol, hostname }: URL ): boolean {
	return protocol === 'https:' ||
		( protocol === 'http:' && [ 'localhost', '127.0.0.1', '[::1]' ].includes( hostname ) );
}
