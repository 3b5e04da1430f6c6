/** The answer to every command. */
import type { CommandName } from '../commands';
import { ASSESSING } from './assessing';
import { DEBRIEFING } from './debriefing';
import { DRAFTING } from './drafting';
import { FACILITATING } from './facilitating';
import { FLOOR } from './floor';
import { OBJECTIONS } from './objections';
import { OUTCOME } from './outcome';
import { PACKAGES } from './packages';
import { PHASES } from './phases';
import { POLLS } from './polls';
import type { Rules } from './rule';
import { SEATING } from './seating';
import { STANCES } from './stances';

export const RULES: Rules<CommandName> = {
  ...SEATING,
  ...PHASES,
  ...FLOOR,
  ...DRAFTING,
  ...PACKAGES,
  ...STANCES,
  ...OBJECTIONS,
  ...POLLS,
  ...ASSESSING,
  ...OUTCOME,
  ...DEBRIEFING,
  ...FACILITATING,
};
