/**
 * A script of its own, loaded on the log page: the account of the log on the page itself, in the
 * words and with the records of the panel.
 */
import english from 'virtual:messages/panel';
import own from 'virtual:messages/logview';
import { createApp } from 'vue';
import type { LogViewScript } from '../wiki/log-view-script';
import { addMissingMessages } from '../wiki/messages';
import LogView from './LogView.vue';

export const showLog: LogViewScript[ 'showLog' ] = ( host, page ) => {
	addMissingMessages( english );
	addMissingMessages( own );
	createApp( LogView, { page } ).mount( host );
};
