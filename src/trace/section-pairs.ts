/** Pairs of sections, before and after an edit of their page, while they are being found. */
import { keptOrder } from './kept-order';
import { Outline } from './section-outline';
import type { SectionInput, TrackedSection } from './section-types';

/** Places between sections that continue in the same order. */
export interface Places {
	/** For each section of before, how many of those stand before it. */
	readonly before: readonly number[];
	/** The same for the sections now. */
	readonly after: readonly number[];
}

export class SectionPairs {
	/** For each section now: the one that it continues, or that has come back with it. */
	public readonly found: ( TrackedSection | null )[];

	/** For each section now, index in `before` of what it continues; -1 if not from there. */
	private readonly oldOf: number[];

	/** For each section of before, index of what continues it; -1 while there is none. */
	private readonly newOf: number[];

	private restOld: number[] | null = null;

	private restNew: number[] | null = null;

	private readonly fetched = new Set<number>();

	private outlines: [ Outline, Outline ] | null = null;

	/**
	 * @param before sections of the page before the edit, in order
	 * @param after sections of the page after it
	 */
	public constructor(
		public readonly before: readonly TrackedSection[],
		public readonly after: readonly SectionInput[]
	) {
		this.found = after.map( () => null );
		this.oldOf = after.map( () => -1 );
		this.newOf = before.map( () => -1 );
	}

	public get oldOutline(): Outline {
		return this.outline( 0 );
	}

	public get newOutline(): Outline {
		return this.outline( 1 );
	}

	/** Whether nothing continues a section of before. */
	public isFreeOld( old: number ): boolean {
		return this.newOf[ old ] === -1;
	}

	/** Whether nothing is known that a section now continues. */
	public isFreeNew( now: number ): boolean {
		return !this.found[ now ];
	}

	/** Indexes of the sections of before that nothing continues. */
	public freeOld(): number[] {
		const rest = this.restOld || [ ...this.newOf.keys() ];
		this.restOld = rest.filter( ( old ) => this.isFreeOld( old ) );
		return this.restOld;
	}

	/** Indexes of the sections now that continue nothing. */
	public freeNew(): number[] {
		const rest = this.restNew || [ ...this.found.keys() ];
		this.restNew = rest.filter( ( now ) => this.isFreeNew( now ) );
		return this.restNew;
	}

	/** For each section now, the index in `before` of what it continues; -1 if not from there. */
	public get olds(): readonly number[] {
		return this.oldOf;
	}

	/** Index in `before` of the section that a section now continues; -1 if not from there. */
	public old( now: number ): number {
		return this.oldOf[ now ] ?? -1;
	}

	/**
	 * Index in `before` of what a section now is part of; -1 if of nothing, null if that is
	 * new.
	 */
	public formerParent( now: number ): number | null {
		const parent = this.newOutline.parent( now );
		const former = this.old( parent );
		return parent === -1 ? -1 : former === -1 ? null : former;
	}

	/** Notes that two sections are one, if both are free. */
	public link( old: number, now: number ): void {
		const section = this.before[ old ];
		if ( section && this.isFreeOld( old ) && this.isFreeNew( now ) ) {
			this.found[ now ] = section;
			this.oldOf[ now ] = old;
			this.newOf[ old ] = now;
		}
	}

	/** Whether a section that ended earlier or is on another page was not linked. */
	public isAway( section: TrackedSection ): boolean {
		return !this.fetched.has( section.id );
	}

	/** Notes that a section now is one that ended earlier or that comes from another page. */
	public fetch( section: TrackedSection, now: number ): void {
		if ( this.isAway( section ) && this.isFreeNew( now ) ) {
			this.fetched.add( section.id );
			this.found[ now ] = section;
		}
	}

	/** Links the sections whose words are the same array as before, wherever they stand. */
	public linkUnchanged(): void {
		const { before, after } = this;
		let start = 0;
		while ( start < after.length && isUnchanged( before[ start ], after[ start ] ) ) {
			this.link( start, start++ );
		}
		let [ old, now ] = [ before.length - 1, after.length - 1 ];
		while ( old >= start && now >= start && isUnchanged( before[ old ], after[ now ] ) ) {
			this.link( old--, now-- );
		}
		const left = new Map<Int32Array, number>();
		for ( ; old >= start; old-- ) {
			left.set( ( before[ old ] as TrackedSection ).words, old );
		}
		for ( ; now >= start; now-- ) {
			const section = after[ now ] as SectionInput;
			const at = section.words.length ? left.get( section.words ) : undefined;
			if ( at !== undefined ) {
				this.link( at, now );
			}
		}
	}

	/** The places between the pairs found so far, apart from those that were moved. */
	public places(): Places {
		const pairs = [ ...this.oldOf.keys() ].filter( ( now ) => this.old( now ) !== -1 );
		const stays = keptOrder(
			pairs.map( ( now ) => this.old( now ) ),
			pairs.map( ( now ) => this.after[ now ]?.words.length || 0 )
		);
		const anchors = pairs.filter( ( _, at ) => stays[ at ] );
		return {
			before: countAnchors( this.before.length, anchors.map( ( now ) => this.old( now ) ) ),
			after: countAnchors( this.after.length, anchors )
		};
	}

	private outline( which: 0 | 1 ): Outline {
		this.outlines = this.outlines || [ new Outline( this.before ), new Outline( this.after ) ];
		return this.outlines[ which ];
	}
}

function isUnchanged( old: SectionInput | undefined, now: SectionInput | undefined ): boolean {
	return !!old && !!now && old.words === now.words &&
		old.heading === now.heading && old.level === now.level;
}

/** For each index below `length`, how many of the anchors, given in order, are not above it. */
function countAnchors( length: number, anchors: readonly number[] ): number[] {
	const counts: number[] = [];
	let passed = 0;
	for ( let at = 0; at < length; at++ ) {
		passed += Number( anchors[ passed ] === at );
		counts.push( passed );
	}
	return counts;
}
