/** Reading for the rules: what fits of a log, every part at its place. */
import { logShape } from './generated/log-shape';
import { IdRegister } from './ids';
import { pointerSegment } from './json-places';
import type { LooseLog, Report } from './rules/loose-log';
import { readShape } from './shape';

/** Names in messages are cut: a key can be as long as the page. */
const longestName = 80;

export function shortName( name: string ): string {
	return name.length > longestName ? `${ name.slice( 0, longestName ) }…` : name;
}

/**
 * What fits of the raw value of a log, with holes where something does not, so that places in it
 * are places in the log. Tells of E2 to E5, E9 and W21 on the way.
 */
export function readLoosely( value: unknown, report: Report ): LooseLog {
	const ids = new IdRegister( report );
	const log = readShape( logShape, value, '', {
		problem: report,
		refer: ids.refer.bind( ids ),
		define( kind, id, path ) {
			ids.define( kind, id, path );
			return true;
		},
		keepPlaces: true,
		unknownField( name, path ) {
			report( 'W21', `${ path }/${ pointerSegment( name ) }`, shortName( name ) );
		}
	} );
	ids.checkReferences();
	return ( log || {} ) as LooseLog;
}
