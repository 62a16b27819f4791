/** Sections of today's text in words. */
import type { SectionRef } from '../account/types';
import { linkTo, own, type Phrase, type Say } from './phrase';

/** The heading, as a link. */
export function headingWords( say: Say, ref: SectionRef ): Phrase {
	return linkTo( ref, ref.heading ? own( ref.heading ) : say( 'panel-lead' ) );
}

/** Heading and page. */
export function sectionWords( say: Say, ref: SectionRef ): Phrase {
	return say( 'panel-section-of-page', headingWords( say, ref ), own( ref.page ) );
}

/** A part of a whole in words; very little never reads as none, nor nearly all as all. */
export function shareWords( say: Say, part: number, whole: number ): Phrase {
	const exact = whole ? 100 * part / whole : 0;
	const share = part && part < whole ? Math.min( 99, Math.max( 1, Math.round( exact ) ) ) : exact;
	return say( 'export-share', part, whole, Math.round( share ) );
}
