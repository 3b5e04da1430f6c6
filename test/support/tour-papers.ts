import { CHAPTER_QUIZ } from '../../src/content/structures';
import type { Person } from '../../src/people/person.entity';
import { ChapterQuiz } from '../../src/quizzes/papers/chapter-quiz.entity';
import type { PresetName } from '../../src/quizzes/papers/paper';
import { Papers } from '../../src/quizzes/papers/papers.service';
import { SetQuizzes } from '../../src/quizzes/papers/set-quizzes.service';
import { bankOf, question, SUBJECTS } from '../quizzes/papers/ten-questions';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, openCohort, type World } from './world';

/** A published final that a cohort takes, a draft with everything wrong, and one that was put away; Adhiambo has tried the final. */
export interface GroundPapers {
  cohort: string;
  /** Slugs. */
  final: string;
  draft: string;
  away: string;
  /** Of another chapter. */
  others: string;
  questions: string[];
  adhiambo: Person;
  enrolment: string;
}

const DAYS = { opensOn: null, closesOn: '2027-03-20' };

export async function papersOf(world: World): Promise<GroundPapers> {
  const { app, database, clock, kenya, tomas } = world;
  const now = clock.now();
  const papers = app.get(Papers, { strict: false });
  const kinds = [question('IANA', { structure: { key: 'e', type: 'essay', points: 3, read: null, mostWords: 200, rubric: [] } })];
  const ids = await bankOf(world, kenya, tomas, [...SUBJECTS.map((one) => question(one)), ...kinds]);
  const cohort = await openCohort(world, kenya, { name: 'Eldoret, with a final' });
  const words = (title: string) => () => ({ title, summary: 'Ten questions about bodies.' });
  const make = (preset: PresetName, title: string, questions: string[]) =>
    database.write((write) => papers.create(write, kenya, { preset, questions, words: words(title) }, now));
  const [final, draft, away] = [
    await make('final', 'Who decides what', ids.slice(0, 4)),
    await make('practice', 'Not ready yet', ids.slice(9)),
    await make('practice', 'Of last year', ids.slice(0, 2)),
  ];
  const others = await database.write((write) =>
    papers.create(write, world.lebanon, { preset: 'final', questions: [], words: words('من يقرر') }, now),
  );
  const one = async (slug: string) => (await papers.bySlug(kenya.id, slug))!;
  await database.write(async (write) => {
    const settings = { ...(await one(final)).settings, bands: [80, 0] };
    const texts = {
      en: { title: 'Who decides what', summary: 'Ten questions about bodies.', 'bands.80': 'Well done.', 'bands.0': 'Read again.' },
    };
    await papers.change(write, { id: (await one(final)).id, version: 1 }, { settings, texts, draws: [{ tag: 'bodies', count: 2 }] }, now);
    await papers.publish(write, kenya, { id: (await one(final)).id, version: 2 }, tomas.id, now);
    await papers.change(write, { id: (await one(draft)).id, version: 1 }, { draws: [{ tag: 'bodies', count: 40 }] }, now);
    await write.update(ChapterQuiz, { slug: away }, { archivedAt: now });
    await app.get(SetQuizzes, { strict: false }).set(write, await one(final), cohort.id, DAYS, tomas.id, now);
  });
  const adhiambo = await makePerson(world, { name: 'Adhiambo Ouma', email: 'adhiambo.papers@example.org', language: 'en' });
  const enrolment = await enrol(world, adhiambo, cohort);
  return { cohort: cohort.id, final, draft, away, others, questions: ids, adhiambo, enrolment };
}

const SETTINGS: Fields = {
  behaviour: 'deferred',
  minutes: '',
  overdue: 'submit',
  graceMinutes: '0',
  tries: '2',
  delaySecond: '60',
  delayLater: '0',
  counting: 'highest',
  navigation: 'free',
  passMark: '70',
  version: '1',
};
const WORDS: Fields = { title: 'Who decides what', summary: 'About bodies.', language: 'en', version: '1' };

export function papersPages({ world: { amara, tomas, wanjiku }, papers }: Ground): Stop[] {
  const list = '/chapters/kenya/quizzes';
  const quiz = (slug: string) => `${list}/${slug}`;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(tomas, name, address, { fields, status });
  const set = `/cohorts/${papers.cohort}/quizzes`;
  return [
    ...[amara, tomas].map((who) => stop(who, 'quizzes of the chapter', list)),
    stop(wanjiku, 'quizzes of the chapter, as a trainee', list, { status: 404 }),
    stop(tomas, 'quiz, published', quiz(papers.final)),
    stop(tomas, 'quiz, a draft with troubles', quiz(papers.draft)),
    stop(tomas, 'quiz, put away', quiz(papers.away)),
    stop(tomas, 'questions to add', `${quiz(papers.draft)}/additions`),
    stop(tomas, 'questions to add, none found', `${quiz(papers.draft)}/additions?find=xyz`),
    stop(tomas, 'preview', `${quiz(papers.final)}/preview/1`),
    stop(tomas, 'preview, checked', `${quiz(papers.final)}/preview/1?answer=1&check=1`),
    stop(tomas, 'preview, not an answer', `${quiz(papers.final)}/preview/1?answer=9&check=1`),
    wrong('new quiz, of nothing', list, { preset: 'hard' }),
    wrong('quiz, no title', `${quiz(papers.draft)}/words`, { ...WORDS, title: '' }),
    wrong('quiz, words changed meanwhile', `${quiz(papers.draft)}/words`, { ...WORDS, version: '0' }, 409),
    wrong('quiz, wrong settings', `${quiz(papers.draft)}/settings`, { ...SETTINGS, passMark: '0', tries: 'many', 'band.1': '120' }),
    wrong('quiz, wrong points', `${quiz(papers.draft)}/items`, { [`points.${papers.questions[9]!}`]: '-1', version: '2' }),
    wrong('quiz, wrong draw', `${quiz(papers.draft)}/draws`, { tag: '', count: 'x', version: '2' }),
    wrong('questions to add, none chosen', `${quiz(papers.draft)}/additions`, { version: '2' }),
    wrong('quiz, not publishable', `${quiz(papers.draft)}/publication`, { version: '2' }, 409),
    wrong('quiz, set the wrong way round', `${quiz(papers.final)}/cohorts`, {
      cohort: papers.cohort,
      opensOn: '2027-03-20',
      closesOn: '2027-03-02',
    }),
    wrong('quiz, put away and not to be changed', `${quiz(papers.away)}/preset`, { preset: 'final', version: '1' }, 409),
    ...[amara, tomas].map((who) => stop(who, 'quizzes of the cohort', set)),
    wrong('quizzes of the cohort, wrong days', `${set}/${papers.final}/days`, {
      opensOn: '2027-04-01',
      closesOn: '2027-03-02',
      version: '1',
    }),
    stop(papers.adhiambo, 'learning, with a quiz of the chapter', '/learning'),
    stop(papers.adhiambo, 'quiz of the chapter', `/quizzes/${papers.enrolment}/${CHAPTER_QUIZ}/${papers.final}`),
  ];
}

export function papersForms({ world: { tomas, cohort }, papers }: Ground): Example[] {
  const one = (address: string, fields: Fields = {}): Example => ({ who: tomas, address, fields });
  const list = '/chapters/kenya/quizzes';
  const draft = `${list}/${papers.draft}`;
  const set = `/cohorts/${papers.cohort}/quizzes/${papers.final}`;
  return [
    one(list, { preset: 'practice', title: 'Another one', questions: papers.questions[0]! }),
    // Each press changes the quiz, and the next one knows its new version.
    one(`${draft}/words`, { ...WORDS, version: '2' }),
    one(`${draft}/items`, { down: papers.questions[9]!, version: '3' }),
    one(`${draft}/draws`, { tag: 'bodies', count: '3', version: '4' }),
    one(`${draft}/additions`, { questions: papers.questions[1]!, version: '5' }),
    one(`${draft}/preset`, { preset: 'final', version: '6' }),
    one(`${draft}/settings`, { ...SETTINGS, version: '7' }),
    one(`${draft}/archiving`, { version: '8' }),
    one(`${list}/${papers.away}/return`, { version: '1' }),
    one(`${list}/${papers.final}/publication`, { version: '3' }),
    one(`${list}/${papers.final}/cohorts`, { cohort: cohort.id, opensOn: '', closesOn: '' }),
    one(`${set}/days`, { opensOn: '', closesOn: '2027-03-25', version: '1' }),
    one(`${set}/adoption`),
    one(`${set}/removal`),
  ];
}
