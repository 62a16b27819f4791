import { expect, test } from 'vitest';
import { WikiError } from '../../src/wiki/api';
import { SaveFailure, saveFailure } from '../../src/wiki/save-failure';

/** As another script throws it: each is bundled with a class of its own. */
function fromElsewhere( error: Error, fields: object ): Error {
	return Object.assign( new Error( error.message ), { name: error.name }, fields );
}

test( 'an error of the wiki says what it comes down to', () => {
	expect( saveFailure( new WikiError( 'readonly', () => 'Mending the roof' ) ) )
		.toMatchObject( { kind: 'readonly', message: 'Mending the roof' } );
	expect( saveFailure( new WikiError( 'http', () => '', 503 ) ) ).toMatchObject( { kind: 'busy' } );
	expect( saveFailure( new TypeError( 'Oh' ) ) ).toMatchObject( { kind: 'other', message: 'Oh' } );
} );

test( 'failures and errors of other scripts are understood like those of this one', () => {
	const failure = new SaveFailure( 'protected', 'Not yours' );
	expect( saveFailure( failure ) ).toBe( failure );
	expect( saveFailure( fromElsewhere( failure, { kind: 'protected' } ) ) )
		.toMatchObject( { kind: 'protected', message: 'Not yours' } );
	const error = new WikiError( 'readonly', () => 'Mending the roof' );
	expect( saveFailure( fromElsewhere( error, { code: 'readonly', status: 0 } ) ) )
		.toMatchObject( { kind: 'readonly', message: 'Mending the roof' } );
} );
