/**
 * Measures the trace side by side with jsdiff and fast-myers-diff: accuracy, time, memory.
 *
 * Use: npm run bench -- [--write] [--only TEXT] [--trace NAME] [--folder PATH] [--limit SECONDS]
 *
 * --write puts the table into docs/benchmark.md; --only takes the histories whose name contains
 * TEXT, --trace only one of the three; --folder is where histories lie beside those that are
 * generated, ../shared/data by default, and can be absent.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../build/root';
import { benchHistories } from './bench-histories';
import { benchPage } from './bench-page';
import { benchRows } from './bench-rows';
import type { BenchRow, NamedEngine } from './bench-rows';
import { benchTable } from './bench-table';
import { ourTrace } from './our-trace';
import { jsdiffTrace, myersTrace } from './rival-traces';

const { values } = parseArgs( { options: {
	write: { type: 'boolean', default: false },
	only: { type: 'string' },
	trace: { type: 'string' },
	folder: { type: 'string', default: join( root, '..', 'shared', 'data' ) },
	limit: { type: 'string', default: '60' }
} } );
const limit = Number( values.limit ) * 1000;
if ( values.write && ( values.only || values.trace ) || !( limit > 0 ) ) {
	process.stderr.write( '--write takes all histories and traces; --limit is a number of seconds.\n' );
	process.exit( 2 );
}
const engines: NamedEngine[] = [
	{ name: 'ours', trace: ourTrace, isOurs: true },
	{ name: 'jsdiff', trace: jsdiffTrace, isOurs: false },
	{ name: 'fast-myers-diff', trace: myersTrace, isOurs: false }
].filter( ( { name } ) => !values.trace || name === values.trace );

const rows: BenchRow[] = [];
for ( const { name, read } of benchHistories( values.folder ) ) {
	if ( !values.only || name.includes( values.only ) ) {
		process.stderr.write( `${ name } …\n` );
		rows.push( ...await benchRows( read(), engines, limit ) );
	}
}
const table = benchTable( rows, limit );
process.stdout.write( `${ table }\n` );
if ( values.write ) {
	const machine = `Node ${ process.versions.node }, ${ cpus()[ 0 ]?.model.trim() ?? 'unknown' }`;
	writeFileSync( join( root, 'docs', 'benchmark.md' ), benchPage( table, machine, limit ) );
}
