/**
 * The page of the documentation that holds the table.
 *
 * @param machine what it was measured on
 * @param limit the time limit in milliseconds
 */
export function benchPage( table: string, machine: string, limit: number ): string {
	return `# Benchmark

Written by \`npm run bench -- --write\`; do not edit. Measured with ${ machine }.

One process runs everything, one after the other. Times are the best of three, from the parsed
JSON to words with origins; an engine has ${ limit / 1000 } s for a history, and fewer than three
runs where that is not enough. The histories named like a file lie in a folder beside the
project and are left out where it is absent; the others are generated.

- *growth*: the same page of about 5 kB under ever more random edits, to see how the cost grows.
  In the longer ones nothing is left of the first text, and few sentences make sense.
- *bound*: splitting every revision into lines and looking each line up in a map, then splitting
  each distinct line into words and interning those. No trace can do with much less.
- *ours*: the trace of this project. *jsdiff* (\`diffArrays\`) and *fast-myers-diff*: the words of
  each revision compared with those of the one before, origins carried along.
- *slowest*: the slowest single revision. *memory*: the most by which live objects grow during
  the trace, the history itself not counted.
- *exact*: words with the right origin, where the truth is known. *new*: the same of the words that
  the first revision did not bring. *over*, *under*: words credited to a later or an earlier
  revision than the right one. *revF1*: F1 of which words each revision brought.
- *A*: words of the last text whose neighbourhood of seven words stood in the revision before the
  one they are credited to, so that they were not new in it. *B*: it stood earlier, so that they
  came back. *C*: it became more frequent, which is no error. A stock phrase can count as A or B
  without being wrong.
- *not covered*: words without an origin. Those of ours are the numbers of translation markers
  (\`<!--T:1-->\`), which are no words of the text.
- *section events*: hand-labelled ones that were found, and others that were reported.

${ table }
`;
}
