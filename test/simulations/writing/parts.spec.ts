import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compile, write } from '../../../src/content/folders/folder';
import type { PackageDocument } from '../../../src/content/package';
import type { Condition, ScenarioStructure } from '../../../src/content/scenario';
import type { Draft, Edited } from '../../../src/simulations/writing/draft';
import { documentOf } from '../../../src/simulations/writing/draft';
import { conditionWithout } from '../../../src/simulations/writing/keys/conditions';
import { lost, namesOf } from '../../../src/simulations/writing/keys/names';
import * as removing from '../../../src/simulations/writing/keys/removing';
import * as renaming from '../../../src/simulations/writing/keys/renaming';

const FOLDER = join(__dirname, '../../../seeds/library/scenarios');

function draftOf(slug: string): Draft {
  const folder = join(FOLDER, slug);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile()).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]);
  const { document } = compile('scenario', Object.fromEntries(files) as Record<string, string>) as { document: PackageDocument };
  return { slug, language: document.language, structure: document.structure as ScenarioStructure, texts: document.texts };
}

const DRAFTS = ['exchange-point-peering', 'shutdowns-national-igf'].map((slug) => [slug, draftOf(slug)] as const);

/** What is said about a draft that names something that is not there. */
const DANGLING = [
  'unknown-name',
  'slot-unknown',
  'slot-not-in-text',
  'lacks-text',
  'unknown-text',
  'unknown-option',
  'bad-value',
  'condition',
].map((key) => `content.problem.${key}`);

function problemsOf(draft: Draft, edited: Edited) {
  return compile('scenario', write(documentOf({ ...draft, ...edited }), {})).problems;
}

const dangling = (draft: Draft, edited: Edited) => problemsOf(draft, edited).filter(({ key }) => DANGLING.includes(key));

const slotsOf = ({ structure }: Edited) => structure.clauses.flatMap(({ slots }) => slots);

describe.each(DRAFTS)('a part taken out of %s', (_, draft) => {
  const roles = draft.structure.roles.map(({ key }) => key);

  it('takes everything along that names it', () => {
    const edits: [string, Edited][] = [
      ...roles.map((key): [string, Edited] => [key, removing.withoutRole(draft, key)]),
      ...roles.map((key): [string, Edited] => [`${key} in the chair`, removing.withChair(draft, key)]),
      ...roles.map((key): [string, Edited] => [`${key} without a script`, removing.withoutScript(draft, key)]),
      ...draft.structure.clauses.map(({ key }): [string, Edited] => [key, removing.withoutClause(draft, key)]),
      ...slotsOf(draft).map(({ key }): [string, Edited] => [key, removing.withoutSlot(draft, key)]),
      ...slotsOf(draft).flatMap(({ key, options }) =>
        options.map((option): [string, Edited] => [`${key}.${option}`, removing.withoutOption(draft, { slot: key, option })]),
      ),
    ];
    for (const [part, edited] of edits) {
      expect({ part, problems: dangling(draft, edited) }).toEqual({ part, problems: [] });
      const asked = Object.keys(edited.texts);
      expect({ part, words: asked.filter((key) => !Object.hasOwn(draft.texts, key)) }).toEqual({ part, words: [] });
    }
  });

  it('leaves what does not name it as it was', () => {
    for (const { key } of slotsOf(draft)) {
      const { structure } = removing.withoutSlot(draft, key);
      const named = JSON.stringify(structure.roles.map(({ goals, script }) => [goals, script?.values, script?.red]));
      expect(named).not.toContain(`"slot":"${key}"`);
      expect(structure.phases).toEqual(draft.structure.phases);
      for (const objection of draft.structure.objections.filter(({ slot }) => slot !== key))
        expect(structure.objections).toContainEqual(objection);
    }
  });

  it('has another name wherever it was named, and its old one again when it is given back', () => {
    const back: [string, Edited, (edited: Edited) => Edited][] = [
      ...roles.map((key): [string, Edited, (edited: Edited) => Edited] => [
        key,
        renaming.renamedRole(draft, key, 'quite-new'),
        (edited) => renaming.renamedRole(edited, 'quite-new', key),
      ]),
      ...draft.structure.clauses.map(({ key }): [string, Edited, (edited: Edited) => Edited] => [
        key,
        renaming.renamedClause(draft, key, 'quite-new'),
        (edited) => renaming.renamedClause(edited, 'quite-new', key),
      ]),
      ...slotsOf(draft).map(({ key }): [string, Edited, (edited: Edited) => Edited] => [
        key,
        renaming.renamedSlot(draft, key, 'quite-new'),
        (edited) => renaming.renamedSlot(edited, 'quite-new', key),
      ]),
      ...slotsOf(draft).flatMap(({ key, options }) =>
        options.map((option): [string, Edited, (edited: Edited) => Edited] => [
          `${key}.${option}`,
          renaming.renamedOption(draft, { slot: key, option }, 'quite-new'),
          (edited) => renaming.renamedOption(edited, { slot: key, option: 'quite-new' }, option),
        ]),
      ),
    ];
    for (const [part, edited, undo] of back) {
      expect({ part, problems: problemsOf(draft, edited).filter(({ severity }) => severity === 'error') }).toEqual({ part, problems: [] });
      expect(JSON.stringify(edited)).toContain('quite-new');
      const given = undo(edited);
      expect(given.structure).toEqual(draft.structure);
      expect(given.texts).toEqual(draft.texts);
    }
  });
});

describe('a slot that goes', () => {
  it('would be missed where it is named, if only itself went', () => {
    const draft = draftOf('exchange-point-peering');
    const clauses = draft.structure.clauses.map((clause) => ({ ...clause, slots: clause.slots.filter(({ key }) => key !== 'board') }));
    expect(dangling(draft, { ...draft, structure: { ...draft.structure, clauses } }).length).toBeGreaterThan(10);
  });

  const draft = draftOf('exchange-point-peering');

  it('leaves in the text the words with which it began', () => {
    const { texts, structure } = removing.withoutSlot(draft, 'board');
    expect(draft.texts['clauses.house.text']).toContain('{{board}}');
    expect(texts['clauses.house.text']).toContain(draft.texts['clauses.house.slots.board.options.operator']);
    expect(texts['clauses.house.text']).toContain('{{costs}}');
    expect(structure.clauses[0]!.slots.map(({ key }) => key)).toEqual(['costs']);
    expect(Object.keys(texts).filter((key) => key.includes('.board.'))).toEqual([]);
  });

  it('is put into the text under another name', () => {
    expect(renaming.renamedSlot(draft, 'board', 'who-runs-it').texts['clauses.house.text']).toContain('{{who-runs-it}}');
  });

  it('begins with another option when the first one goes', () => {
    const { structure } = removing.withoutOption(draft, { slot: 'policy', option: 'mandatory' });
    expect(structure.clauses[1]!.slots[0]).toEqual({ key: 'policy', options: ['open', 'default'], start: 'open' });
    expect(structure.roles[0]!.script!.red).toEqual([]);
    expect(structure.roles[0]!.goals.map(({ key }) => key)).not.toContain('no-duty');
  });
});

describe('what a rule waits for', () => {
  const before = draftOf('exchange-point-peering');
  const gone = lost(before.structure, removing.withoutOption(before, { slot: 'costs', option: 'sender' }).structure);
  const is = (value: string | string[], op: 'eq' | 'ne' | 'in' = 'eq'): Condition => ({ path: 'slot.costs', op, value });
  const round: Condition = { path: 'phase', op: 'eq', value: 'round' };

  it.each<[string, Condition, Condition | null]>([
    ['an option that is gone never comes', is('sender'), null],
    ['any other than that is always', is('sender', 'ne'), null],
    ['one of several may still come', is(['sender', 'port'], 'in'), is(['port'], 'in')],
    ['everything at once never comes without one', { all: [round, is('sender')] }, null],
    ['what is always need not be waited for', { all: [round, is('sender', 'ne')] }, { all: [round] }],
    ['one of two may still come', { any: [round, is('sender')] }, { any: [round] }],
    ['what never comes is always not there', { not: is('sender') }, null],
    [
      'nested ones are looked into',
      { all: [round, { not: { any: [is('sender'), is('port')] } }] },
      { all: [round, { not: { any: [is('port')] } }] },
    ],
    ['another one stays', is('port'), is('port')],
  ])('%s', (_, condition, left) => {
    expect(conditionWithout(condition, gone)).toEqual(left);
  });

  it('knows everything by its name once', () => {
    const names = namesOf(before.structure);
    for (const keys of Object.values(names)) expect(new Set(keys).size).toBe(keys.length);
  });
});
