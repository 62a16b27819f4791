/**
 * Follows every word of the pages of a draft through their revisions.
 *
 * Feed it the revisions in the order of the edits. It keeps each distinct line of text once, and
 * each edit as the lines that it put in the place of others; everything else is derived.
 */
import { changedPart } from './changed-part';
import { joinLines } from './join-lines';
import { LineTable, type Line } from './line-table';
import { LineTracer } from './line-tracer';
import { PageState } from './page-state';
import { wordsOfLines } from './state-words';
import { finish, WORDS_A_STEP, type Steps } from './steps';
import { takeOver } from './take-over';
import type { RevisionText, TracedLine, TracedRevision, TracedWords } from './types';
import { Vocabulary } from './vocabulary';
import { STANDING } from './word-graph';

export class Trace {
	/**
	 * In the order of the edits; a revision's index is its number. An edit that cuts text which
	 * was copied before stands here once more for each page on which the copy stands.
	 */
	public readonly revisions: TracedRevision[] = [];

	public readonly vocabulary = new Vocabulary();

	public readonly table = new LineTable( this.vocabulary );

	public readonly tracer = new LineTracer( this.vocabulary );

	public readonly pages = new Map<string, PageState>();

	/** Takes the next revision. */
	public add( revision: RevisionText ): void {
		finish( this.addSteps( revision ) );
	}

	/**
	 * The same in steps, for long texts. All of them have to be taken: in between the trace says
	 * nothing that is true.
	 *
	 * @yield between steps
	 */
	public* addSteps( { revid, page, text }: RevisionText ): Steps<void> {
		if ( text === null ) {
			this.revisions.push( {
				revid, page, missing: true, at: 0, removed: [], inserted: [], whole: []
			} );
			return;
		}
		const state = this.stateOf( page );
		const part = changedPart( state.text, state.starts, text );
		const at = part.before;
		const removed = state.lines.slice( at, state.lines.length - part.after );
		const lines = yield* this.linesOf( part.lines );
		const fingerprint = state.fingerprintAfter( at, removed.length, lines );
		const { inserted, whole } = yield* this.tracer.trace( lines, {
			removed,
			left: state.wordBefore( at ),
			right: state.wordFrom( at + removed.length ),
			same: state.sameText( fingerprint, at, removed.length, lines )
		}, this.revisions.length );
		const revision = { revid, page, missing: false, at, removed, inserted, whole };
		this.revisions.push( revision );
		state.apply( revision, text, fingerprint );
		this.takeFurther();
	}

	private* linesOf( texts: readonly string[] ): Steps<Line[]> {
		const lines: Line[] = [];
		let words = 0;
		for ( const text of texts ) {
			const line = this.table.get( text );
			lines.push( line );
			words += line.words.length;
			if ( words > WORDS_A_STEP ) {
				yield;
				words = 0;
			}
		}
		return lines;
	}

	/** Takes what the newest revision means for words elsewhere. */
	public takeFurther(): void {
		const number = this.revisions.length - 1;
		const revision = this.revisions[ number ] as TracedRevision;
		for ( const further of takeOver( this.tracer, this.pages, revision, number ) ) {
			this.take( further );
		}
	}

	/** Takes a revision that leaves a page's text as it is, but not the identity of its words. */
	private take( revision: TracedRevision ): void {
		const { page, at, removed, inserted, whole } = revision;
		const state = this.stateOf( page );
		const left = state.wordBefore( at );
		const right = state.wordFrom( at + removed.length );
		joinLines(
			this.tracer.graph,
			inserted.map( ( { ids }, index ) => ( { ids, whole: Boolean( whole[ index ] ) } ) ),
			left, right
		);
		this.revisions.push( revision );
		state.applyLines( revision );
	}

	/** The word that a word is: the one that it was copied from, if that was cut afterwards. */
	public identityOf( id: number ): number {
		const { copies, graph } = this.tracer;
		// A copy that came back when the cut was undone is a word of its own again.
		return graph.status.get( id ) === STANDING ? id : copies.rootOf( id );
	}

	/** The word of the draft that a word was copied from; undefined if it was not. */
	public modelOf( id: number ): number | undefined {
		return this.tracer.copies.modelOf( id );
	}

	/** The number of the revision that introduced a word. */
	public originOf( id: number ): number {
		return this.tracer.graph.origins.get( this.tracer.copies.rootOf( id ) );
	}

	/**
	 * Numbers of other revisions that may as well have introduced a word: because it was found
	 * again and is one of several alike, or because revisions before it are missing.
	 */
	public otherOrigins( id: number ): number[] {
		const origin = this.originOf( id );
		// Among the words that are alike some may have been introduced together.
		const others = new Set( this.tracer.graph.ties.get( id ) );
		others.delete( origin );
		return [ ...others, ...this.missingBefore( origin ) ];
	}

	/** Numbers of the missing revisions of a page right before a revision of it. */
	public missingBefore( number: number ): number[] {
		const page = this.revisions[ number ]?.page;
		const missing: number[] = [];
		for ( let earlier = number - 1; earlier >= 0; earlier-- ) {
			const revision = this.revisions[ earlier ] as TracedRevision;
			if ( revision.page === page && !revision.further ) {
				if ( !revision.missing ) {
					break;
				}
				missing.push( earlier );
			}
		}
		return missing;
	}

	/** The number of the revision that introduced a mark. */
	public originOfMark( id: number ): number {
		return this.tracer.marks.origins.get( id );
	}

	/** A word's text. */
	public textOf( id: number ): string {
		return this.vocabulary.text( this.tracer.graph.types.get( id ) );
	}

	/** The newest wikitext of a page; empty if none was readable. */
	public text( page: string ): string {
		return this.stateOf( page ).text;
	}

	/** The lines of the newest state of a page. */
	public lines( page: string ): readonly TracedLine[] {
		return this.stateOf( page ).lines;
	}

	/** How many words were ever introduced; their ids are smaller than this. */
	public get wordLimit(): number {
		return this.tracer.graph.types.length;
	}

	/**
	 * The lines of a page as some of its revisions left them.
	 *
	 * @param page
	 * @param numbers of revisions; those that are missing or of another page are left out
	 */
	public linesAfter(
		page: string, numbers: Iterable<number>
	): Map<number, readonly TracedLine[]> {
		return finish( this.stateSteps( page, numbers ) );
	}

	/**
	 * The same in steps.
	 *
	 * @param page
	 * @param numbers
	 * @yield between steps
	 */
	public* stateSteps(
		page: string, numbers: Iterable<number>
	): Steps<Map<number, readonly TracedLine[]>> {
		const wanted = new Map<TracedRevision, number>();
		for ( const number of numbers ) {
			const revision = this.revisions[ number ];
			if ( revision && revision.page === page && !revision.missing ) {
				wanted.set( revision, number );
			}
		}
		const states = yield* this.stateOf( page ).stateSteps( new Set( wanted.keys() ) );
		return new Map( [ ...states ].map(
			( [ revision, lines ] ) => [ wanted.get( revision ) as number, lines ]
		) );
	}

	/** The words of the newest state of a page. */
	public words( page: string ): TracedWords {
		return wordsOfLines( this.stateOf( page ).lines );
	}

	/** The newest state of a page; empty if none was readable. */
	public stateOf( page: string ): PageState {
		const { graph } = this.tracer;
		let state = this.pages.get( page );
		if ( !state ) {
			state = new PageState( graph.introduceEdge(), graph.introduceEdge() );
			this.pages.set( page, state );
		}
		return state;
	}
}
