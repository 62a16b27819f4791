/** How the sections of one page are nested. */
import type { SectionInput } from './section-types';

export class Outline {
	/** Index of the section that each section is part of; -1 if of none. */
	private readonly parents: number[] = [];

	/** Index after the last part of each section. */
	private readonly ends: number[] = [];

	public constructor( sections: readonly SectionInput[] ) {
		/** Sections that may get further parts, the innermost first. */
		const open: { at: number; level: number }[] = [];
		sections.forEach( ( { level }, at ) => {
			while ( open[ 0 ] && open[ 0 ].level >= level ) {
				this.ends[ open[ 0 ].at ] = at;
				open.shift();
			}
			this.parents.push( open[ 0 ] ? open[ 0 ].at : -1 );
			// The lead has no parts.
			this.ends.push( level ? sections.length : at + 1 );
			if ( level ) {
				open.unshift( { at, level } );
			}
		} );
	}

	/** Index of the section that a section is part of; -1 if it is part of none. */
	public parent( at: number ): number {
		return this.parents[ at ] ?? -1;
	}

	/** Whether a section is part of another one, at any depth. */
	public isWithin( part: number, whole: number ): boolean {
		return part > whole && part < ( this.ends[ whole ] ?? 0 );
	}
}
