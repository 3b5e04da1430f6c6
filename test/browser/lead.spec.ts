import { DemoTrainees } from '../../src/seeding/demo-trainees.seeder';
import { BrowserHands } from '../support/browser-hands';
import { closeChrome, visit, type Window } from '../support/browser';
import { lettersTo } from '../support/mail';
import { Story } from '../support/story';
import { enrol, type LearningWorld, makePerson, startLearning } from '../support/world';

afterAll(() => closeChrome());

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
] as const)('a lead’s hour, %s', (_, javaScript) => {
  let world: LearningWorld;
  let window: Window;
  let lead: BrowserHands;
  const story = new Story();

  beforeAll(async () => {
    world = await startLearning();
    const lucie = await makePerson(world, { name: 'Lucie Mbaye', email: 'lucie@example.org', language: 'fr' });
    await enrol(world, lucie, world.cohort);
    const { id, name, email } = world.baraka;
    const way = { id, name, email, joined: 3, read: 6, tries: ['failed', 'failed'] as 'failed'[] };
    const trainees = world.app.get(DemoTrainees, { strict: false });
    await world.database.write((write) => trainees.study(write, world.cohort.id, way, world.clock.now()));
    world.clock.advance({ days: 4 });
    window = await visit({ javaScript, width: 390 });
    lead = new BrowserHands(window.page, world.address);
    await story.signIn(lead, world.amara.email);
  });
  afterAll(async () => {
    await window.close();
    await world.stop();
  });

  it('opens a cohort and brings thirty people in from a messy list: from the form on three presses, and one paste', async () => {
    await lead.goTo('/chapters/kenya');
    await lead.follow(story.say('cohorts.list.new'));
    const before = lead.presses;
    await lead.press(story.say('cohorts.new.button'), { [story.say('cohorts.field.name')]: 'Kisumu, April' });
    await lead.fill({ [story.say('roster.add.label')]: messy(30) });
    await lead.press(story.say('roster.add.button'));
    const list = await lead.press('Add 30 people');
    const presses = lead.presses - before;
    console.log(`presses ${_}: a cohort opened and thirty people brought in ${presses}, from its form on`);
    expect(presses).toBeLessThanOrEqual(3);
    expect(await lettersTo(world, 'person30@example.org')).toHaveLength(1);
    expect(list.status).toBe(200);
  });

  it('finds two who are stuck and writes to both: four presses at most', async () => {
    await lead.goTo('/chapters/kenya');
    const before = lead.presses;
    await lead.follow('Today');
    await lead.press('Send to Baraka Mwangi');
    await lead.press('Send to Lucie Mbaye');
    const presses = lead.presses - before;
    console.log(`presses ${_}: two people found and written to ${presses}`);
    expect(presses).toBeLessThanOrEqual(4);
    expect(await lettersTo(world, 'lucie@example.org')).toHaveLength(1);
    expect(world.log.faults).toEqual([]);
  });
});

/** A list as it comes out of a chat and a spreadsheet: three ways of writing a line, blank lines, headings, spaces that are none. */
function messy(people: number): string {
  const line = (n: number) =>
    [`Person Number${n} <person${n}@example.org>`, `Number${n}, Person\tperson${n}@Example.org`, `  person${n}@example.org\u00a0`][n % 3]!;
  return ['Members of the group', '', ...Array.from({ length: people }, (_, i) => line(i + 1)), ''].join('\r\n');
}
