/** Entry of the gadget: its configuration page comes with it, in the same request. */
import { loadScripts } from './covered-draft';

/** ResourceLoader's own: gives the other files of a package. */
declare function require( file: string ): unknown;

loadScripts( require( './AdviceProvenance-config.json' ) );
