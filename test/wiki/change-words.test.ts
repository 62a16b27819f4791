import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import type { JsonValue } from '../../src/log/json-value';
import { unknownMessages } from '../panel/fake-mw';
import { installLogMw } from '../logpage/fake-mw';

let changeSentences: ( states: { before: JsonValue; after: JsonValue } ) => string[];
type Text = string | null | undefined;
let editSentences: ( edit: { before: Text; after: Text } ) => string[];
beforeAll( async () => {
	await generate();
	installLogMw();
	( { changeSentences } = await import( '../../src/wiki/change-words' ) );
	( { editSentences } = await import( '../../src/logpage/change-list' ) );
} );

const question = 'Does the wording on conflict of interest suffice?';

interface Parts {
	advice?: object[];
	request?: object;
	log?: object;
}

function log( { advice = [ {} ], request = {}, log: more = {} }: Parts = {} ): JsonValue {
	return {
		schemaVersion: 1,
		draft: { pages: [ { id: 'p', title: 'Rules' } ], sections: [ { id: 's', page: 'p', heading: '' } ] },
		agents: [ { id: 'marit', name: 'Marit' }, { id: 'ada', name: 'Ada' } ],
		entries: [ {
			id: 'e1',
			request: { question, ...request },
			advice: advice.map( ( one, index ) => ( { id: `e1.${ index + 1 }`, ...one } ) )
		} ],
		...more
	} as unknown as JsonValue;
}

describe( 'what changed in words', () => {
	it.each<[ string, Parts, Parts, string[] ]>( [
		[
			'an outcome that was recorded', {}, { advice: [ { disposition: { outcome: 'adopted' } } ] },
			[ `“Outcome” of “${ question }” set to “Adopted”` ]
		],
		[
			'an outcome that became another one',
			{ advice: [ { disposition: { outcome: 'pending' } } ] },
			{ advice: [ { disposition: { outcome: 'declined', decidedBy: [ 'marit', 'ada' ] } } ] },
			[
				`“Outcome” of “${ question }” changed from “Not decided yet” to “Not followed”`,
				`“Decided by” of “${ question }” set to “Marit, Ada”`
			]
		],
		[
			'a decision that was taken out', { advice: [ { disposition: { outcome: 'adopted' } } ] }, {},
			[ `“Outcome” of “${ question }” taken out` ]
		],
		[
			'one of several pieces of advice', { advice: [ {}, {} ] }, { advice: [ {}, { channel: 'email' } ] },
			[ `“Channel” of “${ question } (e1.2)” set to “e-mail”` ]
		],
		[
			'a long text', { advice: [ { summary: 'One.' } ] }, { advice: [ { summary: 'Two.' } ] },
			[ `“Summary” of “${ question }” changed` ]
		],
		[
			'a vague date, and who asked', {}, { request: { requestedOn: '2016~', requestedBy: [ 'gone' ] } },
			[
				`“Asked on” of “${ question }” set to “about 2016”`,
				`“Asked by” of “${ question }” set to “gone”`
			]
		],
		[
			'an edit that was named', {}, { advice: [ { changes: [ { revision: 112 } ] } ] },
			[ `Added: edit 112 for “${ question }”` ]
		],
		[
			'an entry that was added', { log: { entries: [] } }, {}, [ `Added: entry “${ question }”` ]
		],
		[
			'a person who was removed, and the title', {},
			{ log: { title: 'Rules: advice', agents: [ { id: 'ada', name: 'Ada' } ] } },
			[ 'Removed: person or organisation “Marit”', '“Title” of “Rules: advice” filled in' ]
		],
		[
			'what is no choice of the log, and a field that is not known', {},
			{ advice: [ { channel: '__proto__', mood: { of: 'hope' } } ] },
			[
				`“Channel” of “${ question }” set to “__proto__”`,
				`“mood.of” of “${ question }” filled in`
			]
		]
	] )( '%s', ( _what, before, after, sentences ) => {
		expect( new Set( changeSentences( { before: log( before ), after: log( after ) } ) ) )
			.toEqual( new Set( sentences ) );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );

	it( 'says so where a text is hidden, unreadable, readable again, the first, or only written otherwise', () => {
		const text = JSON.stringify( log() );
		const sentence = ( before: Text, after: Text ): string => (
			editSentences( { before, after } ).join()
		);
		expect( sentence( null, text ) ).toContain( 'is hidden' );
		expect( sentence( text, null ) ).toContain( 'is hidden' );
		expect( sentence( text, 'oops' ) ).toContain( 'not JSON' );
		expect( sentence( text, '[]' ) ).toContain( 'not JSON' );
		expect( sentence( 'oops', text ) ).toContain( 'now it can' );
		expect( sentence( undefined, text ) ).toBe( 'The log begins, with one entry.' );
		expect( sentence( text, JSON.stringify( log(), null, '\t' ) ) ).toContain( 'only the way' );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );
} );
