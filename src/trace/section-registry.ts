/** Every section that stands or ever stood on a page of the draft, and where its words are. */
import {
	measured, measuredRange, measuredWords, type SectionInput, type TrackedSection, type WordShare
} from './section-types';
import { WordOwners, type Overlap } from './word-owners';

/**
 * So many ended sections with one heading are remembered by it: an edit war that adds and
 * removes a heading a thousand times leaves a thousand.
 */
const MOST_NAMESAKES = 8;

export class SectionRegistry {
	private readonly owners = new WordOwners();

	private readonly standing = new Map<number, TrackedSection>();

	private readonly ended = new Map<number, TrackedSection>();

	/** Ids of the newest ended sections by heading, the last one last. */
	private readonly endedByHeading = new Map<string, number[]>();

	/** By the words that sections had at any time: which one had them last. */
	private readonly states = new Map<number, number>();

	private lastId = 0;

	/** @param fold gives what is equal for headings that are the same */
	public constructor( private readonly fold: ( heading: string | null ) => string ) {}

	public newId(): number {
		return ++this.lastId;
	}

	public isStanding( id: number ): boolean {
		return this.standing.has( id );
	}

	/** A section as it was last. */
	public get( id: number ): TrackedSection | undefined {
		return this.standing.get( id ) || this.ended.get( id );
	}

	/** The sections that words of a section belong to, or belonged to when they stood last. */
	public known( input: SectionInput ): Map<TrackedSection, Overlap> {
		const result = new Map<TrackedSection, Overlap>();
		for ( const [ id, overlap ] of this.owners.overlaps( input ) ) {
			const section = this.get( id );
			if ( section ) {
				result.set( section, overlap );
			}
		}
		for ( const section of this.endedNamesakes( input.heading ) ) {
			result.set( section, commonWords( section, input ) );
		}
		const former = this.get( this.states.get( fingerprint( input ) ) ?? -1 );
		if ( former ) {
			const { heading } = commonWords( former, input );
			result.set( former, { words: measuredWords( input ), heading, exact: true } );
		}
		return result;
	}

	/**
	 * Ended sections with a heading. When they were merged, their words came to belong to
	 * other sections; that may be undone.
	 */
	private endedNamesakes( heading: string | null ): TrackedSection[] {
		const ids = this.endedByHeading.get( this.fold( heading ) ) || [];
		return ids.map( ( id ) => this.ended.get( id ) as TrackedSection );
	}

	/** Where the words of a section stand. */
	public shares( section: SectionInput ): WordShare[] {
		const counts = new Map<number, number>();
		for ( const word of measured( section ) ) {
			const id = this.owners.standsIn( word );
			counts.set( id, ( counts.get( id ) || 0 ) + 1 );
		}
		const shares: WordShare[] = [];
		for ( const [ id, count ] of counts ) {
			const standing = this.standing.get( id );
			if ( standing ) {
				shares.push( { section: standing, share: count / measuredWords( section ) } );
			}
		}
		return shares;
	}

	/** Notes that a section is not as it was, or not there, any more. */
	public end( section: TrackedSection ): void {
		this.owners.leave( section.id, section.words );
		this.standing.delete( section.id );
		this.ended.set( section.id, section );
		const heading = this.fold( section.heading );
		const newest = ( this.endedByHeading.get( heading ) || [] ).slice( 1 - MOST_NAMESAKES );
		this.endedByHeading.set( heading, [ ...newest, section.id ] );
	}

	/** Notes that a section stands as it is now, new or back or changed. */
	public stand( section: TrackedSection ): void {
		const former = this.get( section.id );
		if ( former ) {
			this.owners.leave( section.id, former.words );
		}
		if ( former && this.ended.delete( section.id ) ) {
			const heading = this.fold( former.heading );
			const namesakes = this.endedByHeading.get( heading ) || [];
			this.endedByHeading.set( heading, namesakes.filter( ( id ) => id !== section.id ) );
		}
		this.standing.set( section.id, section );
		this.owners.settle( section.id, section.words );
		this.states.set( fingerprint( section ), section.id );
	}
}

/**
 * Tells the words by which sections are measured apart: a hash of 52 bits of their ids in order,
 * by two multiplications modulo primes below 2^26.
 */
function fingerprint( section: SectionInput ): number {
	let first = 1;
	let second = 1;
	for ( const word of measured( section ) ) {
		first = ( first * 31 + word ) % 67108859;
		second = ( second * 1009 + word ) % 67108837;
	}
	return first * 67108864 + second;
}

/** The words of a section that stand in another one. */
export function commonWords( section: TrackedSection, input: SectionInput ): Overlap {
	const words = new Set( section.words );
	const [ first, end ] = measuredRange( input );
	const overlap: Overlap = { words: 0, heading: 0 };
	input.words.forEach( ( word, at ) => {
		if ( words.has( word ) ) {
			overlap.words += Number( at >= first && at < end );
			overlap.heading += Number( at < input.headingWords );
		}
	} );
	return overlap;
}
