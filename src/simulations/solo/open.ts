/** How a table for one person is opened: the person in the role they chose, scripts everywhere else, the briefing on the table. */
import type { ScenarioStructure } from '../../content/scenario';
import type { Command } from '../engine/commands';
import type { TableEvent } from '../engine/events';
import { initial } from '../engine/initial';
import { isRefused } from '../engine/refusing';
import type { Refused } from '../engine/refusing';
import { appended } from './log';
import type { Log } from './log';

/** The scenario with the name and the hash of its version. */
export interface Pinned {
  scenario: ScenarioStructure;
  slug: string;
  hash: string;
}

/** The first events of a table. The contract and the brief are the person's to accept. */
export function open(
  { scenario, slug, hash }: Pinned,
  seed: string,
  role: string,
  person: string,
  now: number,
): { events: TableEvent[] } | Refused {
  const scripted = scenario.roles.filter(({ key, script, chair }) => key !== role && (script || chair));
  const commands: Command[] = [
    { do: 'open-table', mode: 'solo', scenario: slug, hash, seed },
    { do: 'take-seat', role, holder: { kind: 'person', person } },
    ...scripted.map(({ key }): Command => ({ do: 'take-seat', role: key, holder: { kind: 'script' } })),
  ];
  let log: Log = { scenario, events: [], state: initial(scenario) };
  for (const command of commands) {
    const after = appended(log, command, 'machine', now);
    if (isRefused(after)) return after;
    log = after;
  }
  return { events: [...log.events] };
}
