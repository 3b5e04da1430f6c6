import { PlainHands } from '../../support/hands';
import { fill } from '../../support/submit';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { ChapterDraft } from './chapter-draft';

describe('a chapter changes who sits at the table', () => {
  let world: LearningWorld;
  let draft: ChapterDraft;
  let tomas: PlainHands;
  const structure = async () => (await draft.now()).structure;

  beforeAll(async () => {
    world = await startLearning();
    draft = await ChapterDraft.of(world);
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('lists the roles in the order of the seats, and moves one', async () => {
    const page = await tomas.goTo(`${draft.address}/roles`);
    expect(page.rows('Can be played alone').length).toBeGreaterThan(2);
    await tomas.press('Move number 2 up');
    expect((await structure()).roles.slice(0, 2).map(({ key }) => key)).toEqual(['providers', 'incumbent']);
  });

  it('adds a role, whose name fits beside its seat', async () => {
    const refused = await tomas.press('Add this role', { Name: 'An association of many names' });
    expect(refused.errors).toEqual(['Write a name of at most 16 characters.']);
    const added = await tomas.press('Add this role', { Name: 'Journalists', Group: 'Civil society' });
    expect(added.heading).toBe('Journalists');
    expect(added.main).toContain('This role has no goals yet.');
    const saved = await tomas.press('Save this role', {
      'Most people in this seat': '2',
      'What everybody reads of it': 'They write about the Internet.',
      'Confidential brief': 'You speak for **nobody**.\n\nYou ask.',
      'Name in files': 'press',
    });
    expect(saved.address).toBe(`${draft.address}/roles/press`);
    expect((await draft.role('press')).seats).toEqual({ min: 1, max: 2 });
    expect((await draft.now()).texts['roles.press.brief']).toBe('You speak for **nobody**.\n\nYou ask.');
  });

  it('says what is wrong with the seats, and keeps what was typed', async () => {
    const page = await tomas.press('Save this role', { 'Fewest people in this seat': '٣', 'Confidential brief': 'Not lost.' });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['The most cannot be fewer than the least.']);
    expect(page.field('Confidential brief').value).toBe('Not lost.');
    const wrong = await tomas.press('Save this role', { 'Fewest people in this seat': 'few' });
    expect(wrong.errors).toEqual(['Write a whole number from 0 to 24.']);
  });

  it('what was typed before somebody else was quicker is not saved over theirs by way of a correction', async () => {
    await tomas.goTo(`${draft.address}/roles/press`);
    await draft.change(({ structure, texts }) => ({ structure, texts: { ...texts, 'roles.press.public': 'They ask.' } }));
    const corrected = await tomas.press('Save this role', { 'Fewest people in this seat': 'few' });
    expect(corrected.status).toBe(422);
    const late = await tomas.press('Save this role', { 'Fewest people in this seat': '1' });
    expect(late.status).toBe(409);
    expect((await draft.now()).texts['roles.press.public']).toBe('They ask.');
  });

  it('no part is called like a page beside the parts, and none like what every object has', async () => {
    for (const name of ['new', 'order', 'constructor']) {
      await tomas.goTo(`${draft.address}/roles/press`);
      expect([name, (await tomas.press('Save this role', { 'Name in files': name })).status]).toEqual([name, 422]);
    }
  });

  it('a draft does not grow without end', async () => {
    const much = { 'roles.press.brief': 'x'.repeat(600_000) };
    await expect(draft.change(({ structure, texts }) => ({ structure, texts: { ...texts, ...much } }))).rejects.toThrow(
      'scenarios.refusal.too-long',
    );
  });

  it('gives it goals of several kinds', async () => {
    await tomas.goTo(`${draft.address}/roles/press`);
    await tomas.press('Write a goal', { 'By what a new goal is measured': 'The text says what it wants' });
    const none = await tomas.press('Save this goal', { 'The goal in words': 'Figures are published.' });
    expect(none.errors).toEqual(['Tick options of one open point, but not all of them.']);
    const { texts } = await draft.now();
    const at = `clauses.${(await structure()).clauses.find(({ slots }) => slots.some(({ key }) => key === 'data'))!.key}.slots.data`;
    const saved = await tomas.press('Save this goal', {
      'Reached when the text says one of these': [texts[`${at}.options.members`]!],
      Weight: '3',
    });
    expect(saved.rows('Figures are published.')).toHaveLength(1);
    expect((await draft.role('press')).goals).toEqual([
      { key: 'goal-1', weight: 3, visibility: 'confidential', kind: 'slot', slot: 'data', options: ['members'] },
    ]);
    await tomas.press('Write a goal', { 'By what a new goal is measured': 'It changed its mind and said why' });
    await tomas.press('Save this goal', { 'The goal in words': 'You learn something.', 'Who knows of it': 'Everybody' });
    expect((await draft.role('press')).goals[1]).toEqual({
      key: 'goal-2',
      weight: 1,
      visibility: 'public',
      kind: 'learning',
      test: 'moved-with-reason',
    });
    await tomas.follow('You learn something.');
    await tomas.follow('Remove this goal');
    await tomas.press('Remove the goal');
    expect((await draft.role('press')).goals).toHaveLength(1);
  });

  it('gives another role the chair, after it has said what goes along', async () => {
    await tomas.goTo(`${draft.address}/roles/exchange`);
    const asked = await tomas.follow('Give this role the chair');
    expect(asked.main).toContain('rules of scripts');
    await tomas.press('Give it the chair');
    const { roles, objections } = await structure();
    expect(roles.filter(({ chair }) => chair).map(({ key }) => key)).toEqual(['exchange']);
    expect(objections.filter(({ role }) => role === 'exchange')).toEqual([]);
  });

  it('takes a role away with everything that names it; the same press again says the same', async () => {
    await tomas.goTo(`${draft.address}/roles/regulator`);
    const asked = await tomas.follow('Remove this role');
    const sent = fill(asked, 'Remove the role');
    const gone = await tomas.press('Remove the role');
    expect(gone.text).toContain('Removed, with everything that named it.');
    expect(JSON.stringify(await structure())).not.toContain('"regulator"]');
    expect(Object.keys((await draft.now()).texts).filter((key) => key.startsWith('roles.regulator'))).toEqual([]);
    const again = await as(world, world.tomas).post(sent.address).send(new URLSearchParams(sent.pairs).toString());
    expect(again.status).toBe(303);
    expect((await tomas.goTo(`${draft.address}/roles/regulator`)).status).toBe(404);
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});
