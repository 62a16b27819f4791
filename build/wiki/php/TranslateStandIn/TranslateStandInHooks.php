<?php
/**
 * Stands in for the Translate extension, which Debian does not package: a page's source with
 * `<translate>`, `<tvar>` and `<!--T:1-->` is shown as if they were not there, as Translate shows
 * it. They are taken out of the text before it is parsed, so that headings between them are
 * ordinary headings with edit links and a place in the table of contents.
 */
class TranslateStandInHooks {
	/**
	 * @param Parser $parser
	 */
	public static function onParserFirstCallInit( $parser ) {
		$parser->setHook( 'languages', static fn () => '' );
	}

	/**
	 * @param Parser $parser
	 * @param string &$text Wikitext
	 */
	public static function onParserBeforeInternalParse( $parser, &$text ) {
		if ( stripos( $text, '<translate' ) !== false ) {
			// Every second part stands in <nowiki> or <pre> and is left alone.
			$parts = preg_split(
				'#(<(nowiki|pre)\b.*?</\2\s*>)#is', $text, -1, PREG_SPLIT_DELIM_CAPTURE
			);
			$text = '';
			foreach ( $parts as $i => $part ) {
				if ( $i % 3 === 0 ) {
					$text .= self::withoutMarks( $part );
				} elseif ( $i % 3 === 1 ) {
					$text .= $part;
				}
			}
		}
	}

	/**
	 * The numbers of units are comments, which the parser drops by itself.
	 *
	 * @param string $text Wikitext
	 * @return string
	 */
	private static function withoutMarks( string $text ): string {
		return preg_replace(
			[ '#<translate\b[^<>]*>\n?#i', '#\n?</translate\s*>#i', '#</?tvar\b[^<>]*>#i' ], '', $text
		);
	}
}
