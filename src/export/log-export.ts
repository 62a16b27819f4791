import type { ExportInput } from './types';

/** The log as it stands on its page, character for character. */
export function logExport( { logText }: ExportInput ): string {
	return logText;
}
