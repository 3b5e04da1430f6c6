import type { Command } from '../../../src/simulations/engine/commands';
import type { Holder } from '../../../src/simulations/engine/events';
import { at, HOUR, NOON, Played, seated, withAnnex } from './played';

const opening: Command = { do: 'open-table', mode: 'live', scenario: 'sample', hash: 'h', seed: 'x' };
const opened = (mode: 'live' | 'async' | 'solo' = 'live') => new Played().does('machine', { ...opening, mode });
const person = (name: string): Holder => ({ kind: 'person', person: name });
const script: Holder = { kind: 'script' };
const vacant: Holder = { kind: 'vacant' };
const sits = (role: string, holder: Holder): Command => ({ do: 'take-seat', role, holder });

describe('opening a table', () => {
  it('enters the first phase and starts its clock', () => {
    const { state, now } = opened();
    expect(state.phase).toEqual({ key: 'briefing', number: 1, since: now, deadline: now + 600_000 });
    expect(opened('async').state.phase.deadline).toBe(now + 48 * 3_600_000);
    expect(opened('solo').state.phase.deadline).toBeNull();
  });

  it.each<[string, Played, string, Command, string]>([
    ['twice', opened(), 'machine', opening, 'already-open'],
    ['by somebody at it', new Played(), 'rights', opening, 'facilitator-only'],
    ['in a mode that the scenario does not have', new Played(withAnnex({ modes: ['solo'] })), 'machine', opening, 'mode-not-offered'],
    ['with rules that it was not written for', new Played(withAnnex({ engine: 2 as 1 })), 'machine', opening, 'written-for-another-engine'],
  ])('is refused %s', (_, table, actor, command, reason) => {
    expect(table.tries(actor, command)).toBe(reason);
  });
});

describe('taking a seat', () => {
  it.each<[string, string, string, Holder, string | null]>([
    ['one that is free', 'rights', 'rights', person('ada'), null],
    ['for somebody, by the facilitator', 'facilitator', 'rights', person('ada'), null],
    ['for a script', 'machine', 'rights', script, null],
    ['the chair for a script, which is the procedure', 'machine', 'chair', script, null],
    ["another's", 'rights', 'banks', person('ada'), 'facilitator-only'],
    ['for a script, by somebody at the table', 'rights', 'rights', script, 'facilitator-only'],
    ['one that is not there', 'facilitator', 'nobody', person('ada'), 'nothing-here'],
    ['leaving one that is empty', 'facilitator', 'rights', vacant, 'nobody-there'],
  ])('%s', (_, actor, role, holder, refused) => {
    expect(opened().tries(actor, sits(role, holder))).toBe(refused);
  });

  it('is for one person and one seat', () => {
    const table = opened().does('rights', sits('rights', person('ada')));
    expect(table.tries('rights', sits('rights', person('ada')))).toBe('seat-taken');
    expect(table.tries('rights', sits('rights', person('bola')))).toBe('seat-taken');
    expect(table.tries('banks', sits('banks', person('ada')))).toBe('already-at-the-table');
    table.does('rights', sits('rights', vacant)).does('banks', sits('banks', person('ada')));
    expect(table.tries('rights', sits('rights', person('bola')))).toBeNull();
  });

  it('a person has to be briefed, a script has not', () => {
    const { state } = opened()
      .does('machine', sits('rights', person('ada')))
      .does('machine', sits('ministry', script));
    expect(state.seats['rights']).toMatchObject({ contract: false, briefed: false });
    expect(state.seats['ministry']).toMatchObject({ contract: true, briefed: true });
  });

  it('after the briefing is for the facilitator to arrange', () => {
    const table = at('first-round');
    expect(table.tries('rights', sits('rights', vacant))).toBe('facilitator-only');
    expect(table.tries('facilitator', sits('rights', script))).toBeNull();
    expect(table.state.seats['rights']!.holder).toEqual(script);
  });

  it('is possible after the time of the briefing as long as too few have come', () => {
    const late = NOON + HOUR;
    const table = opened();
    for (const role of ['rights', 'banks', 'ministry']) expect(table.tries(role, sits(role, person(`late-${role}`)), late)).toBeNull();
    expect(table.tries('techcom', sits('techcom', person('too-late')), late)).toBe('phase-over');
    expect(table.does('machine', { do: 'tick' }, late).state.phase.key).toBe('preparation');
  });

  it('takes whoever leaves out of the queue', () => {
    const table = at('opening').does('rights', { do: 'join-queue', remote: false }).does('facilitator', sits('rights', vacant));
    expect(table.state.floor.queue).toEqual([]);
  });

  it('alone is for one person, in a role that can be played alone', () => {
    const table = opened('solo');
    expect(table.tries('machine', sits('chair', person('ada')))).toBe('not-playable');
    table.does('machine', sits('rights', person('ada')));
    expect(table.tries('machine', sits('banks', person('bola')))).toBe('seat-taken');
  });

  it('is not for a script where nobody wrote one', () => {
    const scenario = withAnnex();
    const table = new Played({ ...scenario, roles: scenario.roles.map((role) => ({ ...role, script: null })) }).does('machine', opening);
    expect(table.tries('machine', sits('rights', script))).toBe('not-playable');
    expect(table.tries('machine', sits('chair', script))).toBeNull();
  });
});

describe('being briefed', () => {
  it.each<[string, Command, string]>([
    ['accepting twice', { do: 'accept-contract' }, 'already-accepted'],
    ['having read the brief twice', { do: 'acknowledge-brief' }, 'already-accepted'],
    ['agreeing to something nobody asked for', { do: 'set-consent', purposes: ['fame'] }, 'nothing-here'],
    ['agreeing to nothing again', { do: 'set-consent', purposes: [] }, 'already-said'],
  ])('is refused for %s', (_, command, reason) => {
    expect(seated().tries('rights', command)).toBe(reason);
  });

  it('keeps consents in their order, and lets them be taken back', () => {
    const table = seated().does('rights', { do: 'set-consent', purposes: ['channels', 'research'] });
    expect(table.sees('rights').mine!.consents).toEqual(['research', 'channels']);
    table.does('rights', { do: 'set-consent', purposes: [] });
    expect(table.sees('rights').mine!.consents).toEqual([]);
  });

  it('notes of preparation are read by nobody else', () => {
    const table = at('preparation').does('rights', { do: 'note-position', words: { ref: 'plan' } });
    expect(table.sees('rights').mine!.positions).toEqual([{ ref: 'plan' }]);
    expect(JSON.stringify(table.sees('ministry')).includes('plan')).toBe(false);
  });

  it('being ready is for one phase', () => {
    const table = seated().does('rights', { do: 'be-ready' });
    expect(table.tries('rights', { do: 'be-ready' })).toBe('already-ready');
    expect(table.sees('banks').seats.find(({ role }) => role === 'rights')!.ready).toBe(true);
    table.enters('preparation');
    expect(table.sees('rights').mine!.ready).toBe(false);
    expect(table.tries('rights', { do: 'be-ready' })).toBeNull();
  });
});
