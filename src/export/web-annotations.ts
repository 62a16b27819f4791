/** Advised passages as a collection of Web Annotations (W3C Recommendation of 23 February 2017). */
import type { Agent } from '../log/types';
import { isWithheld } from '../log/withheld';
import type { PageWords } from '../account/draft-words';
import type { AdviceItem } from '../account/types';
import { pagesInOrder } from './pages-in-order';
import { passageFinder, type AdvisedPassage } from './passage-selectors';
import { sectionUrl } from './section-url';
import { agentWords } from './summary-people';
import { sayWith, type Phrase } from './phrase';
import type { ExportInput } from './types';

/** A JSON-LD object. */
interface Linked {
	[ name: string ]: string | number | Linked | ( string | Linked )[] | undefined;
}

/** Types of agents as annotations name them. */
const agentTypes = {
	Person: 'Person', Organization: 'Organization', SoftwareAgent: 'Software'
} as const;

function plain( phrase: Phrase ): string {
	return phrase.map( ( part ) => (
		part.kind === 'words' || part.kind === 'own' ? part.text : plain( part.text )
	) ).join( '' );
}

/** An object without what is absent. */
function linked( object: Linked ): Linked {
	return Object.fromEntries(
		Object.entries( object ).filter( ( [ , value ] ) => value !== undefined )
	);
}

function textBody( purpose: string, value: string ): Linked {
	return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

class Collection {
	private readonly base: string;

	public constructor( private readonly input: ExportInput ) {
		this.base = `${ input.wiki.pageUrl( input.account.logTitle ) }#`;
	}

	public toJson(): Linked {
		const items = [ ...this.passages(), ...this.withheld() ];
		const { version, madeOn, account, wiki } = this.input;
		const id = `${ this.base }annotations`;
		return linked( {
			'@context': 'http://www.w3.org/ns/anno.jsonld',
			id,
			type: 'AnnotationCollection',
			label: account.title,
			generator: { id: `${ this.base }software`, type: 'Software', name: `advice-provenance ${ version }` },
			generated: madeOn,
			total: items.length,
			first: items.length ? linked( {
				id: `${ id }/1`,
				type: 'AnnotationPage',
				partOf: id,
				startIndex: 0,
				items
			} ) : undefined,
			// The revision of the log that all of it was made from.
			'dcterms:source': { id: wiki.revisionUrl( account.logRevision ) }
		} );
	}

	/** One for each passage that stands today. */
	private passages(): Linked[] {
		const { account } = this.input;
		const pages = pagesInOrder( account )
			.map( ( page ) => ( { page, find: passageFinder( page ) } ) );
		return account.items
			.filter( ( { advice } ) => advice && !isWithheld( advice ) )
			.flatMap( ( item ) => pages
				.flatMap( ( { page, find } ) => find( item.key )
					.map( ( passage ) => this.targets( page, passage ) ) )
				.map( ( target, index ) => (
					this.annotation( item, index, target, this.bodies( item ) )
				) ) );
	}

	/** Of withheld advice the place alone: the sections that it changed, or that it is about. */
	private withheld(): Linked[] {
		return this.input.account.items
			.filter( ( { advice } ) => advice && isWithheld( advice ) )
			.flatMap( ( item ) => ( item.touched.length ? item.touched : item.asked )
				.map( ( ref, index ) => this.annotation(
					item, index, [ sectionUrl( this.input.wiki, ref ) ], [ this.tag( 'disclosure-withheld' ) ]
				) ) );
	}

	private annotation(
		item: AdviceItem, index: number, target: ( string | Linked )[], body: Linked[]
	): Linked {
		const path = item.key.split( '/' ).map( encodeURIComponent ).join( '/' );
		return linked( {
			id: `${ this.base }annotation/${ path }/${ index + 1 }`,
			type: 'Annotation',
			motivation: 'describing',
			creator: isWithheldItem( item ) || !item.advisers.length ? undefined :
				item.advisers.map( ( agent ) => this.agent( agent ) ),
			body,
			target
		} );
	}

	/** What was advised, by whom in which role, and what came of it. */
	private bodies( item: AdviceItem ): Linked[] {
		const { account, words } = this.input;
		const { advice } = item;
		const advisers = plain( agentWords(
			sayWith( words ), account, item.advisers.map( ( { id } ) => id ), true
		) );
		const outcome = advice?.disposition?.outcome;
		return [
			// In which language people wrote the log is not known.
			...advice?.summary ? [ textBody( 'describing', advice.summary ) ] : [],
			textBody( 'identifying', advisers || words( 'panel-adviser-not-recorded' ) ),
			this.tag( outcome ? `outcome-${ outcome }` : 'state-not-recorded' )
		];
	}

	/** A word of the interface. */
	private tag( key: string ): Linked {
		return { ...textBody( 'tagging', this.input.words( key ) ), language: this.input.wiki.language };
	}

	private agent( { id, name, type }: Agent ): Linked {
		return linked( {
			id: `${ this.base }agent/${ encodeURIComponent( id ) }`,
			type: type && agentTypes[ type ],
			name
		} );
	}

	/** The passage on the page as that revision shows it, and in its wikitext. */
	private targets(
		{ revision }: PageWords, { shown, written, position }: AdvisedPassage
	): Linked[] {
		const { account, wiki } = this.input;
		const url = wiki.revisionUrl( revision );
		const sourceDate = account.words?.revisions.get( revision )?.timestamp;
		const state = sourceDate === undefined ? undefined : { type: 'TimeState', sourceDate };
		return [
			...shown.map( ( selector ) => linked( {
				type: 'SpecificResource',
				source: { id: url, type: 'Text', format: 'text/html' },
				selector: { ...selector },
				state
			} ) ),
			linked( {
				type: 'SpecificResource',
				source: {
					id: `${ url }${ url.includes( '?' ) ? '&' : '?' }action=raw`,
					type: 'Text',
					format: 'text/x-wiki'
				},
				selector: [ { ...position }, ...written ? [ { ...written } ] : [] ],
				state
			} )
		];
	}
}

function isWithheldItem( { advice }: AdviceItem ): boolean {
	return advice !== null && isWithheld( advice );
}

/**
 * The collection, in one page. The targets of a passage are the page as a revision shows it, by the
 * words of each of its pieces, and the wikitext of that revision, by position as well.
 */
export function webAnnotations( input: ExportInput ): string {
	return `${ JSON.stringify( new Collection( input ).toJson(), null, '\t' ) }\n`;
}
