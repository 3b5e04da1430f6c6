import type { TableMode } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { initial } from '../../../src/simulations/engine/initial';
import { isRefused } from '../../../src/simulations/engine/refusing';
import { placed } from '../../../src/simulations/hours/placing';
import { appended, type Log } from '../../../src/simulations/solo/log';
import { follow, ticked } from '../../../src/simulations/together/follow';
import { followed } from '../../../src/simulations/tables/logs.service';
import { sampleScenario } from '../sample-scenario';

const scenario = sampleScenario();
const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T16:00Z'); // 19:00 in Nairobi
const NAIROBI = ['Africa/Nairobi'];
const hours = (key: string) => scenario.phases.find((phase) => phase.key === key)!.async!.hours;
const said = (moment: number | null) => moment && new Date(moment).toISOString().slice(0, 16);

function opened(mode: TableMode, zones = NAIROBI, now = START): Log {
  const empty: Log = { scenario, events: [], state: initial(scenario) };
  return on(empty, { do: 'open-table', mode, scenario: 'sample', hash: 'x', seed: 's' }, now, zones);
}

function on(log: Log, command: Command, now: number, zones = NAIROBI): Log {
  const answer = follow(log, command, 'facilitator', now, zones);
  if (isRefused(answer)) throw new Error(answer.refused.reason);
  return followed({ ...log, hash: '' }, answer.events);
}

const all = (log: Log, now: number) =>
  scenario.roles.reduce((at, { key }) => on(at, { do: 'take-seat', role: key, holder: { kind: 'person', person: key } }, now), log);

describe('the windows of a table that goes on by letters', () => {
  it('end while its people are awake, from the first one on', () => {
    const late = START + 4 * HOUR; // 23:00
    const table = opened('async', NAIROBI, late);
    expect(table.state.phase.deadline).toBe(late + hours(scenario.phases[0]!.key) * HOUR + 9 * HOUR); // 8:00
  });

  it('keep their hours where those end by day', () => {
    expect(opened('async').state.phase.deadline).toBe(START + hours(scenario.phases[0]!.key) * HOUR);
  });

  it('end by day when the clock moves the table on', () => {
    const table = all(opened('async'), START);
    const over = table.state.phase.deadline! + 6 * HOUR; // 1:00: nobody looked after the table
    const after = followed({ ...table, hash: '' }, ticked(table, over, NAIROBI));
    expect(after.state.phase.number).toBe(2);
    expect(said(after.state.phase.deadline)).toMatch(/T05:00$/);
  });

  it('end by day after a pause, and after a switch from live', () => {
    const table = on(all(opened('async'), START), { do: 'pause' }, START + HOUR);
    const resumed = on(table, { do: 'resume' }, START + 5 * HOUR);
    expect(resumed.state.phase.deadline).toBeGreaterThan(START + 5 * HOUR + table.state.paused!.left!);
    expect(said(resumed.state.phase.deadline)).toMatch(/T05:00$/);
    const live = on(all(opened('live'), START), { do: 'switch-mode', mode: 'async' }, START + 5 * HOUR);
    expect(live.state.phase.deadline).toBeGreaterThanOrEqual(START + 29 * HOUR);
    expect(said(live.state.phase.deadline)).toMatch(/T05:00$/);
  });

  it('of a live table are what they are', () => {
    const table = all(opened('live', [], START + 6 * HOUR), START + 6 * HOUR);
    const again = all(opened('live', NAIROBI, START + 6 * HOUR), START + 6 * HOUR);
    expect(again.events).toEqual(table.events);
    expect(placed({ do: 'tick' }, table, START, NAIROBI)).toEqual({ do: 'tick' });
  });

  it('are never shorter than the rules say, whatever a command carries', () => {
    const table = all(opened('async'), START);
    const next = scenario.phases[1]!;
    const early = appended(table, { do: 'enter-phase', phase: next.key, expectPhase: 1, until: START + 1 }, 'facilitator', START);
    expect(isRefused(early) || early.state.phase.deadline).toBe(START + next.async!.hours * HOUR);
  });
});
