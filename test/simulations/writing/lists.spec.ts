import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileScenario, writeScenario } from '../../../src/content/folders/scenario-folder';
import type { Condition, ScenarioStructure } from '../../../src/content/scenario';
import { holds } from '../../../src/simulations/solo/condition';
import { type Draft, documentOf } from '../../../src/simulations/writing/draft';
import { added, rewritten } from '../../../src/simulations/writing/lists/editing';
import { fieldsOf } from '../../../src/simulations/writing/lists/fields';
import { kindIn } from '../../../src/simulations/writing/lists/kinds';
import { movable, moved } from '../../../src/simulations/writing/lists/moving';
import { LISTS } from '../../../src/simulations/writing/lists/part';
import { without } from '../../../src/simulations/writing/lists/removal';
import { conditionOf, testsOf } from '../../../src/simulations/writing/lists/waiting';

const LIBRARY = join(__dirname, '../../../seeds/library/scenarios');
const KINDS = LISTS.map((list) => kindIn(`/chapters/kenya/scenarios/s-0/${list}`));

/** The role-plays of the library as drafts. */
const drafts = new Map(readdirSync(LIBRARY).map((slug) => [slug, draftIn(slug)]));

function draftIn(slug: string): Draft {
  const files: Record<string, string> = {};
  for (const path of readdirSync(join(LIBRARY, slug), { recursive: true, encoding: 'utf8' })) {
    if (/\.(yml|md)$/.test(path)) files[path] = readFileSync(join(LIBRARY, slug, path), 'utf8');
  }
  const { document } = compileScenario(files);
  return { slug, language: document!.language, structure: document!.structure as ScenarioStructure, texts: document!.texts };
}

/** What a draft would be told, were it published now. */
function problemsOf(draft: Draft): string[] {
  const files = writeScenario(documentOf(draft), {});
  const { problems } = compileScenario(files);
  return problems.map(({ key, details }) => `${key} ${JSON.stringify(details)}`);
}

const parts = [...drafts].flatMap(([slug, draft]) =>
  KINDS.flatMap((kind) => kind.keys(draft.structure).map((key) => [slug, kind.name, key] as const)),
);
const kindOf = (list: string) => KINDS.find(({ name }) => name === list)!;

describe('a part in its form', () => {
  it('that is opened and saved as it is changes nothing that a table could notice', () => {
    const changed = parts.filter(([slug, list, key]) => {
      const draft = drafts.get(slug)!;
      const after = rewritten(kindOf(list), draft, key, kindOf(list).typed(draft, key));
      return JSON.stringify([plain(after.structure), after.texts]) !== JSON.stringify([plain(draft.structure), draft.texts]);
    });
    expect(changed).toEqual([]);
    expect(parts.length).toBeGreaterThan(250);
  });
});

/** Conditions that say the same are one. */
function plain(structure: ScenarioStructure): ScenarioStructure {
  const rows = (when: Condition) => testsOf(when) ?? when;
  const injects = structure.injects.map((inject) => ('when' in inject.at ? { ...inject, at: rows(inject.at.when) } : inject));
  return { ...structure, injects } as unknown as ScenarioStructure;
}

describe('a part that is taken out', () => {
  it('leaves nothing behind that names it, in any role-play of the library', () => {
    // All events, which name most; of the rest every tenth part, because compiling takes half a second.
    const some = parts.filter(([, list], index) => list === 'events' || index % 10 === 0);
    const broken = some.flatMap(([slug, list, key]) => {
      const draft = drafts.get(slug)!;
      const { structure, texts } = without(kindOf(list), draft, key);
      const named = problemsOf({ ...draft, structure, texts }).filter((problem) => /unknown|lacks-text|missing-key/.test(problem));
      return named.map((problem) => `${slug} ${list} ${key}: ${problem}`);
    });
    expect(broken).toEqual([]);
  });

  it('takes along what waits for what it takes along', () => {
    const draft = drafts.get('exchange-point-peering')!;
    const waits: Condition = { path: 'inject.cable-cut', op: 'eq', value: 1 };
    const structure = {
      ...draft.structure,
      injects: [...draft.structure.injects, { key: 'later', to: 'all' as const, at: { when: waits } }],
    };
    const after = without(kindOf('phases'), { ...draft, structure }, 'third-round');
    expect(after.structure.injects.map(({ key }) => key)).toEqual(['latency-test', 'paid-peering', 'content-cache']);
    expect(after.along.map(({ key }) => key.split('.').at(-1))).toEqual(['event', 'event', ...Array.from({ length: 5 }, () => 'rule')]);
  });

  it('takes the red line along that would raise it', () => {
    const { structure, along } = without(kindOf('objections'), drafts.get('exchange-point-peering')!, 'forced-peering');
    expect(structure.roles[0]!.script!.red).toEqual([]);
    expect(along).toEqual([{ key: 'scenario-parts.along.red-line', details: { role: 'Main operator', slot: 'Who meets whom' } }]);
  });
});

describe('a role-play of which nothing is written yet', () => {
  const { structure, slug, language } = drafts.get('exchange-point-peering')!;
  const nothing = { roles: [], clauses: [], phases: [], injects: [], objections: [], statements: [], prompts: [], sources: 0 };
  const empty: Draft = { slug, language, structure: { ...structure, ...nothing }, texts: {} };

  it.each(KINDS.filter(({ name }) => name !== 'objections').map((kind) => [kind.name, kind] as const))('begins with %s', (_, kind) => {
    const { key, ...first } = added(kind, empty, 'The first.');
    const draft = { ...empty, ...first };
    expect(kind.keys(draft.structure)).toEqual([key]);
    const typed = kind.typed(draft, key);
    expect(typed.words).toBe('The first.');
    expect(() => [kind.facts(draft, key), fieldsOf(kind.name, draft, typed, key), without(kind, draft, key)]).not.toThrow();
  });

  it('has no objection before there is somebody and something to object to', () => {
    expect(() => added(kindOf('objections'), empty, 'No.')).toThrow('scenario-parts.refusal.no-slots');
  });
});

describe('an order', () => {
  it('is the same after a step there and a step back, and keeps every word', () => {
    for (const [slug, list, key] of parts) {
      const [draft, kind] = [drafts.get(slug)!, kindOf(list)];
      if (!movable(kind, draft, key, 'down')) continue;
      const there = moved(kind, draft, key, 'down');
      const isNumber = list === 'sources';
      const back = moved(kind, { ...draft, ...there }, isNumber ? String(Number(key) + 1) : key, 'up');
      expect({ structure: back.structure, texts: back.texts }).toEqual({ structure: draft.structure, texts: draft.texts });
      expect(Object.values(there.texts).sort()).toEqual(Object.values(draft.texts).sort());
    }
  });
});

describe('what an announcement waits for', () => {
  const WAYS: [Condition, ReturnType<typeof testsOf>][] = [
    [{ path: 'slot.a', op: 'eq', value: 'x' }, [{ what: 'slot.a.x', so: true }]],
    [{ not: { path: 'slot.a', op: 'eq', value: 'x' } }, [{ what: 'slot.a.x', so: false }]],
    [{ path: 'slot.a', op: 'in', value: ['x', 'y'] }, null],
    [{ path: 'round', op: 'gte', value: 2 }, [{ what: 'round.2', so: true }]],
    [{ path: 'round', op: 'gt', value: 2 }, [{ what: 'round.3', so: true }]],
    [{ path: 'round', op: 'lte', value: 2 }, [{ what: 'round.3', so: false }]],
    [{ path: 'round', op: 'lt', value: 2 }, [{ what: 'round.2', so: false }]],
    [{ path: 'round', op: 'eq', value: 2 }, null],
    [{ path: 'count.c.object', op: 'gte', value: 1 }, [{ what: 'object.c', so: true }]],
    [{ path: 'count.c.object', op: 'gte', value: 2 }, null],
    [{ path: 'count.c.support', op: 'gte', value: 1 }, null],
    [{ path: 'inject.i', op: 'eq', value: 1 }, [{ what: 'inject.i', so: true }]],
    [{ path: 'inject.i', op: 'eq', value: 0 }, [{ what: 'inject.i', so: false }]],
    [{ path: 'said.s', op: 'gte', value: 1 }, [{ what: 'said.s', so: true }]],
    [{ path: 'said.s', op: 'gte', value: 2 }, null],
    [{ path: 'objection.o', op: 'eq', value: 'open' }, [{ what: 'objection.o.open', so: true }]],
    [{ path: 'objection.o', op: 'eq', value: 'upheld' }, null],
    [{ any: [{ path: 'round', op: 'gte', value: 2 }] }, null],
    [{ all: [] }, null],
    [{ all: [1, 2, 3, 4].map((value) => ({ path: 'round', op: 'gte', value })) }, null],
  ];

  it.each(WAYS)('%j', (condition, tests) => {
    expect(testsOf(condition)).toEqual(tests);
  });

  it('is the same in rows, whatever is so at the table', () => {
    for (const [condition, tests] of WAYS) {
      if (!tests) continue;
      const announced = 'path' in condition && condition.path.startsWith('inject'); // comes once
      for (const fact of ['x', 'y', 'open', 'answered', 0, 1, ...(announced ? [] : [2, 3])]) {
        expect([condition, fact, holds(conditionOf(tests), () => fact)]).toEqual([condition, fact, holds(condition, () => fact)]);
      }
    }
  });
});
