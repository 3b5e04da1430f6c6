/** What one viewer may know of a table, and what they can do at it now. */
import type { ScenarioStructure } from '../../content/scenario';
import { admission } from './admission';
import type { CommandName } from './commands';
import type { Table } from './commands/rule';
import { RULES } from './commands/rules';
import type { TableEvent } from './events';
import { seen } from './seen';
import type { TableState } from './state';
import type { TableView } from './table-view';
import type { Viewer } from './viewer';

/** The events are those of the table; what the viewer may not know of is left out here. */
export function view(state: TableState, events: readonly TableEvent[], viewer: Viewer, scenario: ScenarioStructure): TableView {
  return { ...seen(state, events, viewer, scenario), can: possible(state, viewer, scenario) };
}

/** Commands that are not refused whatever their particulars. The clock is not asked: whoever looks at a page may be late when they send it. */
function possible(state: TableState, viewer: Viewer, scenario: ScenarioStructure): CommandName[] {
  if (viewer === 'observer') return [];
  const role = typeof viewer === 'string' ? '' : viewer.seat;
  const table: Table = { state, scenario, actor: viewer, role, at: state.phase.since };
  const names = Object.keys(RULES) as CommandName[];
  return names.filter((name) => {
    const { anything = () => true } = RULES[name];
    return name !== 'open-table' && admission(name, RULES[name], table) === null && anything(table);
  });
}
