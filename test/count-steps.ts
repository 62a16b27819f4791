/**
 * Counts what the sources do instead of how long it takes: the same on every machine, however
 * busy it is. To be imported before what is counted, since only functions that were not called
 * before are counted in full.
 */
import { Session } from 'node:inspector';

interface Coverage {
	result: { url: string; functions: { ranges: { count: number }[] }[] }[];
}

const session = new Session();
session.connect();
session.post( 'Profiler.enable' );
session.post( 'Profiler.startPreciseCoverage', { callCount: true, detailed: true } );

/** Takes what was counted since the last time. */
function take(): number {
	let steps = 0;
	session.post( 'Profiler.takePreciseCoverage', ( error, answer ) => {
		if ( error ) {
			throw error;
		}
		steps = ( answer as unknown as Coverage ).result
			.filter( ( { url } ) => url.includes( '/src/' ) )
			.flatMap( ( { functions } ) => functions )
			.flatMap( ( { ranges } ) => ranges )
			.reduce( ( sum, { count } ) => sum + count, 0 );
	} );
	return steps;
}

/**
 * How often functions of `src/`, and the branches and loops in them, run. What the engine does by
 * itself (regular expressions, copies of lists) is not seen.
 */
export function stepsOf( work: () => void ): number {
	take();
	work();
	return take();
}

/**
 * How many times as many steps something takes with twice as much to do: about 2 where they are
 * in proportion to it, about 4 where they grow with its square.
 *
 * @param size of the smaller of the two
 * @param prepare makes what there is to do; its steps do not count
 * @param work
 */
export function growth<Input>(
	size: number, prepare: ( size: number ) => Input, work: ( input: Input ) => void
): number {
	const [ once, twice ] = [ size, 2 * size ].map( ( one ) => {
		const input = prepare( one );
		return stepsOf( () => work( input ) );
	} ) as [ number, number ];
	return twice / once;
}

/** More than this is more than in proportion. */
export const LINEAR = 2.4;
