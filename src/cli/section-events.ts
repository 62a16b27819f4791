/** What `npm run sections` and the command sections print. */
import { sectionRows } from '../trace/section-history';
import { Trace } from '../trace/trace';
import type { HistoryRevision } from './history-file';
import { jsonText } from './json-text';

/** @return JSON: `{"events": [ … ]}`, see docs/trace.md */
export function sectionEvents( history: readonly HistoryRevision[] ): string {
	const trace = new Trace();
	history.forEach( ( revision ) => trace.add( revision ) );
	return jsonText( { events: sectionRows( trace.revisions ) }, '\t' );
}
