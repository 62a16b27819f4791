/** Two states of a log line by line, as the wiki would show them. */
import { lineDiff, type DiffLine } from '../account/line-diff';
import type { JsonValue } from '../log/json-value';

function lines( value: JsonValue ): string[] {
	// As a page of model `json` is stored.
	return JSON.stringify( value, null, '\t' ).split( '\n' );
}

/** The difference, with a few lines around each change; at most 400 lines. */
export function jsonDiff( before: JsonValue, after: JsonValue ): DiffLine[] {
	return lineDiff( lines( before ), lines( after ) );
}
