import { PRESETS } from '../../../src/content/quiz-settings';
import { newId } from '../../../src/kernel/identifier';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { Attempts } from '../../../src/quizzes/attempts/attempts.service';
import { GivenMarks } from '../../../src/quizzes/attempts/grading.service';
import { open, type Page, read } from '../../support/page';
import { signIn } from '../../support/visitor';
import { quizAddress, sit, sitAgain, type Sitting } from '../sitter';
import { CHAIR, HUM, MONTHS, NOTE, type SmallQuiz, startSmall, WHY } from '../small-quiz';

type Small = Awaited<ReturnType<typeof startSmall>>;

let world: Small;
let sitting: Sitting;
const start = async (quiz: SmallQuiz) => {
  world = await startSmall(quiz);
  sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
  sitting.visitor.keep('language', 'en');
};
const PLAIN = { shuffle: { questions: false, options: false } };
const STEMS = { chair: 'Who says that there is rough consensus?', hum: 'A hum starts the conversation.' };
const RIGHT: Record<string, Record<string, string>> = {
  chair: { [STEMS.chair]: 'The chair' },
  hum: { [STEMS.hum]: 'True' },
  months: { 'Your number': '2' },
};
const save = async (number: number, given: Record<string, string>, one = sitting) => one.save(await one.open(number), given).expect(303);
const attempt = (one = sitting) => world.database.read(Attempt).findOneByOrFail({ id: one.id });
const done = () => world.database.read(Completion).countBy({ enrolmentId: world.studies.wanjiku, subject: 'step:rough-consensus/quiz' });
const startPage = () => open(sitting.visitor, quizAddress(world.studies.wanjiku));

describe('questions in sequence', () => {
  beforeAll(() => start({ settings: { ...PLAIN, navigation: 'sequential' }, questions: [NOTE, CHAIR, HUM] }));
  afterAll(() => world.stop());

  it('only the one that somebody is at opens; the others lead to it, and the text before it is read', async () => {
    const page = await sitting.open(1);
    expect(page.main).toContain('Read this first: a working group has met.');
    expect(page.buttons).not.toContain('Question 2, not answered');
    await sitting.visitor.get(sitting.addressOf(2)).expect(303).expect('location', sitting.addressOf(1));
    await sitting.save(page, {}, 'Go on').expect(303).expect('location', sitting.addressOf(2));
    await sitting.visitor.get(sitting.addressOf(1)).expect(303).expect('location', sitting.addressOf(2));
  });

  it('an answer to one before or after it is refused, and is not saved', async () => {
    const post = (number: number, answer: string) =>
      sitting.fetch(sitting.addressOf(number), [
        ['form', newId()],
        ['sequence', '0'],
        ['answer', answer],
      ]);
    const ahead = await post(3, 'true');
    expect([ahead.status, ahead.body.message]).toEqual([409, 'These questions are taken one after the other. You are at question 2.']);
    await save(2, { [STEMS.chair]: 'The chair' });
    const back = await post(2, '1');
    expect([back.status, back.body.message]).toEqual([409, 'These questions are taken one after the other. You are at question 3.']);
    expect((await world.app.get(Attempts, { strict: false }).answersOf(sitting.id)).map(({ question }) => question)).toEqual(['chair']);
  });

  it('all answers can be looked at, and lead back to where somebody is', async () => {
    const summary = await sitting.summary();
    expect(summary.links.filter(({ address }) => address.includes('/questions/')).map(({ address }) => address)).toEqual([
      sitting.addressOf(3),
    ]);
    expect(summary.main).toContain('1 of 2 questions answered');
  });
});

describe('tries that are counted', () => {
  afterEach(() => world.stop());
  const take = async (right: string[]) => {
    for (const [index, key] of ['chair', 'hum', 'months'].entries()) if (right.includes(key)) await save(index + 1, RIGHT[key]!);
    await sitting.handIn().expect(303);
  };

  it('two of them, an hour apart: the second one waits, and there is no third', async () => {
    await start({ settings: { ...PLAIN, tries: 2, delays: { second: 60, later: 0 } } });
    await take([]);
    const waiting = await startPage();
    expect(waiting.main).toContain('1 of 2 used. Your best result counts.');
    expect(waiting.main).toMatch(/Your next try opens on .*Use the time to read again/);
    expect(waiting.offers('Try again')).toBe(false);
    const begin = () => sitting.visitor.post(`${quizAddress(world.studies.wanjiku)}/attempts`).send({ form: newId() });
    expect(read(await begin().expect(409)).main).toContain('Your next try opens on 1 March 2027 at 1');
    world.clock.advance({ hours: 1 });
    sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
    await take(['chair', 'hum']);
    expect(read(await begin().expect(409)).main).toContain('You have used 2 of 2 tries, so you cannot begin another one.');
    expect((await startPage()).main).toContain('You have used all 2 tries.');
    expect(await done()).toBe(1);
  });

  it.each([
    ['highest', [['chair', 'hum'], []], [1, 1], '66%'],
    ['average', [['chair', 'hum', 'months'], []], [1, 1], '50%'],
    ['average', [[], ['chair', 'hum', 'months'], ['chair', 'hum', 'months']], [0, 0, 1], '66%'],
    ['first', [[], ['chair', 'hum', 'months']], [0, 0], '0%'],
    ['last', [['chair', 'hum'], []], [1, 1], '0%'],
    ['last', [[], ['chair', 'hum']], [0, 1], '66%'],
  ] as const)(
    'the %s of %j: what counts is shown, and completes the step once it reaches the mark',
    async (counting, tries, completed, shown) => {
      await start({ settings: { ...PLAIN, counting } });
      for (const [index, right] of tries.entries()) {
        if (index) sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
        await take([...right]);
        expect(await done()).toBe(completed[index]);
      }
      expect((await startPage()).main).toContain(`What counts so far: ${shown}.`);
    },
  );
});

describe('handing in', () => {
  beforeAll(() =>
    start({ settings: { ...PLAIN, review: PRESETS.final.review }, bands: { 50: 'You know most of it.', 0: 'Read it again.' } }),
  );
  afterAll(() => world.stop());

  it('asks once more when something is open, and not when everything is answered', async () => {
    await save(1, RIGHT['chair']!);
    await save(2, RIGHT['hum']!);
    const summary = await sitting.summary();
    const form = summary.button('Hand in').form;
    expect(form?.attributes['method']).toBe('get');
    const sure = await open(sitting.visitor, `${sitting.address}/hand-in`);
    expect([sure.heading, sure.main]).toEqual(['Hand in as it is?', expect.stringContaining('One question is still open.')]);
    expect(sure.link('Go to what is open')).toBe(sitting.addressOf(3));
    await save(3, { 'Your number': '7' });
    expect((await sitting.summary()).button('Hand in').form?.attributes['method']).toBe('post');
  });

  it('gives a receipt: the time, how many answers, and a mark that stays the same', async () => {
    await sitting.handIn().expect(303);
    const [first, later] = [await sitting.result(), await sitting.result()];
    expect(first.main).toMatch(/Receipt Handed in 1 March 2027 at \d\d:\d\d Answers 3 Check code [0-9a-f]{5}-[0-9a-f]{5}/);
    expect(later.main).toBe(first.main);
  });

  it('tells the points of a final, and only when the cohort is over what was right', async () => {
    const shows = async (): Promise<Page> => sitting.result();
    const before = await shows();
    expect(before.heading).toBe('You passed, with 4 of 6 points');
    expect(before.main).toContain('You know most of it.');
    expect(before.main).toContain('More will be shown here from');
    for (const secret of ['Right answer', 'after the objections', 'The chair listens', 'Your answer, right'])
      expect(before.html).not.toContain(secret);
    world.clock.set('2027-04-12T09:00:00Z');
    sitting = Object.assign(sitting, { visitor: await signIn(world, world.wanjiku) });
    sitting.visitor.keep('language', 'en');
    const after = await shows();
    for (const told of ['Right answer', 'after the objections', 'Your answer, right']) expect(after.main).toContain(told);
    expect(after.main).not.toContain('More will be shown');
  });
});

describe('an essay', () => {
  beforeAll(() => start({ settings: PLAIN, questions: [CHAIR, WHY], passMark: 80 }));
  afterAll(() => world.stop());

  it('makes the result wait for a person; what is not written waits for nobody', async () => {
    await save(1, RIGHT['chair']!);
    const page = await sitting.open(2);
    await sitting.save(page, { [page.fields[0]!.label]: 'Because one reason can be right when all others are wrong.' }).expect(303);
    await sitting.handIn().expect(303);
    expect(await attempt()).toMatchObject({ points: null, share: null, passed: null, most: 700, marks: { chair: 1, why: null } });
    const result = await sitting.result();
    expect([result.heading, result.main]).toEqual([
      'Handed in, not marked yet',
      expect.stringContaining('A person still reads what you wrote.'),
    ]);
    expect((await startPage()).rows('Try 1')[0]).toContain('Waits for a person');
    expect(await done()).toBe(0);
  });

  it('is settled when it is marked, and completes the step then', async () => {
    const marks = world.app.get(GivenMarks, { strict: false });
    const usual = marks.of.bind(marks);
    marks.of = () => Promise.resolve(new Map([['why', 0.75]]));
    world.clock.advance({ days: 1 });
    await world.database.write((write) => world.app.get(Attempts, { strict: false }).settle(write, sitting.id, world.clock.now()));
    expect(await attempt()).toMatchObject({ points: 600, most: 700, passed: true, marks: { chair: 1, why: 0.75 } });
    expect((await sitting.result()).heading).toBe('You passed, with 6 of 7 points');
    marks.of = usual;
    expect(await done()).toBe(1);
  });
});

describe('a preview', () => {
  it('has no end, counts nowhere and is in no list', async () => {
    await start({ settings: { ...PLAIN, tries: 1 } });
    await world.database.write((write) => write.update(Attempt, { id: sitting.id }, { preview: true }));
    await save(1, RIGHT['chair']!);
    await save(2, RIGHT['hum']!);
    await sitting.handIn().expect(303);
    expect(await done()).toBe(0);
    const page = await startPage();
    expect(page.rows('Try 1')).toEqual([]);
    expect(page.offers('Begin')).toBe(true);
    await world.stop();
  });
});

it('draws and mixes for each attempt anew, and for one attempt always the same', async () => {
  await start({
    settings: { draws: [{ tag: 'ways', count: 1 }], shuffle: { questions: true, options: true } },
    questions: [CHAIR, HUM, MONTHS],
  });
  const asked = async (one: Sitting) =>
    Promise.all([1, 2].map(async (number) => (await one.open(number)).main.match(/Who says|A hum|Within/)![0]));
  const first = await asked(sitting);
  expect(first).toContain('Who says');
  expect(await asked(sitting)).toEqual(first);
  await sitting.visitor.get(sitting.addressOf(3)).expect(404);
  const others = new Set<string>();
  for (let index = 0; index < 12; index++) {
    await sitting.handIn().expect(303);
    sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
    others.add(String(await asked(sitting)));
  }
  expect(others.size).toBeGreaterThan(1);
  await world.stop();
});
