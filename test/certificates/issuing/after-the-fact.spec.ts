import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { Pools } from '../../../src/quizzes/analysis/pools.service';
import { Answer } from '../../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { Applying } from '../../../src/quizzes/corrections/applying.service';
import { QuestionCorrection } from '../../../src/quizzes/corrections/question-correction.entity';
import type { Given } from '../../../src/quizzes/questions/given';
import { StudyQueries } from '../../../src/cohorts/enrolment/studies.queries';
import { CHAIR, HUM, MONTHS, startSmall, WHY } from '../../quizzes/small-quiz';
import { post } from '../../support/knock';
import { letters } from '../../support/mail';
import { certificates, finish } from '../finished';
import { confirms } from './requiring';

type World = Awaited<ReturnType<typeof startSmall>>;
let world: World;
afterEach(() => world.stop());

const READY = 'Your certificate is ready: Taking part in Internet governance';
const ASKED = 'Confirm your name for your certificate: Taking part in Internet governance';
const subjects = async ({ email }: Person) => (await letters(world)).filter(({ to }) => to === email).map(({ subject }) => subject);
const about = async (who: Person) => (await subjects(who)).filter((subject) => [READY, ASKED].includes(subject));
const held = async (who: Person) => (await certificates(world).of(who.id)).length;
const versionOf = async (who: Person, enrolmentId: string) =>
  (await world.app.get(StudyQueries, { strict: false }).one(enrolmentId, who.id))!.cohort.pins['quiz:rough-consensus']!;

/** A try that was handed in, with the result that it had then. */
async function tried(who: Person, enrolmentId: string, share: number | null, givens: Record<string, Given>): Promise<string> {
  const [id, now] = [newId(), world.clock.now()];
  const number = 1 + (await world.database.read(Attempt).countBy({ enrolmentId }));
  const quizVersionId = await versionOf(who, enrolmentId);
  await world.database.write(async (write) => {
    const begun = { id, enrolmentId, personId: who.id, quizVersionId, module: 'rough-consensus', step: 'quiz', number, startedAt: now };
    const result = { share, points: share && Math.round(share * 600), most: 600, passed: share === null ? null : false };
    await write.insert(Attempt, { ...begun, endsAt: null, handedInAt: now, marks: share === null ? { why: null } : {}, ...result });
    for (const [question, given] of Object.entries(givens))
      await write.insert(Answer, { attemptId: id, question, given, sequence: 1, page: newId(), savedAt: now });
  });
  return id;
}

const single = (option: string): Given => ({ type: 'single', option });
const truth = (value: boolean): Given => ({ type: 'true-false', value });

describe('a key that was corrected makes somebody pass', () => {
  let correction: string;
  const apply = () => world.app.get(Applying, { strict: false }).apply(correction, world.clock.now());

  beforeEach(async () => {
    world = await startSmall({ settings: { counting: 'average' }, questions: [CHAIR, HUM, MONTHS], right: { chair: 'c' } });
    const { wanjiku, baraka, studies } = world;
    for (const [who, enrolment] of [
      [wanjiku, studies.wanjiku],
      [baraka, studies.baraka],
    ] as const) {
      await finish(world, who, enrolment, { but: ['quiz'] });
      await tried(who, enrolment, 0.9, { hum: truth(true) }); // given more by an earlier correction; a generous one takes nothing away
      await tried(who, enrolment, 1 / 6, { chair: single('b'), hum: truth(true) });
    }
    await confirms(world, wanjiku);
    const { items } = await world.app.get(Pools, { strict: false }).shape(await versionOf(wanjiku, studies.wanjiku));
    const item = items.find(({ question }) => question.key === 'chair')!;
    correction = newId();
    world.clock.advance({ minutes: 1 });
    const row = { id: correction, quizSlug: 'rough-consensus', questionHash: item.hash, chapterId: null, byId: null, texts: {} };
    const structure = { ...item.question, right: 'b' } as never;
    await world.database.write((write) =>
      write.insert(QuestionCorrection, { ...row, structure, policy: 'both', reason: '', at: world.clock.now(), regradedAt: null }),
    );
  });

  it('whoever has confirmed a name has the certificate, everybody else the letter that asks for it, and both only once', async () => {
    const { wanjiku, baraka } = world;
    expect([await held(wanjiku), await held(baraka)]).toEqual([0, 0]);
    await apply();
    await world.database.write((write) => write.update(QuestionCorrection, { id: correction }, { regradedAt: null })); // after a fall
    await apply();
    expect([await held(wanjiku), await held(baraka)]).toEqual([1, 0]);
    expect([await about(wanjiku), await about(baraka)]).toEqual([[READY], [ASKED]]);
  });
});

describe('a text that was marked makes somebody pass', () => {
  it('and has the certificate, once, however often it is marked', async () => {
    world = await startSmall({ questions: [HUM, WHY] });
    const { wanjiku, amara, studies } = world;
    await finish(world, wanjiku, studies.wanjiku, { but: ['quiz'] });
    await confirms(world, wanjiku);
    const id = await tried(wanjiku, studies.wanjiku, null, { hum: truth(true), why: { type: 'essay', text: 'They may be right.' } });
    for (const version of ['0', '1']) {
      const mark = new URLSearchParams({ form: newId(), 'points.whole': '4', comment: '', version });
      expect((await post(world, `/chapters/kenya/marking/${id}/why`, amara, mark.toString())).status).toBe(303);
    }
    expect(await held(wanjiku)).toBe(1);
    expect(await about(wanjiku)).toEqual([READY]);
  });
});
