/**
 * What of a page's wikitext its readers see, as it is being collected: the text itself, the
 * footnotes, and what is handed to templates, which may show it or not.
 */
import { VisibleText } from './visible-text';

/** Numbers of namespaces by their names in lower case with underscores, as `wgNamespaceIds`. */
export type NamespaceIds = Readonly<Record<string, number>>;

/** Where text goes to. */
export interface ShownPlace {
	out: VisibleText;
	/** True for what may or may not be shown. */
	perhaps: boolean;
	/** The text in which it may be shown, and where. */
	host: VisibleText;
	hostAt: number;
}

/** A stretch that may be shown, in one piece if at all. */
export interface PerhapsGroup {
	/** Offset in `perhaps`. */
	start: number;
	host: VisibleText;
	hostAt: number;
}

export class ShownParts {
	public readonly body = new VisibleText();

	public readonly notes = new VisibleText();

	public readonly perhaps = new VisibleText();

	public readonly groups: PerhapsGroup[] = [];

	/** Footnotes in order of the wikitext: offset in `notes`, and the group of their list. */
	public readonly noteList: { start: number; group: string }[] = [];

	/** Groups of footnotes in the order of their lists. */
	public readonly noteLists: string[] = [];

	private readonly noteNames = new Set<string>();

	public constructor( public readonly namespaces: NamespaceIds ) {}

	public bodyPlace(): ShownPlace {
		return { out: this.body, perhaps: false, host: this.body, hostAt: 0 };
	}

	/** Begins a stretch that may be shown at a place. */
	public perhapsAt( place: ShownPlace ): ShownPlace {
		const { host, hostAt } = place.perhaps ?
			place :
			{ host: place.out, hostAt: place.out.length };
		this.perhaps.breakWord();
		this.groups.push( { start: this.perhaps.length, host, hostAt } );
		return { out: this.perhaps, perhaps: true, host, hostAt };
	}

	/** Something that does not stand in the wikitext may be shown at a place. */
	public hole( place: ShownPlace ): void {
		if ( place.perhaps ) {
			this.perhapsAt( place );
		} else {
			place.out.hole();
		}
	}

	/** The same, and words do not go on across the place. */
	public holeApart( place: ShownPlace ): void {
		place.out.breakWord();
		this.hole( place );
		place.out.breakWord();
	}

	/**
	 * Begins a footnote.
	 *
	 * @param place that refers to it
	 * @param group of footnotes
	 * @param name of the footnote, empty for none
	 * @return where its text goes to; null for one that was given before
	 */
	public noteAt( place: ShownPlace, group: string, name: string ): ShownPlace | null {
		const key = `${ group }\n${ name }`;
		if ( name && this.noteNames.has( key ) ) {
			return null;
		}
		this.noteNames.add( key );
		const { notes } = this;
		if ( place.perhaps ) {
			return this.perhapsAt( { ...place, host: notes, hostAt: notes.length } );
		}
		notes.breakWord();
		this.noteList.push( { start: notes.length, group } );
		return { out: notes, perhaps: false, host: notes, hostAt: notes.length };
	}
}
