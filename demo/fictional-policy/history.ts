/** The demonstration's pages with every revision, made afresh from the chapters. */
import { firstDraft } from './chapters/1-first-draft';
import { theDraftGrows } from './chapters/2-the-draft-grows';
import { firstAdvice } from './chapters/3-first-advice';
import { theSplit } from './chapters/4-the-split';
import { translation } from './chapters/5-translation';
import { towardsApproval } from './chapters/6-towards-approval';
import { RULES } from './names';
import { Story, type PageHistory } from './story';

/** Tells the whole story. It has no chance in it: every call gives the same. */
export function tellStory(): Story {
	const story = new Story( RULES );
	firstDraft( story );
	theDraftGrows( story );
	firstAdvice( story );
	theSplit( story );
	translation( story );
	towardsApproval( story );
	return story;
}

export const story = tellStory();

/** One history a page, in the project's history format; revision ids are ours. */
export const histories: PageHistory[] = story.histories();

/**
 * The revision id in `histories` of an edit that has a name.
 *
 * @throws {Error} if no edit has that name
 */
export function revisionNamed( name: string ): number {
	return story.named( name ).revision.revid;
}
