/**
 * Lists of whole numbers as bytes, small numbers short: seven bits a byte, the lowest first, and
 * a sign of its own where one is wanted (LEB128 and zigzag, as in DWARF and Protocol Buffers).
 */

/** Numbers up to here are kept exactly. */
const MOST = Number.MAX_SAFE_INTEGER;

export class NumberWriter {
	private bytes = new Uint8Array( 4096 );

	private length = 0;

	/** @param value a whole number, not negative */
	public write( value: number ): void {
		let rest = value;
		while ( rest > 127 ) {
			this.push( 128 + rest % 128 );
			rest = Math.floor( rest / 128 );
		}
		this.push( rest );
	}

	/** @param value a whole number of at most 52 bits */
	public writeSigned( value: number ): void {
		this.write( value < 0 ? -2 * value - 1 : 2 * value );
	}

	/** All that was written. */
	public finish(): Uint8Array {
		return this.bytes.slice( 0, this.length );
	}

	private push( byte: number ): void {
		if ( this.length === this.bytes.length ) {
			const larger = new Uint8Array( 2 * this.length );
			larger.set( this.bytes );
			this.bytes = larger;
		}
		this.bytes[ this.length++ ] = byte;
	}
}

export class NumberReader {
	private at = 0;

	public constructor( private readonly bytes: Uint8Array ) {}

	/** How many bytes are left: no more numbers than this can follow. */
	public get left(): number {
		return this.bytes.length - this.at;
	}

	/**
	 * Reads a number.
	 *
	 * @param most
	 * @throws {Error} if there is none, or one that is greater than `most`
	 */
	public read( most = MOST ): number {
		let value = 0;
		for ( let unit = 1; unit <= MOST; unit *= 128 ) {
			const byte = this.bytes[ this.at++ ];
			if ( byte === undefined ) {
				break;
			}
			value += ( byte % 128 ) * unit;
			if ( byte < 128 ) {
				if ( value > most ) {
					break;
				}
				return value;
			}
		}
		throw new Error( `no whole number up to ${ most } stands before byte ${ this.at }` );
	}

	/** Reads a number with a sign. */
	public readSigned(): number {
		const value = this.read();
		return value % 2 ? -( value + 1 ) / 2 : value / 2;
	}
}
