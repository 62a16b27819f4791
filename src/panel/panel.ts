/** The panel script: what the reader script loads when somebody asks for the whole account. */
import english from 'virtual:messages/panel';
import { createApp, nextTick, type App } from 'vue';
import type { PanelScript, Workspace } from '../account/workspace';
import { draftLanguage, logLanguage } from '../wiki/languages';
import { addMissingMessages } from '../wiki/messages';
import PanelView from './PanelView.vue';

declare module 'vue' {
	interface ComponentCustomProperties {
		/** Of texts of the log, for `lang`. */
		$logLanguage: string;
		/** Of texts of the draft. */
		$draftLanguage: string;
	}
}

interface OpenPanel {
	workspace: Workspace;
	app: App;
	view: InstanceType<typeof PanelView>;
	host: HTMLElement;
	returnFocus: { focus(): void } | null;
}

/** Makes room beside the page where the window is wide enough; see styles/panel.css. */
const OPEN_CLASS = 'advice-provenance-panel-open';

let open: OpenPanel | null = null;

function close( returnFocus: boolean ): void {
	if ( !open ) {
		return;
	}
	const closed = open;
	open = null;
	closed.app.unmount();
	closed.host.remove();
	document.documentElement.classList.remove( OPEN_CLASS );
	if ( returnFocus ) {
		closed.returnFocus?.focus();
	}
}

function mount( workspace: Workspace ): OpenPanel {
	// The reader script has fetched the texts of the reader's language; English fills the gaps.
	addMissingMessages( english );
	const host = document.createElement( 'div' );
	document.body.append( host );
	document.documentElement.classList.add( OPEN_CLASS );
	const app = createApp( PanelView, { workspace, onClose: close } );
	app.config.globalProperties.$logLanguage = logLanguage();
	app.config.globalProperties.$draftLanguage = draftLanguage();
	const view = app.mount( host ) as InstanceType<typeof PanelView>;
	return { workspace, app, view, host, returnFocus: null };
}

export const openPanel: PanelScript[ 'openPanel' ] = ( workspace, show, returnFocus ) => {
	if ( open && open.workspace !== workspace ) {
		close( false );
	}
	const panel = open ?? mount( workspace );
	open = panel;
	panel.returnFocus = returnFocus;
	// What is to be shown may stand in parts that are drawn only now.
	nextTick( () => panel.view.show( show ) );
};
