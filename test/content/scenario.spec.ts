import { compile, folderOf, write } from '../../src/content/folders/folder';
import { ScenarioStructure } from '../../src/content/scenario';
import { coverage, merge, overlay } from '../../src/content/translation';
import { SCENARIO } from './sample-scenario';
import { changed, listed } from './samples';

const { document, translations, problems } = compile('scenario', SCENARIO);
const structure = document!.structure as ScenarioStructure;

describe('a scenario’s folder', () => {
  it('becomes one document without words in its skeleton', () => {
    expect(listed(problems).filter((line) => !line.includes('translation-lacks'))).toEqual([]);
    expect(document).toMatchObject({ kind: 'scenario', slug: 'village-mast', language: 'en', references: [] });
    expect(JSON.stringify(structure)).not.toMatch(/Council |A storm|Who pays/);
  });

  it('has its seats in their order, each with what it wants and how it plays itself', () => {
    expect(structure.roles.map(({ key }) => key)).toEqual(['council', 'cooperative', 'shop', 'engineer', 'teacher', 'chair']);
    expect(structure.roles[0]).toMatchObject({
      group: 'government',
      seats: { min: 1, max: 3 },
      chair: false,
      playable: true,
      script: {
        aspiration: 60,
        reservation: 30,
        concede: [0, 10, 20],
        values: { place: { hill: 20, school: 5 }, hours: { always: 10, day: 30 }, fee: { none: 0, small: 20 } },
        red: [{ slot: 'place', options: ['school'], objection: 'not-the-school' }],
      },
    });
    expect(structure.roles[0]!.script!.rules[0]).toEqual({
      key: 'asks-who-pays',
      priority: 50,
      once: 'table',
      when: {
        all: [{ path: 'slot.fee', op: 'eq', value: 'none' }, { not: { path: 'said.who-is-offline', op: 'eq', value: 1 } }],
      },
      do: { kind: 'say', words: 'who-pays' },
    });
    expect(structure.roles.at(-1)).toEqual({
      key: 'chair',
      group: 'academia',
      seats: { min: 1, max: 1 },
      chair: true,
      playable: false,
      script: null,
      goals: [],
    });
  });

  it('takes what is not written for the usual', () => {
    expect(structure.clauses.map(({ tabled }) => tabled)).toEqual([true, false]);
    expect(structure.objections[0]!.answers).toEqual([
      { key: 'it-is-safe', addresses: true },
      { key: 'others-do-it', addresses: false },
    ]);
    const { phases } = compile('scenario', changed(SCENARIO, 'scenario.yml', 'kind: opening, live: { minutes: 5 }, ', 'kind: opening, '))
      .document!.structure as ScenarioStructure;
    expect(phases[1]).toEqual({ key: 'opening', kind: 'opening', live: null, async: { hours: 24, quota: 1 } });
  });

  it('announces at a minute, or as soon as something is true', () => {
    expect(structure.injects).toEqual([
      { key: 'storm', to: 'all', at: { phase: 'second-round', minute: 2 } },
      { key: 'letter', to: ['shop', 'council'], at: { when: { path: 'slot.fee', op: 'eq', value: 'small' } } },
    ]);
  });

  it.each([
    ['roles.council.name', 'Council'],
    ['roles.council.goals.quiet-nights', 'Quiet nights.'],
    ['roles.shop.voice.stand-aside', 'Shop stands aside.'],
    ['roles.chair.brief', 'You take no side.'],
    ['clauses.mast.text', 'The mast stands {{place}} and works {{hours}}.'],
    ['clauses.cost.slots.fee.options.small', 'a small fee'],
    ['objections.too-dear.answers.a-fund', 'A fund pays for them.'],
    ['say.who-pays', 'Who pays for it?'],
    ['sources.2', 'Minutes of the council, 3 May 2024'],
    ['setting', 'A village on a slope, **six** people, one evening.\n\n- The old mast is tired.\n- The new one is paid for.'],
  ])('has the text %s', (key, text) => expect(document!.texts[key]).toBe(text));

  it('has no voice for the chair, who takes no side', () => {
    expect(Object.keys(document!.texts).filter((key) => key.startsWith('roles.chair.'))).toEqual([
      'roles.chair.name',
      'roles.chair.public',
      'roles.chair.brief',
    ]);
  });

  it('belongs into its own folder, and reads back as it was', () => {
    expect(folderOf(document!)).toBe('scenarios/village-mast/');
    const files = write(document!, translations);
    expect(Object.keys(files).filter((path) => path.startsWith('es/'))).toEqual([
      'es/scenario.yml',
      'es/setting.md',
      'es/briefs/council.md',
    ]);
    const again = compile('scenario', files);
    expect([again.document, again.translations]).toEqual([document, translations]);
    expect(write(again.document!, again.translations)).toEqual(files);
  });

  it('does not need what really happened, and then no sources', () => {
    const { 'en/reality.md': _, ...files } = changed(SCENARIO, 'scenario.yml', 'sources: 2', 'sources: 0');
    const without = changed(changed(files, 'en/scenario.yml', /sources:\n[^]*/.exec(files['en/scenario.yml']!)![0], ''), 'es/scenario.yml', /sources:\n[^]*/.exec(files['es/scenario.yml']!)![0], ''); // prettier-ignore
    expect(listed(compile('scenario', without).problems).filter((line) => !line.includes('translation-lacks'))).toEqual([]);
  });
});

describe('a scenario in another language', () => {
  const spanish = merge(null, translations.es!, document!.texts);

  it('may have only begun: what it lacks is told, and shown in the original', () => {
    expect(listed(problems)).toContain('es/scenario.yml:- translation-lacks-text');
    expect(listed(problems)).toContain('es/briefs/shop.md:- translation-lacks-file');
    const words = overlay(document!, spanish, 'es');
    expect(words.text('roles.council.brief')).toEqual({ text: 'Le eligieron por cuarenta votos.', language: 'es', translated: true });
    expect(words.text('roles.shop.brief')).toMatchObject({ language: 'en', translated: false });
  });

  it('goes stale text by text when the original changes', () => {
    const files = changed(SCENARIO, 'en/briefs/council.md', 'forty votes', 'fifty votes');
    const changedOne = compile('scenario', files).document!;
    const words = overlay(changedOne, spanish, 'es');
    expect(words.text('roles.council.brief')).toMatchObject({ language: 'en', translated: false });
    expect(words.text('setting')).toMatchObject({ language: 'es', translated: true });
    expect(coverage(changedOne, spanish)).toMatchObject({ fresh: Object.keys(translations.es!).length - 1, stale: 1 });
  });

  it('keeps arguments apart although their keys are numbers', () => {
    const numbered = changed(
      changed(
        SCENARIO,
        'scenario.yml',
        '{ key: it-is-safe, addresses: true }\n      - { key: others-do-it }',
        '{ key: 1, addresses: true }\n      - { key: 2 }',
      ),
      'en/scenario.yml',
      'it-is-safe: The measurements are public., others-do-it: Other villages do it.',
      '1: The measurements are public., 2: Other villages do it.',
    );
    const { document: own } = compile('scenario', numbered);
    const key = 'objections.not-the-school.answers.2';
    const half = merge(null, { [key]: 'Otros pueblos lo hacen.' }, own!.texts);
    expect(overlay(own!, half, 'es').text(key)).toMatchObject({ language: 'es', translated: true });
    expect(coverage(own!, half).fresh).toBe(1);
  });
});
