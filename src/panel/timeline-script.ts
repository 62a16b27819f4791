/** A script of its own, which the panel loads when somebody looks at its timeline. */
import english from 'virtual:messages/timeline';
import { addMissingMessages } from '../wiki/messages';
import TimelineTab from './TimelineTab.vue';

addMissingMessages( english );

export { TimelineTab as view };
