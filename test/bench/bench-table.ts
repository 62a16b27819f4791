import type { BenchRow } from './bench-rows';

function percent( share: number | undefined ): string {
	return share === undefined ? '' : ( share * 100 ).toFixed( 2 );
}

function milliseconds( time: number | null ): string {
	return time === null ? '' : time < 100 ? time.toFixed( 1 ) : String( Math.round( time ) );
}

function bothOf( overblame: BenchRow[ 'overblame' ] ): number | undefined {
	return overblame ? overblame.survivors + overblame.restored : undefined;
}

function missingOf( { truth, overblame }: BenchRow ): number {
	return ( truth?.missing ?? 0 ) + ( overblame?.missing ?? 0 );
}

type Column = [ title: string, cell: ( row: BenchRow ) => string ];

function columnsOf( limit: number ): Column[] {
	return [
		[ 'history', ( row ) => row.history ],
		[ 'revisions', ( row ) => String( row.revisions ) ],
		[ 'MB', ( row ) => row.megabytes.toFixed( row.megabytes < 1 ? 2 : 1 ) ],
		[ 'bound ms', ( row ) => milliseconds( row.bound ) ],
		[ 'trace', ( row ) => row.engine ],
		[ 'ms', ( row ) => milliseconds( row.time ) || `> ${ limit / 1000 } s` ],
		[ 'x bound', ( row ) => row.time === null ? '' : ( row.time / row.bound ).toFixed( 1 ) ],
		[ 'slowest ms', ( row ) => milliseconds( row.slowest ) ],
		[ 'memory MB', ( row ) => row.memory?.toFixed( 1 ) ?? '' ],
		[ 'exact %', ( { truth } ) => percent( truth?.exact ) ],
		[ 'new %', ( { truth } ) => percent( truth?.fresh ) ],
		[ 'over %', ( { truth } ) => percent( truth?.over ) ],
		[ 'under %', ( { truth } ) => percent( truth?.under ) ],
		[ 'revF1', ( { truth } ) => truth?.f1.toFixed( 4 ) ?? '' ],
		[ 'A %', ( { overblame } ) => percent( overblame?.survivors ) ],
		[ 'B %', ( { overblame } ) => percent( overblame?.restored ) ],
		[ 'A+B %', ( { overblame } ) => percent( bothOf( overblame ) ) ],
		[ 'C %', ( { overblame } ) => percent( overblame?.copies ) ],
		[ 'not covered', ( row ) => row.time === null ? '' : String( missingOf( row ) ) ],
		[ 'section events', ( { sections } ) => sections ?
			`${ sections.found } of ${ sections.labelled }, ${ sections.spurious } spurious` : '' ]
	];
}

/**
 * The rows as a table of Markdown, padded so that it can be read as it is.
 *
 * @param limit the time limit in milliseconds
 */
export function benchTable( rows: readonly BenchRow[], limit: number ): string {
	const columns = columnsOf( limit );
	const cells = rows.map( ( row ) => columns.map( ( [ , cell ] ) => cell( row ) ) );
	const titles = columns.map( ( [ title ] ) => title );
	const widths = titles.map( ( title, column ) => {
		const lengths = cells.map( ( row ) => row[ column ]?.length ?? 0 );
		return Math.max( title.length, ...lengths );
	} );
	const texts = new Set( [ 'history', 'trace', 'section events' ] );
	const isText = ( column: number ): boolean => texts.has( titles[ column ] as string );
	const line = ( row: readonly string[] ): string => `| ${ row.map( ( cell, column ) => {
		const width = widths[ column ] as number;
		return isText( column ) ? cell.padEnd( width ) : cell.padStart( width );
	} ).join( ' | ' ) } |`;
	const rule = widths.map( ( width, column ) => isText( column ) ? '-'.repeat( width ) : `${ '-'.repeat( width - 1 ) }:` );
	return [ titles, rule, ...cells ].map( line ).join( '\n' );
}
