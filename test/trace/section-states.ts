/** Helpers to write the states of pages with known word identities, and to read events. */
import { sectionEvents } from '../../src/trace/section-events';
import { SectionTracker } from '../../src/trace/section-identity';
import type { SectionInput, SectionStep } from '../../src/trace/section-types';

/** Gives each name of a word an id. */
export class WordNames {
	private readonly ids = new Map<string, number>();

	public id( name: string ): number {
		const id = this.ids.get( name ) ?? this.ids.size + 1;
		this.ids.set( name, id );
		return id;
	}
}

/** `a1-3 b7` as a1 a2 a3 b7 */
function spread( words: string ): string[] {
	return words.split( ' ' ).filter( Boolean ).flatMap( ( word ) => {
		const range = /^([a-z]+)(\d+)-(\d+)$/.exec( word );
		return range ?
			Array.from( { length: Number( range[ 3 ] ) - Number( range[ 2 ] ) + 1 },
				( _, at ) => `${ range[ 1 ] }${ Number( range[ 2 ] ) + at }` ) :
			[ word ];
	} );
}

/** Sections of pages, written as text. */
export class Pages {
	public readonly tracker = new SectionTracker();

	private readonly names = new WordNames();

	/**
	 * A page: the lead's words, then for each section `== Heading: words`. Words of headings
	 * are told apart by heading and number, so they keep their identity under the same heading.
	 */
	public page( lead: string, ...sections: string[] ): SectionInput[] {
		const seen = new Map<string, number>();
		return [
			this.section( null, 0, [], spread( lead ) ),
			...sections.map( ( written ) => {
				const [ title = '', words = '' ] = written.split( ': ' );
				const [ marks = '', ...name ] = title.split( ' ' );
				const heading = name.join( ' ' );
				const nth = ( seen.get( heading ) || 0 ) + 1;
				seen.set( heading, nth );
				const own = heading.split( ' ' ).map( ( word ) => `${ word }/${ heading }/${ nth }` );
				return this.section( heading, marks.length, own, spread( words ) );
			} )
		];
	}

	public step( page: string, lead: string, ...sections: string[] ): SectionStep {
		return this.tracker.add( page, this.page( lead, ...sections ) );
	}

	/** The events of a state that follows, as lines. */
	public edit( lead: string, ...sections: string[] ): string[] {
		return eventLines( this.step( 'P', lead, ...sections ) );
	}

	/** Ids of the sections of a page by heading, `#2` for the second of one heading. */
	public ids( page = 'P' ): { [ heading: string ]: number } {
		const ids: { [ heading: string ]: number } = {};
		for ( const { heading, id } of this.tracker.sections( page ) ) {
			const name = heading ?? '';
			ids[ name in ids ? `${ name }#2` : name ] = id;
		}
		return ids;
	}

	private section(
		heading: string | null, level: number, own: string[], words: string[]
	): SectionInput {
		const ids = [ ...own, ...words ].map( ( name ) => this.names.id( name ) );
		return { heading, level, words: Int32Array.from( ids ), headingWords: own.length };
	}
}

/** `rename A -> B`, with pages `A@P -> A@Q` where they differ; `-` for null. */
export function eventLines( step: SectionStep ): string[] {
	return sectionEvents( step ).map( ( { kind, from, to, fromPage, toPage } ) => {
		const [ source, target ] = [ [ from, fromPage ], [ to, toPage ] ].map( ( [ heading, page ] ) => ( heading ?? '-' ) + ( page ? `@${ page }` : '' ) );
		return `${ kind } ${ source } -> ${ target }`;
	} );
}
