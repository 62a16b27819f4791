import type { RuleId } from './rule-id';
import type { IdKind } from './shape';

/** The ids that a log defines and refers to: E4 for a second definition, E3 for an unknown id. */
export class IdRegister {
	private readonly defined = new Map<IdKind, Set<string>>();

	private readonly references: { kinds: IdKind[]; id: string; path: string }[] = [];

	private readonly problem: ( rule: RuleId, path: string, id: string ) => void;

	public constructor( problem: ( rule: RuleId, path: string, id: string ) => void ) {
		this.problem = problem;
	}

	/** @return false if the id has been defined before */
	public define( kind: IdKind, id: string, path: string ): boolean {
		const ids = this.defined.get( kind ) || new Set();
		const isNew = !ids.has( id );
		this.defined.set( kind, ids.add( id ) );
		if ( !isNew ) {
			this.problem( 'E4', path, id );
		}
		return isNew;
	}

	public refer( kinds: IdKind[], id: string, path: string ): void {
		if ( !this.isDefined( kinds, id ) ) {
			this.references.push( { kinds, id, path } );
		}
	}

	/** To be called when everything has been defined. */
	public checkReferences(): void {
		for ( const { kinds, id, path } of this.references ) {
			if ( !this.isDefined( kinds, id ) ) {
				this.problem( 'E3', path, id );
			}
		}
	}

	private isDefined( kinds: IdKind[], id: string ): boolean {
		return kinds.some( ( kind ) => this.defined.get( kind )?.has( id ) );
	}
}
