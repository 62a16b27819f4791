/** Modules that the build makes; see build/build.ts. */
declare module 'virtual:messages/*' {
	/** English texts that the script of this name may show, by keys without the prefix. */
	const texts: Record<string, string>;
	export default texts;
}
