import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from '../../src/trace/trace';

/** A sentence with the revision that introduced it; its words occur nowhere else. */
interface Sentence {
	words: { text: string; origin: number }[];
}

type Edit =
	{ kind: 'insert' | 'delete' | 'move' | 'restore' | 'swap' | 'blank'; at: number; to: number };

const edit: fc.Arbitrary<Edit> = fc.record( {
	kind: fc.constantFrom( 'insert', 'delete', 'move', 'restore', 'swap', 'blank' ),
	at: fc.nat( 30 ),
	to: fc.nat( 30 )
} );

/** A text whose sentences are separate lines or follow each other, as `layout` tells. */
function render( sentences: Sentence[], layout: number ): string {
	return sentences.map( ( { words }, index ) => words.map( ( { text } ) => text ).join( ' ' ) +
		( ( index + layout ) % 3 ? '. ' : '.\n\n' ) ).join( '' );
}

/** Edits a text and knows where every word comes from. */
class Editor {
	public sentences: Sentence[] = [];

	private readonly deleted: Sentence[] = [];

	private next = 0;

	public apply( { kind, at, to }: Edit, revision: number ): void {
		const { sentences, deleted } = this;
		const place = at % ( sentences.length + 1 );
		const sentence = sentences[ place ];
		if ( kind === 'insert' ) {
			sentences.splice( place, 0, this.invent( revision ) );
		} else if ( kind === 'restore' ) {
			const [ back ] = deleted.splice( to % ( deleted.length || 1 ), 1 );
			sentences.splice( place, 0, ...back ? [ back ] : [] );
		} else if ( kind === 'blank' ) {
			deleted.push( ...sentences.splice( 0 ) );
		} else if ( sentence && kind === 'delete' ) {
			deleted.push( ...sentences.splice( place, 1 ) );
		} else if ( sentence && kind === 'move' ) {
			sentences.splice( place, 1 );
			sentences.splice( to % ( sentences.length + 1 ), 0, sentence );
		} else if ( sentence ) {
			const words = [ ...sentence.words ];
			words[ to % words.length ] = { text: `n${ this.next++ }`, origin: revision };
			sentences[ place ] = { words };
		}
	}

	public origins(): string {
		return this.sentences.flatMap( ( { words } ) => words
			.map( ( { text, origin } ) => `${ text }:${ origin }` ) ).join( ' ' );
	}

	private invent( revision: number ): Sentence {
		const number = this.next++;
		return { words: Array.from( { length: 5 + number % 9 }, ( _, index ) => (
			{ text: `w${ number }x${ index }`, origin: revision }
		) ) };
	}
}

/** Sentences of fewer words may be found again or not: what is too short says too little. */
const history = fc.array( fc.tuple( edit, fc.nat( 2 ) ), { minLength: 5, maxLength: 60 } );

describe( 'random edits with known origins', () => {
	it( 'are told exactly, and every state is whole', () => {
		fc.assert( fc.property( history, ( edits ) => {
			const editor = new Editor();
			const trace = new Trace();
			edits.forEach( ( [ next, layout ], revision ) => {
				editor.apply( next, revision );
				const text = render( editor.sentences, layout );
				trace.add( { revid: revision, page: 'P', text } );
				const words = trace.words( 'P' );
				expect( words.text ).toBe( text );
				expect( new Set( words.ids ).size ).toBe( words.ids.length );
				expect( [ ...words.ids ].map( ( id ) => `${ trace.textOf( id ) }:${ trace.originOf( id ) }` )
					.join( ' ' ) ).toBe( editor.origins() );
			} );
		} ), { numRuns: 150 } );
	} );
} );
