import type { CandidateScore } from './score-candidates';

type Column = [ title: string, cell: ( score: CandidateScore ) => string ];

function percent( share: number ): string {
	return ( share * 100 ).toFixed( 0 );
}

const columns: Column[] = [
	[ 'history', ( { name } ) => name ],
	[ 'edits', ( { edits } ) => String( edits ) ],
	[ 'advice', ( { cases } ) => String( cases ) ],
	[ 'first %', ( { first } ) => percent( first ) ],
	[ 'first three %', ( { three } ) => percent( three ) ],
	[ 'first five %', ( { five } ) => percent( five ) ],
	[ 'summaries alone, first three %', ( { bySummaries } ) => percent( bySummaries ) ],
	[ 'ms', ( { time } ) => time.toFixed( 1 ) ]
];

/** The scores of several histories as one. */
export function together( name: string, scores: readonly CandidateScore[] ): CandidateScore {
	const sum = ( one: ( score: CandidateScore ) => number ): number => scores
		.reduce( ( total, score ) => total + one( score ), 0 );
	const cases = sum( ( score ) => score.cases ) || 1;
	const mean = ( one: ( score: CandidateScore ) => (
		number
	) ): number => sum( ( score ) => one( score ) * score.cases ) / cases;
	return {
		name, edits: sum( ( { edits } ) => edits ), cases,
		first: mean( ( { first } ) => first ), three: mean( ( { three } ) => three ),
		five: mean( ( { five } ) => five ), bySummaries: mean( ( { bySummaries } ) => bySummaries ),
		time: mean( ( { time } ) => time ), missed: scores.flatMap( ( { missed } ) => missed )
	};
}

/** The scores as a table of Markdown. */
export function candidatesTable( scores: readonly CandidateScore[] ): string {
	const cells = scores.map( ( score ) => (
		columns.map( ( [ , cell ] ) => cell( score ) )
	) );
	const titles = columns.map( ( [ title ] ) => title );
	const widths = titles.map( ( title, column ) => (
		Math.max( title.length, ...cells.map( ( row ) => row[ column ]?.length ?? 0 ) )
	) );
	const line = ( row: readonly string[] ): string => `| ${ row.map( ( cell, column ) => {
		const width = widths[ column ] as number;
		return column ? cell.padStart( width ) : cell.padEnd( width );
	} ).join( ' | ' ) } |`;
	const rule = widths.map( ( width, column ) => column ? `${ '-'.repeat( width - 1 ) }:` : '-'.repeat( width ) );
	return [ titles, rule, ...cells ].map( line ).join( '\n' );
}

/** The page of the documentation that holds the table. */
export function candidatesPage( table: string, seeds: string ): string {
	return `# Benchmark of candidate revisions

Written by \`npm run bench:candidates -- --write\`; do not edit. The ranking was
written with the histories of seeds 1 to 3 at hand; these are those of the seeds ${ seeds }.

For advice without a revision the gadget lists edits that may have applied it. Here the answer is
known, and kept from the ranking. How often is the right edit among the first ones?

- *made-up policy*: all advice of the demonstration that names a change.
- The other histories are generated, several of each kind, and advice is made up for 40 of the edits of each: a few words of the
  edit, partly in another form, among words of the page and of the language of advice; for three in
  ten a proposal of which three in ten words were not taken over; one date in seven is not recorded
  and every second one is vague; every tenth piece names a wrong section, every sixth none; half of
  the edits were made by the relay. One in five of these edits, and one in twenty of the others, speaks of advice in its
  summary. These are assumptions: real advice can be easier or harder.
- *from …*: the text of a history that lies beside the project, with sentences of another one
  coming in; left out where that folder is absent.
- *policies of few phrases*: all sentences are made of the same few words, so that words tell little.
- *even seeds*, *odd seeds*: the generated histories in two halves, to see how much is chance.
- *summaries alone*: the same ranking with nothing but the edit summaries. Edits of one score
  are taken in any order.
- *ms*: time for one ranking.

${ table }
`;
}
