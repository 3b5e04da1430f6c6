/** Playing a scenario for tests: one person's commands, one after the other. */
import type { ScenarioStructure } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { fold } from '../../../src/simulations/engine/evolve';
import type { Refused } from '../../../src/simulations/engine/refusing';
import { isRefused } from '../../../src/simulations/engine/refusing';
import type { TableView } from '../../../src/simulations/engine/table-view';
import type { Log } from '../../../src/simulations/solo/log';
import { view } from '../../../src/simulations/engine/view';
import { open } from '../../../src/simulations/solo/open';
import { play } from '../../../src/simulations/solo/play';

const MINUTE = 60_000;

/** A run by one person in one role. The clock goes on by a minute with each command. */
export class Run {
  log: Log;
  refused: Refused['refused'] | null = null;
  private now = 1_700_000_000_000;

  constructor(
    scenario: ScenarioStructure,
    readonly role: string,
  ) {
    const opened = open({ scenario, slug: 'sample', hash: 'f00d' }, 'seed', role, 'ada', this.now);
    if (isRefused(opened)) throw new Error(opened.refused.reason);
    this.log = { scenario, events: opened.events, state: fold(opened.events, scenario) };
  }

  get view(): TableView {
    return view(this.log.state, this.log.events, { seat: this.role }, this.log.scenario);
  }

  /** What a command brings; a refused one changes nothing and is remembered. */
  does(...commands: Command[]): this {
    for (const command of commands) {
      const answer = play(this.log, command, (this.now += MINUTE));
      this.refused = isRefused(answer) ? answer.refused : null;
      if (isRefused(answer)) continue;
      const { scenario, events, state } = this.log;
      this.log = { scenario, events: [...events, ...answer.events], state: fold(answer.events, scenario, state) };
    }
    return this;
  }

  briefed(): this {
    return this.does({ do: 'accept-contract' }, { do: 'acknowledge-brief' });
  }

  /** Goes on until a phase of the kind, at most to the end. */
  until(kind: TableView['phase']['kind'], round = 0): this {
    for (let guard = 0; guard < 20 && (this.view.phase.kind !== kind || this.view.phase.round < round); guard += 1)
      this.does({ do: 'be-ready' });
    return this;
  }
}
