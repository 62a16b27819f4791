/** A list of 32-bit integers that grows: a tenth of the memory of an array of numbers. */
export class IntList {
	public length = 0;

	private data: Int32Array;

	public constructor( capacity = 1024 ) {
		this.data = new Int32Array( capacity );
	}

	public get( index: number ): number {
		return this.data[ index ] as number;
	}

	public set( index: number, value: number ): void {
		this.data[ index ] = value;
	}

	/** @return index of the new value */
	public push( value: number ): number {
		if ( this.length === this.data.length ) {
			const larger = new Int32Array( this.length * 2 );
			larger.set( this.data );
			this.data = larger;
		}
		this.data[ this.length ] = value;
		return this.length++;
	}
}
