/** The summary of an account, before it is wikitext or plain text. */
import { linkTo, own, sayWith, type Block } from './phrase';
import { howBlocks } from './summary-how';
import {
	numberBlocks, openBlocks, sectionBlocks, silentBlocks, withheldBlocks
} from './summary-parts';
import { topicBlocks } from './summary-topics';
import type { ExportInput } from './types';

/** Everything that the summary says, in order. */
export function summaryDocument( input: ExportInput ): Block[] {
	const { account, words } = input;
	const say = sayWith( words );
	const entries = topicBlocks( say, account );
	const draft = account.pages[ 0 ]?.title;
	return [
		{ kind: 'paragraph', text: say(
			'export-intro', draft ? linkTo( { page: draft }, own( draft ) ) : own( account.title ),
			linkTo( { page: account.logTitle }, own( account.logTitle ) )
		) },
		{ kind: 'paragraph', text: say( 'panel-footer' ) },
		...numberBlocks( say, account ),
		...entries.length ? [
			{ kind: 'heading', level: 2, text: say( 'export-heading-topics' ) } as const, ...entries
		] : [],
		...openBlocks( say, account ),
		...withheldBlocks( say, account ),
		...silentBlocks( say, account ),
		...sectionBlocks( say, account ),
		...howBlocks( say, input )
	];
}
