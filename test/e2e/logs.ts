/** Puts drafts of the tests with their logs onto the wiki. */
import type { PageEdit } from '../../build/wiki/running-wiki';
import type { AdviceLog, Entry } from '../../src/log/types';
import { logOf, pageOf, type DraftName } from './drafts';

/** Text of a test draft that has nothing special. */
export const PLAIN_TEXT = `Words before any heading.

== Gate ==
The gate stands open by day.

== Well ==
The well is deep.`;

/** The sections of `PLAIN_TEXT` for a log. */
export function plainDraft( name: DraftName ): AdviceLog[ 'draft' ] {
	return {
		pages: [ { id: 'p', title: pageOf( name ) } ],
		sections: [ 'Gate', 'Well' ].map( ( heading ) => ( { id: heading.toLowerCase(), page: 'p', heading } ) )
	};
}

/** An entry about the gate that nothing is wrong with. */
export const gateEntry: Entry = {
	id: 'gate',
	sections: [ 'gate' ],
	request: { question: 'When should the gate be open?' },
	advice: [ {
		id: 'gate.1',
		summary: 'By day.',
		disposition: { outcome: 'confirmed-no-change' }
	} ]
};

/** The draft's page and its log, to be saved. */
export function draftWithLog(
	name: DraftName,
	log: unknown,
	options: { raw?: boolean; text?: string } = {}
): PageEdit[] {
	return [
		{ title: pageOf( name ), text: options.text ?? PLAIN_TEXT },
		{
			title: logOf( name ),
			text: options.raw === true ? String( log ) : JSON.stringify( log ),
			// Only a page of another model than `json` can hold what is no JSON.
			contentModel: options.raw === true ? 'wikitext' : 'json'
		}
	];
}
