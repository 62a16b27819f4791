/** A script of its own, which the panel loads when somebody looks at its report. */
import english from 'virtual:messages/report';
import saving from 'virtual:messages/saving';
import { addMissingMessages } from '../wiki/messages';
import ReportTab from './ReportTab.vue';

addMissingMessages( english );
addMissingMessages( saving );

export { ReportTab as view };
