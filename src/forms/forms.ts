/** The forms script: what the panel loads when somebody who may wants to change the log. */
import english from 'virtual:messages/forms';
import saving from 'virtual:messages/saving';
import { addMissingMessages } from '../wiki/messages';
import FormsView from './FormsView.vue';

// The reader script has fetched the texts of the reader's language; English fills the gaps.
addMissingMessages( english );
addMissingMessages( saving );

export { FormsView };
