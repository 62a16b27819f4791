/** What a revision did to a section. */
export interface SectionRow {
	revid: number;
	kind: string;
	/** Heading before and after; null for none. */
	from: string | null;
	to: string | null;
}

export interface SectionScore {
	/** Events that are labelled. */
	labelled: number;
	/** Of those, found. */
	found: number;
	/** Found, but not labelled. */
	spurious: number;
}

function keyOf( { revid, kind, from, to }: SectionRow ): string {
	return JSON.stringify( [ revid, kind, from, to ] );
}

/** Compares section events with hand-labelled ones: a row counts if all of it agrees. */
export function scoreSections(
	events: readonly SectionRow[], labelled: readonly SectionRow[]
): SectionScore {
	const left = labelled.map( keyOf );
	let spurious = 0;
	for ( const event of events ) {
		const at = left.indexOf( keyOf( event ) );
		if ( at < 0 ) {
			spurious++;
		} else {
			left.splice( at, 1 );
		}
	}
	return { labelled: labelled.length, found: labelled.length - left.length, spurious };
}
