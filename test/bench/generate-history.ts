/**
 * Writes a generated history and its truth.
 *
 * Use: node build/bootstrap.mjs test/bench/generate-history.ts \
 *          SEED N SOURCE.json OUT.json [FOREIGN.json]
 *
 * The text of revision 1 is the first of SOURCE.json that has at least 5 kB, or its first where
 * none has; sentences that come in are partly taken from the last text of FOREIGN.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { generateHistory } from './generated-history';
import { textsOf } from './read-texts';

const [ seed, count, source, out, foreign ] = process.argv.slice( 2 );
if ( !source || !out || !( Number( count ) >= 1 ) || !Number.isInteger( Number( seed ) ) ) {
	process.stderr.write( 'Use: generate-history.ts SEED N SOURCE.json OUT.json [FOREIGN.json]\n' );
	process.exit( 2 );
}
const texts = textsOf( readFileSync( source, 'utf8' ) );
const history = generateHistory( {
	text: texts.find( ( text ) => text.length >= 5000 ) ?? texts[ 0 ] ?? '',
	foreignText: foreign ? textsOf( readFileSync( foreign, 'utf8' ) ).at( -1 ) : undefined,
	revisions: Number( count ),
	seed: Number( seed )
} );
writeFileSync( out, JSON.stringify( history.revisions ) );
writeFileSync( out.replace( /\.json$/, '' ) + '.truth.json', JSON.stringify( history.truth ) );
