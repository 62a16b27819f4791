/** What `npm run validate` and the command validate print. */
import { checkLog, type Finding } from '../log/check-log';
import { namedMessage } from '../log/named-message';
import { messagesIn, type Msg } from './messages';
import { oneColumn, oneLine } from './program';

/** A finding in words. */
export function describe( finding: Pick<Finding, 'rule' | 'params'>, msg: Msg ): string {
	const { key, params } = namedMessage( finding, msg );
	return msg( key, ...params );
}

/**
 * One finding as a line: `RULE PLACE LINE:COLUMN message`.
 *
 * @param place JSON Pointer in the log; the log as a whole is `/`
 */
export function findingLine(
	{ rule, place, line, column }: { rule: string; place: string; line?: number; column?: number },
	message: string
): string {
	return `${ rule } ${ oneColumn( place || '/' ) } ${ line ?? 1 }:${ column ?? 1 } ${ oneLine( message ) }`;
}

/**
 * Checks the text of a log.
 *
 * @param text
 * @param language of the messages
 */
export function validateText(
	text: string, language: string
): { lines: string[]; hasErrors: boolean } {
	const msg = messagesIn( language );
	const findings = checkLog( text );
	return {
		lines: findings.map( ( finding ) => findingLine(
			{ ...finding, place: finding.path }, describe( finding, msg )
		) ),
		hasErrors: findings.some( ( { severity } ) => severity === 'error' )
	};
}
