/** People and sources of the log in words. */
import type { Agent, Source } from '../log/types';
import type { DraftAccount } from '../account/types';
import { labelled, linkTo, listOf, own, type Phrase, type Say } from './phrase';

/** What a person knows about and on what terms they worked; the name is as it may be shown. */
function aboutAgent( say: Say, account: DraftAccount, agent: Agent ): Phrase {
	const { expertise, engagement, type, naming, affiliation = [] } = agent;
	return listOf( say, [
		expertise ? own( expertise ) : [],
		engagement ? say( `engagement-${ engagement }` ) : [],
		type === 'SoftwareAgent' ? say( 'agent-type-softwareagent' ) : [],
		naming === 'role-only' || naming === 'withheld' ? say( `naming-${ naming }` ) : [],
		...affiliation.map( ( id ) => own( account.agents.get( id )?.name ?? id ) )
	] );
}

/**
 * Names of agents.
 *
 * @param full with what they know, on what terms they worked and where they belong
 */
export function agentWords(
	say: Say, account: DraftAccount, ids: readonly ( string | undefined )[] = [], full = false
): Phrase {
	return listOf( say, ids.flatMap( ( id ) => {
		if ( id === undefined ) {
			return [];
		}
		const agent = account.agents.get( id ) ?? { id, name: id };
		const about = full ? aboutAgent( say, account, agent ) : [];
		return [ about.length ? say( 'panel-section-of-page', own( agent.name ), about ) : own( agent.name ) ];
	} ) );
}

function sourceWords( say: Say, source: Source ): Phrase {
	const { label, revision, title, url } = source;
	if ( source.private ) {
		return say( 'panel-section-of-page',
			label ? own( label ) : say( 'panel-source-unnamed' ), say( 'disclosure-withheld' ) );
	}
	const places: Phrase[] = [];
	if ( revision !== undefined ) {
		const text = label ?? title;
		places.push( linkTo( { revision }, text ? own( text ) : say( 'panel-source-revision', revision ) ) );
	} else if ( title ) {
		places.push( linkTo( { page: title }, own( label ?? title ) ) );
	}
	if ( url ) {
		places.push( linkTo( { url }, own( places.length ? url : label ?? url ) ) );
	}
	return places.length ? listOf( say, places ) : label ? own( label ) : [];
}

/** Where something can be read; nothing where no source is named. */
export function sourcesWords( say: Say, sources: readonly Source[] | undefined ): Phrase {
	return labelled( say, 'panel-field-sources',
		listOf( say, ( sources ?? [] ).map( ( source ) => sourceWords( say, source ) ) ) );
}
