/** Whether an edit summary says that somebody was asked. */

/**
 * Beginnings of words for advice, experts, law, consultation, review and feedback, in the
 * languages of the interface. Where words are written without spaces, parts of them.
 */
const beginnings = [
	'advi', 'expert', 'legal', 'lawyer', 'counsel', 'consult', 'feedback', 'suggest', 'recommend',
	'review',
	'rat', 'ratschl', 'beratung', 'gutacht', 'jurist', 'anwalt', 'anwält', 'rückmeld', 'vorschlag',
	'avis', 'conseil', 'juridi', 'juriste', 'avocat', 'suggér', 'recommand', 'relecture',
	'consej', 'asesor', 'jurídic', 'abogad', 'sugeren', 'sugerid', 'recomend', 'opinión'
];
/** These are words of their own: "rat" is not in "rather". */
const whole = new Set( [ 'rat', 'avis' ] );
const parts = [
	'助言', '専門家', '法務', '弁護士', '意見', '相談', '指摘',
	'نصيح', 'مشور', 'استشار', 'خبير', 'خبراء', 'قانون', 'محام', 'توصي',
	'עצה', 'עצת', 'ייעוץ', 'יועץ', 'מומח', 'משפט', 'עורך דין', 'המלצ', 'משוב'
];

/** True if the summary has a word for advice, or "per somebody". */
export function speaksOfAdvice( comment: string ): boolean {
	const text = comment.toLowerCase();
	const words = text.match( /[\p{L}\p{M}]+/gu ) || [];
	return words.some( ( word ) => beginnings.some( ( beginning ) => (
		whole.has( beginning ) ? word === beginning : word.startsWith( beginning )
	) ) ) || parts.some( ( part ) => text.includes( part ) ) ||
		/\bper\s+[\p{Lu}[]/u.test( comment );
}
