/** The script for upkeep: what the forms load when somebody splits, merges or removes. */
import english from 'virtual:messages/upkeep';
import { addMissingMessages } from '../wiki/messages';
import UpkeepView from './UpkeepView.vue';

addMissingMessages( english );

export { UpkeepView };
