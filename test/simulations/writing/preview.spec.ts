import type { ScenarioStructure } from '../../../src/content/scenario';
import type { Draft } from '../../../src/simulations/writing/draft';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { draftIn } from './drafts';
import { draftOfMast } from './mast';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

/** A word of its own for every text, by which it is found again wherever it is shown; slots stay where they are. */
function marked(texts: Draft['texts']): { texts: Record<string, string>; keyOf: Map<string, string> } {
  const keyOf = new Map(Object.keys(texts).map((key, at) => [`quokka${at}q`, key]));
  const own = [...keyOf].map(([mark, key]) => {
    const slots = texts[key]!.match(/\{\{[a-z0-9-]+\}\}/g) ?? [];
    return [key, [mark, ...(key.startsWith('clauses.') ? slots : [])].join(' ')] as const;
  });
  return { texts: Object.fromEntries(own), keyOf };
}

/** The keys of the texts that a page shows, in whatever part of it. */
function shownOn(html: string, keyOf: Map<string, string>): string[] {
  return [...new Set(html.match(/quokka\d+q/g) ?? [])].map((mark) => keyOf.get(mark)!).sort();
}

/** What somebody in a role may read at the beginning; '' is whoever looks on. */
function mayRead(role: string, { roles, clauses, phases, statements }: ScenarioStructure): string[] {
  const own = roles.find(({ key }) => key === role);
  return [
    'title',
    'setting',
    ...roles.flatMap(({ key }) => [`roles.${key}.name`, `roles.${key}.public`]),
    ...(own
      ? [
          `roles.${role}.brief`,
          ...own.goals.filter(({ visibility }) => visibility !== 'facilitator').map(({ key }) => `roles.${role}.goals.${key}`),
        ]
      : []),
    ...clauses.map(({ key }) => `clauses.${key}.title`),
    ...clauses.map(({ key }) => `clauses.${key}.text`),
    ...clauses.flatMap((clause) => clause.slots.map(({ key, start }) => `clauses.${clause.key}.slots.${key}.options.${start}`)),
    ...phases.map(({ key }) => `phases.${key}`),
    ...(own ? statements.filter((one) => one.roles === 'all' || one.roles.includes(role)).map(({ key }) => `statements.${key}`) : []),
  ];
}

describe('a draft as one seat sees it', () => {
  it.each(['shutdowns-national-igf', 'iana-stewardship', 'exchange-point-peering'])(
    'what others were told in confidence is in no byte of it: %s',
    async (from) => {
      let keyOf = new Map<string, string>();
      let structure!: ScenarioStructure;
      const { address } = await draftIn(world, world.kenya, from, (begun) => {
        const words = marked(begun.texts);
        ({ keyOf } = words);
        structure = structuredClone(begun.structure);
        structure.roles.find(({ goals }) => goals.length > 1)!.goals[1]!.visibility = 'facilitator';
        return { ...begun, structure, texts: words.texts };
      });
      let secrets = 0;
      for (const role of ['', ...structure.roles.map(({ key }) => key)]) {
        const { text } = await as(world, world.tomas)
          .get(`${address}/preview${role && `/${role}`}`)
          .expect(200);
        const shown = shownOn(text, keyOf);
        const allowed = mayRead(role, structure);
        expect({ role, more: shown.filter((key) => !allowed.includes(key)) }).toEqual({ role, more: [] });
        expect(shown).toEqual(expect.arrayContaining(['setting', 'title', ...structure.roles.map(({ key }) => `roles.${key}.name`)]));
        if (role) expect(shown).toContain(`roles.${role}.brief`);
        secrets += [...keyOf.values()].length - allowed.length;
      }
      process.stdout.write(
        `${from}: ${structure.roles.length + 1} pairs of eyes, ${secrets} texts that one of them may not read: none shown\n`,
      );
    },
  );

  it('its text is what is on the table, and nothing can be done there', async () => {
    const { address } = await draftIn(world, world.kenya, 'shutdowns-national-igf');
    const { text } = await as(world, world.tomas).get(`${address}/preview/operators`).expect(200);
    expect(text).toContain('What each role sees at the beginning');
    expect(/<main[^]*<\/main>/.exec(text)![0]).not.toContain('<form');
    expect(text).toContain(`href="${address}/preview"`);
    for (const clause of ['?clause=nowhere', '?clause[]=x']) {
      await as(world, world.tomas).get(`${address}/preview/chair${clause}`).expect(200);
    }
  });

  it('is for the team of its chapter alone, and for seats that are there', async () => {
    const { address } = await draftIn(world, world.kenya, 'shutdowns-national-igf');
    for (const [person, status] of [
      [world.amara, 200],
      [world.sofia, 200],
      [world.nour, 404],
      [world.wanjiku, 404],
    ] as const) {
      await as(world, person).get(`${address}/preview/chair`).expect(status);
    }
    await as(world, world.tomas).get(`${address}/preview/nobody`).expect(404);
    await as(world, world.tomas).get(`${address}/preview/constructor`).expect(404);
  });

  it.each([
    ['without any words', (it: Omit<Draft, 'slug'>) => ({ ...it, texts: {} })],
    ['without clauses', (it: Omit<Draft, 'slug'>) => ({ ...it, structure: { ...it.structure, clauses: [] } })],
    ['without phases and modes', (it: Omit<Draft, 'slug'>) => ({ ...it, structure: { ...it.structure, phases: [], modes: [] } })],
    [
      'without a chair',
      (it: Omit<Draft, 'slug'>) => ({ ...it, structure: { ...it.structure, roles: it.structure.roles.filter(({ chair }) => !chair) } }),
    ],
    [
      'without goals and scripts',
      (it: Omit<Draft, 'slug'>) => ({
        ...it,
        structure: {
          ...it.structure,
          modes: ['solo' as const],
          roles: it.structure.roles.map((role) => ({ ...role, goals: [], script: null, playable: false })),
        },
      }),
    ],
    [
      'with clauses whose slots begin nowhere',
      (it: Omit<Draft, 'slug'>) => ({
        ...it,
        structure: {
          ...it.structure,
          clauses: it.structure.clauses.map((clause) => ({ ...clause, slots: clause.slots.map((slot) => ({ ...slot, start: '' })) })),
        },
      }),
    ],
  ])('can be looked at while it is written: %s', async (_, change) => {
    const { structure } = draftOfMast();
    const { address } = await draftIn(world, world.kenya, 'shutdowns-national-igf', () =>
      change({ language: 'fr', structure, texts: draftOfMast().texts }),
    );
    await as(world, world.tomas).get(`${address}/preview`).expect(200);
    await as(world, world.tomas).get(`${address}/preview/shop`).expect(200);
  });

  it('can be looked at when it has nobody in it yet', async () => {
    const nobody = (it: Omit<Draft, 'slug'>) => ({ ...it, structure: { ...it.structure, roles: [] } });
    const { address } = await draftIn(world, world.kenya, 'shutdowns-national-igf', nobody);
    const { text } = await as(world, world.nour)
      .get(`${address}/preview`)
      .expect(404)
      .then(() => as(world, world.tomas).get(`${address}/preview`).expect(200));
    expect(text).toContain('The table and its text are shown here');
  });
});
