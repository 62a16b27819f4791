/**
 * Texts of a summary before they are wikitext or plain text. What comes from the log or the wiki
 * stays apart from the words of messages until it is written, so that nothing of it can act.
 */
import { plainText } from '../log/plain-text';
import type { Words } from './types';

/** Where a link leads. Revisions and pages are of the wiki that the draft stands on. */
export type Target =
	{ page: string; heading?: string; nth?: number } |
	{ revision: number } |
	{ diff: number; base: number | null } |
	/** To an entry of the summary itself. */
	{ entry: string } |
	/** Outside; any text, also one that is no address. */
	{ url: string };

export type Part =
	/** Words of a message. */
	{ kind: 'words'; text: string } |
	/** Somebody's own words: of the log, or a heading or name of the wiki. */
	{ kind: 'own'; text: string } |
	{ kind: 'link'; to: Target; text: Phrase } |
	{ kind: 'strong'; text: Phrase };

export type Phrase = readonly Part[];

export interface ListItem {
	text: Phrase;
	/** Id of the entry that it is about: `{ entry }` leads here. */
	entry?: string;
	items?: readonly ListItem[];
}

/** A part of the summary. */
export type Block =
	{ kind: 'heading'; level: 2 | 3; text: Phrase } |
	{ kind: 'paragraph'; text: Phrase } |
	{ kind: 'list'; items: readonly ListItem[] };

/** Stands for a text of nothing but spaces: a link or a heading without any would be none. */
const BLANK = '–';

/** Somebody's own words. */
export function own( text: string ): Phrase {
	return [ { kind: 'own', text: plainText( text ).trim() ? text : BLANK } ];
}

export function strong( text: Phrase ): Phrase {
	return [ { kind: 'strong', text } ];
}

export function linkTo( to: Target, text: Phrase ): Phrase {
	return [ { kind: 'link', to, text } ];
}

/** Letters for private use, around the number of a parameter: no message has them. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const parameter = /\ue000(\d+)\ue001/;

/** Writes messages as phrases, with phrases, numbers and ids for their parameters. */
export type Say = ( key: string, ...params: ( Phrase | number )[] ) => Phrase;

export function sayWith( words: Words ): Say {
	return ( key, ...params ) => {
		const text = words( key, ...params.map( ( _, index ) => `${ OPEN }${ index }${ CLOSE }` ) );
		return text.split( parameter ).flatMap( ( part, index ): Phrase => {
			if ( index % 2 === 0 ) {
				return part ? [ { kind: 'words', text: part } ] : [];
			}
			const value = params[ Number( part ) ] ?? [];
			return typeof value === 'number' ? [ { kind: 'words', text: String( value ) } ] : value;
		} );
	};
}

/** What a message puts between two phrases goes between all of them. */
function joinBy( separator: Phrase, phrases: readonly Phrase[] ): Phrase {
	return phrases.filter( ( phrase ) => phrase.length )
		.flatMap( ( phrase, index ) => index ? [ ...separator, ...phrase ] : phrase );
}

/** Phrases side by side; those without anything are left out. */
export function listOf( say: Say, phrases: readonly Phrase[] ): Phrase {
	return joinBy( say( 'export-comma', [], [] ), phrases );
}

/** Facts one after the other; likewise. */
export function facts( say: Say, phrases: readonly Phrase[] ): Phrase {
	return joinBy( say( 'export-semicolon', [], [] ), phrases );
}

/** A label with what it is about; nothing where there is nothing. */
export function labelled( say: Say, key: string, value: Phrase ): Phrase {
	return value.length ? say( 'panel-labelled', say( key ), value ) : [];
}

/** A text that may be absent, labelled. */
export function ownLabelled( say: Say, key: string, text: string | undefined ): Phrase {
	return text ? labelled( say, key, own( text ) ) : [];
}
