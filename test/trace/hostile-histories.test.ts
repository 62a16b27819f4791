/** Texts that nobody would write: attributed all the same, in bounded time. */
import { growth, LINEAR, stepsOf } from '../count-steps';
import { describe, expect, it } from 'vitest';
import { sectionEvents } from '../../src/cli/section-events';
import { Trace } from '../../src/trace/trace';
import { onePage, traceOf } from './histories';

/** A text of so many UTF-16 units that says the same again and again. */
function repeated( part: string, length: number ): string {
	return part.repeat( Math.ceil( length / part.length ) ).slice( 0, length );
}

/**
 * For each UTF-16 unit of the text and of the one before: many times what is needed here, but a
 * square of their length would not do.
 */
const MOST_STEPS = 1000;

/** Traces texts, and sees to it that each state is whole. */
function traceAll( texts: readonly string[] ): Trace {
	const trace = new Trace();
	texts.forEach( ( text, index ) => {
		const steps = stepsOf( () => trace.add( { revid: index + 1, page: '', text } ) );
		const length = text.length + ( texts[ index - 1 ] ?? '' ).length;
		expect( steps ).toBeLessThan( MOST_STEPS * length );
		const { text: known, ids, starts, ends } = trace.words( '' );
		expect( known === text ).toBe( true );
		expect( new Set( ids ).size ).toBe( ids.length );
		const wrong = ids.findIndex( ( id, at ) => (
			trace.textOf( id ) !== text.slice( starts[ at ], ends[ at ] ) ||
			!( trace.originOf( id ) >= 0 && trace.originOf( id ) <= index )
		) );
		expect( wrong ).toBe( -1 );
	} );
	return trace;
}

/** Words of the newest state that a revision introduced, counted from 1. */
function introducedBy( trace: Trace, revision: number ): string[] {
	return [ ...trace.words( '' ).ids ]
		.filter( ( id ) => trace.originOf( id ) === revision - 1 )
		.map( ( id ) => trace.textOf( id ) );
}

describe( 'a text that nobody would write', { timeout: 120_000 }, () => {
	it( 'of 1 MB in one line is followed word by word', () => {
		const text = Array.from( { length: 150_000 }, ( _, at ) => `w${ at }` ).join( ' ' );
		expect( text.length ).toBeGreaterThan( 1e6 );
		const trace = traceAll( [ text, text.replace( 'w75000', 'changed' ), '', `${ text } end` ] );
		expect( introducedBy( trace, 4 ) ).toEqual( [ 'end' ] );
		expect( introducedBy( trace, 1 ).length ).toBe( 150_000 );
	} );

	it( 'of ten thousand identical paragraphs is followed', () => {
		const text = repeated( 'One and the same paragraph.\n\n', 10_000 * 29 );
		const trace = traceAll( [ text, `New. ${ text }`, '', text ] );
		expect( introducedBy( trace, 1 ).length ).toBe( 50_000 );
	} );

	it.each( [
		[ 'one word', 'a ' ],
		[ 'two words', 'so on ' ],
		[ 'one sign', '.' ],
		[ 'signs', '.,;|-' ],
		[ 'lines of signs', '.\n|-\n' ],
		[ 'empty lines', '\n' ],
		[ 'one letter', 'a' ],
		[ 'Chinese', '委员会必须在十四天内书面答复。' ],
		[ 'Thai', 'สภาต้องตอบภายในสิบสี่วัน' ],
		[ 'Arabic', 'يجب على اللجنة أن ترد كتابة ' ],
		[ 'emoji', '👩‍👩‍👧 😀' ],
		[ 'lone surrogates', '\ud83d \udc00\ud83d' ],
		[ 'combining marks', '\u0301' ],
		[ 'translation markers', '<translate><!--T:1--> a ' ],
		[ 'markers without an end', '<!--T:' ]
	] )( 'of nothing but %s', ( _name, part ) => {
		const text = repeated( part, 100_000 );
		const trace = traceAll( [ text, `${ text } fresh`, '', text, `fresh ${ text.slice( 50_000 ) }`, text ] );
		expect( introducedBy( trace, 6 ).length ).toBeLessThanOrEqual( 1 );
	} );

	it.each( [ '<!--', '{{', '[[a:', '<nowiki>', '<pre>', '<ref name="', '[http://a ', '= ' ] )( 'of nothing but %s has its sections read in proportion to its length', ( part ) => {
		expect( growth(
			200_000, ( length ) => onePage( 'x', repeated( part, length ) ), sectionEvents
		) ).toBeLessThan( LINEAR );
	} );

	it( 'of a small vocabulary, all new in each revision', () => {
		let state = 1;
		const text = (): string => Array.from( { length: 20_000 }, () => {
			state = ( state * 16807 ) % 2147483647;
			return `w${ state % 50 }${ state % 13 ? '' : '\n' }`;
		} ).join( ' ' );
		const first = text();
		const trace = traceAll( [ first, text(), text(), first ] );
		expect( introducedBy( trace, 1 ).length ).toBe( 20_000 );
	} );
} );

describe( 'a strange history', () => {
	it( 'is empty', () => {
		const trace = traceOf( [] );
		expect( trace.words( '' ).ids.length ).toBe( 0 );
		expect( trace.text( '' ) ).toBe( '' );
		expect( trace.lines( '' ) ).toEqual( [] );
	} );

	it( 'has no text at all', () => {
		const trace = traceOf( onePage( null, null ) );
		expect( trace.words( '' ).ids.length ).toBe( 0 );
		expect( trace.revisions.map( ( { missing } ) => missing ) ).toEqual( [ true, true ] );
	} );

	it( 'repeats its revisions', () => {
		const trace = traceOf( [ ...onePage( 'One.', 'One two.' ), ...onePage( 'One.', 'One two.' ) ] );
		expect( introducedBy( trace, 1 ) ).toEqual( [ 'One' ] );
		expect( introducedBy( trace, 2 ) ).toEqual( [ 'two' ] );
	} );

	it( 'has pages with the names of built-in fields', () => {
		const trace = traceOf( [ '__proto__', 'constructor', 'toString' ].map(
			( page, at ) => ( { revid: at + 1, page, text: `Page ${ page }` } )
		) );
		expect( trace.text( '__proto__' ) ).toBe( 'Page __proto__' );
		expect( [ ...trace.pages.keys() ] ).toEqual( [ '__proto__', 'constructor', 'toString' ] );
	} );

	it( 'has words with the names of built-in fields', () => {
		const trace = traceOf( onePage( 'constructor hasOwnProperty', 'constructor __proto__ hasOwnProperty' ) );
		expect( introducedBy( trace, 2 ) ).toEqual( [ '__proto__' ] );
	} );
} );
