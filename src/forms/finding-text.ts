/** What is wrong, in words. */
import type { Finding } from '../log/check-log';
import { msg } from '../wiki/messages';
import { findingMessage } from './place-findings';

export function findingText( finding: Finding ): string {
	const { key, params } = findingMessage( finding, msg );
	return msg( key, ...params );
}
