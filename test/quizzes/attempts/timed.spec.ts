import { newId } from '../../../src/kernel/identifier';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { MONDAY } from '../../support/app';
import { arrive, open, type Page, read } from '../../support/page';
import { contents } from '../../support/tables';
import { as } from '../../support/visitor';
import {
  answerAll,
  instead,
  numberField,
  NUMBERS,
  type Pairs,
  quizAddress,
  saved,
  sit,
  sitAgain,
  type Sitting,
  startChanged,
} from '../sitter';

type TimedWorld = Awaited<ReturnType<typeof startChanged>>;

let world: TimedWorld;
let sitting: Sitting;
let begun: Date;
const NUMBER = NUMBERS.number;

beforeAll(async () => {
  world = await startChanged({ 'quizzes/rough-consensus/quiz.yml': [['minutes: null', 'minutes: 10']] });
  await (await sit(world, world.wanjiku, world.studies.wanjiku)).handIn();
});
beforeEach(async () => {
  world.clock.advance({ hours: 1 });
  begun = world.clock.now();
  sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
});
afterEach(async () => {
  await sitting.handIn().expect(303);
  expect(world.log.faults).toEqual([]);
});
afterAll(() => world.stop());

const at = (seconds: number): Date => new Date(begun.getTime() + seconds * 1000);
const END = 600;
const typed = (answer: string): Pairs => [
  ['form', newId()],
  ['sequence', '0'],
  ['turn', '1'],
  ['answer', answer],
];
const secondsOn = (page: Page) => Number(page.data('clock'));
const attempt = () => world.database.read(Attempt).findOneByOrFail({ id: sitting.id });
const savedNumber = async () => ((await saved(world, sitting))['appeal-months'] as { typed: string } | undefined)?.typed;

describe('the time left', () => {
  it('is told before anybody begins', async () => {
    const page = await open(as(world, world.baraka), quizAddress(world.studies.baraka));
    expect(page.main).toContain('10 minutes, counted by our clock. Then what you have saved is handed in.');
  });

  it('comes from the server and runs down with the server’s clock', async () => {
    const page = await sitting.open(1);
    expect(secondsOn(page)).toBe(600);
    expect(page.main).toContain('About 10 minutes');
    expect(page.main).toContain(`Ends at ${at(END).toISOString().slice(11, 16)}`);
    world.clock.set(at(391));
    expect(secondsOn(await sitting.open(2))).toBe(209);
    expect((await sitting.open(2)).main).toContain('About 4 minutes');
    expect((await sitting.summary()).main).toContain(`Ends at ${at(END).toISOString().slice(11, 16)}`);
  });

  it.each([
    ['a day late', 'Mon, 08 Mar 2027 09:00:00 GMT'],
    ['a day early', 'Mon, 01 Feb 2027 09:00:00 GMT'],
  ])('is the same for a device whose clock is %s, and so is what is accepted', async (_, date) => {
    world.clock.set(at(100));
    const { text } = await sitting.visitor.get(sitting.addressOf(1)).set('date', date).set('if-modified-since', date).expect(200);
    expect(secondsOn(read(text))).toBe(500);
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).set('date', date).expect(200);
    for (const field of ['now', 'time', 'secondsLeft', 'endsAt', 'savedAt']) {
      await sitting.fetch(sitting.addressOf(NUMBER), [...typed('3'), [field, at(0).toISOString()]]).expect(422);
    }
    world.clock.set(at(END + 61));
    await sitting.fetch(sitting.addressOf(NUMBER), typed('4')).set('date', date).expect(409);
    expect(await attempt()).toMatchObject({ startedAt: begun, endsAt: at(END), handedInAt: at(END) });
  });

  it('does not begin again with a second press, another page or another language', async () => {
    world.clock.set(at(300));
    await sitAgain(world, world.wanjiku, world.studies.wanjiku);
    expect(secondsOn(await sitting.open(1, '?language=fr'))).toBe(300);
    await sitting.open(1, '?language=en');
    expect(await attempt()).toMatchObject({ startedAt: begun, endsAt: at(END) });
  });
});

describe('an answer', () => {
  it.each([
    ['in the last moment', END],
    ['a second after the end', END + 1],
    ['in the last moment of the grace', END + 60],
  ])('that the page’s script sends %s is saved and counts', async (_, seconds) => {
    world.clock.set(at(seconds));
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(200);
    await sitting.handIn().expect(303);
    expect(await attempt()).toMatchObject({ points: 100, handedInAt: at(seconds) });
  });

  it('that arrives after the grace is refused; what was saved before is handed in at once, with the end as its time', async () => {
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(200);
    world.clock.set(at(END + 61));
    const pairs = instead(typed('7'), ['form', newId()]);
    const page = read(await sitting.send(sitting.addressOf(NUMBER), pairs).expect(409), sitting.addressOf(NUMBER));
    expect(page.heading).toBe('Time is over');
    expect(page.main).toContain('What you had saved until then is handed in. What you have just sent is kept for your team.');
    expect(await savedNumber()).toBe('2');
    expect(await attempt()).toMatchObject({ points: 100, handedInAt: at(END) });
    expect((await open(sitting.visitor, page.link('Open the page again'))).heading).toBe('Not passed yet: 1 of 35 points');
  });

  it('that arrives a week later is kept for the team and changes nothing else', async () => {
    world.clock.set(at(END + 7 * 86_400));
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(409);
    const before = await contents(world.database, ['sessions', 'late_answers']);
    await sitting.fetch(sitting.addressOf(NUMBER), typed('3')).expect(409);
    expect(await contents(world.database, ['sessions', 'late_answers'])).toEqual(before);
    expect(await attempt()).toMatchObject({ points: 0, handedInAt: at(END) });
  });
});

describe('the press that the page’s clock makes', () => {
  it.each([
    ['three seconds before the end is a press like any other', END - 3, false],
    ['two seconds before the end is a press like any other', END - 2, false],
    ['a second before the end hands in', END - 1, true],
    ['at the end hands in', END, true],
    ['in the grace hands in', END + 30, true],
  ])('%s', async (_, seconds, handsIn) => {
    const page = await sitting.open(NUMBER);
    world.clock.set(at(seconds));
    const { headers } = await sitting.save(page, { [numberField(page)]: '2' }).expect(303);
    expect(headers['location']).toBe(handsIn ? `${sitting.address}/result` : sitting.addressOf(NUMBER + 1));
    expect(await savedNumber()).toBe('2');
    expect((await attempt()).handedInAt).toEqual(handsIn ? at(seconds) : null);
  });

  it('hands in without the answer when it cannot be taken, and does not go in circles', async () => {
    const page = await sitting.open(NUMBER);
    world.clock.set(at(END));
    const answer = await sitting.save(page, { [numberField(page)]: 'about two' }).expect(303);
    expect((await arrive(sitting.visitor, answer, page.address)).heading).toBe('Not passed yet: 0 of 35 points');
  });
});

describe('an attempt that somebody left open', () => {
  it.each([
    ['all answers', ''],
    ['a question', '/questions/3'],
    ['the result', '/result'],
  ])('is handed in as it was saved when they come back to %s', async (_, place) => {
    await sitting.fetch(sitting.addressOf(NUMBER), typed('2')).expect(200);
    world.clock.set(at(END + 86_400));
    expect((await open(sitting.visitor, sitting.address + place)).heading).toBe('Not passed yet: 1 of 35 points');
    expect(await attempt()).toMatchObject({ points: 100, passed: false, handedInAt: at(END) });
  });

  it('is not taken for an open one by the button that begins', async () => {
    world.clock.set(at(END + 86_400));
    const page = await open(sitting.visitor, quizAddress(world.studies.wanjiku));
    const answer = await sitting.visitor
      .post(`${quizAddress(world.studies.wanjiku)}/attempts`)
      .send({ form: newId() })
      .expect(303);
    const place = (await arrive(sitting.visitor, answer, page.address)).address;
    expect(place).toBe(`${sitting.address}/result`);
    expect((await attempt()).handedInAt).toEqual(at(END));
  });

  it('is still open in the grace, with no second left on its clock', async () => {
    world.clock.set(at(END + 60));
    expect(secondsOn(await sitting.open(1))).toBe(0);
    expect((await attempt()).handedInAt).toBeNull();
  });
});

it('whoever passes by the clock has passed at its end: every date of it is that moment', async () => {
  world.clock.set(MONDAY);
  world.clock.advance({ days: 3 });
  const baraka = await sit(world, world.baraka, world.studies.baraka);
  const end = new Date(world.clock.now().getTime() + END * 1000);
  await answerAll(baraka);
  world.clock.advance({ days: 1 });
  expect((await baraka.summary()).heading).toBe('You passed, with 35 of 35 points');
  const recorded = await world.database.read(Completion).findBy({ enrolmentId: world.studies.baraka });
  for (const subject of ['step:rough-consensus/quiz', 'module:rough-consensus', 'programme:taking-part']) {
    expect(recorded.filter((one) => one.subject === subject).map(({ at: when }) => when)).toEqual([end]);
  }
});
