/** A part of a wikitext, seen with the nodes in it as things of one piece. */
import { lowerBound } from '../locate/lower-bound';
import type { MarkupNode } from './markup-nodes';

export class MarkupSpan {
	/**
	 * @param text
	 * @param nodes all nodes of one level, in order, also those beside the part
	 * @param from
	 * @param to
	 */
	public constructor(
		public readonly text: string,
		public readonly nodes: MarkupNode[],
		public readonly from: number,
		public readonly to: number
	) {}

	public part( from: number, to: number ): MarkupSpan {
		return new MarkupSpan( this.text, this.nodes, from, to );
	}

	/** What stands between the marks of a node. */
	public inner( node: MarkupNode ): MarkupSpan {
		return new MarkupSpan( this.text, node.children, node.innerStart, node.innerEnd );
	}

	/** Index of the first node that does not begin before an offset. */
	public nodeFrom( at: number ): number {
		return lowerBound( this.nodes.length,
			( node ) => ( this.nodes[ node ] as MarkupNode ).start < at );
	}

	/** The node that begins at an offset. */
	public nodeAt( at: number ): MarkupNode | null {
		const node = this.nodes[ this.nodeFrom( at ) ];
		return node && node.start === at ? node : null;
	}

	/**
	 * Offset of the first of some signs that stands outside of all nodes; the end of the part
	 * if there is none.
	 *
	 * @param signs
	 * @param from where to begin
	 */
	public find( signs: string, from: number ): number {
		let index = this.nodeFrom( from );
		let at = from;
		while ( at < this.to ) {
			const node = this.nodes[ index ];
			if ( node && node.start === at ) {
				at = node.end;
				index++;
			} else if ( signs.includes( this.text.charAt( at ) ) ) {
				return at;
			} else {
				at++;
			}
		}
		return this.to;
	}

	/** The parts between signs of one kind, those in nodes not counted. */
	public split( sign: string ): MarkupSpan[] {
		const parts: MarkupSpan[] = [];
		let from = this.from;
		while ( from <= this.to ) {
			const end = this.find( sign, from );
			parts.push( this.part( from, end ) );
			from = end + 1;
		}
		return parts;
	}

	public toString(): string {
		return this.text.slice( this.from, this.to );
	}
}
