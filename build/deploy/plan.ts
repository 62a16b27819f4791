/**
 * Decides, without touching any wiki, what a deployment changes and in which order. Until the
 * definition is saved the wiki runs the old pages, from then on the new ones, never some of
 * each: see decision 0023.
 */
import { UserError } from '../user-error';
import { mergeDefinition, withPages, type DefinitionLine } from './definition';
import {
	blankText, checkComplete, configTitle, definitionTitle, isSame, modelOf, namedTitles,
	stagedName, textPages, titleOf, wantedPages, type ContentModel, type Deployment
} from './pages';

/** A page of the wiki as it was read. */
export interface CurrentPage {
	text: string;
	model: string;
	/** Id of the revision with that text. */
	revision: number;
}

/** Pages by their titles; null where there is none. */
export type CurrentPages = ReadonlyMap<string, CurrentPage | null>;

/** What a plan is made from. */
export interface WikiState {
	pages: CurrentPages;
	/** Titles of the pages that deployments created, as far as the build does not have them. */
	made: ReadonlySet<string>;
	/** Whether the account may delete pages; otherwise they are emptied. */
	mayDelete: boolean;
}

/** What a deployment does to one page. */
export interface PageAction {
	title: string;
	action: 'create' | 'change' | 'remove' | 'same';
	/** null for a page that does not exist. */
	before: string | null;
	/** Of a page to be removed: what it is left with where it cannot be deleted. */
	after: string;
	model: ContentModel;
	/** The revision that has `before`; 0 for a page that does not exist. */
	revision: number;
	/** A text that stands aside only until the definition has changed, or the change to it. */
	passing?: boolean;
}

/** What a page becomes. */
export function actionFor(
	title: string, after: string, { pages }: Pick<WikiState, 'pages'>
): PageAction {
	const page = pages.get( title ) ?? null;
	const model = modelOf( title );
	if ( page !== null && page.model !== model ) {
		throw new UserError( `${ title } has the content model "${ page.model }" instead of "${ model }": change it with Special:ChangeContentModel, or delete the page, then deploy again.` );
	}
	const isKept = page !== null && isSame( page.text, after, model );
	return {
		title,
		action: isKept ? 'same' : page === null ? 'create' : 'change',
		before: page?.text ?? null,
		after: isKept ? page.text : after,
		model,
		revision: page?.revision ?? 0
	};
}

/** Takes pages away; those that are empty already count as gone where nobody may delete them. */
export function removals( titles: Iterable<string>, state: WikiState ): PageAction[] {
	return [ ...titles ].flatMap( ( title ) => {
		const page = state.pages.get( title );
		const after = blankText( title );
		const model = modelOf( title );
		if ( !page || ( !state.mayDelete && isSame( page.text, after, model ) ) ) {
			return [];
		}
		const { text: before, revision } = page;
		return [ { title, action: 'remove' as const, before, after, model, revision } ];
	} );
}

/** Whether a line is of a gadget whose pages were all made by deployments. */
export function isMade( { pages }: DefinitionLine, made: ReadonlySet<string> ): boolean {
	return pages.every( ( page ) => made.has( titleOf( page ) ) );
}

/**
 * Plans a deployment: what each page is and will be, in the order in which to write them.
 *
 * @throws {UserError} if the build lacks a page, or a page of the wiki has another content model
 */
export function planDeployment( deployment: Deployment, state: WikiState ): PageAction[] {
	checkComplete( deployment );
	const given = new Set( textPages( deployment ).keys() );
	if ( deployment.config === undefined ) {
		given.add( configTitle );
	}
	const actions = [ ...wantedPages( deployment ) ].map( ( [ title, text ] ) => {
		const action = actionFor( title, text, state );
		const { before, model } = action;
		// The wiki's own once they are there, in its language and its words. An emptied one is not.
		const isOwn = before !== null && given.has( title ) &&
			!isSame( before, blankText( title ), model );
		return isOwn ? { ...action, action: 'same' as const, after: before } : action;
	} );
	const current = state.pages.get( definitionTitle )?.text ?? '';
	const known = new Set( [ ...state.made, ...actions.map( ( { title } ) => title ) ] );
	const merged = ( source?: string ): PageAction => actionFor( definitionTitle, mergeDefinition(
		current, deployment.definition, { isStale: ( line ) => isMade( line, known ), source }
	), state );
	const removed = removals( state.made, state );
	const unnoted = merged();
	if ( unnoted.action === 'same' && removed.length === 0 &&
		actions.every( ( { action } ) => action === 'same' ) ) {
		return [ ...actions, unnoted ];
	}
	return inOrder(
		actions, merged( deployment.source ), unnoted.action !== 'same', removed, deployment, state
	);
}

/** Puts the parts of a plan into an order in which it may be interrupted anywhere. */
function inOrder(
	actions: PageAction[], definition: PageAction, hasNewLines: boolean, removed: PageAction[],
	deployment: Deployment, state: WikiState
): PageAction[] {
	const named = namedTitles( deployment.definition );
	const running = namedTitles( definition.before ?? '' );
	const isLive = ( { title, action }: PageAction ): boolean => action === 'change' &&
		title !== configTitle && named.has( title ) && running.has( title );
	const live = actions.filter( isLive );
	const first = actions.filter( ( action ) => !isLive( action ) &&
		( action.action === 'create' || ( named.has( action.title ) && action.title !== configTitle ) ) );
	const last = actions.filter( ( action ) => !isLive( action ) && !first.includes( action ) );
	if ( live.length + ( hasNewLines ? 1 : 0 ) < 2 ) {
		// One save is the whole change already.
		return [ ...first, ...live, definition, ...last, ...removed ];
	}
	const aside = new Map( live.map( ( { title } ) => {
		const page = title.slice( titleOf( '' ).length );
		return [ page, stagedName( page ) ];
	} ) );
	const staged = live.map( ( { title, after } ): PageAction => ( {
		...actionFor( titleOf( stagedName( title.slice( titleOf( '' ).length ) ) ), after, state ),
		passing: true
	} ) );
	const passing: PageAction = {
		...definition, after: withPages( definition.after, aside ), action: 'change', passing: true
	};
	const stagedTitles = new Set( staged.map( ( { title } ) => title ) );
	return [
		...first, ...staged, passing,
		...live, { ...definition, before: passing.after, action: 'change' },
		...last,
		...removed.filter( ( { title } ) => !stagedTitles.has( title ) ),
		...staged.map( ( action ): PageAction => ( {
			...action, action: 'remove', before: action.after, after: blankText( action.title )
		} ) )
	];
}
