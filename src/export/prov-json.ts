/** The account as PROV-JSON (W3C member submission of 24 April 2013). */
import { itemsByEntry } from './summary-topics';
import { ProvAgents } from './prov-agents';
import { ProvChanges } from './prov-changes';
import { ProvContainer, qualified } from './prov-container';
import { ProvEntries } from './prov-entries';
import { ProvNames } from './prov-names';
import type { ExportInput } from './types';

/** The bundle: what the log says, and what the wiki shows of the edits that it names. */
const BUNDLE = 'log:account';
const SOFTWARE = 'ap:software';

/** A time without fractions of a second, with its zone. */
function moment( time: string ): string | undefined {
	const value = Date.parse( time );
	return isNaN( value ) ? undefined : new Date( value ).toISOString().replace( /\.\d+Z$/, '+00:00' );
}

function bundleOf(
	{ account, wiki, configuredPages }: ExportInput, names: ProvNames
): ProvContainer {
	const bundle = new ProvContainer();
	bundle.thing( 'entity', 'log:draft', {
		'prov:type': qualified( 'ap:Draft' ), 'ap:page': [ ...configuredPages ]
	} );
	const agents = new ProvAgents( bundle, names, account );
	const changes = new ProvChanges( bundle, names, agents, account );
	const entries = new ProvEntries( bundle, names, agents, changes, account, wiki );
	for ( const [ entry, items ] of itemsByEntry( account.items ) ) {
		entries.request( entry );
		for ( const item of items ) {
			if ( item.advice ) {
				entries.advice( item, item.advice );
			}
		}
	}
	return bundle;
}

/** Where the bundle comes from, and the published summary if there is one. */
function documentOf( input: ExportInput, names: ProvNames ): ProvContainer {
	const { account, version, madeOn, summaryTitle } = input;
	const container = new ProvContainer();
	const log = names.revision( account.logRevision );
	const activity = 'log:export';
	container.thing( 'entity', log, { 'prov:label': account.title, 'ap:page': account.logTitle } );
	container.thing( 'entity', BUNDLE, { 'prov:type': qualified( 'prov:Bundle' ) } );
	container.thing( 'agent', SOFTWARE, {
		'prov:type': qualified( 'prov:SoftwareAgent' ),
		'prov:label': 'advice-provenance',
		'ap:version': version
	} );
	container.thing( 'activity', activity );
	container.relation( 'wasAssociatedWith', { 'prov:activity': activity, 'prov:agent': SOFTWARE } );
	container.relation( 'used', { 'prov:activity': activity, 'prov:entity': log } );
	container.relation( 'wasGeneratedBy', {
		'prov:entity': BUNDLE,
		'prov:activity': activity,
		'prov:time': madeOn === undefined ? undefined : moment( madeOn )
	} );
	container.relation( 'wasDerivedFrom', { 'prov:generatedEntity': BUNDLE, 'prov:usedEntity': log } );
	if ( summaryTitle !== undefined ) {
		const summary = 'log:published-summary';
		container.thing( 'entity', summary, { 'ap:page': summaryTitle } );
		container.relation( 'wasDerivedFrom', { 'prov:generatedEntity': summary, 'prov:usedEntity': log } );
	}
	return container;
}

/**
 * The account as PROV-JSON: a bundle of what the log and the cited revisions say, in a document
 * that says where the bundle comes from. Only times that the wiki gives to the second are times;
 * dates of the log are attributes, as vague as they are.
 */
export function provJson( input: ExportInput ): string {
	const names = new ProvNames( input );
	const prefix = names.prefixes;
	return `${ JSON.stringify( {
		prefix,
		...documentOf( input, names ).toJson(),
		// A bundle can be taken out of its document: it explains its own names.
		bundle: { [ BUNDLE ]: { prefix, ...bundleOf( input, names ).toJson() } }
	}, null, '\t' ) }\n`;
}
