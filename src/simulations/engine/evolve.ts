/** What an event changes. Knows no policy and no clock: the same events always give the same table. */
import type { ScenarioStructure } from '../../content/scenario';
import { type HappeningType, refsIn, type TableEvent } from './events';
import { ASSESSING } from './events/assessing';
import { DEBRIEFING } from './events/debriefing';
import { DRAFTING } from './events/drafting';
import { FACILITATING } from './events/facilitating';
import { FLOOR } from './events/floor';
import type { Evolutions } from './events/evolution';
import { OBJECTIONS } from './events/objections';
import { OUTCOME } from './events/outcome';
import { PACKAGES } from './events/packages';
import { PHASES } from './events/phases';
import { POLLS } from './events/polls';
import { SEATING } from './events/seating';
import { STANCES } from './events/stances';
import { initial } from './initial';
import type { TableState } from './state';

export const EVOLUTIONS: Evolutions<HappeningType> = {
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

export function evolve(state: TableState, event: TableEvent, scenario: ScenarioStructure): TableState {
  const change = EVOLUTIONS[event.type] as (state: TableState, event: TableEvent, scenario: ScenarioStructure) => Partial<TableState>;
  return { ...state, ...change(state, event, scenario), texts: written(state.texts, event), seq: event.seq, at: event.at };
}

/** Which texts there are is known without looking into them, so that whoever wrote one can strike it out. */
function written(texts: TableState['texts'], event: TableEvent): TableState['texts'] {
  const author = typeof event.by === 'string' ? '' : event.by.seat;
  const refs = refsIn(event);
  return refs.length ? texts.concat(refs.map((ref) => ({ ref, author, audience: event.audience }))) : texts;
}

/** The table after some events, from the beginning or from where it stood before them. */
export function fold(events: readonly TableEvent[], scenario: ScenarioStructure, from: TableState = initial(scenario)): TableState {
  return events.reduce((state, event) => evolve(state, event, scenario), from);
}
