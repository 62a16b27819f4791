/* eslint-disable no-bitwise -- A hash mixes bits. */

/**
 * Mixes two integers to one of 32 bits (multiplication by odd constants and shifts, as in
 * Knuth, The Art of Computer Programming, vol. 3, 6.4).
 */
export function hashPair( first: number, second: number ): number {
	const mixed = Math.imul( first, 0x9E3779B1 ) ^ Math.imul( second, 0x85EBCA6B );
	const once = Math.imul( mixed ^ ( mixed >>> 15 ), 0x2C1B3C6D );
	return once ^ ( once >>> 12 );
}

/** The same without a sign. */
export function hashPairUnsigned( first: number, second: number ): number {
	return hashPair( first, second ) & 0x7FFFFFFF;
}

/** An odd number that nobody can foresee: who writes a page chooses keys, but not their places. */
const SEED = Math.floor( Math.random() * 2 ** 31 ) | 1;
const SECOND_SEED = Math.imul( SEED, 0x85EBCA6B );

/** A place in a table whose size is a power of two, for two integers. */
export function slotOf( first: number, second: number, mask: number ): number {
	const mixed = Math.imul( first, SEED ) ^ Math.imul( second, SECOND_SEED );
	const once = Math.imul( mixed ^ ( mixed >>> 15 ), 0x2C1B3C6D );
	return ( once ^ ( once >>> 12 ) ) & mask;
}

/** A hash of 32 bits of the UTF-16 units of a part of a text, which nobody can foresee either. */
export function hashPart( text: string, start: number, end: number ): number {
	let hash = end - start;
	for ( let at = start; at < end; at++ ) {
		hash = Math.imul( hash ^ text.charCodeAt( at ), SEED );
		hash ^= hash >>> 15;
	}
	return hash;
}

/** The place after, around the end. */
export function slotAfter( slot: number, mask: number ): number {
	return ( slot + 1 ) & mask;
}

/** A sum of hashes, in 32 bits. */
export function addHashes( sum: number, hash: number ): number {
	return ( sum + hash ) | 0;
}

/** Where a hash of many numbers begins (FNV-1a of 32 bits, Fowler, Noll and Vo). */
export const HASH_START = 0x811C9DC5;

/** Takes one more number into a hash; the result has 32 bits and no sign. */
export function addToHash( hash: number, value: number ): number {
	return Math.imul( hash ^ value, 0x01000193 ) >>> 0;
}

/** Takes the UTF-16 units of a text into a hash. */
export function addTextToHash( hash: number, text: string ): number {
	let sum = hash;
	for ( let at = 0; at < text.length; at++ ) {
		sum = Math.imul( sum ^ text.charCodeAt( at ), 0x01000193 );
	}
	return sum >>> 0;
}
