import type { ScenarioStructure } from '../../../src/content/scenario';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { fold } from '../../../src/simulations/engine/evolve';
import { view } from '../../../src/simulations/engine/view';
import { maySee, type Viewer } from '../../../src/simulations/engine/viewer';
import { type Generated, generated } from './generated';
import { at, seated } from './played';

const SEED = process.env['SEED'] ?? 'autumn';

/** A table at which only happened what the viewer may know, in a scenario whose other roles want something else. */
function withoutSecrets({ events, scenario }: Pick<Generated, 'events' | 'scenario'>, viewer: Viewer) {
  const known = events.filter((event) => maySee(viewer, event.audience) || isOpened(event, events));
  const own = typeof viewer === 'string' ? '' : viewer.seat;
  return { events: known.map((event, index) => ({ ...event, seq: index + 1 })), scenario: otherwiseMinded(scenario, own) };
}

/** What the unsealing opens to everybody, and the consents on which that depends. */
function isOpened(event: TableEvent, events: TableEvent[]): boolean {
  const opened = (scope: string) => events.some((one) => one.type === 'unsealed' && one.scope === scope);
  if (event.type === 'script-explained') return opened('scripts');
  const aboutChannels = event.type === 'message-sent' || event.type === 'consent-set' || event.type === 'text-redacted';
  return aboutChannels && opened('channels');
}

function otherwiseMinded(scenario: ScenarioStructure, own: string): ScenarioStructure {
  const script = { aspiration: 1, reservation: 0, concede: [], values: {}, red: [], rules: [] };
  return {
    ...scenario,
    roles: scenario.roles.map((role) => (role.key === own ? role : { ...role, script: role.script && script, goals: [] })),
  };
}

function shown({ events, scenario }: Pick<Generated, 'events' | 'scenario'>, viewer: Viewer): string {
  return JSON.stringify(view(fold(events, scenario), events, viewer, scenario));
}

/** Where two pages begin to differ; nothing when they are the same byte for byte. */
function difference(one: string, other: string): string[] {
  if (one === other) return [];
  const at = Array.from(one).findIndex((letter, index) => other[index] !== letter);
  return [one.slice(Math.max(0, at - 60), at + 60), other.slice(Math.max(0, at - 60), at + 60)];
}

describe(`what one viewer may not know (seed ${SEED})`, () => {
  it('leaves no trace in what they see: not in a number, a time, a list or what they can do', () => {
    let hidden = 0;
    for (let n = 0; n < 500; n++) {
      const table = generated(`${SEED}-${n}`, 60);
      const cut = { ...table, events: table.events.slice(0, Math.ceil((table.events.length * (1 + (n % 4))) / 4)) };
      for (const viewer of [...table.scenario.roles.map(({ key }) => ({ seat: key })), 'observer'] as Viewer[]) {
        const known = withoutSecrets(cut, viewer);
        hidden += cut.events.length - known.events.length;
        expect([table.seed, viewer, ...difference(shown(known, viewer), shown(cut, viewer))]).toEqual([table.seed, viewer]);
      }
    }
    expect(hidden).toBeGreaterThan(10_000);
  });

  const secret = 'a text that only two may read';

  it.each([
    ['another seat', 'banks'],
    ['the chair', 'chair'],
    ['an observer', 'observer'],
  ])('does not show a private message to %s', (_, viewer) => {
    const table = at('first-round').does('rights', { do: 'send-message', to: ['ministry'], words: { ref: secret } });
    const reads = (reader: string) => JSON.stringify(table.sees(reader)).includes(secret);
    expect([viewer, 'rights', 'ministry', 'facilitator'].map(reads)).toEqual([false, true, true, true]);
  });

  it('does not say who sits where, or with which seed the table was opened', () => {
    const table = seated();
    for (const viewer of ['rights', 'chair', 'observer', 'facilitator']) {
      const page = JSON.stringify(table.sees(viewer));
      expect(page).not.toContain('person-');
      expect(page).not.toContain('"seed":"seed"');
    }
  });

  it('numbers what happened for each viewer alone', () => {
    const table = at('first-round').does('rights', { do: 'send-message', to: ['ministry'], words: { ref: secret } });
    const numbers = table.sees('observer').events.map(({ number, event }) => [number, event.seq]);
    expect(numbers).toEqual(numbers.map((_, index) => [index + 1, index + 1]));
    expect(table.sees('observer').at).toBeLessThanOrEqual(table.state.at);
  });

  it('refuses to strike out a text that is not there and one that somebody else wrote in the same words', () => {
    const table = at('first-round').does('rights', { do: 'send-message', to: ['ministry'], words: { ref: secret } });
    expect(table.asks('banks', { do: 'redact', ref: secret })).toEqual(table.asks('banks', { do: 'redact', ref: 'nothing' }));
  });

  it('keeps it from others that a text of theirs was struck out', () => {
    const table = at('first-round').does('rights', { do: 'send-message', to: ['ministry'], words: { ref: secret } });
    table.does('rights', { do: 'redact', ref: secret });
    expect(table.sees('banks').redacted).toEqual([]);
    expect(table.sees('ministry').redacted).toEqual([secret]);
  });

  it('does not hand the notes of whoever sat there before to the next one', () => {
    const table = at('preparation').does('rights', { do: 'note-position', words: { ref: secret } });
    table.does('machine', { do: 'take-seat', role: 'rights', holder: { kind: 'vacant' } });
    table.does('machine', { do: 'take-seat', role: 'rights', holder: { kind: 'person', person: 'somebody-else' } });
    expect(JSON.stringify(table.sees('rights')).includes(secret)).toBe(false);
  });
});

describe('the unsealing', () => {
  const secret = 'a text that only two may read';
  const debriefed = (consents: string[], changes: Partial<ScenarioStructure> = {}) => {
    const table = at('first-round', 'live', { ...at('briefing').scenario, ...changes });
    table.does('rights', { do: 'send-message', to: ['ministry'], words: { ref: secret } });
    table.does('facilitator', { do: 'close-without-outcome', words: null }).enters('debrief');
    for (const role of consents) table.does(role, { do: 'set-consent', purposes: ['channels'] });
    return table;
  };
  const reads = (table: ReturnType<typeof debriefed>, viewer: string) => JSON.stringify(table.sees(viewer)).includes(secret);

  it.each([
    ['nobody agreed', [], false],
    ['only one of the two agreed', ['rights'], false],
    ['both agreed', ['rights', 'ministry'], true],
  ])('shows a private channel to the others when %s: %#', (_, consents, visible) => {
    const table = debriefed(consents);
    expect(reads(table, 'banks')).toBe(false);
    table.does('facilitator', { do: 'unseal', scope: 'channels' });
    expect(reads(table, 'banks')).toBe(visible);
    expect(reads(table, 'observer')).toBe(visible);
  });

  it('opens every channel where that was announced', () => {
    const table = debriefed([], { unseal: 'all-announced' }).does('facilitator', { do: 'unseal', scope: 'channels' });
    expect(reads(table, 'banks')).toBe(true);
  });

  it('does not open channels where only briefs were announced', () => {
    const table = debriefed(['rights', 'ministry'], { unseal: 'briefs' });
    expect(table.tries('facilitator', { do: 'unseal', scope: 'channels' })).toBe('unseal-not-announced');
    expect(table.tries('facilitator', { do: 'unseal', scope: 'briefs' })).toBeNull();
  });

  it('tells why scripted seats moved, and not before', () => {
    const table = at('first-round', 'solo');
    const why = { by: 'rule', of: 'answer-court', utility: 40, threshold: 60 } as const;
    table.does('machine', { do: 'explain-script', role: 'ministry', move: 's1', why });
    expect(JSON.stringify(table.sees('rights'))).not.toContain('answer-court');
    table.does('rights', { do: 'close-without-outcome', words: null }).enters('debrief');
    table.does('machine', { do: 'unseal', scope: 'scripts' });
    expect(table.sees('rights').reasons).toEqual([{ role: 'ministry', move: 's1', why }]);
  });
});
