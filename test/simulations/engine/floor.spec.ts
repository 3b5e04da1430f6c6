import type { FloorPolicy, RoleStructure, StakeholderGroup } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import { nextSpeaker } from '../../../src/simulations/engine/floor';
import type { Turn } from '../../../src/simulations/engine/state';
import { at, HOUR, NOON, type Played, withAnnex } from './played';

const join = (remote = false): Command => ({ do: 'join-queue', remote });
let said = 0;
const speak = (length = 40): Command => ({ do: 'speak', words: { ref: `said-${++said}` }, length });
const give = (role: string | null = null): Command => ({ do: 'give-floor', role });

const GROUPS: Record<string, StakeholderGroup> = {
  gov: 'government',
  gov2: 'government',
  biz: 'business',
  ngo: 'civil-society',
  ngo2: 'civil-society',
  tech: 'technical',
};
const ROLES = Object.entries(GROUPS).map(([key, group]) => ({ key, group }) as RoleStructure);

/** Names in the order in which they came; with an @ those who are not in the room. */
const turns = (names: string): Turn[] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ role: name.replace('@', ''), remote: name.endsWith('@') }));

describe('who speaks next', () => {
  it.each<[FloorPolicy, string, string, string, string | null]>([
    ['fifo', 'nobody waits', '', 'gov', null],
    ['fifo', 'whoever came first', 'tech gov', 'gov', 'tech'],
    ['chair-picks', 'the chair says', 'tech gov', '', null],
    ['rotate-groups', 'at the beginning the groups in their order', 'tech ngo gov', '', 'gov'],
    ['rotate-groups', 'then the group that has not spoken', 'gov2 tech', 'gov', 'tech'],
    ['rotate-groups', 'then the group that spoke longest ago', 'gov2 ngo2 tech', 'ngo gov tech', 'ngo2'],
    ['rotate-groups', 'within a group whoever had fewer turns', 'gov gov2', 'gov', 'gov2'],
    ['rotate-groups', 'with as many turns whoever came first', 'gov2 gov', '', 'gov2'],
    ['rotate-groups', 'nobody waits', '', 'gov', null],
    ['rotate-groups-with-remote', 'first every group in the room', 'ngo@ gov tech', 'gov', 'tech'],
    ['rotate-groups-with-remote', 'then who is not in the room', 'gov2 ngo@', 'gov', 'ngo'],
    ['rotate-groups-with-remote', 'twice', 'gov2 ngo@', 'gov tech@', 'ngo'],
    ['rotate-groups-with-remote', 'but not a third time', 'gov2 ngo@', 'gov tech@ ngo2@', 'gov2'],
    ['rotate-groups-with-remote', 'unless nobody in the room waits', 'ngo@', 'gov tech@ ngo2@', 'ngo'],
    ['rotate-groups-with-remote', 'in a new round of turns every group again', 'biz ngo@ gov', 'gov tech@ ngo2@ gov2', 'biz'],
    ['rotate-groups-with-remote', 'and two remote turns again', 'gov ngo@', 'gov tech@ ngo2@ gov2', 'ngo'],
  ])('%s: %s', (policy, _, queue, had, next) => {
    expect(nextSpeaker(policy, { queue: turns(queue), turns: turns(had) }, ROLES)).toBe(next);
  });
});

describe('a turn', () => {
  const given = (longer: Record<string, number>) =>
    at('opening').does('rights', join()).does('chair', { do: 'give-floor', role: null, longer });

  it('lasts two minutes, and as much longer as a person there has more time', () => {
    const lasts = (longer: Record<string, number>) => {
      const { speakingSince, speakingUntil } = given(longer).sees('rights');
      return (speakingUntil! - speakingSince!) / 1000;
    };
    const times: Record<string, number>[] = [{}, { banks: 50 }, { rights: 25 }, { rights: 50 }, { rights: 300 }];
    expect(times.map(lasts)).toEqual([120, 120, 150, 180, 480]);
  });

  it('looks the same to everybody else, however long it is', () => {
    for (const viewer of ['banks', 'chair', 'observer', 'facilitator']) {
      const [usual, longer] = [given({}), given({ rights: 50 })].map((table) => JSON.stringify(table.sees(viewer)));
      expect(longer).toBe(usual);
      expect(given({}).sees(viewer)).toMatchObject({ speaking: 'rights', speakingUntil: null });
    }
    expect(given({ rights: 50 }).sees('rights')).not.toEqual(given({}).sees('rights'));
  });
});

describe('the floor', () => {
  it('is asked for, given by the chair, and given back with what was said', () => {
    const table = at('opening').does('rights', join()).does('banks', join());
    expect(table.sees('rights').queue).toEqual(['rights', 'banks']);
    table.does('chair', give());
    expect(table.sees('rights')).toMatchObject({ speaking: 'banks', queue: ['rights'] });
    table.does('banks', speak());
    expect(table.sees('rights')).toMatchObject({ speaking: null, statements: [{ id: 's1', role: 'banks' }] });
  });

  it.each<[string, Played, string, Command, string]>([
    ['waiting twice', at('opening').does('rights', join()), 'rights', join(), 'already-in-queue'],
    ['waiting while speaking', speaking('rights'), 'rights', join(), 'already-speaking'],
    ['leaving a queue one is not in', at('opening'), 'rights', { do: 'leave-queue' }, 'not-in-queue'],
    ['speaking out of turn', at('opening').does('rights', join()), 'rights', speak(), 'wait-for-the-floor'],
    ['speaking while somebody else does', speaking('rights'), 'banks', speak(), 'wait-for-the-floor'],
    ['giving it while somebody speaks', speaking('rights'), 'chair', give(), 'floor-taken'],
    ['giving it when nobody waits', at('opening'), 'chair', give(), 'nobody-waiting'],
    ['giving it to somebody who does not wait', at('opening').does('rights', join()), 'chair', give('banks'), 'not-in-queue'],
    ['giving it out of order', waiting('rights', 'ministry'), 'chair', give('rights'), 'floor-order'],
    ['ending a turn when nobody speaks', at('opening'), 'chair', { do: 'end-turn' }, 'nobody-speaking'],
    ["ending somebody else's turn", speaking('rights'), 'banks', { do: 'end-turn' }, 'chair-only'],
    ['waiting where letters are written', at('opening', 'async'), 'rights', join(), 'no-floor-here'],
    ['giving the floor where one is alone', at('opening', 'solo'), 'chair', give(), 'no-floor-here'],
  ])('is refused for %s', (_, table, actor, command, reason) => {
    expect(table.tries(actor, command)).toBe(reason);
  });

  it.each<[string, string, string]>([
    ['whoever has it', 'rights', 'done'],
    ['the chair', 'chair', 'done'],
    ['the facilitator', 'facilitator', 'done'],
  ])('is taken back by %s', (_, actor, reason) => {
    expect(speaking('rights').does(actor, { do: 'end-turn' }).last()).toMatchObject({ type: 'floor-ended', role: 'rights', reason });
  });

  it('lasts two minutes and the grace', () => {
    expect(speaking('rights').tries('rights', speak(), NOON + 125_000)).toBeNull();
    expect(speaking('rights').tries('rights', speak(), NOON + 125_001)).toBe('turn-over');
  });

  it('is the chair’s without asking, and the facilitator may help somebody to a word', () => {
    expect(at('opening').tries('chair', speak())).toBeNull();
    expect(waiting('rights', 'ministry').tries('facilitator', give('rights'))).toBeNull();
  });

  it('is given to whom the chair names, where the chair picks', () => {
    const table = at('opening', 'live', withAnnex({ floor: 'chair-picks' }))
      .does('rights', join())
      .does('banks', join());
    expect(table.tries('chair', give())).toBe('name-somebody');
    expect(table.tries('chair', give('banks'))).toBeNull();
  });

  it('keeps a turn for those who are not in the room', () => {
    const table = at('opening', 'live', withAnnex({ floor: 'rotate-groups-with-remote' })).does('ministry', join());
    table.does('chair', give()).does('ministry', speak()).does('ministry', join()).does('rights', join(true));
    expect(table.does('chair', give()).sees('rights').speaking).toBe('rights');
    expect(table.state.floor.turns).toEqual(turns('ministry rights@'));
  });

  it('is nobody’s need where one is alone', () => {
    const table = at('opening', 'solo').does('rights', speak()).does('rights', speak());
    expect(table.state.statements.map(({ id }) => id)).toEqual(['s1', 's2']);
  });
});

describe('statements by letter', () => {
  it.each([
    ['of 250 words', 250, null],
    ['of 251 words', 251, 'too-long'],
  ])('%s', (_, length, refused) => {
    expect(at('opening', 'async').tries('rights', speak(length))).toBe(refused);
  });

  it('are one until all have spoken, then as many as the window has', () => {
    const table = at('first-round', 'async').does('rights', speak());
    expect(table.tries('rights', speak())).toBe('quota-wait');
    for (const role of ['ministry', 'operators', 'banks', 'techcom', 'hospitals']) table.does(role, speak());
    table.does('rights', speak()).does('rights', speak());
    expect(table.tries('rights', speak())).toBe('quota-used');
  });

  it.each([
    ['a millisecond before half the window', 24 * HOUR - 1, 'quota-wait'],
    ['at half the window', 24 * HOUR, null],
  ])('a second one, though others are silent: %s', (_, after, refused) => {
    expect(
      at('first-round', 'async')
        .does('rights', speak())
        .tries('rights', speak(), NOON + after),
    ).toBe(refused);
  });

  it('are counted for each window anew, and not for the chair', () => {
    const table = at('opening', 'async').does('rights', speak());
    expect(table.tries('rights', speak())).toBe('quota-used');
    expect(table.enters('first-round').tries('rights', speak())).toBeNull();
    table.does('chair', speak()).does('chair', speak());
  });

  it('do not wait for a seat that nobody sits in', () => {
    const table = at('first-round', 'async');
    for (const role of ['ministry', 'operators', 'banks', 'techcom']) table.does(role, speak());
    table.does('facilitator', { do: 'take-seat', role: 'hospitals', holder: { kind: 'vacant' } }).does('rights', speak());
    expect(table.tries('rights', speak())).toBeNull();
  });
});

describe('a word in private', () => {
  const to = (...roles: string[]): Command => ({ do: 'send-message', to: roles, words: { ref: `said-${++said}` } });

  it('is a channel of its members, whoever began it', () => {
    const table = at('opening')
      .does('rights', to('ministry', 'banks'))
      .does('banks', to('rights', 'ministry', 'rights', 'banks'));
    const channels = table.sees('ministry').messages.map(({ members }) => members.join());
    expect(channels).toEqual(['banks,ministry,rights', 'banks,ministry,rights']);
    expect(table.sees('operators').messages).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['nobody', []],
    ['oneself', ['rights']],
    ['a seat that is not there', ['ministry', 'nobody']],
    ['what every object has', ['__proto__']],
  ])('is refused to %s', (_, roles) => {
    expect(at('opening').tries('rights', to(...roles))).toBe('nobody-there');
  });

  it('is refused to an empty seat', () => {
    const table = at('opening').does('facilitator', { do: 'take-seat', role: 'banks', holder: { kind: 'vacant' } });
    expect(table.tries('rights', to('banks'))).toBe('nobody-there');
  });
});

function waiting(...roles: string[]): Played {
  return roles.reduce((table, role) => table.does(role, join()), at('opening'));
}

function speaking(role: string): Played {
  return waiting(role).does('chair', give());
}
