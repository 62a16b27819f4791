/** As much of `mw` as the log page's script needs, for jsdom, with the real English messages. */
import { installMw, knowPanelTexts } from '../panel/fake-mw';
import english from '../../i18n/en.json';

/** Calls that wait, as `mw.util.debounce` would make them wait. */
let waiting: ( () => void )[] = [];

/** Lets the time pass for which the script waits. */
export function passTime(): void {
	const due = waiting;
	waiting = [];
	due.forEach( ( call ) => call() );
}

export function installLogMw(): void {
	installMw();
	knowPanelTexts();
	const fake = mw as unknown as Record<string, Record<string, unknown> & ( () => unknown )>;
	const { message } = fake as unknown as { message( key: string, ...params: string[] ): object };
	Object.assign( fake, {
		message: ( key: string, ...params: string[] ) => ( {
			...message( key, ...params ), exists: () => key in english
		} ),
		hook: () => ( { add: () => undefined } )
	} );
	Object.assign( fake.util as object, {
		debounce: ( call: () => void ) => () => {
			waiting = [ ...waiting.filter( ( other ) => other !== call ), call ];
		}
	} );
	Object.assign( globalThis, { $: () => ( { data: () => undefined } ) } );
}
