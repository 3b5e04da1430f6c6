import { Cohort } from '../../../src/cohorts/cohort.entity';
import { newId } from '../../../src/kernel/identifier';
import { BankQuestions } from '../../../src/quizzes/bank/bank-questions.service';
import { QuestionUses } from '../../../src/quizzes/bank/question-uses.service';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { ChapterQuiz } from '../../../src/quizzes/papers/chapter-quiz.entity';
import { SetQuiz } from '../../../src/quizzes/papers/set-quiz.entity';
import type { Person } from '../../../src/people/person.entity';
import { PlainHands } from '../../support/hands';
import { post } from '../../support/knock';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { bankOf, question, rightOf, stemOf, SUBJECTS } from './ten-questions';

let world: LearningWorld;
let ids: string[];
beforeEach(async () => {
  world = await startLearning();
  ids = await bankOf(world, world.kenya, world.tomas);
});
afterEach(async () => {
  expect(world.log.faults).toEqual([]);
  await world.stop();
});

const LIST = '/chapters/kenya/quizzes';
const send = (who: Person, address: string, fields: [string, string][]) =>
  post(world, address, who, new URLSearchParams([['form', newId()], ...fields]).toString());
const hands = (who: Person) => new PlainHands(as(world, who));
const paper = async () => (await world.database.read(ChapterQuiz).find({ order: { createdAt: 'DESC', id: 'DESC' } }))[0]!;

/** A quiz of some questions as a file's page would ask for it; returns its address. */
async function make(questions: string[], preset = 'practice'): Promise<string> {
  const fields = questions.map((id): [string, string] => ['questions', id]);
  const { headers } = await send(world.tomas, LIST, [['preset', preset], ['title', 'Bodies'], ...fields]); // prettier-ignore
  return headers['location']!;
}

/** The same, published and set for the cohort of Nairobi. */
async function setFor(questions: string[], days: { closesOn?: string; opensOn?: string } = {}): Promise<string> {
  const address = await make(questions);
  const { version } = await paper();
  expect((await send(world.tomas, `${address}/publication`, [['version', String(version)]])).status).toBe(303);
  const fields: [string, string][] = [['cohort', world.cohort.id], ['opensOn', days.opensOn ?? ''], ['closesOn', days.closesOn ?? '']]; // prettier-ignore
  expect((await send(world.tomas, `${address}/cohorts`, fields)).status).toBe(303);
  return address;
}

const quizOf = async (enrolment: string) => `/quizzes/${enrolment}/chapter/${(await paper()).slug}`;

describe('using questions that were just brought', () => {
  it('makes a quiz of them in one press, in their order and in the language in which they were written', async () => {
    await make([ids[2]!, ids[0]!]);
    expect(await paper()).toMatchObject({ language: 'en', items: [ids[2], ids[0]].map((questionId) => ({ questionId, points: 1 })) });
  });

  it('refuses questions of another chapter, and makes nothing', async () => {
    const [theirs] = await bankOf(world, world.lebanon, world.nour, [question('LIBNIC')]);
    expect((await send(world.tomas, LIST, [['preset', 'final'], ['questions', theirs!]])).status).toBe(409); // prettier-ignore
    expect(await paper()).toBeUndefined();
  });

  it('tells the bank where a question is used, and other chapters nothing', async () => {
    await make([ids[0]!]);
    const uses = world.app.get(QuestionUses, { strict: false });
    const here = await uses.of(world.kenya.id, ids);
    expect([...here]).toEqual([[ids[0], [{ name: 'Bodies', address: `${LIST}/${(await paper()).slug}` }]]]);
    expect((await uses.of(world.lebanon.id, ids)).size).toBe(0);
  });
});

describe('putting a quiz together', () => {
  it('moves a question with one press, and saves the points beside it', async () => {
    const tomas = hands(world.tomas);
    await tomas.goTo(await make(ids.slice(0, 3)));
    await tomas.press('Move question 2 up', { 'Points of question 1': '5' });
    expect((await paper()).items).toEqual([
      { questionId: ids[1], points: 1 },
      { questionId: ids[0], points: 5 },
      { questionId: ids[2], points: 1 },
    ]);
    await tomas.press('Take question 1 out');
    expect((await paper()).items.map(({ questionId }) => questionId)).toEqual([ids[0], ids[2]]);
  });

  it('does not lose what somebody else changed meanwhile: both texts stand side by side', async () => {
    const [tomas, amara] = [hands(world.tomas), hands(world.amara)];
    const address = await make([ids[0]!]);
    await tomas.goTo(address);
    await amara.goTo(address);
    await tomas.press('Save the words', { Title: 'Theirs' });
    const conflict = await amara.press('Save the words', { Title: 'Mine' });
    expect(conflict.status).toBe(409);
    expect(conflict.rows('Title')).toEqual([expect.stringContaining('Mine Theirs')]);
    await amara.press(/mine/i);
    expect((await paper()).texts.en?.['title']).toBe('Mine');
  });

  it('saves every setting, and shows the same again', async () => {
    const tomas = hands(world.tomas);
    await tomas.goTo(await make([ids[0]!]));
    const page = await tomas.press('Save the settings', {
      'Time limit in minutes': '٣٠',
      Tries: '3',
      'Which try counts': 'The average',
      'What happens when the time is over?': 'It may still be handed in for a while',
      'How long it may be handed in late, in minutes': '10',
      'Line 1: From %': '0',
      'Line 1: What people are told': 'Read again.',
      'Line 2: From %': '80',
      'Line 2: What people are told': 'Well done.',
    });
    expect(page.status).toBe(200);
    expect(await paper()).toMatchObject({
      minutes: 30,
      settings: { tries: 3, counting: 'average', overdue: 'grace', graceMinutes: 10, bands: [80, 0] },
      texts: { en: { 'bands.80': 'Well done.', 'bands.0': 'Read again.' } },
    });
    expect(page.field('Line 1: From %').value).toBe('80');
    expect(page.main).toContain('3 tries; the average counts.');
  });
});

describe('a quiz that is set for a cohort', () => {
  it('can be taken only on its days, and ends with the last one', async () => {
    await setFor([ids[0]!], { opensOn: '2027-03-02', closesOn: '2027-03-03' });
    const wanjiku = hands(world.wanjiku);
    const closed = await wanjiku.goTo(await quizOf(world.studies.wanjiku));
    expect(closed.main).toContain('This quiz opens on Tuesday 2 March.');
    expect(closed.buttons).not.toContain('Begin');
    expect((await send(world.wanjiku, `${await quizOf(world.studies.wanjiku)}/attempts`, [])).status).toBe(409);
    world.clock.set('2027-03-02T06:00:00Z');
    expect((await send(world.wanjiku, `${await quizOf(world.studies.wanjiku)}/attempts`, [])).status).toBe(303);
    const [attempt] = await world.database.read(Attempt).find();
    expect(attempt!.endsAt?.toISOString()).toBe('2027-03-03T21:00:00.000Z');
  });

  it('is there for nobody else', async () => {
    await setFor([ids[0]!]);
    const { slug } = await paper();
    for (const enrolment of [world.studies.yusuf, world.studies.mei])
      expect(
        (await as(world, enrolment === world.studies.mei ? world.mei : world.yusuf).get(`/quizzes/${enrolment}/chapter/${slug}`)).status,
      ).toBe(404);
    expect((await as(world, world.nour).get(`${LIST}/${slug}`)).status).toBe(404);
    expect((await as(world, world.wanjiku).get(`${LIST}/${slug}`)).status).toBe(404);
  });

  it('stays at its version until the team takes the newer one; what was begun stays at its own', async () => {
    const address = await setFor([ids[0]!, ids[1]!]);
    const set = async () => (await world.database.read(SetQuiz).find())[0]!;
    const first = (await set()).versionId;
    expect((await send(world.wanjiku, `${await quizOf(world.studies.wanjiku)}/attempts`, [])).status).toBe(303);
    const bank = world.app.get(BankQuestions, { strict: false });
    const before = await bank.byId(world.kenya.id, ids[0]!);
    const { texts } = question('ICANN');
    const better = { ...question('ICANN'), texts: { en: { ...texts.en, stem: 'Who decides there?' } } };
    world.clock.set(new Date(world.clock.now().getTime() + 60_000).toISOString());
    await world.database.write((write) =>
      bank.change(write, { chapterId: world.kenya.id, personId: world.tomas.id }, before, better, world.clock.now()),
    );
    const tomas = hands(world.tomas);
    expect((await tomas.goTo(address)).main).toContain('Changed since publishing');
    await tomas.press('Publish the changes');
    expect((await set()).versionId).toBe(first);
    await tomas.goTo(`/cohorts/${world.cohort.id}/quizzes`);
    await tomas.press(/^Use the newer version/);
    expect((await set()).versionId).not.toBe(first);
    expect((await world.database.read(Attempt).find())[0]!.quizVersionId).toBe(first);
  });

  it('is taken back: away when nobody has begun it, else closed with its results', async () => {
    await setFor([ids[0]!]);
    const tomas = hands(world.tomas);
    await tomas.goTo(`/cohorts/${world.cohort.id}/quizzes`);
    expect((await tomas.press('Take this quiz back')).main).toContain('No quiz is set for this cohort.');
    await setFor([ids[0]!]);
    const wanjiku = hands(world.wanjiku);
    await wanjiku.goTo(await quizOf(world.studies.wanjiku));
    await wanjiku.press('Begin');
    await tomas.goTo(`/cohorts/${world.cohort.id}/quizzes`);
    expect((await tomas.press('Take this quiz back')).main).toContain('Taken back');
    expect((await wanjiku.goTo('/learning')).main).not.toContain('Bodies');
    expect((await wanjiku.goTo(await quizOf(world.studies.wanjiku))).main).toContain('This quiz closed');
  });

  it('comes along when the cohort runs again, in its newest version and without its days', async () => {
    await setFor([ids[0]!], { closesOn: '2027-03-20' });
    const amara = hands(world.amara);
    await amara.goTo(`/chapters/kenya/cohorts/new?like=${world.cohort.id}`);
    await amara.press('Start the cohort');
    const sets = await world.database.read(SetQuiz).find({ order: { setAt: 'ASC', id: 'ASC' } });
    const { publishedVersionId } = await paper();
    expect(sets.map(({ versionId, closesOn }) => [versionId, closesOn])).toEqual([
      [publishedVersionId, '2027-03-20'],
      [publishedVersionId, null],
    ]);
    expect(new Set(sets.map(({ cohortId }) => cohortId)).size).toBe(2);
  });

  it('is not set for a cohort that was put away, nor changed there', async () => {
    const address = await setFor([ids[0]!]);
    await world.database.write((write) => write.update(Cohort, { id: world.cohort.id }, { archivedAt: world.clock.now() }));
    const { slug } = await paper();
    const set = `/cohorts/${world.cohort.id}/quizzes/${slug}`;
    expect((await send(world.tomas, `${set}/days`, [['version', '1']])).status).toBe(409); // prettier-ignore
    expect((await send(world.tomas, `${set}/removal`, [])).status).toBe(409);
    expect((await send(world.tomas, `${address}/cohorts`, [['cohort', world.cohort.id]])).status).toBe(409); // prettier-ignore
    expect((await send(world.tomas, `${address}/cohorts`, [['cohort', world.cohorts.lebanon.id]])).status).toBe(404); // prettier-ignore
  });

  it('can be looked at by the team, answer by answer', async () => {
    await setFor([ids[0]!]);
    const wanjiku = hands(world.wanjiku);
    await wanjiku.goTo(await quizOf(world.studies.wanjiku));
    await wanjiku.press('Begin');
    await wanjiku.press(/^Save and/, { [stemOf(SUBJECTS[0])]: rightOf(SUBJECTS[0]) });
    const result = await wanjiku.press('Hand in');
    expect(result.main).toContain('100%');
    const amara = hands(world.amara);
    await amara.goTo(`/cohorts/${world.cohort.id}/quizzes`);
    const person = await amara.follow('Wanjiku Kamau');
    const link = person.links.find(({ address }) => address.includes('/tries/'))!;
    expect((await amara.goTo(link.address)).main).toContain(stemOf(SUBJECTS[0]));
  });
});
