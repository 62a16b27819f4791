/** Starts the program from a working copy, where parts of it are yet to be made from the schema. */
import { generate } from '../../build/generate';

await generate();
await import( './start' );
