/** Sets of changes by numbers: many words go back to the same ones. */

/** More sets than this are not told apart; the page would be unreadable before. */
const MOST_GROUPS = 0xffff;

/** Sets of changes, each once. */
export class ChangeGroups {
	public readonly keys: string[][] = [ [] ];

	/** By number of a set and of a change: the set with that change in it. */
	private readonly larger = new Map<string, number>();

	/** The set with one more change in it. */
	public add( group: number, key: string ): number {
		const name = `${ group } ${ key }`;
		let result = this.larger.get( name );
		if ( result === undefined ) {
			const keys = this.keys[ group ] as string[];
			result = keys.includes( key ) || this.keys.length > MOST_GROUPS ?
				group : this.keys.push( [ ...keys, key ] ) - 1;
			this.larger.set( name, result );
		}
		return result;
	}
}
