/** Starts the program: what the package's `bin` is made from. */
import { main } from './main';
import { runProgram } from './program';

await runProgram( ( signal ) => main( process.argv.slice( 2 ), signal ) );
