/**
 * Measures how often the edit that applied a piece of advice is among the first candidates.
 *
 * Use: npm run bench:candidates -- [--write] [--folder PATH] [--seeds NUMBERS] [--missed]
 *
 * --write puts the table into docs/benchmark-candidates.md; --seeds makes other histories and
 * other advice; --missed tells which advice was missed, and at which place its edit stands.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../build/root';
import { historyNames, readHistory } from './bench-history';
import { fictionalCases, generatedCases, type CandidateCases } from './candidate-cases';
import { candidatesPage, candidatesTable, together } from './candidates-page';
import { policyText } from './policy-text';
import { scoreCandidates, type CandidateScore } from './score-candidates';

const { values } = parseArgs( { options: {
	write: { type: 'boolean', default: false },
	missed: { type: 'boolean', default: false },
	folder: { type: 'string', default: join( root, '..', 'shared', 'data' ) },
	// The ranking was written with 1 to 3 at hand.
	seeds: { type: 'string', default: '4,5,6,7,8,9,10,11,12,13' }
} } );
const seeds = values.seeds.split( ',' ).map( Number );

/** The longest page of less than 60 kB that a history came to. */
function textOf( name: string ): string {
	const texts = readHistory( values.folder, name ).revisions
		.flatMap( ( { text } ) => text && text.length < 60000 ? text : [] );
	return texts.reduce( ( longest, text ) => text.length > longest.length ? text : longest, '' );
}

const names = historyNames( values.folder )
	.filter( ( name ) => /contributor_covenant|node_moderation|anarchism/.test( name ) );
const texts = names.map( textOf );

function* casesOf( seed: number ): Generator<CandidateCases> {
	for ( let nth = 0; nth < 3; nth++ ) {
		yield generatedCases( {
			name: 'policies of few phrases',
			text: policyText( 12000, seed * 10 + nth ),
			foreignText: policyText( 12000, seed * 10 + nth + 5 ),
			seed: seed * 100 + nth
		} );
	}
	for ( const [ index, name ] of names.entries() ) {
		yield generatedCases( {
			name: `from ${ name }`,
			text: texts[ index ] ?? '',
			foreignText: texts[ ( index + 1 ) % names.length ] ?? '',
			seed: seed * 100 + 50 + index
		} );
	}
}

function score( cases: CandidateCases ): CandidateScore {
	const found = scoreCandidates( cases );
	if ( values.missed && found.missed.length ) {
		process.stderr.write( `  missed: ${ found.missed.map( ( [ name, place ] ) => `${ name } (${ place })` ).join( ', ' ) }\n` );
	}
	return found;
}

const madeUp = score( fictionalCases() );
const generated = seeds.flatMap( ( seed ) => {
	process.stderr.write( `seed ${ seed } …\n` );
	return Array.from( casesOf( seed ), ( cases ) => ( { seed, ...score( cases ) } ) );
} );
function half( rest: number ): CandidateScore[] {
	return generated.filter( ( { seed } ) => seed % 2 === rest );
}
const table = candidatesTable( [
	madeUp,
	...[ ...new Set( generated.map( ( { name } ) => name ) ) ].map( ( name ) => (
		together( name, generated.filter( ( one ) => one.name === name ) )
	) ),
	together( 'even seeds', half( 0 ) ),
	together( 'odd seeds', half( 1 ) ),
	together( 'all generated', generated )
] );
process.stdout.write( `${ table }\n` );
if ( values.write ) {
	writeFileSync(
		join( root, 'docs', 'benchmark-candidates.md' ), candidatesPage( table, seeds.join( ', ' ) )
	);
}
