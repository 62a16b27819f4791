/**
 * Property tests try the same cases at every run, so that what fails does so again, and for
 * everybody. With the environment variable FUZZ they try others, in search of what nobody has
 * seen yet: a number is taken as the seed, anything else as "by chance". What they find becomes a
 * test of its own.
 */
import fc from 'fast-check';

const { FUZZ } = process.env;
const SEED = 141791;

if ( FUZZ === undefined ) {
	fc.configureGlobal( { seed: SEED } );
} else if ( /^-?\d+$/.test( FUZZ ) ) {
	fc.configureGlobal( { seed: Number( FUZZ ) } );
}
