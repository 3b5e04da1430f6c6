import type { Command } from '../../../src/simulations/engine/commands';
import { initial } from '../../../src/simulations/engine/initial';
import { isRefused } from '../../../src/simulations/engine/refusing';
import { view } from '../../../src/simulations/engine/view';
import type { Actor } from '../../../src/simulations/engine/viewer';
import { type Absence, afterAbsence, cameBack } from '../../../src/simulations/hours/absence';
import { undone } from '../../../src/simulations/hours/undone';
import type { Log } from '../../../src/simulations/solo/log';
import { follow, ticked } from '../../../src/simulations/together/follow';
import { followed } from '../../../src/simulations/tables/logs.service';
import { sampleScenario } from '../sample-scenario';

const scenario = sampleScenario();
const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T09:00Z');
const ZONES = ['Africa/Nairobi'];
const [first, second] = scenario.roles.filter(({ chair, script }) => !chair && script).map(({ key }) => key) as [string, string];

const on = (log: Log, command: Command, actor: Actor, now = START): Log => {
  const answer = follow(log, command, actor, now, ZONES);
  if (isRefused(answer)) throw new Error(`${command.do}: ${answer.refused.reason}`);
  return followed({ ...log, hash: '' }, answer.events);
};

/** In the opening, with a person in every seat. */
function opening(): Log {
  const empty: Log = { scenario, events: [], state: initial(scenario) };
  const opened = on(empty, { do: 'open-table', mode: 'async', scenario: 'sample', hash: 'x', seed: 's' }, 'facilitator');
  const seated = scenario.roles.reduce((log, { key }) => {
    const sat = on(log, { do: 'take-seat', role: key, holder: { kind: 'person', person: key } }, 'facilitator');
    return on(on(sat, { do: 'accept-contract' }, { seat: key }), { do: 'acknowledge-brief' }, { seat: key });
  }, opened);
  return on(seated, { do: 'enter-phase', phase: 'opening', expectPhase: 1 }, 'facilitator');
}

const speaks = (log: Log, role: string) => on(log, { do: 'speak', words: { ref: `said-${role}` }, length: 3 }, { seat: role });
const over = (log: Log) => log.state.phase.deadline! + HOUR;
/** What the clock makes of it. */
function after(log: Log, rule: Absence, now = over(log), ready: string[] = []): Log {
  const settled = afterAbsence(log, rule, now, ZONES, ready);
  return followed({ ...settled, hash: '' }, ticked(settled, now, ZONES));
}

const ALL = scenario.roles.filter(({ chair }) => !chair).map(({ key }) => key);
const allButFirst = () => ALL.filter((role) => role !== first).reduce(speaks, opening());

describe('somebody who has done nothing by the end of a window', () => {
  it('is known: everybody else has made their statement', () => {
    expect(scenario.roles.map(({ key }) => key).filter((role) => undone(allButFirst(), role))).toEqual([first]);
  });

  it('holds nobody up where the table goes on', () => {
    const table = after(allButFirst(), 'proceed');
    expect([table.state.phase.number, table.state.seats[first]!.holder.kind]).toEqual([3, 'person']);
  });

  it('is waited for, for a day and only once', () => {
    const table = allButFirst();
    const waiting = after(table, 'wait');
    expect(waiting.state.phase.number).toBe(2);
    expect(waiting.state.phase.deadline! - over(table)).toBeGreaterThanOrEqual(24 * HOUR);
    expect(after(waiting, 'wait').state.phase.number).toBe(3);
  });

  it('is not waited for where everybody has done their part', () => {
    expect(after(speaks(allButFirst(), first), 'wait').state.phase.number).toBe(3);
  });

  it('has a script in their seat, for all to see, until they come back', () => {
    const table = after(allButFirst(), 'script');
    expect(table.state.phase.number).toBe(3);
    expect(table.state.seats[first]!.holder).toEqual({ kind: 'script' });
    expect(table.state.seats[second]!.holder.kind).toBe('person');
    const now = table.state.phase.since + HOUR;
    const back = cameBack(table, first, first, now);
    expect(back.state.seats[first]).toMatchObject({ holder: { kind: 'person', person: first }, contract: true, briefed: true });
    expect(cameBack(back, first, first, now)).toBe(back);
    expect(cameBack(table, first, first, over(table))).toBe(table);
  });

  it('has somebody who stood ready in their seat, for all to see and for good, who has read nothing yet', () => {
    const table = after(allButFirst(), 'alternate', over(allButFirst()), ['p8', 'p9']);
    expect(table.state.phase.number).toBe(3);
    expect(table.state.seats[first]).toMatchObject({
      holder: { kind: 'person', person: 'p8', standsIn: true },
      contract: false,
      briefed: false,
    });
    expect(table.events.filter(({ type, by }) => type === 'seat-taken' && by === 'machine')).toHaveLength(1);
    const { seats } = view(table.state, table.events, 'observer', scenario);
    expect(seats.filter(({ standsIn }) => standsIn).map(({ role }) => role)).toEqual([first]);
    expect(JSON.stringify(view(table.state, table.events, 'observer', scenario))).not.toContain('p8');
    const now = table.state.phase.since + HOUR;
    expect(cameBack(table, first, first, now)).toBe(table);
  });

  it('keeps their seat where nobody stands ready, or fewer than are away, and after the call', () => {
    const table = opening();
    const both = [first, second].every((role) => after(table, 'alternate').state.seats[role]!.holder.kind === 'person');
    expect([both, after(table, 'alternate').state.phase.number]).toEqual([true, 3]);
    const one = after(table, 'alternate', over(table), ['p8']);
    expect(ALL.filter((role) => JSON.stringify(one.state.seats[role]!.holder).includes('standsIn'))).toHaveLength(1);
    const call = scenario.phases.find(({ kind }) => kind === 'call')!.key;
    const { phases } = scenario;
    const path = phases.slice(phases.findIndex(({ key }) => key === 'opening') + 1, phases.findIndex(({ key }) => key === call) + 1);
    const called = path.reduce(
      (log, { key }) => on(log, { do: 'enter-phase', phase: key, expectPhase: log.state.phase.number }, 'facilitator'),
      opening(),
    );
    expect(afterAbsence(called, 'script', over(called), ZONES)).not.toBe(called);
    expect(afterAbsence(called, 'alternate', over(called), ZONES, ['p8'])).toBe(called);
  });

  it('does not take back what a facilitator gave to a script', () => {
    const given = on(opening(), { do: 'take-seat', role: first, holder: { kind: 'script' } }, 'facilitator');
    expect(cameBack(given, first, first, START)).toBe(given);
  });

  it('is nobody’s business before the window is over, in a pause, or live', () => {
    const table = allButFirst();
    expect(afterAbsence(table, 'wait', table.state.phase.deadline!, ZONES)).toBe(table);
    const paused = on(table, { do: 'pause' }, 'facilitator');
    expect(afterAbsence(paused, 'wait', over(table), ZONES)).toBe(paused);
    const live = on(table, { do: 'switch-mode', mode: 'live' }, 'facilitator');
    expect(afterAbsence(live, 'script', over(table), ZONES)).toBe(live);
  });
});
