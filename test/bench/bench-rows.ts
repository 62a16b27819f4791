import { ourSections } from './our-sections';
import { bound } from './bound';
import { bestOfThree, bytesAtRest, bytesInUse } from './measure';
import { scoreOverblame } from './score-overblame';
import type { OverblameScore } from './score-overblame';
import { scoreSections } from './score-sections';
import type { SectionScore } from './score-sections';
import { TruthScorer } from './score-truth';
import type { TruthScore } from './score-truth';
import type { BenchHistory } from './bench-history';
import type { Engine, TracedText } from './traced-text';

/** What one engine did with one history. */
export interface BenchRow {
	history: string;
	engine: string;
	revisions: number;
	/** Of the texts in UTF-8, in MB of 10^6. */
	megabytes: number;
	/** The bound, in milliseconds. */
	bound: number;
	/** Of the whole trace in milliseconds; null if the time limit was reached. */
	time: number | null;
	slowest: number | null;
	/** Growth of memory in MB of 10^6; null if it was not measured. */
	memory: number | null;
	truth: TruthScore | null;
	overblame: OverblameScore | null;
	sections: SectionScore | null;
}

export interface NamedEngine {
	name: string;
	trace: Engine;
	/** Whether memory and section events are measured too. */
	isOurs: boolean;
}

const nothing = {
	time: null, slowest: null, memory: null, truth: null, overblame: null, sections: null
};

/** The most that live objects grow while a history is traced, looked at twelve times. */
async function memoryOf( { trace }: NamedEngine, history: BenchHistory ): Promise<number> {
	const before = await bytesAtRest();
	const every = Math.ceil( history.revisions.length / 12 );
	let most = 0;
	const run = trace( history, Infinity, ( number ) => {
		if ( number % every === every - 1 ) {
			most = Math.max( most, bytesInUse() - before );
		}
	} );
	return run ? Math.max( most, bytesInUse() - before ) / 1e6 : 0;
}

function truthScore(
	{ trace }: NamedEngine, history: BenchHistory, last: TracedText
): TruthScore | null {
	const { revisions, truths } = history;
	if ( !truths.size ) {
		return null;
	}
	const scorer = new TruthScorer( revisions.map( ( { revid } ) => revid ) );
	const lastTruth = truths.get( revisions.length - 1 );
	if ( truths.size === 1 && lastTruth ) {
		scorer.add( last, lastTruth );
	} else {
		trace( history, Infinity, ( number, traced ) => {
			const truth = truths.get( number );
			if ( truth ) {
				scorer.add( traced(), truth );
			}
		} );
	}
	return scorer.score();
}

/**
 * Measures one history with several engines.
 *
 * @param limit in milliseconds, for one engine and history; who passes it at the first run gets
 *  a row without figures
 */
export async function benchRows(
	history: BenchHistory, engines: readonly NamedEngine[], limit: number
): Promise<BenchRow[]> {
	const texts = history.revisions.flatMap( ( { text } ) => text ?? [] );
	const megabytes = texts.reduce( ( sum, text ) => sum + Buffer.byteLength( text ), 0 ) / 1e6;
	const least = bestOfThree( () => bound( texts ) ).milliseconds;
	const rows: BenchRow[] = [];
	for ( const engine of engines ) {
		const { milliseconds, results } =
			bestOfThree( ( until ) => engine.trace( history, until ), limit );
		const runs = results.flatMap( ( run ) => run ?? [] );
		const last = runs[ 0 ]?.last;
		const measured = { history: history.name, engine: engine.name, megabytes, bound: least };
		if ( !last ) {
			rows.push( { ...nothing, ...measured, revisions: history.revisions.length } );
			continue;
		}
		rows.push( {
			...measured,
			revisions: history.revisions.length,
			time: milliseconds,
			slowest: Math.min( ...runs.map( ( { slowest } ) => slowest ) ),
			memory: engine.isOurs ? await memoryOf( engine, history ) : null,
			truth: truthScore( engine, history, last ),
			overblame: scoreOverblame( history.revisions.map( ( { text } ) => text ), last ),
			sections: engine.isOurs && history.sections ?
				scoreSections( ourSections( history.revisions ), history.sections ) : null
		} );
	}
	return rows;
}
