import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { ChapterDraft } from './chapter-draft';

describe('a chapter changes the clauses of its role-play', () => {
  let world: LearningWorld;
  let tomas: PlainHands;
  let address: string;
  let held: ChapterDraft;
  const draft = () => held.now();
  const clauses = async () => (await draft()).structure.clauses;

  beforeAll(async () => {
    world = await startLearning();
    held = await ChapterDraft.of(world);
    address = held.address;
    tomas = new PlainHands(as(world, world.tomas));
  });
  afterAll(() => world.stop());

  it('lists them in the order of the text', async () => {
    const page = await tomas.goTo(`${address}/clauses`);
    expect(page.status).toBe(200);
    expect(page.main).toContain('2 open points');
    const { main } = await tomas.goTo(`${address}/clauses/house`);
    expect(main).toContain('The exchange is run by the main operator, in a building of its own. Its costs are paid from');
    await tomas.goTo(`${address}/clauses`);
    expect(page.rows((await draft()).texts['clauses.house.title']!)).toHaveLength(1);
  });

  it('adds a clause, and asks for its title', async () => {
    const refused = await tomas.press('Add this clause', { Title: '' });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Write a name of at most 120 characters.']);
    const added = await tomas.press('Add this clause', { Title: 'What is measured', 'What kind of clause it is': 'Recommendation' });
    expect(added.heading).toBe('What is measured');
    expect((await clauses()).at(-1)).toEqual({ key: 'clause-1', kind: 'recommendation', tabled: true, slots: [] });
  });

  it('writes its text, and says which open points it names that are not there', async () => {
    const page = await tomas.press('Save this clause', {
      'Text of the clause': 'Figures are published {{how-often}}.',
      'Name in files': 'figures',
    });
    expect(page.text).toContain('Saved.');
    expect(page.address).toBe(`${address}/clauses/figures`);
    expect(page.main).toContain('The text names “how-often”, and there is no such open point.');
    await tomas.follow('Make it');
    const refused = await tomas.press('Add this open point', { Name: 'How often', Options: 'every month' });
    expect(refused.errors).toEqual(['Write 2 to 8 options.']);
    expect(refused.field('Options').value).toBe('every month');
    const made = await tomas.press('Add this open point', { Options: 'every month\nonce a year\n\n' });
    expect(made.heading).toBe('How often');
    expect((await clauses()).at(-1)!.slots).toEqual([{ key: 'how-often', options: ['option-1', 'option-2'], start: 'option-1' }]);
  });

  it('words options anew, adds one, begins with it, and puts it first', async () => {
    await tomas.goTo(`${address}/clauses/figures/slots/how-often`);
    const saved = await tomas.press('Save this open point', {
      'New option 3': 'never',
      'Option 2': 'each January',
      'Name in files': 'when',
    });
    expect(saved.address).toBe(`${address}/clauses/figures/slots/when`);
    await tomas.press('Move number 3 up');
    const { texts, structure } = await draft();
    expect(structure.clauses.at(-1)!.slots[0]!.options).toEqual(['option-1', 'option-3', 'option-2']);
    expect(texts['clauses.figures.slots.when.options.option-3']).toBe('never');
    expect(texts['clauses.figures.text']).toBe('Figures are published {{when}}.');
  });

  it('removes an option that is named, after it has said what goes along', async () => {
    await tomas.goTo(`${address}/clauses/traffic/slots/policy`);
    const asked = await tomas.goTo(`${address}/clauses/traffic/slots/policy/options/mandatory/removal`);
    expect(asked.main).toContain('1 red line of a script');
    expect(asked.main).toContain('1 goal of a role');
    const gone = await tomas.press('Remove the option');
    expect(gone.text).toContain('Removed, with everything that named it.');
    const { structure } = await draft();
    expect(JSON.stringify(structure)).not.toContain('"mandatory"');
  });

  it('takes a clause away with everything that names it', async () => {
    await tomas.goTo(`${address}/clauses/house`);
    await tomas.follow('Remove this clause');
    await tomas.press('Remove the clause');
    const { structure, texts } = await draft();
    expect(structure.clauses.map(({ key }) => key)).toEqual(['traffic', 'trust', 'figures']);
    expect(JSON.stringify(structure)).not.toContain('board');
    expect(Object.keys(texts).filter((key) => key.startsWith('clauses.house'))).toEqual([]);
  });

  it('overwrites nobody: both texts stand side by side', async () => {
    const amara = new PlainHands(as(world, world.amara));
    await Promise.all([tomas.goTo(`${address}/clauses/figures`), amara.goTo(`${address}/clauses/figures`)]);
    await amara.press('Save this clause', { Title: 'What is counted' });
    const both = await tomas.press('Save this clause', { Title: 'Which figures' });
    expect(both.status).toBe(409);
    expect(both.main).toContain('Which figures');
    expect(both.main).toContain('What is counted');
    const kept = await tomas.press('Keep mine');
    expect(kept.heading).toBe('Which figures');
  });

  it('is not there for others, and is read only once it is put away', async () => {
    const mei = new PlainHands(as(world, world.mei));
    expect((await mei.goTo(`${address}/clauses`)).status).toBe(404);
    expect((await tomas.goTo(`${address}/clauses/nothing`)).status).toBe(404);
    expect((await tomas.goTo(`${address}/clauses/figures/slots/nothing`)).status).toBe(404);
    expect((await tomas.goTo(`${address}/clauses/figures/slots/when/options/nothing/removal`)).status).toBe(404);
    expect(world.log.faults).toEqual([]);
  });
});
