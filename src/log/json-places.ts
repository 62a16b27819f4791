/**
 * Where things stand in the text of a JSON document: for messages with a line and column.
 * Strict as `JSON.parse` (RFC 8259), which keeps no places and takes the last of two equal
 * keys without a word. Without recursion: a hostile document can be nested a million deep.
 */

export interface JsonPlaces {
	/** Offset of the first character that cannot stand there; null for a valid document. */
	errorAt: number | null;
	/** Keys that an object has already had, in order of the text; the deepest by what is around. */
	repeatedKeys: { path: string; key: string; offset: number }[];
	/**
	 * Offset of the value that a JSON Pointer leads to, or of its key if it has one; of the
	 * nearest thing around it if there is none.
	 */
	locate( pointer: string ): number;
}

export interface Place {
	/** From 1. */
	line: number;
	/** From 1, in UTF-16 code units as editors count. */
	column: number;
}

interface Node {
	offset: number;
	/** By key or index; absent for what is not an object or list, or is empty. */
	members?: Map<string, Node>;
}

interface Container {
	node: Node;
	isList: boolean;
	/** Key or index of the member that is being read. */
	name: string;
	count: number;
}

// Each part begins with a character that the one before cannot take: linear time.
// eslint-disable-next-line security/detect-unsafe-regex
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** No log goes deeper: paths of a hostile one, each as long as its depth, would fill the memory. */
const DEEPEST = 100;

/** End of the match of a sticky expression at an offset; -1 if it does not match there. */
function matchEnd( pattern: RegExp, text: string, offset: number ): number {
	pattern.lastIndex = offset;
	return pattern.test( text ) ? pattern.lastIndex : -1;
}

/** Thrown within this file only. */
class JsonError {
	public readonly offset: number;

	public constructor( offset: number ) {
		this.offset = offset;
	}
}

/** One segment of a JSON Pointer (RFC 6901). */
export function pointerSegment( name: string ): string {
	return name.replace( /~/g, '~0' ).replace( /\//g, '~1' );
}

class Scanner {
	public readonly root: Node = { offset: 0 };

	public readonly repeatedKeys: JsonPlaces[ 'repeatedKeys' ] = [];

	private readonly text: string;

	private offset = 0;

	private readonly stack: Container[] = [];

	public constructor( text: string ) {
		this.text = text;
	}

	/** @throws {JsonError} */
	public scan(): void {
		this.skipSpace();
		this.root.offset = this.offset;
		this.value( this.root );
		for ( let inner = this.stack.length; inner; inner = this.stack.length ) {
			this.member( this.stack[ inner - 1 ] as Container );
		}
		this.skipSpace();
		if ( this.offset < this.text.length ) {
			throw new JsonError( this.offset );
		}
	}

	private skipSpace(): void {
		while ( ' \t\n\r'.includes( this.text[ this.offset ] || 'x' ) ) {
			this.offset++;
		}
	}

	private take( character: string ): boolean {
		this.skipSpace();
		const isThere = this.text[ this.offset ] === character;
		this.offset += isThere ? 1 : 0;
		return isThere;
	}

	/** The next member of a list or object, or its end. */
	private member( container: Container ): void {
		const { isList, node } = container;
		if ( this.take( isList ? ']' : '}' ) ) {
			this.stack.pop();
			return;
		}
		if ( container.count && !this.take( ',' ) ) {
			throw new JsonError( this.offset );
		}
		this.skipSpace();
		const member: Node = { offset: this.offset };
		container.name = String( container.count );
		if ( !isList ) {
			container.name = this.key();
			if ( node.members?.has( container.name ) ) {
				this.repeatedKeys.push( {
					path: this.path(), key: container.name, offset: member.offset
				} );
			}
		}
		node.members = node.members || new Map();
		node.members.set( container.name, member );
		container.count++;
		this.skipSpace();
		this.value( member );
	}

	private key(): string {
		const start = this.offset;
		this.string();
		const key = JSON.parse( this.text.slice( start, this.offset ) ) as string;
		if ( !this.take( ':' ) ) {
			throw new JsonError( this.offset );
		}
		return key;
	}

	/** Where the container stands that is being read, or what is around it. */
	private path(): string {
		return this.stack.slice( 0, DEEPEST )
			.map( ( { name } ) => `/${ pointerSegment( name ) }` ).join( '' );
	}

	private value( node: Node ): void {
		const { text, offset } = this;
		const first = text[ offset ];
		if ( first === '{' || first === '[' ) {
			this.offset++;
			this.stack.push( { node, isList: first === '[', name: '', count: 0 } );
		} else if ( first === '"' ) {
			this.string();
		} else {
			const end = matchEnd( first && first >= 'a' ? word : number, text, offset );
			if ( end < 0 ) {
				throw new JsonError( offset );
			}
			this.offset = end;
		}
	}

	private string(): void {
		const { text } = this;
		if ( text[ this.offset ] !== '"' ) {
			throw new JsonError( this.offset );
		}
		for ( let i = this.offset + 1; i < text.length; ) {
			const character = text[ i ] as string;
			if ( character === '"' ) {
				this.offset = i + 1;
				return;
			}
			const next = character === '\\' ? matchEnd( escape, text, i ) : i + 1;
			if ( next < 0 || character < ' ' ) {
				throw new JsonError( i );
			}
			i = next;
		}
		throw new JsonError( text.length );
	}
}

/** Scans a JSON document; never throws. */
export function jsonPlaces( text: string ): JsonPlaces {
	const scanner = new Scanner( text );
	let errorAt: number | null = null;
	try {
		scanner.scan();
	} catch ( error ) {
		if ( !( error instanceof JsonError ) ) {
			throw error;
		}
		errorAt = error.offset;
	}
	return {
		errorAt,
		repeatedKeys: scanner.repeatedKeys,
		locate( pointer ) {
			let node = scanner.root;
			for ( const segment of pointer.split( '/' ).slice( 1 ) ) {
				const name = segment.replace( /~1/g, '/' ).replace( /~0/g, '~' );
				const member = node.members?.get( name );
				if ( !member ) {
					break;
				}
				node = member;
			}
			return node.offset;
		}
	};
}

/** A function that tells line and column of an offset; lines end with \n or \r\n. */
export function placeFinder( text: string ): ( offset: number ) => Place {
	const starts = [ 0 ];
	for ( let end = text.indexOf( '\n' ); end >= 0; end = text.indexOf( '\n', end + 1 ) ) {
		starts.push( end + 1 );
	}
	return ( offset ) => {
		let [ low, high ] = [ 0, starts.length ];
		while ( high - low > 1 ) {
			const middle = Math.floor( ( low + high ) / 2 );
			if ( ( starts[ middle ] as number ) <= offset ) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return { line: low + 1, column: offset - ( starts[ low ] as number ) + 1 };
	};
}
