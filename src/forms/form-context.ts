/** Makes what the forms hand down to their parts; to be called in a component's setup. */
import { computed } from 'vue';
import type { Workspace } from '../account/workspace';
import { findAll } from '../log/find-things';
import { fieldOf } from '../log/json-value';
import { msg } from '../wiki/messages';
import { adoptChoice, choicesOf } from './choices';
import type { FormContext } from './context';
import { nameOf } from './names';
import { usePageSections } from './page-sections';
import type { FormSession } from './session';

export function formContext(
	session: FormSession,
	workspace: Workspace,
	open: Pick<FormContext, 'openThing' | 'openUpkeep'>
): FormContext {
	const lead = msg( 'panel-lead' );
	const sections = usePageSections( workspace );
	return {
		session,
		choices: ( kind ) => choicesOf(
			session.log.value, kind, kind === 'sections' ? sections() : [], lead
		),
		nameOf: ( kind, id ) => nameOf( session.log.value, kind, id, lead ),
		adopt( kind, value ) {
			const { log, id } = adoptChoice( session.log.value, kind, value );
			session.take( log );
			return id;
		},
		pages: computed( () => {
			const titles = findAll( session.log.value, 'pages' )
				.map( ( { value } ) => String( fieldOf( value, 'title' ) ?? '' ) ).filter( Boolean );
			return [ ...new Set( [ ...titles, ...workspace.configuredPages ] ) ];
		} ),
		...open
	};
}
