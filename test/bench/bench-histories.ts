/** The histories of the benchmark: those that are there, and those that are made for it. */
import { historyNames, readHistory } from './bench-history';
import type { BenchHistory, BenchRevision } from './bench-history';
import { generateHistory } from './generated-history';
import type { EditKind, GeneratorOptions } from './generated-history';
import { policyText } from './policy-text';

/** Made when its turn comes: not all of them fit into memory at once. */
export interface NamedHistory {
	name: string;
	read: () => BenchHistory;
}

/** As parsed from a file: a text built up in memory is no flat string yet, and slower to read. */
function asParsed( history: { revisions: BenchRevision[] } ): BenchRevision[] {
	return history.revisions.map( ( { revid, text } ) => ( { revid, page: '', text: JSON.parse( JSON.stringify( text ) ) as string } ) );
}

function generated( name: string, options: () => GeneratorOptions ): NamedHistory {
	return { name, read: () => {
		const { revisions, truth } = generateHistory( options() );
		return {
			name,
			revisions: asParsed( { revisions: revisions.map( ( { revid, text } ) => ( { revid, page: '', text } ) ) } ),
			truths: new Map( [ [ revisions.length - 1, truth ] ] ),
			sections: null
		};
	} };
}

/** Edits that leave a page about as long as it was, to see how cost grows with revisions alone. */
const steady: Partial<Record<EditKind, number>> = {
	addsent: 4, addpara: 1, addsec: 0, delsent: 5, delpara: 2, vandal: 4, blank: 1
};

const mixes: [ string, Partial<Record<EditKind, number>> ][] = [
	[ 'usual edits', {} ],
	[ 'much vandalism', { vandal: 20, blank: 8, undo: 6, lost: 6 } ],
	[ 'much moved and restored', {
		movesent: 10, moveedit: 15, moveparaedit: 10, movesec: 8, reorder: 8, delsent: 8,
		delpara: 6, reintro: 14, rename: 5, split: 6, merge: 6
	} ]
];

/**
 * @param folder of histories that are no part of the project; it can be absent
 */
export function benchHistories( folder: string ): NamedHistory[] {
	const given = historyNames( folder );
	const firstText = ( name: string ): string => readHistory( folder, name ).revisions
		.map( ( { text } ) => text ?? '' ).find( ( text ) => text.length > 5000 ) ?? '';
	return [
		...given.map( ( name ) => ( { name, read: () => readHistory( folder, name ) } ) ),
		...given.filter( ( name ) => !/^hard_|^gold_/.test( name ) && firstText( name ) )
			.map( ( name, at ) => generated( `generated from ${ name }`, () => (
				{ text: firstText( name ), revisions: 300, seed: at + 1 }
			) ) ),
		...mixes.map( ( [ mix, weights ], at ) => generated( `generated, ${ mix }`, () => (
			{ text: policyText( 15_000, at + 1 ), revisions: 300, seed: at + 11, weights }
		) ) ),
		...[ 100, 1000, 10_000 ].map( ( revisions ) => generated( `growth, ${ revisions }`, () => (
			{ text: policyText( 5000, 5 ), revisions, seed: 5, weights: steady }
		) ) ),
		generated( '200 kB page', () => (
			{ text: policyText( 200_000, 6 ), revisions: 400, seed: 6, weights: steady }
		) )
	];
}
