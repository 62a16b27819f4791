import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../build/generate';
import { mergeEntries, setTopic, splitEntry } from '../../src/log/edit-entries';
import { addAdvice, addChange, addReview, addThing, removeThing } from '../../src/log/edit-log';
import { supersede, withdraw, withhold } from '../../src/log/edit-outcome';
import { nameByRole, setNaming } from '../../src/log/edit-people';
import { withValueAt, type JsonValue } from '../../src/log/json-value';
import { text } from '../e2e/texts';
import { orchardLog } from '../log/fixtures/orchard';
import { unknownMessages } from '../panel/fake-mw';
import { installLogMw } from './fake-mw';

let editSentences: ( edit: { before: string; after: string } ) => string[];
beforeAll( async () => {
	await generate();
	installLogMw();
	( { editSentences } = await import( '../../src/logpage/change-list' ) );
} );

const log = orchardLog as unknown as JsonValue;
const ladders = 'Who may use the tall ladders?';
const second = orchardLog.entries[ 1 ]?.request.question ?? '';

/** What was done, and words of which each has to stand in some sentence. */
const edits: [ string, () => JsonValue, string[] ][] = [
	[ 'split', () => splitEntry( addAdvice( log, 'o1', { summary: 'Rope them.' } ).log, 'o1', [ 'o1.1' ] ).log, [ ladders, 'entry' ] ],
	[ 'merge', () => mergeEntries( log, [ 'o1', 'o2' ] ).log, [ ladders, second ] ],
	[ 'topic of several', () => setTopic( log, [ 'o1', 'o2' ], 'safety' ), [ 'Safety', ladders ] ],
	[ 'withheld', () => withhold( log, 'o1.1', { level: 'withheld', reason: 'legal-privilege' } ).log, [ ladders, text( 'disclosure-withheld' ), text( 'reason-legal-privilege' ) ] ],
	[ 'superseded', () => supersede( log, 'o1.1', 'o2.1' ), [ ladders, text( 'outcome-superseded' ) ] ],
	[ 'withdrawn', () => withdraw( log, 'o1', 'Nobody asks any more.' ), [ ladders, text( 'request-withdrawn' ) ] ],
	[ 'named by role', () => nameByRole( log, 'mira', 'A safety expert' ).log, [ 'A safety expert' ] ],
	[ 'naming of advisers', () => setNaming( log, [ 'o1' ], 'withheld' ), [ 'Mira' ] ],
	[ 'advice added', () => addAdvice( log, 'o1', { summary: 'Rope them.' } ).log, [ ladders ] ],
	[ 'edit added', () => addChange( log, 'o1.1', { revision: 4711 } ).log, [ '4711', ladders ] ],
	[ 'review added', () => addReview( log, 'o1.1', { by: 'mira', stance: 'objects' } ).log, [ ladders ] ],
	[ 'section added', () => addThing( log, 'sections', { page: 'rules', heading: 'Rakes' } ).log, [ 'Rakes' ] ],
	[ 'topic removed', () => removeThing( log, 'topics', 'ladders' ), [ 'Ladders' ] ],
	[ 'entry removed', () => removeThing( log, 'entries', 'o1' ), [ ladders ] ],
	[ 'outcome', () => withValueAt( log, '/entries/0/advice/0/disposition/outcome', 'declined' ), [ ladders, text( 'outcome-declined' ) ] ],
	[ 'unknown field', () => withValueAt( log, '/entries/0/mood', 'hopeful' ), [ ladders, 'mood' ] ]
];

describe( 'what an edit by forms did, in the difference and the history', () => {
	it.each( edits )( '%s', ( _what, edit, words ) => {
		const [ before, after ] = [ log, edit() ].map( ( state ) => JSON.stringify( state ) );
		const sentences = editSentences( { before: before ?? '', after: after ?? '' } );
		for ( const word of words ) {
			expect( sentences.join( '\n' ).toLowerCase() ).toContain( word.toLowerCase() );
		}
		// Of what was withheld nothing is repeated.
		expect( sentences.join( '\n' ) ).not.toMatch( /undefined|\[object|never alone/ );
		expect( [ ...unknownMessages ] ).toEqual( [] );
	} );
} );
