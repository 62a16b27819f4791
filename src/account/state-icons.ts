/** The sign of each state: told apart by shape, so that colour is never needed. */
import {
	cdxIconCheck,
	cdxIconClock,
	cdxIconClose,
	cdxIconEdit,
	cdxIconEye,
	cdxIconHelp,
	cdxIconLock,
	cdxIconPause,
	cdxIconRedo,
	type Icon
} from '@wikimedia/codex-icons';
import type { AdviceState } from './types';

export const STATE_ICONS: Readonly<Record<AdviceState, Icon>> = {
	changed: cdxIconEdit,
	adopted: cdxIconCheck,
	checked: cdxIconEye,
	declined: cdxIconClose,
	pending: cdxIconClock,
	withheld: cdxIconLock,
	superseded: cdxIconRedo,
	'set-aside': cdxIconPause,
	'not-recorded': cdxIconHelp
};
