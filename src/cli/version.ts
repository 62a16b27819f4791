/** What this program is called, and which version it is. */
import { readFileSync } from 'node:fs';

export const programName = 'advice-provenance';

/** This file and the bundle that it becomes part of both stand two folders below the package. */
const manifest = new URL( '../../package.json', import.meta.url );

export const version = ( JSON.parse( readFileSync( manifest, 'utf8' ) ) as { version: string } ).version;
