import type { Condition, ScenarioStructure } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import type { Happening } from '../../../src/simulations/engine/events';
import { initial } from '../../../src/simulations/engine/initial';
import { audienceOf } from '../../../src/simulations/engine/audience';
import { at, MINUTE, NOON, type Played, withAnnex } from './played';

const words = { ref: 'words' };
const release = (inject: string): Command => ({ do: 'release-inject', inject });
const released = (table: Played, viewer = 'facilitator') => table.sees(viewer).injects.map(({ key }) => key);

function withInject(when: ScenarioStructure['injects'][number]['at'], to: 'all' | string[] = 'all'): ScenarioStructure {
  return withAnnex({ injects: [{ key: 'flood', to, at: when }] });
}

describe('an announcement', () => {
  it.each<[string, number, string[]]>([
    ['a millisecond before its minute', 8 * MINUTE - 1, []],
    ['at its minute', 8 * MINUTE, ['flood']],
  ])('comes in its phase: %s', (_, after, keys) => {
    const table = at('first-round', 'live', withInject({ phase: 'first-round', minute: 8 }));
    expect(released(table.does('machine', { do: 'tick' }, NOON + after))).toEqual(keys);
  });

  it('comes with the phase when its minute is the first', () => {
    const table = at('first-round', 'live', withInject({ phase: 'first-round', minute: 0 }));
    expect(table.last()).toMatchObject({ type: 'inject-released', inject: 'flood', by: 'machine', audience: 'all' });
  });

  it('comes at once where nobody counts minutes', () => {
    expect(released(at('first-round', 'solo', withInject({ phase: 'first-round', minute: 8 })))).toEqual(['flood']);
  });

  it('does not come in another phase, or while the clock stands, which counts for nobody', () => {
    const table = at('first-round', 'live', withInject({ phase: 'first-round', minute: 8 }));
    table.does('facilitator', { do: 'pause' }, NOON + 5 * MINUTE).does('machine', { do: 'tick' }, NOON + 20 * MINUTE);
    table.does('facilitator', { do: 'resume' }, NOON + 25 * MINUTE).does('machine', { do: 'tick' }, NOON + 28 * MINUTE - 1);
    expect(released(table)).toEqual([]);
    expect(released(table.does('machine', { do: 'tick' }, NOON + 28 * MINUTE))).toEqual(['flood']);
    expect(released(at('second-round', 'live', withInject({ phase: 'opening', minute: 9 })))).toEqual([]);
  });

  it('is not lost when the clock is late', () => {
    const table = at('first-round', 'live', withInject({ phase: 'first-round', minute: 8 })).does(
      'machine',
      { do: 'tick' },
      NOON + 60 * MINUTE,
    );
    expect(table.events.slice(-2).map(({ type }) => type)).toEqual(['inject-released', 'phase-entered']);
  });

  it.each<[string, Condition, boolean]>([
    ['true of the text', { path: 'slot.authority', op: 'eq', value: 'court' }, true],
    ['of a phase', { path: 'round', op: 'gte', value: 1 }, true],
    ['not true', { path: 'slot.authority', op: 'eq', value: 'king' }, false],
    ['of what only some can see', { path: 'received.secret', op: 'gte', value: 1 }, false],
  ])('comes as soon as something is %s', (_, when, comes) => {
    const table = at('first-round', 'live', withInject({ when }));
    const amend: Command = { do: 'amend', clause: 'orders', terms: { authority: 'court' }, words: null, expectRevision: 1 };
    table.does('rights', { do: 'send-message', to: ['banks'], words: { ref: 'secret' } }).does('rights', amend);
    table.does('chair', { do: 'accept-amendment', amendment: 'a1', words, expectRevision: 1, class: 'substantive' });
    expect(released(table)).toEqual(comes ? ['flood'] : []);
    if (comes) expect(table.last('inject-released').by).toBe('machine');
  });

  it('is for those whom it is for', () => {
    const table = at('first-round', 'live', withInject({ phase: 'first-round', minute: 0 }, ['banks']));
    expect(['banks', 'rights', 'observer', 'facilitator'].map((viewer) => released(table, viewer))).toEqual([['flood'], [], [], ['flood']]);
  });

  const later = () => at('first-round', 'live', withInject({ phase: 'third-round', minute: 0 }));
  const inThird = (table: Played) => released(table.enters('second-round').enters('third-round'));

  it('is made by the facilitator at any time, and then not again', () => {
    const table = later().does('facilitator', release('flood'));
    expect(table.tries('facilitator', release('flood'))).toBe('already-released');
    expect(table.tries('facilitator', { do: 'cancel-inject', inject: 'flood' })).toBe('already-released');
    expect(inThird(table)).toEqual(['flood']);
  });

  it('is not made when it was cancelled, or when there is none of that name', () => {
    const table = later().does('facilitator', { do: 'cancel-inject', inject: 'flood' });
    expect(table.tries('facilitator', release('flood'))).toBe('already-cancelled');
    expect(table.tries('facilitator', release('storm'))).toBe('nothing-here');
    expect(inThird(table)).toEqual([]);
  });
});

describe('a word from the facilitator', () => {
  it('is for one seat', () => {
    const table = at('first-round').does('facilitator', { do: 'nudge', to: 'banks', words });
    expect(['banks', 'rights', 'chair', 'observer'].map((viewer) => table.sees(viewer).nudges.length)).toEqual([1, 0, 0, 0]);
    expect(table.tries('facilitator', { do: 'nudge', to: 'nobody', words: { ref: 'other' } })).toBe('nobody-there');
  });

  it('to oneself is for nobody', () => {
    const table = at('first-round').does('facilitator', { do: 'annotate', words });
    expect(['banks', 'chair', 'observer'].map((viewer) => JSON.stringify(table.sees(viewer)).includes('annotation'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(table.sees('facilitator').events.at(-1)!.event.type).toBe('annotation-added');
  });
});

describe('striking out', () => {
  const said = () => at('first-round', 'solo').does('rights', { do: 'speak', words, length: 9 });

  it.each<[string, string, string | null]>([
    ['whoever wrote it', 'rights', null],
    ['the facilitator', 'facilitator', null],
    ['nobody else', 'ministry', 'nothing-here'],
    ['the chair neither', 'chair', 'nothing-here'],
  ])('is for %s', (_, actor, refused) => {
    expect(said().tries(actor, { do: 'redact', ref: 'words' })).toBe(refused);
  });

  it('leaves what was said in its place, and happens once', () => {
    const table = said().does('rights', { do: 'redact', ref: 'words' });
    expect(table.sees('ministry')).toMatchObject({ redacted: ['words'], statements: [{ id: 's1' }] });
    expect(table.tries('rights', { do: 'redact', ref: 'words' })).toBe('already-redacted');
  });

  it.each(['explanation', 'challenge', 'stance'])('is possible for every text: %s', (kind) => {
    const table = at('call').does('chair', {
      do: 'publish-assessment',
      clause: 'orders',
      level: 'consensus',
      words,
      explanation: { ref: 'explanation' },
    });
    table.does('rights', { do: 'challenge-assessment', clause: 'orders', words: { ref: 'challenge' }, length: 9 });
    table.does('rights', { do: 'set-stance', clause: 'orders', stance: 'support', words: { ref: 'stance' }, expectRevision: 1 });
    expect(table.tries(kind === 'explanation' ? 'chair' : 'rights', { do: 'redact', ref: kind })).toBeNull();
  });

  it('is possible when the talk has gone on', () => {
    const table = at('call').does('chair', {
      do: 'publish-assessment',
      clause: 'orders',
      level: 'consensus',
      words,
      explanation: { ref: 'explanation' },
    });
    expect(table.enters('third-round').tries('chair', { do: 'redact', ref: 'explanation' })).toBeNull();
  });
});

describe('the debrief', () => {
  const debriefed = () => at('opening').does('facilitator', { do: 'close-without-outcome', words: null }).enters('debrief');

  it('is finished by each for themselves', () => {
    const table = debriefed().does('rights', { do: 'finish-debrief' });
    expect([table.sees('rights').mine!.debriefed, table.sees('banks').mine!.debriefed]).toEqual([true, false]);
    expect(table.tries('rights', { do: 'finish-debrief' })).toBe('debrief-done');
  });

  it('unseals once', () => {
    const table = debriefed().does('facilitator', { do: 'unseal', scope: 'briefs' });
    expect(table.sees('rights').unsealed).toEqual(['briefs']);
    expect(table.tries('facilitator', { do: 'unseal', scope: 'briefs' })).toBe('already-unsealed');
  });

  it('explains scripts, and only those', () => {
    const why = { by: 'utility', of: 'notice', utility: 40, threshold: 60 } as const;
    const table = at('first-round', 'solo');
    expect(table.tries('machine', { do: 'explain-script', role: 'rights', move: 's1', why })).toBe('nobody-there');
    expect(table.tries('machine', { do: 'explain-script', role: 'ministry', move: 's1', why })).toBeNull();
  });
});

describe('who learns of what', () => {
  const state = { ...initial(withAnnex()), texts: [{ ref: 'private', author: 'banks', audience: ['banks', 'rights'] }] };

  it.each<[string, Happening, unknown]>([
    ['that somebody agreed to the rules', { type: 'contract-accepted', role: 'banks' }, ['banks']],
    ['that somebody has read the brief', { type: 'brief-acknowledged', role: 'banks' }, 'all'],
    ['what somebody consents to', { type: 'consent-set', role: 'banks', purposes: [] }, ['banks']],
    ['what somebody notes', { type: 'position-noted', role: 'banks', words }, ['banks']],
    ['a message', { type: 'message-sent', from: 'rights', to: ['banks', 'ministry'], words }, ['banks', 'ministry', 'rights']],
    ['a word from the facilitator', { type: 'nudge-sent', to: 'banks', words }, ['banks']],
    ['an announcement to some', { type: 'inject-released', inject: 'flood', to: ['banks'] }, ['banks']],
    ['an announcement to all', { type: 'inject-released', inject: 'flood', to: 'all' }, 'all'],
    ['an announcement that will not be made', { type: 'inject-cancelled', inject: 'flood' }, 'facilitator'],
    ['a note of the facilitator', { type: 'annotation-added', words }, 'facilitator'],
    [
      'why a script moved',
      { type: 'script-explained', role: 'banks', move: 's1', why: { by: 'rule', of: null, utility: null, threshold: null } },
      'facilitator',
    ],
    ['that a private text was struck out', { type: 'text-redacted', ref: 'private' }, ['banks', 'rights']],
    ['that a text was struck out that nobody knows', { type: 'text-redacted', ref: 'nothing' }, 'facilitator'],
    ['a statement', { type: 'statement-made', id: 's1', role: 'banks', words, length: 4 }, 'all'],
    ['a hum', { type: 'hum-opened', id: 'h1', words, options: ['yes'] }, 'all'],
  ])('%s', (_, happening, audience) => {
    expect(audienceOf(happening, state)).toEqual(audience);
  });
});
