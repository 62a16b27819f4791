import { each, eachAdvice, eachEntry, type Report, type Rules } from './loose-log';

/** Nodes by name, each with the names of those that it leads to. */
type Graph = Map<string, string[]>;

function countIncoming( graph: Graph ): Map<string, number> {
	const counts = new Map<string, number>();
	for ( const targets of graph.values() ) {
		for ( const target of targets ) {
			counts.set( target, ( counts.get( target ) || 0 ) + 1 );
		}
	}
	return counts;
}

function reversed( graph: Graph ): Graph {
	const result: Graph = new Map( [ ...graph.keys() ].map( ( name ) => [ name, [] ] ) );
	for ( const [ name, targets ] of graph ) {
		for ( const target of targets ) {
			result.get( target )?.push( name );
		}
	}
	return result;
}

/** Removes nodes to which nothing leads, again and again. */
function withoutBeginnings( graph: Graph ): Graph {
	const incoming = countIncoming( graph );
	const rest = new Map( graph );
	const free = [ ...graph.keys() ].filter( ( name ) => !incoming.get( name ) );
	for ( let name = free.pop(); name !== undefined; name = free.pop() ) {
		rest.delete( name );
		for ( const target of graph.get( name ) || [] ) {
			const left = ( incoming.get( target ) || 0 ) - 1;
			incoming.set( target, left );
			if ( !left ) {
				free.push( target );
			}
		}
	}
	return rest;
}

/** Nodes on a circle of any length, or on a way from one circle to another; in linear time. */
function inCircle( graph: Graph ): Set<string> {
	const onward = withoutBeginnings( graph );
	return new Set( withoutBeginnings( reversed( onward ) ).keys() );
}

function checkReplacements( log: Parameters<Rules>[ 0 ], report: Report ): void {
	const graph: Graph = new Map();
	const paths = new Map<string, string>();
	eachEntry( log, ( entry, path ) => {
		const pieces: string[] = [];
		each( entry.advice, `${ path }/advice`, ( advice ) => {
			if ( advice.id !== undefined ) {
				pieces.push( `advice ${ advice.id }` );
			}
		} );
		if ( entry.id !== undefined ) {
			graph.set( `entry ${ entry.id }`, pieces );
		}
	} );
	eachAdvice( log, ( advice ) => {
		if ( advice.id !== undefined ) {
			graph.set( `advice ${ advice.id }`, [] );
		}
	} );
	eachAdvice( log, ( advice, path ) => {
		const by = advice.disposition?.supersededBy;
		if ( advice.id !== undefined && by !== undefined ) {
			const target = graph.has( `advice ${ by }` ) ? `advice ${ by }` : `entry ${ by }`;
			graph.set( `advice ${ advice.id }`, [ target ] );
			paths.set( `advice ${ advice.id }`, `${ path }/disposition/supersededBy` );
		}
	} );
	reportCircles( graph, paths, report );
}

function checkTopics( log: Parameters<Rules>[ 0 ], report: Report ): void {
	const graph: Graph = new Map();
	const paths = new Map<string, string>();
	each( log.topics, '/topics', ( topic, path ) => {
		if ( topic.id !== undefined ) {
			graph.set( topic.id, topic.broader === undefined ? [] : [ topic.broader ] );
			paths.set( topic.id, `${ path }/broader` );
		}
	} );
	reportCircles( graph, paths, report );
}

function reportCircles( graph: Graph, paths: Map<string, string>, report: Report ): void {
	for ( const name of inCircle( graph ) ) {
		const path = paths.get( name );
		if ( path !== undefined ) {
			report( 'E6', path, name.replace( /^.* /, '' ) );
		}
	}
}

/** E6: advice that replaces itself in the end, and topics that are part of themselves. */
export const checkCircles: Rules = ( log, report ) => {
	checkReplacements( log, report );
	checkTopics( log, report );
};
