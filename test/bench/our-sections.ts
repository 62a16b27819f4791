/** The section events of this project, as the benchmark asks for them. */
import { sectionRows } from '../../src/trace/section-history';
import { Trace } from '../../src/trace/trace';
import type { BenchRevision } from './bench-history';
import type { SectionRow } from './score-sections';

export function ourSections( revisions: readonly BenchRevision[] ): SectionRow[] {
	const trace = new Trace();
	for ( const revision of revisions ) {
		trace.add( revision );
	}
	return sectionRows( trace.revisions );
}
