/** As much of jsdom as tests use outside of its environment; it brings no types of its own. */
declare module 'jsdom' {
	export class JSDOM {
		public constructor( html?: string );

		public readonly window: {
			readonly document: Document;
			readonly Node: typeof Node;
			readonly NodeFilter: typeof NodeFilter;
		};
	}
}
