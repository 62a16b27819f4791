/**
 * A script of its own, loaded on the log page: the account of the log on the page itself, in the
 * words and with the records of the panel.
 */
import english from 'virtual:messages/panel';
import own from 'virtual:messages/logview';
import { createApp } from 'vue';
import type { LogViewScript } from '../wiki/log-view-script';
import { draftLanguage, logLanguage } from '../wiki/languages';
import { addMissingMessages } from '../wiki/messages';
import LogView from './LogView.vue';

export const showLog: LogViewScript[ 'showLog' ] = ( host, page ) => {
	addMissingMessages( english );
	addMissingMessages( own );
	const app = createApp( LogView, { page } );
	app.config.globalProperties.$logLanguage = logLanguage();
	app.config.globalProperties.$draftLanguage = draftLanguage();
	app.mount( host );
};
