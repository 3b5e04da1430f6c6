import type { RoleScript, ScenarioStructure } from '../../../src/content/scenario';
import { sight } from '../../../src/simulations/solo/sight';
import { isRefused } from '../../../src/simulations/engine/refusing';
import { appended, type Log } from '../../../src/simulations/solo/log';
import { chairing } from '../../../src/simulations/solo/chair';
import { sampleScenario } from '../sample-scenario';
import { anyCommand, dice } from './chance';
import { Run } from './run';
import { movesOf } from './table';

/** What nobody but its owner is told: how others are made, what they want, and what they write to each other. */
function othersChanged(scenario: ScenarioStructure, role: string): ScenarioStructure {
  const upsideDown = (script: RoleScript): RoleScript => ({
    aspiration: 1,
    reservation: 0,
    concede: [],
    values: { authority: { minister: 1000 } },
    red: [{ slot: 'liability', options: ['operator', 'state'], objection: script.red[0]?.objection ?? 'none' }],
    rules: [],
  });
  const roles = scenario.roles.map((each) =>
    each.key === role ? each : { ...each, goals: [], script: each.script && upsideDown(each.script) },
  );
  const objections = scenario.objections.map((each) =>
    each.role === role ? each : { ...each, answers: each.answers.map((one) => ({ ...one, addresses: !one.addresses })) },
  );
  return { ...scenario, roles, objections };
}

function withoutOthersSecrets({ scenario, state, events }: Log, role: string): Log {
  const isHidden = (audience: unknown) => Array.isArray(audience) && !audience.includes(role);
  return {
    scenario: othersChanged(scenario, role),
    events: events.filter(({ audience, type }) => !isHidden(audience) && type !== 'script-explained'),
    state: {
      ...state,
      messages: state.messages.filter(({ members }) => members.includes(role)),
      seats: Object.fromEntries(
        Object.entries(state.seats).map(([key, seat]) => [key, key === role ? seat : { ...seat, positions: [{ ref: 'x' }], consents: [] }]),
      ),
      reasons: state.reasons.filter((each) => each.role === role),
      nudges: [],
      annotations: [{ words: { ref: 'x' }, at: 0 }],
    },
  };
}

describe('a script moves the same whatever it cannot know', () => {
  const scenario = sampleScenario();
  const scripted = scenario.roles.filter(({ script }) => script).map(({ key }) => key);

  it('other scripts, briefs and private messages can be anything', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const person = scripted[seed % scripted.length]!;
      const run = new Run(sampleScenario(), person).briefed();
      const roll = dice(seed);
      for (let acts = 0; !run.log.state.outcome && acts < 80; acts += 1) {
        const command = anyCommand(run.view, scenario, person, roll);
        const after = appended(run.log, command, { seat: person }, run.log.state.at + 1);
        for (const role of isRefused(after) ? [] : scripted.filter((each) => each !== person)) {
          const moves = movesOf(role, after as Log);
          compared += moves.length;
          expect(movesOf(role, withoutOthersSecrets(after as Log, role))).toEqual(moves);
        }
        run.does(command);
      }
    }
    process.stdout.write(`${compared} moves of scripts compared\n`);
    expect(compared).toBeGreaterThan(500);
  });

  it('but not what it can know', () => {
    const { log } = new Run(sampleScenario(), 'operators').briefed().until('round');
    const other = { ...log, state: { ...log.state, objections: {} } };
    expect(movesOf('banks', other)).not.toEqual(movesOf('banks', log));
  });

  it('and the chair decides without knowing what anybody wants', () => {
    const { log } = new Run(sampleScenario(), 'operators').briefed().until('round', 2);
    const blind = { ...log, scenario: { ...log.scenario, roles: log.scenario.roles.map((role) => ({ ...role, script: null })) } };
    const decisions = (from: Log) => chairing(sight(from, { seat: 'chair' }), from.scenario.objections, 'round-ends');
    expect(decisions(log).length).toBeGreaterThan(0);
    expect(decisions(blind)).toEqual(decisions(log));
  });
});
