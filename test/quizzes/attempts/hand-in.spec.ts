import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import { LANGUAGES } from '../../../src/kernel/language';
import { formatNumber } from '../../../src/languages/formats';
import { Phrases } from '../../../src/languages/phrases';
import { Completion } from '../../../src/progress/completion.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { Attempts } from '../../../src/quizzes/attempts/attempts.service';
import { tidied } from '../../support/html';
import { letters } from '../../support/mail';
import { arrive, open, read } from '../../support/page';
import { QuizKey } from '../../support/quiz-key';
import { contents } from '../../support/tables';
import { type LearningWorld, startLearning } from '../../support/world';
import { answerAll, instead, numberField, NUMBERS, quizAddress, sit, sitAgain, type Sitting } from '../sitter';

let world: LearningWorld;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const attempt = ({ id }: Sitting) => world.database.read(Attempt).findOneByOrFail({ id });
const ledger = async (enrolmentId: string) =>
  Object.fromEntries((await world.database.read(Completion).findBy({ enrolmentId })).map(({ subject, at }) => [subject, at]));
const enrolment = (id: string) => world.database.read(Enrolment).findOneByOrFail({ id });

/** Half of one order wrong and nine points left open: 24.5 of 35 points, which is the pass mark of 70 percent and nothing more. */
const EXACTLY = { open: ['bodies', 'gnso-level', 'hum'], orders: { history: ['a', 'b', 'd', 'e', 'c'] } };
const JUST_BELOW = { ...EXACTLY, orders: { history: ['b', 'a', 'd', 'e', 'c'] } };

describe('the pass mark', () => {
  let sitting: Sitting;

  it('0.75 points below it, Wanjiku has not passed, and nothing is completed', async () => {
    sitting = await sit(world, world.wanjiku, world.studies.wanjiku);
    await answerAll(sitting, JUST_BELOW);
    await sitting.handIn().expect(303).expect('location', `${sitting.address}/result`);
    const result = await sitting.result();
    expect(result.heading).toBe('Not passed yet: 23.75 of 35 points');
    expect(result.main).toContain('You reached 67%. You need 70%.');
    expect(await attempt(sitting)).toMatchObject({ points: 2375, most: 3500, passed: false });
    expect(Object.keys(await ledger(world.studies.wanjiku))).toHaveLength(6);
    expect((await enrolment(world.studies.wanjiku)).state).toBe('active');
  });

  it('exactly at it, she has passed; the quiz, the module, the programme and her place are completed at that moment, once', async () => {
    world.clock.advance({ hours: 1 });
    sitting = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
    await answerAll(sitting, EXACTLY);
    world.clock.advance({ minutes: 12, seconds: 34 });
    const now = world.clock.now();
    await sitting.handIn().expect(303);
    world.clock.advance({ minutes: 1 });
    const result = await sitting.result();
    expect(result.heading).toBe('You passed, with 24.5 of 35 points');
    expect(result.main).toContain('You reached 70%. You need 70%.');
    expect(result.main).toContain('you have finished the programme');
    expect(await attempt(sitting)).toMatchObject({ points: 2450, most: 3500, passed: true, handedInAt: now });
    const recorded = await ledger(world.studies.wanjiku);
    for (const subject of ['step:rough-consensus/quiz', 'module:rough-consensus', 'programme:taking-part']) {
      expect(recorded[subject]).toEqual(now);
    }
    expect(Object.keys(recorded)).toHaveLength(9);
    expect(await enrolment(world.studies.wanjiku)).toMatchObject({ state: 'completed', completedAt: now });
  });

  it('passing again, or failing later, changes no date and takes nothing away', async () => {
    const before = [await ledger(world.studies.wanjiku), await enrolment(world.studies.wanjiku)];
    for (const answers of [{}, { open: Object.keys(NUMBERS) }]) {
      world.clock.advance({ days: 1 });
      const again = await sitAgain(world, world.wanjiku, world.studies.wanjiku);
      if (!('open' in answers)) await answerAll(again);
      await again.handIn().expect(303);
    }
    expect([await ledger(world.studies.wanjiku), await enrolment(world.studies.wanjiku)]).toEqual(before);
    const page = await open(sitting.visitor, quizAddress(world.studies.wanjiku));
    expect(page.rows(/^Try \d/).map((row) => row.replace(/^(Try \d).* (Not passed|Passed)/, '$1 $2'))).toEqual([
      'Try 1 Not passed · 67%',
      'Try 2 Passed · 70%',
      'Try 3 Passed · 100%',
      'Try 4 Not passed · 0%',
    ]);
  });

  it.each(LANGUAGES)('a try that did not reach it is told so, and that the quiz is passed, before or after: %s', async (language) => {
    const say = (key: string, points: number) => tidied(world.app.get(Phrases).in(language)(`quizzes.result.${key}`, { points, most: 35 }));
    const start = await open(sitting.visitor, `${quizAddress(world.studies.wanjiku)}?language=${language}`);
    const results = start.links.filter(({ address }) => address.endsWith('/result')).map(({ address }) => address);
    const [before, , passed, after] = await Promise.all(results.map((address) => open(sitting.visitor, address)));
    for (const [page, points] of [
      [before!, 23.75],
      [after!, 0],
    ] as const) {
      expect([page.language, page.heading]).toEqual([language, say('below', points)]);
      expect(page.heading).toContain(formatNumber(points, language));
      expect(page.title).toContain(say('below', points));
      expect(page.main).toContain(say('passed-already', points));
    }
    expect(passed!.heading).toBe(say('passed', 35));
    expect(passed!.main).not.toContain(say('passed-already', 35));
    await sitting.visitor.get('/learning?language=en');
  });
});

describe('handing in', () => {
  let sitting: Sitting;
  beforeAll(async () => {
    sitting = await sit(world, world.baraka, world.studies.baraka);
    await answerAll(sitting, { wrong: ['unanswered', 'history', 'remarks'] });
  });

  it('the result before it leads to all answers, and tells nothing', async () => {
    const answer = await sitting.visitor.get(`${sitting.address}/result`).expect(303);
    expect(answer.headers['location']).toBe(sitting.address);
    expect((await arrive(sitting.visitor, answer, '/')).heading).toBe('Your answers');
  });

  it('says what is still open, and that a wrong answer costs nothing', async () => {
    expect((await sitting.summary()).main).toContain('Every question is answered. A wrong answer costs nothing.');
    const page = await sitting.open(NUMBERS.number);
    await sitting.save(page, { [numberField(page)]: '' }).expect(303);
    expect((await sitting.summary()).main).toContain('One question is still open.');
  });

  it('twenty times at once from two pages hands in once, and every press leads to the same result', async () => {
    const forms = [newId(), newId()];
    const press = (i: number) => sitting.visitor.post(`${sitting.address}/hand-in`).send({ form: forms[i % 2]! });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => press(i)));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`))).toEqual(
      new Set([`303 ${sitting.address}/result`]),
    );
    expect(await world.database.read(Attempt).countBy({ enrolmentId: world.studies.baraka })).toBe(1);
    const recorded = await world.database.read(Completion).findBy({ enrolmentId: world.studies.baraka });
    expect(new Set(recorded.map(({ subject }) => subject)).size).toBe(recorded.length);
    expect(recorded).toHaveLength(9);
  });

  it('once more, much later, changes nothing', async () => {
    world.clock.advance({ days: 2 });
    await letters(world); // those that are due have left
    const [before, page] = [await contents(world.database, ['form_outcomes', 'sessions']), (await sitting.result()).main];
    await sitting.handIn().expect(303).expect('location', `${sitting.address}/result`);
    expect(await contents(world.database, ['form_outcomes', 'sessions'])).toEqual(before);
    expect((await sitting.result()).main).toBe(page);
  });

  it('an answer after it is refused, is not saved, and its text is given back', async () => {
    const [before, result] = [await contents(world.database, ['sessions']), (await sitting.result()).main];
    const pairs: [string, string][] = [
      ['form', newId()],
      ['sequence', '1'],
      ['part.two', 'accommodated & more'],
    ];
    const page = read(await sitting.send(sitting.addressOf(NUMBERS.gapText), pairs).expect(409), sitting.addressOf(NUMBERS.gapText));
    expect(page.heading).toBe('Already handed in');
    expect(page.fields.map(({ value }) => value)).toContain('accommodated & more');
    expect(await contents(world.database, ['sessions'])).toEqual(before);
    expect((await sitting.result()).main).toBe(result);
    expect((await open(sitting.visitor, page.link('Open the page again'))).heading).toBe((await sitting.result()).heading);
  });

  it('an answer after it that could not be taken anyway gets the same reply, and no page of a question', async () => {
    const pairs: [string, string][] = [
      ['form', newId()],
      ['sequence', '1'],
      ['answer', 'abc'],
    ];
    expect(read(await sitting.send(sitting.addressOf(NUMBERS.number), pairs).expect(409)).heading).toBe('Already handed in');
  });

  it('questions and all answers lead to the result from then on', async () => {
    for (const place of ['', '/questions/1', '/questions/14']) {
      await sitting.visitor
        .get(sitting.address + place)
        .expect(303)
        .expect('location', `${sitting.address}/result`);
    }
    await sitting.visitor.get(sitting.addressOf(15)).expect(404);
  });

  it('the result begins with the first mistake, says where to read again, and keeps what is right for the end', async () => {
    const result = await sitting.result();
    const order = result.headings.filter((one) => /^Question \d+$/.test(one)).map((one) => Number(one.split(' ')[1]));
    expect(order).toEqual([1, 3, 5, 9, 2, 4, 6, 7, 8, 10, 11, 12, 13, 14]);
    const links = result.links.filter(({ address }) => address.includes('#') && address.startsWith('/lessons/'));
    expect(links.map(({ address }) => address.split('/').at(-1))).toEqual(
      expect.arrayContaining([
        'what-rough-means#not-unanimity-not-majority',
        'where-the-idea-comes-from#two-lines',
        'the-chairs-job#appeals',
      ]),
    );
    for (const { address } of links) {
      const lesson = await open(sitting.visitor, address);
      expect(lesson.byId(address.split('#')[1]!)).not.toBeNull();
    }
  });
});

describe('answers that arrive while somebody hands in', () => {
  it('are graded or refused; none is saved and not graded', async () => {
    const sitting = await sit(world, world.mei, world.studies.mei);
    const key = new QuizKey('rough-consensus');
    sitting.visitor.keep('language', 'en');
    const pages = await Promise.all(Array.from({ length: 14 }, (_, i) => sitting.open(i + 1)));
    const saves = pages.map((page) => sitting.save(page, key.given(key.on(page), page, true)));
    const [handed, ...answers] = await Promise.all([sitting.handIn(), ...saves.slice(0, 7), sitting.handIn(), ...saves.slice(7)]);
    expect(handed!.status).toBe(303);
    expect(answers.every(({ status }) => [303, 409].includes(status))).toBe(true);
    const row = await attempt(sitting);
    const { total } = await world.app.get(Attempts, { strict: false }).markingOf(row);
    expect({ points: total?.hundredths, passed: total?.passed }).toEqual({ points: row.points, passed: row.passed });
    expect(world.log.faults).toEqual([]);
  });
});

describe('somebody who withdrew', () => {
  it('finds neither the attempt nor its result, and cannot hand in', async () => {
    const sitting = await sit(world, world.yusuf, world.studies.yusuf);
    const before = await attempt(sitting);
    await world.database.write((write) => write.update(Enrolment, { id: world.studies.yusuf }, { state: 'withdrawn' }));
    for (const place of ['', '/questions/1', '/result']) await sitting.visitor.get(sitting.address + place).expect(404);
    await sitting.handIn().expect(404);
    await sitting.send(sitting.addressOf(1), instead([['form', newId()]], ['answer', '1'])).expect(404);
    const words: [string, string] = ['part.two', 'what Yusuf wrote'];
    const gone = read(await sitting.send(sitting.addressOf(NUMBERS.gapText), [['form', newId()], words]).expect(404));
    expect(gone.fields.map(({ value }) => value)).toEqual(['what Yusuf wrote']);
    await sitting.visitor.get(quizAddress(world.studies.yusuf)).expect(404);
    await sitting.visitor
      .post(`${quizAddress(world.studies.yusuf)}/attempts`)
      .send({ form: newId() })
      .expect(404);
    expect(await attempt(sitting)).toEqual(before);
  });
});
