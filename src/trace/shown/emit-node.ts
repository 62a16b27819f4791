/** What templates, links, tags and the like show. */
import { isImageFrame, isImageOption, linkKind } from './link-kind';
import type { MarkupNode } from './markup-nodes';
import type { MarkupSpan } from './markup-span';
import type { ShownPlace } from './shown-parts';
import { attributeOf, tagKind } from './tag-kind';
import type { WikitextSource } from './wikitext-source';

/** See `emitSpan`. */
type Emit = (
	source: WikitextSource, place: ShownPlace, span: MarkupSpan, isLine?: boolean
) => void;

/**
 * Adds what a node shows.
 *
 * @param source
 * @param place where to
 * @param span the part in which it stands
 * @param node
 * @param emit for the text in it
 */
export function emitNode(
	source: WikitextSource, place: ShownPlace, span: MarkupSpan, node: MarkupNode, emit: Emit
): void {
	switch ( node.kind ) {
		case 'tag':
			emitTag( source, place, node );
			break;
		case 'extension':
			emitExtension( source, place, node, emit );
			break;
		case 'template':
		case 'parameter':
		case 'variant':
			emitArguments( source, place, span.inner( node ), node, emit );
			break;
		case 'link':
			emitLink( source, place, span.inner( node ), emit );
			break;
		default:
			// A comment is not shown, and the word before goes on behind it.
	}
}

function emitTag( source: WikitextSource, place: ShownPlace, node: MarkupNode ): void {
	const kind = tagKind( node.name );
	if ( kind === 'block' ) {
		place.out.breakWord();
		if ( /^h\d$/.test( node.name ) && source.text[ node.start + 1 ] !== '/' ) {
			place.out.heading();
		}
	} else if ( kind === 'unknown' ) {
		// A tag of an extension, or no tag and shown as it stands.
		place.out.breakWord();
		source.copyPerhaps( place, node.start, node.end );
		place.out.breakWord();
	}
}

/**
 * Functions such as `{{lc:…}}`: the first argument follows a colon. That of `{{#if: …}}` and the
 * like is a condition and not shown.
 */
const FUNCTION = /^\s*(?:#(?!if|switch)[^:]*|[a-z]+):/;

/** Arguments may be shown by the template, in any order and number; names of any kind are not. */
function emitArguments(
	source: WikitextSource, place: ShownPlace, inner: MarkupSpan, node: MarkupNode, emit: Emit
): void {
	const { shown } = source;
	shown.hole( place );
	inner.split( node.kind === 'variant' ? ';' : '|' ).forEach( ( part, number ) => {
		let from = part.from;
		if ( node.kind === 'variant' ) {
			// A wiki that does not convert shows the names of the scripts as well.
			from = afterSign( part, ':' );
			source.copy( shown.perhapsAt( place ), part.from, from );
		} else if ( number > 0 ) {
			from = afterSign( part, '=' );
		} else if ( node.kind === 'template' ) {
			const name = FUNCTION.exec( part.toString() );
			from = name ? part.from + name[ 0 ].length : part.to;
		}
		if ( from < part.to ) {
			emit( source, shown.perhapsAt( place ), part.part( from, part.to ) );
		}
	} );
	shown.hole( place );
}

/** Offset behind a sign; the part's beginning if there is none. */
function afterSign( part: MarkupSpan, sign: string ): number {
	const at = part.find( sign, part.from );
	return at < part.to ? at + 1 : part.from;
}

function emitLink(
	source: WikitextSource, place: ShownPlace, inner: MarkupSpan, emit: Emit
): void {
	const pipe = inner.find( '|', inner.from );
	const target = inner.part( inner.from, pipe );
	const label = inner.part( Math.min( pipe + 1, inner.to ), inner.to );
	const kind = linkKind( targetText( target ), source.shown.namespaces );
	if ( kind === 'hidden' ) {
		return;
	}
	if ( kind === 'image' ) {
		source.shown.holeApart( place );
		emitCaption( source, place, label.from < inner.to ? label.split( '|' ) : [], false, emit );
		place.out.breakWord();
	} else if ( kind === 'external' ) {
		const space = target.find( ' ', target.from );
		source.shown.hole( place );
		emit( source, place, inner.part( space, inner.to ) );
	} else if ( kind === 'language' && pipe === inner.to ) {
		emit( source, source.shown.perhapsAt( place ), inner );
		source.shown.hole( place );
	} else {
		const hasLabel = kind !== 'text' && label.toString().trim() !== '';
		emit( source, place, hasLabel ? label : inner );
	}
}

/** A target without comments. */
function targetText( target: MarkupSpan ): string {
	const { text, nodes } = target;
	let without = '';
	let at = target.from;
	for ( let i = target.nodeFrom( at ); i < nodes.length; i++ ) {
		const node = nodes[ i ];
		if ( !node || node.start >= target.to ) {
			break;
		}
		if ( node.kind === 'comment' ) {
			without += text.slice( at, node.start );
			at = node.end;
		}
	}
	return without + text.slice( at, target.to );
}

/**
 * Below an image stands the last thing that is no option. Where no frame is asked for in words
 * that are known here, it may be shown, or be a word of the wiki's language for an option.
 */
function emitCaption(
	source: WikitextSource, place: ShownPlace, parts: MarkupSpan[], isFramed: boolean, emit: Emit
): void {
	const texts = parts.map( String );
	const captions = parts.filter( ( _part, i ) => !isImageOption( texts[ i ] as string ) );
	const last = captions.pop();
	for ( const part of captions ) {
		emit( source, source.shown.perhapsAt( place ), part );
	}
	if ( last && ( isFramed || texts.some( isImageFrame ) ) ) {
		emit( source, place, last );
	} else if ( last ) {
		emit( source, source.shown.perhapsAt( place ), last );
		source.shown.holeApart( place );
	}
}

function emitExtension(
	source: WikitextSource, place: ShownPlace, node: MarkupNode, emit: Emit
): void {
	const { shown } = source;
	const tag = source.text.slice( node.start, node.innerStart );
	switch ( node.name ) {
		case 'includeonly':
			// Not for readers of this page, and the word before goes on behind it.
			break;
		case 'nowiki':
			source.copyVerbatim( place, node.innerStart, node.innerEnd );
			break;
		case 'pre':
			place.out.breakWord();
			source.copyVerbatim( place, node.innerStart, node.innerEnd );
			place.out.breakWord();
			break;
		case 'syntaxhighlight':
		case 'source':
			place.out.breakWord();
			source.copy( place, node.innerStart, node.innerEnd );
			place.out.breakWord();
			break;
		case 'poem':
			place.out.breakWord();
			emitContent( source, place, node, emit );
			place.out.breakWord();
			break;
		case 'ref':
			place.out.breakWord();
			emitNote( source, place, node, tag, '', emit );
			break;
		case 'references':
			shown.hole( place );
			shown.noteLists.push( attributeOf( tag, 'group' ) );
			emitListedNotes( source, place, node, attributeOf( tag, 'group' ), emit );
			break;
		case 'gallery':
			emitGallery( source, place, node, emit );
			break;
		default:
			shown.hole( place );
	}
}

function emitContent(
	source: WikitextSource, place: ShownPlace, node: MarkupNode, emit: Emit
): void {
	const content = source.contentOf( node );
	if ( content ) {
		emit( content, place, content.span, true );
	}
}

function emitNote(
	source: WikitextSource, place: ShownPlace, node: MarkupNode, tag: string,
	listGroup: string, emit: Emit
): void {
	if ( node.innerEnd > node.innerStart ) {
		const group = attributeOf( tag, 'group' ) || listGroup;
		const note = source.shown.noteAt( place, group, attributeOf( tag, 'name' ) );
		if ( note ) {
			emitContent( source, note, node, emit );
			if ( place.perhaps ) {
				source.shown.perhapsAt( place );
			}
		}
	}
}

/** Footnotes may be written where they are listed; nothing else is shown there. */
function emitListedNotes(
	source: WikitextSource, place: ShownPlace, node: MarkupNode, group: string, emit: Emit
): void {
	const content = source.contentOf( node );
	for ( const note of content?.span.nodes ?? [] ) {
		if ( content && note.kind === 'extension' && note.name === 'ref' ) {
			const tag = content.text.slice( note.start, note.innerStart );
			emitNote( content, place, note, tag, group, emit );
		}
	}
}

function emitGallery(
	source: WikitextSource, place: ShownPlace, node: MarkupNode, emit: Emit
): void {
	const content = source.contentOf( node );
	source.shown.holeApart( place );
	for ( const line of content ? content.span.split( '\n' ) : [] ) {
		const [ , ...parts ] = line.split( '|' );
		if ( content && parts.length ) {
			emitCaption( content, place, parts, true, emit );
			source.shown.holeApart( place );
		}
	}
}
