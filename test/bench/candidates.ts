/**
 * Measures how often the edit that applied a piece of advice is among the first candidates.
 *
 * Use: npm run bench:candidates -- [--write] [--folder PATH] [--seed NUMBER] [--missed]
 *
 * --write puts the table into docs/benchmark-candidates.md; --seed makes other histories and
 * other advice; --missed tells which advice was missed, and at which place its edit stands.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../build/root';
import { historyNames, readHistory } from './bench-history';
import { fictionalCases, generatedCases, type CandidateCases } from './candidate-cases';
import { candidatesPage, candidatesTable } from './candidates-page';
import { policyText } from './policy-text';
import { scoreCandidates } from './score-candidates';

const { values } = parseArgs( { options: {
	write: { type: 'boolean', default: false },
	missed: { type: 'boolean', default: false },
	folder: { type: 'string', default: join( root, '..', 'shared', 'data' ) },
	// The ranking was written with 1 to 3 at hand.
	seed: { type: 'string', default: '5' }
} } );
const seed = Number( values.seed );

/** The longest page of less than 60 kB that a history came to. */
function textOf( name: string ): string {
	const texts = readHistory( values.folder, name ).revisions
		.flatMap( ( { text } ) => text && text.length < 60000 ? text : [] );
	return texts.reduce( ( longest, text ) => text.length > longest.length ? text : longest, '' );
}

function* allCases(): Generator<CandidateCases> {
	yield fictionalCases();
	for ( let nth = 0; nth < 3; nth++ ) {
		yield generatedCases( {
			name: `policy of few phrases, ${ nth + 1 }`,
			text: policyText( 12000, seed * 10 + nth ),
			foreignText: policyText( 12000, seed * 10 + nth + 5 ),
			seed: seed * 100 + nth
		} );
	}
	const names = historyNames( values.folder )
		.filter( ( name ) => /contributor_covenant|node_moderation|anarchism/.test( name ) );
	for ( const [ index, name ] of names.entries() ) {
		const other = names[ ( index + 1 ) % names.length ] ?? name;
		yield generatedCases( {
			name: `from ${ name }`, text: textOf( name ), foreignText: textOf( other ), seed: seed * 100 + 50 + index
		} );
	}
}

const scores = [];
for ( const cases of allCases() ) {
	process.stderr.write( `${ cases.name } …\n` );
	const score = scoreCandidates( cases );
	scores.push( score );
	if ( values.missed && score.missed.length ) {
		process.stderr.write( `  missed: ${ score.missed.map( ( [ name, place ] ) => `${ name } (${ place })` ).join( ', ' ) }\n` );
	}
}
const table = candidatesTable( scores );
process.stdout.write( `${ table }\n` );
if ( values.write ) {
	writeFileSync( join( root, 'docs', 'benchmark-candidates.md' ), candidatesPage( table, values.seed ) );
}
