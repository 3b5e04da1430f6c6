import { open } from '../../support/page';
import { submit } from '../../support/submit';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { newId } from '../../../src/kernel/identifier';
import { tamper } from '../../chapters/sending';

const NOT_STARTED = 'Days without beginning';

let world: LearningWorld;
let address: string;
beforeAll(async () => {
  world = await startLearning();
  address = `/cohorts/${world.cohort.id}/rules`;
});
afterAll(() => world.stop());

describe('the rules of a cohort', () => {
  it('are explained to trainers, and changed by leads', async () => {
    const tomas = await open(as(world, world.tomas), address);
    expect(tomas.main).toContain('Has not begun 3 days after the cohort began, or after joining.');
    expect(tomas.offers('Save')).toBe(false);
    const body = `form=${newId()}&notStartedDays=5&failedTries=2&wrongInARow=4&silentDays=7&version=0`;
    await as(world, world.tomas).post(address).send(body).expect(404);
    await as(world, world.nour).get(address).expect(404);
  });

  it('decide who needs the team', async () => {
    world.clock.advance({ days: 4 });
    const amara = as(world, world.amara);
    expect((await open(amara, '/today')).heading).toBe('2 people need you');
    const page = await submit(amara, await open(amara, address), 'Save', { [NOT_STARTED]: '٥' }); // five, as Arabic writes it
    expect(page.main).toContain('Saved.');
    expect(page.field(NOT_STARTED).value).toBe('5');
    expect((await open(amara, '/today')).heading).toBe('Today');
    expect((await open(as(world, world.nour), '/today')).html).toContain('يوسف'); // other cohorts keep theirs
  });

  it.each([
    ['nothing', ''],
    ['zero', '0'],
    ['too many', '61'],
    ['a fraction', '2.5'],
    ['words', 'three'],
  ])('%s is no number of days', async (_, typed) => {
    const amara = as(world, world.amara);
    const page = await submit(amara, await open(amara, address), 'Save', { [NOT_STARTED]: typed });
    expect([page.status, page.errors]).toEqual([422, ['Enter a whole number from 1 to 60']]);
    expect(page.field(NOT_STARTED).value).toBe(typed);
  });

  it('two leads at once: the second sees both and decides', async () => {
    const amara = as(world, world.amara);
    const [first, second] = [await open(amara, address), await open(amara, address)];
    await submit(amara, first, 'Save', { [NOT_STARTED]: '6' });
    const conflict = await submit(amara, second, 'Save', { [NOT_STARTED]: '9' });
    expect([conflict.status, conflict.heading]).toEqual([409, 'Somebody changed these rules while you were changing them']);
    expect((await open(amara, address)).field(NOT_STARTED).value).toBe('6');
  });

  it('the first change of two at once is one change', async () => {
    const lebanon = `/cohorts/${world.cohorts.lebanon.id}/rules`;
    const nour = as(world, world.nour);
    const pages = [await open(nour, lebanon), await open(nour, lebanon)];
    const answers = await Promise.all(pages.map((page) => tamper(nour, page, /احفظ/, {}, { silentDays: '9' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('the weekly letter', () => {
  it('is turned off and on by each lead for themselves', async () => {
    const amara = as(world, world.amara);
    const off = await submit(amara, await open(amara, address), 'Stop the letter');
    expect(off.main).toContain('You get no weekly letter about this chapter.');
    const on = await submit(amara, off, 'Send me the letter again');
    expect(on.main).toContain('Every Monday at 8:00');
  });

  it('is nobody’s business who is no lead of the chapter', async () => {
    expect((await open(as(world, world.sofia), address)).offers('Stop the letter')).toBe(false);
    expect((await open(as(world, world.tomas), address)).offers('Stop the letter')).toBe(false);
    await as(world, world.tomas).post(`/cohorts/${world.cohort.id}/digest`).send(`form=${newId()}&wanted=no`).expect(404);
    await as(world, world.amara).post(`/cohorts/${world.cohort.id}/digest`).send(`form=${newId()}&wanted=perhaps`).expect(400);
  });
});
