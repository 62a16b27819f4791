/** Two libraries that compare lists, chained from revision to revision. */
import { diffArrays } from 'diff';
import { diff } from 'fast-myers-diff';
import { chainedTrace } from './chained-trace';
import type { Replacement } from './chained-trace';

export const jsdiffTrace = chainedTrace<string[]>( ( before, now, until ) => {
	const timeout = Math.max( 1, until - performance.now() );
	const changes = diffArrays( before, now, { timeout } );
	if ( !changes ) {
		return null;
	}
	const replacements: Replacement[] = [];
	let oldAt = 0;
	let newAt = 0;
	for ( const { added, removed, count = 0 } of changes ) {
		const oldEnd = oldAt + ( added ? 0 : count );
		const newEnd = newAt + ( removed ? 0 : count );
		if ( added || removed ) {
			replacements.push( [ oldAt, oldEnd, newAt, newEnd ] );
		}
		oldAt = oldEnd;
		newAt = newEnd;
	}
	return replacements;
}, () => ( words ) => words );

export const myersTrace = chainedTrace<Int32Array>( ( before, now, until ) => {
	const replacements: Replacement[] = [];
	for ( const replacement of diff( before, now ) ) {
		replacements.push( replacement );
		if ( performance.now() > until ) {
			return null;
		}
	}
	return replacements;
}, () => {
	const numbers = new Map<string, number>();
	return ( words ) => Int32Array.from( words, ( word ) => {
		const number = numbers.get( word ) ?? numbers.size;
		numbers.set( word, number );
		return number;
	} );
} );
