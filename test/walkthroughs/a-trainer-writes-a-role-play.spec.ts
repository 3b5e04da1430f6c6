import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cohort } from '../../src/cohorts/cohort.entity';
import { newId } from '../../src/kernel/identifier';
import { Completion } from '../../src/progress/completion.entity';
import { Sitting } from '../../src/simulations/setting/sitting.entity';
import { ChapterScenario } from '../../src/simulations/writing/chapter-scenario.entity';
import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { sendPacked } from '../assignments/handing';
import { PlainHands } from '../support/hands';
import { as } from '../support/visitor';
import { enrol, makePerson, startLearning, type LearningWorld } from '../support/world';

const ORIGINAL = 'Who may meet at the exchange point?';
const TITLE = 'Who runs the cable?';
const SUMMARY = 'A cable has landed, and five neighbours want to land theirs on it.';
const PUBLIC = 'Owns the beach, and says so to everybody who comes near it.';
const NAMES = ['Akinyi', 'Chebet', 'Dalmas'];

describe('a trainer writes a role-play, and a cohort plays it', () => {
  let world: LearningWorld;
  let cohort: Cohort;
  let tomas: PlainHands;
  let wanjiku: PlainHands;
  let address: string;

  beforeAll(async () => {
    world = await startLearning();
    ({ cohort } = world);
    for (const name of NAMES) await enrol(world, await makePerson(world, { name, email: `${name}@example.org`, language: 'en' }), cohort);
    [tomas, wanjiku] = [new PlainHands(as(world, world.tomas)), new PlainHands(as(world, world.wanjiku))];
  });
  afterAll(() => world.stop());

  const sitting = async () => (await world.database.read(Sitting).findBy({ cohortId: cohort.id }))[0]!;

  it('the template says in sentences what is still to be written', async () => {
    await tomas.goTo('/chapters/kenya');
    await tomas.follow('Role-plays');
    const draft = await tomas.press('Begin with the template', { 'Title (optional)': 'Untitled' });
    expect(draft.heading).toBe('Untitled');
    expect(draft.main).toContain('14 things stand against publishing it');
    expect(draft.main).toContain('Brief of “Government” The confidential brief is missing.');
    expect(draft.offers('Publish')).toBe(false);
  });

  it('he begins a copy of one from the library, and calls it something else', async () => {
    await tomas.follow('Role-plays');
    const copy = await tomas.press(`Begin a copy: ${ORIGINAL}`);
    expect(copy.heading).toBe(`${ORIGINAL} (copy)`);
    expect(copy.main).toContain('Nothing stands against publishing it.');
    await tomas.follow('Title and settings');
    const saved = await tomas.press('Save', { Title: TITLE, Summary: SUMMARY, Minutes: '45' });
    expect(saved.text).toContain('Your changes are saved.');
    expect([saved.heading, saved.main]).toEqual([TITLE, expect.stringContaining(SUMMARY)]);
    address = saved.address;
  });

  it('he changes a role in the files, and reads them in again', async () => {
    const visitor = as(world, world.tomas);
    const { body } = await visitor.get(`${address}/folder.zip`).responseType('blob').expect(200);
    const files = unzipSync(body as Buffer);
    const [words] = Object.keys(files).filter((path) => path.endsWith('/en/scenario.yml')) as [string];
    const changed = strFromU8(files[words]!).replace(/(incumbent:\n\s+name: .*\n\s+public: ).*/, `$1${PUBLIC}`);
    expect(changed).toContain(PUBLIC);
    const file = { name: 'mine.zip', bytes: Buffer.from(zipSync({ ...files, [words]: strToU8(changed) })) };
    const { version } = await world.database.read(ChapterScenario).findOneByOrFail({ slug: address.split('/').at(-1)! });
    const answer = await sendPacked(world, world.tomas, `${address}/folder`, { form: newId(), by: 'read', version: String(version) }, file);
    expect(answer.status).toBe(303);
    const after = await tomas.goTo(address);
    expect(after.text).toContain('The files are read in.');
  });

  it('he publishes it and sets a table of it for his cohort', async () => {
    const before = tomas.presses;
    const published = await tomas.press('Publish');
    expect(published.text).toContain('The role-play is published.');
    const form = await tomas.follow(cohort.name);
    expect(form.heading).toBe(TITLE);
    await tomas.press('Set the tables', { 'How many tables': '1' });
    const running = await tomas.press('Begin');
    expect(running.text).toContain('It has begun.');
    console.log(`presses of the trainer, from a finished draft to a running table: ${tomas.presses - before}`);
    expect(tomas.presses - before).toBe(4);
  });

  it('Wanjiku finds it beside her programme, reads the changed role, and takes her seat', async () => {
    const learning = await wanjiku.goTo('/learning');
    expect(learning.main).toContain('Role-plays of your chapter');
    const start = await wanjiku.follow(TITLE);
    expect(start.main).toContain('The table is running.');
    expect(start.main).toContain(PUBLIC);
    await wanjiku.follow('Go to your table');
    const seated = await wanjiku.press('I have read this. Take my seat');
    expect(seated.main).toContain(TITLE);
  });

  it('the table comes to its end, and whoever has looked back has done it, without a step of the programme', async () => {
    const { tables } = await sitting();
    let page = await tomas.goTo(`/cohorts/${cohort.id}/tables/${tables[0]}`);
    for (let move = page.buttons.find(onward); move; move = page.buttons.find(onward)) page = await tomas.press(move);
    await tomas.press('End the talk');
    await tomas.goTo(`/cohorts/${cohort.id}/tables/${tables[0]}/debrief`);
    for (const step of ['Reactions', 'What happened', 'Why', 'Next time']) await tomas.press(`Open “${step}”`);
    await wanjiku.goTo(`/tables/${tables[0]}/debrief/application`);
    const finished = await wanjiku.press('Finish the debrief', { 'Next time I will …': 'I will ask whose beach it is.' });
    expect([finished.main.includes('You have finished this debrief.'), finished.main.includes('step')]).toEqual([true, false]);
    const [place] = await world.database.read(TablePlace).findBy({ tableId: tables[0], personId: world.wanjiku.id });
    expect(place).toMatchObject({ module: 'chapter', debriefedAt: expect.any(Date) });
    expect(await world.database.read(Completion).findBy({ personId: world.wanjiku.id })).toEqual([]);
    expect((await wanjiku.goTo('/learning')).rows(TITLE).join()).toContain('Done');
  });

  it('nothing went wrong on the way', () => {
    expect(world.log.faults).toEqual([]);
  });
});

const onward = (button: string) => button.startsWith('Move on to');
