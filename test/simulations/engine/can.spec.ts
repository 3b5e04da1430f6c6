import type { Command, CommandName } from '../../../src/simulations/engine/commands';
import { decide } from '../../../src/simulations/engine/decide';
import { phaseOf } from '../../../src/simulations/engine/phases';
import { view } from '../../../src/simulations/engine/view';
import type { Viewer } from '../../../src/simulations/engine/viewer';
import { generated } from './generated';
import { at } from './played';

const SEED = process.env['SEED'] ?? 'winter';

/** Commands without particulars: when they are possible, they are accepted. */
const BARE: Command[] = [
  { do: 'accept-contract' },
  { do: 'acknowledge-brief' },
  { do: 'be-ready' },
  { do: 'pause' },
  { do: 'resume' },
  { do: 'join-queue', remote: false },
  { do: 'leave-queue' },
  { do: 'end-turn' },
  { do: 'call-consensus' },
  { do: 'adopt-outcome' },
  { do: 'close-without-outcome', words: null },
  { do: 'finish-debrief' },
  { do: 'tick' },
];

describe(`what a page says is possible (seed ${SEED})`, () => {
  const tables = Array.from({ length: 60 }, (_, n) => generated(`${SEED}-${n}`, 120));

  it('is all that is not refused', () => {
    for (const { seed, scenario, attempts } of tables) {
      for (const { state, command, actor, decision } of attempts) {
        if ('refused' in decision || actor === 'machine' || command.do === 'open-table' || isArriving(command, actor, state)) continue;
        const { can } = view(state, [], actor, scenario);
        expect([seed, command.do, can.includes(command.do)]).toEqual([seed, command.do, true]);
      }
    }
  });

  it('is accepted, where there is nothing to say with it and the time is not over', () => {
    let accepted = 0;
    for (const { seed, scenario, attempts } of tables) {
      for (const { state } of attempts.filter((_, index) => index % 7 === 1)) {
        for (const viewer of [...scenario.roles.map(({ key }) => ({ seat: key })), 'facilitator'] as Exclude<Viewer, 'observer'>[]) {
          const { can } = view(state, [], viewer, scenario);
          for (const command of BARE) {
            const late = state.phase.deadline !== null && state.at > state.phase.deadline && phaseOf(state, scenario).kind !== 'debrief';
            if (late || !can.includes(command.do)) continue;
            expect([seed, viewer, command.do, 'events' in decide(state, command, viewer, state.at, scenario)]).toEqual([
              seed,
              viewer,
              command.do,
              true,
            ]);
            accepted++;
          }
        }
      }
    }
    expect(accepted).toBeGreaterThan(2_000);
  });

  it.each<[string, string, CommandName[], CommandName[]]>([
    ['a seat in the briefing', 'briefing', ['be-ready', 'set-consent'], ['speak', 'amend', 'pause', 'accept-contract']],
    ['a seat in preparation', 'preparation', ['note-position', 'send-message'], ['speak', 'set-stance']],
    [
      'a seat in a round',
      'first-round',
      ['join-queue', 'amend', 'offer-package', 'set-stance', 'raise-objection'],
      ['give-floor', 'accept-amendment', 'rule-objection'],
    ],
    [
      'a seat at the last reading',
      'last-reading',
      ['set-stance', 'raise-objection', 'send-message'],
      ['amend', 'offer-package', 'join-queue'],
    ],
    ['a seat at the call', 'call', ['set-stance'], ['amend', 'raise-objection', 'send-message', 'file-minority']],
  ])('to %s', (_, phase, possible, impossible) => {
    const { can } = at(phase).sees('rights');
    expect(can).toEqual(expect.arrayContaining(possible));
    expect(impossible.filter((name) => can.includes(name))).toEqual([]);
  });

  it('to somebody who looks on, is nothing', () => {
    expect(at('first-round').sees('observer').can).toEqual([]);
  });

  it('to the facilitator, is the chair too, but no seat', () => {
    const { can } = at('call').sees('facilitator');
    expect(can).toEqual(expect.arrayContaining(['publish-assessment', 'pause', 'enter-phase', 'annotate']));
    expect(can).not.toEqual(expect.arrayContaining(['set-stance']));
  });
});

/** Whoever has no seat yet is no viewer with a seat either. */
function isArriving(command: Command, actor: object | string, { seats }: { seats: Record<string, { holder: { kind: string } }> }): boolean {
  return command.do === 'take-seat' && typeof actor === 'object' && 'seat' in actor && seats[String(actor.seat)]?.holder.kind === 'vacant';
}
