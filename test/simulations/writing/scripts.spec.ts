import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { ChapterDraft } from './chapter-draft';

describe('a chapter writes how a role plays itself', () => {
  let world: LearningWorld;
  let draft: ChapterDraft;
  let tomas: PlainHands;
  const script = async (role = 'incumbent') => (await draft.role(role)).script!;
  const at = (role = 'incumbent') => `${draft.address}/roles/${role}/script`;

  beforeAll(async () => {
    world = await startLearning();
    draft = await ChapterDraft.of(world);
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('shows what texts are worth to it, and saves what was not changed as it was', async () => {
    const before = await script();
    const page = await tomas.goTo(at());
    expect(page.main).toMatch(/worth \d+ at the beginning\. The best text would be worth 100, the worst/);
    const saved = await tomas.press('Save this script');
    expect(saved.text).toContain('Saved.');
    expect(await script()).toEqual(before);
  });

  it('takes other numbers, and says which are none', async () => {
    const wrong = await tomas.press('Save this script', {
      'What it hopes for': '50',
      'What it needs': '60',
      'How far it comes down, round by round': '0, much',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.errors).toEqual(['Write 1 to 12 whole numbers, such as 0, 5, 10.', 'This cannot be more than what it hopes for.']);
    await tomas.press('Save this script', { 'What it needs': '٤٠', 'How far it comes down, round by round': '٠، ٥، ٩' });
    const { aspiration, reservation, concede } = await script();
    expect({ aspiration, reservation, concede }).toEqual({ aspiration: 50, reservation: 40, concede: [0, 5, 9] });
  });

  it('values an option, and never accepts another', async () => {
    const { texts } = await draft.now();
    const words = (option: string) => texts[`clauses.house.slots.board.options.${option}`]!;
    await tomas.press('Save this script', { [words('council')]: '-7', [words('association')]: '' });
    expect((await script()).values['board']).toEqual({ operator: 30, council: -7 });
    const policy = (option: string) => texts[`clauses.traffic.slots.policy.options.${option}`]!;
    await tomas.press('Save this script', { 'What it never accepts': [policy('default'), policy('mandatory')] });
    expect((await script()).red).toEqual([{ slot: 'policy', options: ['default', 'mandatory'], objection: 'forced-peering' }]);
    const all = await tomas.press('Save this script', { 'What it never accepts': ['open', 'default', 'mandatory'].map(policy) });
    expect(all.errors).toEqual(['If it accepts none of the options, there is nothing to agree on. Leave one.']);
  });

  it('adds a rule in rows: when … then …', async () => {
    const page = await tomas.press('Write a rule', { 'What a new rule does': 'It suggests a change of one clause' });
    expect(page.main).toContain('Say first what it waits for.');
    const refused = await tomas.press('Save this rule', { 'What it says': 'We suggest a council.' });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Change at least one open point.']);
    const first = await tomas.press('Wait for this', { 'What it waits for': 'The phase', 'What it says': 'We suggest a council.' });
    expect(first.field('What it says').value).toBe('We suggest a council.');
    await tomas.press('Wait for this', { 'The phase': ['Round of talks'], 'What it waits for': 'The number of the round' });
    const board = (await draft.now()).texts['clauses.house.slots.board.name']!;
    const council = (await draft.now()).texts['clauses.house.slots.board.options.council']!;
    await tomas.press('Save this rule', { 'The number for number 2': '2', [board]: council });
    const rule = (await script()).rules.at(-1)!;
    expect(rule).toEqual({
      key: 'rule-1',
      priority: 50,
      once: 'table',
      when: {
        all: [
          { path: 'phase', op: 'eq', value: 'round' },
          { path: 'round', op: 'gte', value: 2 },
        ],
      },
      do: { kind: 'amend', terms: { board: 'council' }, words: 'say-1' },
    });
    expect((await draft.now()).texts['say.say-1']).toBe('We suggest a council.');
  });

  it('a row more does not forget what the form was about', async () => {
    await tomas.goTo(`${draft.address}/roles/incumbent/rules/rule-1`);
    await draft.change((edited) => edited); // by somebody else, meanwhile
    await tomas.press('Wait for this', { 'What it waits for': 'The phase' });
    expect((await tomas.press('Save this rule')).status).toBe(409);
  });

  it('changes a rule: another row less, other words', async () => {
    await tomas.goTo(`${draft.address}/roles/incumbent/rules/rule-1`);
    await tomas.press('Do not wait for number 1');
    await tomas.press('Save this rule', { 'What it says': 'A council, please.', Priority: '7' });
    const rule = (await script()).rules.at(-1)!;
    expect(rule.when).toEqual({ path: 'round', op: 'gte', value: 2 });
    expect(rule.priority).toBe(7);
    expect((await draft.now()).texts['say.say-1']).toBe('A council, please.');
  });

  it('opens every rule of the library and saves it as it was', async () => {
    const { structure, texts } = await draft.now();
    for (const { key: role, script } of structure.roles.slice(0, 3))
      for (const { key } of script?.rules ?? []) {
        await tomas.goTo(`${draft.address}/roles/${role}/rules/${key}`);
        const saved = await tomas.press('Save this rule');
        expect({ role, key, errors: saved.errors }).toEqual({ role, key, errors: [] });
      }
    const after = await draft.now();
    expect(after.structure).toEqual(structure);
    expect(after.texts).toEqual(texts);
  });

  it('shows conditions that are nested, and keeps them as they are', async () => {
    const nested = {
      any: [{ path: 'phase', op: 'eq', value: 'call' }, { not: { path: 'slot.board', op: 'in', value: ['council', 'association'] } }],
    };
    await draft.change(({ structure, texts }) => ({
      texts,
      structure: {
        ...structure,
        roles: structure.roles.map((role) =>
          role.key === 'incumbent'
            ? {
                ...role,
                script: {
                  ...role.script!,
                  rules: role.script!.rules.map((rule) => (rule.key === 'rule-1' ? { ...rule, when: nested as never } : rule)),
                },
              }
            : role,
        ),
      },
    }));
    const page = await tomas.goTo(`${draft.address}/roles/incumbent/rules/rule-1`);
    expect(page.main).toContain('At least one of these:');
    expect(page.main).toContain('This is not true:');
    await tomas.press('Save this rule', { 'What it says': 'Other words.' });
    expect((await script()).rules.at(-1)!.when).toEqual(nested);
    expect((await draft.now()).texts['say.say-1']).toBe('Other words.');
  });

  it('removes a rule, and what it said', async () => {
    await tomas.goTo(`${draft.address}/roles/incumbent/rules/rule-1`);
    await tomas.follow('Remove this rule');
    await tomas.press('Remove the rule');
    expect((await script()).rules.map(({ key }) => key)).not.toContain('rule-1');
    expect((await draft.now()).texts['say.say-1']).toBeUndefined();
  });

  it('takes a script away and begins another', async () => {
    await tomas.goTo(at('consumers'));
    await tomas.follow('Remove this script');
    await tomas.press('Remove the script');
    expect((await draft.role('consumers')).script).toBeNull();
    await tomas.follow('Open its script');
    const begun = await tomas.press('Write a script');
    expect(begun.field('What it hopes for').value).toBe('60');
    expect((await tomas.goTo(at('chair'))).status).toBe(404);
    expect(world.log.faults).toEqual([]);
  });

  it('tells it of a rule, too', async () => {
    const amara = new PlainHands(as(world, world.amara));
    const rule = `${draft.address}/roles/providers/rules/council`;
    await Promise.all([tomas.goTo(rule), amara.goTo(rule)]);
    const { texts } = await draft.now();
    const words = (option: string) => texts[`clauses.house.slots.board.options.${option}`]!;
    await amara.press('Save this rule', { [`What the text says: ${texts['clauses.house.slots.board.name']!}`]: [words('association')] });
    const both = await tomas.press('Save this rule', { Priority: '31' });
    expect(both.status).toBe(409);
    expect(both.rows('Priority')).toEqual(['Priority 31 30']);
    expect(both.rows('When')).toEqual([`When ${words('council')} ${words('association')}`]);
  });

  it('tells whoever was slower what both have written', async () => {
    const amara = new PlainHands(as(world, world.amara));
    await Promise.all([tomas.goTo(at('providers')), amara.goTo(at('providers'))]);
    await amara.press('Save this script', { 'What it hopes for': '90' });
    const both = await tomas.press('Save this script', { 'What it hopes for': '95' });
    expect(both.status).toBe(409);
    expect(both.rows('What it hopes for')).toEqual(['What it hopes for 95 90']);
    await tomas.press('Keep mine');
    expect((await script('providers')).aspiration).toBe(95);
  });
});
