/** Lowers what esbuild leaves of regular expressions. */
import { parse, type Token } from 'acorn';

/** Letters of any script, say: ES2018. */
const UNICODE_PROPERTY = /(?:^|[^\\])(?:\\\\)*\\[pP]\{/;

/** What acorn's types leave out. */
type RegExpToken = Token & { value: { pattern: string; flags: string } };

/**
 * Writes regular expressions with properties of Unicode as strings: browsers know them, but no
 * ES2016 literal has them. esbuild does so itself, except where they stand in brackets.
 *
 * @param code a script
 */
export function lowerRegExps( code: string ): string {
	const tokens: Token[] = [];
	parse( code, { ecmaVersion: 2022, sourceType: 'script', onToken: tokens } );
	let lowered = '';
	let end = 0;
	for ( const token of tokens ) {
		if ( token.type.label === 'regexp' ) {
			const { pattern, flags } = ( token as RegExpToken ).value;
			if ( flags.includes( 'u' ) && UNICODE_PROPERTY.test( pattern ) ) {
				const literal = `new RegExp(${ JSON.stringify( pattern ) },"${ flags }")`;
				lowered += code.slice( end, token.start ) + literal;
				end = token.end;
			}
		}
	}
	return lowered + code.slice( end );
}
