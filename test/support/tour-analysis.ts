import { Content } from '../../src/content/content.service';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { newId } from '../../src/kernel/identifier';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { quiz } from '../../src/quizzes/questions/question';
import { questionHash } from '../../src/quizzes/questions/question-hash';
import { RecallCard } from '../../src/quizzes/remembering/recall-card.entity';
import { RecallWish } from '../../src/quizzes/remembering/recall-wish.entity';
import type { Person } from '../../src/people/person.entity';
import { ESSAY_POINTS, publishEssayQuiz } from '../quizzes/analysis/essay-quiz';
import { handedIn } from '../quizzes/analysis/many';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, type LearningWorld, makePerson, openCohort } from './world';

/** Imani has handed in a text that waits, and one that Tomas has marked is another's; she is asked again what she missed. */
export interface GroundAnalysis {
  imani: Person;
  /** Of Imani, with a text that waits. */
  attempt: string;
  /** Due now, and one that was answered today. */
  cards: { due: string; answered: string };
  /** Hashes: of a choice, and of every other type of the starter quiz. */
  questions: Record<string, string>;
  exported: string;
}

const SLUG = 'rough-consensus';

export async function analysisOf(world: LearningWorld): Promise<GroundAnalysis> {
  const { app, database, clock, kenya, amara } = world;
  const cohort = await openCohort(world, kenya, { name: 'Nakuru, March' });
  const now = clock.now();
  const imani = await makePerson(world, { name: 'Imani Wekesa', email: 'imani@example.org', language: 'en' });
  const enrolmentId = await enrol(world, imani, cohort);
  const versionId = await publishEssayQuiz(world);
  const into = { cohortId: cohort.id, versionId, module: 'chapter', step: 'c-hearing-out', points: ESSAY_POINTS, passMark: 60 };
  await handedIn(world, into, [
    {
      marks: { who: 0, when: 1, why: null },
      givens: {
        who: { type: 'single', option: 'c' },
        when: { type: 'number', typed: '1986' },
        why: { type: 'essay', text: 'Because whoever objects may be right.\n\nOnce it was so.' },
      },
    },
  ]);
  const [{ id: attempt } = { id: '' }] = await database.rows<{ id: string }>('SELECT "id" FROM "attempts" WHERE "quizVersionId" = ?', [
    versionId,
  ]);
  await database.write(async (write) => {
    await write.update(Attempt, { id: attempt }, { personId: imani.id, enrolmentId });
    const card = {
      personId: imani.id,
      enrolmentId,
      quizVersionId: versionId,
      quizSlug: 'c-hearing-out',
      stability: 1,
      difficulty: 6,
      lapses: 0,
    };
    const due = new Date(now.getTime() - 3_600_000);
    await write.insert(RecallWish, { personId: imani.id, since: now });
    await write.insert(RecallCard, [
      { ...card, id: DUE, question: 'who', dueAt: due, lastAt: new Date(now.getTime() - 172_800_000), reps: 0, given: null },
      {
        ...card,
        id: ANSWERED,
        question: 'when',
        dueAt: new Date(now.getTime() + 172_800_000),
        lastAt: due,
        reps: 1,
        given: { type: 'number', typed: '1992' },
      },
    ]);
    const address = `/chapters/${kenya.slug}/quizzes/${SLUG}/statistics.csv?attempts=first&export=${EXPORTED}`;
    await write.insert(FormOutcome, { actor: amara.id, formId: EXPORTED, address, createdAt: now });
  });
  const { document } = (await app.get(Content, { strict: false }).all('quiz')).find(({ document: { slug } }) => slug === SLUG)!;
  const questions = Object.fromEntries(quiz(document).questions.map((one) => [one.key, questionHash(one, document.texts)]));
  return { imani, attempt, cards: { due: DUE, answered: ANSWERED }, questions, exported: EXPORTED };
}

const [DUE, ANSWERED, EXPORTED] = [newId(), newId(), newId()];

const KEY: Fields = { answer: 'a', policy: 'both', reason: 'RFC 7282, section 3', known: '0' };
const MARK: Fields = { 'points.reason': '2', 'points.example': '0.5', comment: 'A good reason.', version: '0' };

/** The pages of analysis, corrections, marking and remembering, in the states that they have. */
export function analysisPages({ world, analysis }: Ground): Stop[] {
  const { amara, tomas, nour, wanjiku, sofia } = world;
  const { imani, attempt, cards, questions, exported } = analysis;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const wrong = (who: Person, name: string, address: string, fields: Fields, status = 422) => stop(who, name, address, { fields, status });
  const base = '/chapters/kenya';
  const key = (question: string) => `${base}/quizzes/${SLUG}/corrections/${questions[question]}`;
  const text = `${base}/marking/${attempt}/why`;
  return [
    stop(tomas, 'statistics of quizzes', `${base}/statistics`),
    stop(nour, 'statistics of quizzes, none', '/chapters/lebanon/statistics'),
    stop(tomas, 'statistics of a quiz', `${base}/quizzes/${SLUG}/statistics`),
    stop(amara, 'statistics of a quiz, tries that count', `${base}/quizzes/${SLUG}/statistics?attempts=counting`),
    stop(nour, 'statistics of a quiz, of other chapters', `/chapters/lebanon/quizzes/${SLUG}/statistics`),
    stop(tomas, 'statistics of a quiz, a text waits', `${base}/quizzes/c-hearing-out/statistics`),
    stop(amara, 'statistics as a table', `${base}/quizzes/${SLUG}/statistics.csv?attempts=first&export=${exported}`),
    ...['unanswered', 'history', 'quiet-rooms', 'remarks', 'appeal-months', 'rule'].map((name) => stop(tomas, `key, ${name}`, key(name))),
    stop(tomas, 'key, another one', `${key('unanswered')}?answer=a`),
    stop(sofia, 'key, another one for all', `${key('unanswered')}?answer=a`),
    stop(tomas, 'key, the same', `${key('unanswered')}?answer=b`, { status: 422 }),
    wrong(tomas, 'key, none chosen', key('unanswered'), { ...KEY, answer: '' }),
    wrong(tomas, 'key, corrected meanwhile', key('unanswered'), { ...KEY, known: '7' }, 409),
    stop(tomas, 'texts to mark', `${base}/marking`),
    stop(amara, 'texts to mark, with names', `${base}/marking?names=shown`),
    stop(nour, 'texts to mark, none', '/chapters/lebanon/marking'),
    stop(tomas, 'text to mark', text),
    wrong(tomas, 'text to mark, too many points', text, { ...MARK, 'points.reason': '9' }),
    wrong(tomas, 'text to mark, marked meanwhile', text, { ...MARK, version: '3' }, 409),
    stop(imani, 'remember', '/remember'),
    stop(imani, 'remember, with a hint', '/remember?hint=yes'),
    stop(wanjiku, 'remember, not wished', '/remember'),
    wrong(imani, 'remember, no answer', `/remember/${cards.due}`, { version: '1' }),
    wrong(imani, 'remember, answered elsewhere', `/remember/${cards.due}`, { answer: '1', version: '9' }, 409),
    stop(imani, 'remembered', `/remember/${cards.answered}`),
  ];
}

/** A good form for each of their routes. */
export function analysisForms({ world, analysis }: Ground): Example[] {
  const { tomas } = world;
  const { imani, attempt, cards, questions } = analysis;
  const base = '/chapters/kenya';
  return [
    { who: imani, address: `/remember/${cards.due}`, fields: { answer: '1', version: '1' } },
    { who: tomas, address: `${base}/quizzes/${SLUG}/statistics/exports`, fields: { attempts: 'first' } },
    { who: tomas, address: `${base}/quizzes/${SLUG}/corrections/${questions['unanswered']}`, fields: KEY },
    { who: tomas, address: `${base}/marking/${attempt}/why`, fields: MARK },
    { who: imani, address: '/remember/wish', fields: { attempt } },
    { who: imani, address: '/remember/stop', fields: {} },
  ];
}
