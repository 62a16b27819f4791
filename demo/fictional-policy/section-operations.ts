/** Operations on sections as a whole. */
import { branchLength, sectionAt, sectionIndex } from './document';
import { effect, type Operation } from './operation';
import { prose } from './prose';

/** A section to insert. */
export interface NewSection {
	id: string;
	heading: string;
	/** 2 if absent. */
	level?: number;
	text: string;
	/** Heading of the section (with its subsections) that it follows; the end if absent. */
	after?: string;
}

export function insertSection( { id, heading, level = 2, text, after }: NewSection ): Operation {
	return ( page ) => {
		const section = { id, heading, level, body: prose( text ) };
		const index = after === undefined ? page.sections.length :
			sectionIndex( page, after ) +
				( level === 2 ? branchLength( page, sectionIndex( page, after ) ) : 1 );
		page.sections.splice( index, 0, section );
		return [ effect( section, `${ heading } ${ section.body }`, '' ) ];
	};
}

/** Deletes a section and its subsections. */
export function deleteSection( where: string ): Operation {
	return ( page ) => {
		const index = sectionIndex( page, where );
		return page.sections.splice( index, branchLength( page, index ) )
			.map( ( section ) => effect( section, '', `${ section.heading } ${ section.body }` ) );
	};
}

export function renameSection( where: string, heading: string ): Operation {
	return ( page ) => {
		const section = sectionAt( page, where );
		const old = section.heading;
		section.heading = heading;
		return [ effect( section, heading, old ) ];
	};
}

/** Moves a section with its subsections to the place before another. */
export function moveSection( where: string, before: string ): Operation {
	return ( page ) => {
		const index = sectionIndex( page, where );
		const branch = page.sections.splice( index, branchLength( page, index ) );
		page.sections.splice( sectionIndex( page, before ), 0, ...branch );
		return [];
	};
}

export function changeLevel( where: string, level: number ): Operation {
	return ( page ) => {
		sectionAt( page, where ).level = level;
		return [];
	};
}

/** Moves the text of one section to the end of another; its heading goes. */
export function mergeSection( where: string, into: string ): Operation {
	return ( page, { recordMerge } ) => {
		const target = sectionAt( page, into );
		const [ source ] = page.sections.splice( sectionIndex( page, where ), 1 );
		target.body = `${ target.body }\n\n${ source!.body }`;
		recordMerge( source!.id, target.id );
		return [ effect( target, '', source!.heading ) ];
	};
}
