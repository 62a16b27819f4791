/**
 * Lenient reading, for the views: what can be understood is kept, what cannot is left out
 * and listed. Nothing of the log is trusted: the result is built anew from known fields.
 */
import {
	advice as adviceShape,
	agent as agentShape,
	logShape,
	source as sourceShape
} from './generated/log-shape';
import { IdRegister } from './ids';
import { type ReadObject, readShape, type Shape } from './shape';
import type { RuleId } from './rule-id';
import type { Advice, AdviceLog, Agent, Source } from './types';
import { hideWithheld, hideUser } from './withheld';

/** The newest version of the format that is understood. */
export const schemaVersion = 1;

export interface LogProblem {
	rule: RuleId;
	/** JSON Pointer to the place; empty for the log as a whole. */
	path: string;
	/** For the rule's message, see rule-message.ts. */
	params: string[];
}

export interface LogReading {
	/** null if nothing can be shown: not JSON, or without a draft or a list of entries. */
	log: AdviceLog | null;
	/** In no particular order, at most `mostProblems` of each rule. */
	problems: LogProblem[];
	/** How many more there are of a rule than are listed. */
	unlisted: { [ rule in RuleId ]?: number };
}

/** A hostile log can break a rule in a million places; a person reads a few of them. */
export const mostProblems = 50;

/** Takes out what must not be shown, whatever the view. */
function protect(
	shape: Shape, object: ReadObject, path: string, problem: ( rule: RuleId, path: string ) => void
): void {
	if ( shape === sourceShape ) {
		const source: Source = object;
		if ( source.private && source.url ) {
			problem( 'E10', path );
			delete source.url;
		}
	} else if ( shape === adviceShape ) {
		hideWithheld( object as unknown as Advice );
	} else if ( shape === agentShape ) {
		hideUser( object as unknown as Agent );
	}
}

/**
 * Reads the text of a log page. Never throws; takes time in proportion to the text.
 *
 * What is malformed is left out with a problem that names its place: a field, or where it
 * is a required one the thing that requires it. References to unknown ids are kept, and
 * topics or replacements can refer to each other in a circle: both are for the views to
 * expect. Text is made safe to show in a line (`plainText`) and cut at the schema's length
 * with an ellipsis. The content of withheld advice is not in the result. A log of a newer
 * version is read as far as it is understood, with E11 among the problems: it must not be
 * saved.
 */
export function readLog( text: string ): LogReading {
	const reading: LogReading = { log: null, problems: [], unlisted: {} };
	const counts = new Map<RuleId, number>();
	const problem = ( rule: RuleId, path: string, ...params: string[] ): void => {
		const count = ( counts.get( rule ) || 0 ) + 1;
		counts.set( rule, count );
		if ( count > mostProblems ) {
			reading.unlisted[ rule ] = count - mostProblems;
		} else {
			reading.problems.push( { rule, path, params } );
		}
	};

	let value: unknown;
	try {
		value = JSON.parse( text.replace( /^\ufeff/, '' ) );
	} catch {
		problem( 'E1', '' );
		return reading;
	}
	const version = ( value as { schemaVersion?: unknown } | null )?.schemaVersion;
	if ( typeof version === 'number' && version > schemaVersion ) {
		problem( 'E11', '/schemaVersion', String( version ), String( schemaVersion ) );
		( value as { schemaVersion: number } ).schemaVersion = schemaVersion;
	}

	const ids = new IdRegister( problem );
	const log = readShape( logShape, value, '', {
		problem,
		define: ids.define.bind( ids ),
		refer: ids.refer.bind( ids ),
		object: ( shape, object, path ) => protect( shape, object, path, problem )
	} );
	ids.checkReferences();
	// The shape is made from the same schema as the type.
	reading.log = ( log || null ) as AdviceLog | null;
	return reading;
}
