import { AuditEntry } from '../../../src/chapters/audit/audit-entry.entity';
import { Pools } from '../../../src/quizzes/analysis/pools.service';
import { PlainHands } from '../../support/hands';
import { as } from '../../support/visitor';
import { type LearningWorld, startLearning } from '../../support/world';
import { publishEssayQuiz } from './essay-quiz';
import { abilityOf, handedIn, type Into, knows, type Way } from './many';

describe('statistics of a quiz', () => {
  let world: LearningWorld;
  const points = { who: 2, when: 1 };
  beforeAll(async () => {
    world = await startLearning();
    const versionId = await publishEssayQuiz(world);
    const into = (cohortId: string): Into => ({ cohortId, versionId, module: 'chapter', step: 'c-hearing-out', points, passMark: 60 });
    const { kenya, lebanon } = world.cohorts;
    await handedIn(world, into(kenya.id), people(30, 'kenya', 'en'));
    await handedIn(world, into(lebanon.id), people(25, 'lebanon', 'ar'));
  });
  afterAll(() => world.stop());

  it('are pooled over chapters and languages, and name nobody', async () => {
    for (const [who, chapter] of [
      [world.tomas, 'kenya'],
      [world.nour, 'lebanon'],
    ] as const) {
      const page = await new PlainHands(as(world, who)).goTo(`/chapters/${chapter}/quizzes/c-hearing-out/statistics?language=en`);
      expect(page.main).toContain('From 55 people in 2 chapters, in all languages.');
      expect(page.main).toContain('These figures are made for a quiz that people take once');
      expect(page.main).toMatch(/English ?\d+% right, 30 answers/);
      expect(page.main).toMatch(/العربية ?\d+% right, 25 answers/);
      expect(page.main).toMatch(/Kurtosis ?−\d/);
      expect(page.main).not.toMatch(/(?<!\d)-\d/);
      expect(page.text).not.toContain('Number 1');
      expect(page.text).not.toContain('@example.org');
    }
  });

  it('are listed with how many people of the chapter took each', async () => {
    const list = await new PlainHands(as(world, world.tomas)).goTo('/chapters/kenya/statistics');
    expect(list.rows('Hearing everybody out').join()).toContain('30 people');
  });

  it('are not there for chapters that do not take the quiz', async () => {
    await as(world, world.amara).get('/chapters/kenya/quizzes/never-heard-of/statistics').expect(404);
    await as(world, world.nour).get('/chapters/kenya/quizzes/c-hearing-out/statistics').expect(404);
    await as(world, world.wanjiku).get('/chapters/kenya/quizzes/c-hearing-out/statistics').expect(404);
  });

  it('can be taken out as a table, and the audit knows', async () => {
    const trainer = as(world, world.tomas);
    const address = '/chapters/kenya/quizzes/c-hearing-out/statistics';
    await trainer.get(`${address}.csv`).expect(303);
    const hands = new PlainHands(trainer);
    await hands.goTo(address);
    const file = await hands.press('Download as a table');
    const lines = file.html.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toContain('Number,Question,Answers,Facility,from,to');
    expect(lines[1]).toMatch(/^1,Who answers an objection\?,55,[\d.]+,[\d.]+,[\d.]+,/);
    expect((await world.database.read(AuditEntry).findBy({ act: 'statistics-exported' })).map(({ actorId }) => actorId)).toEqual([
      world.tomas.id,
    ]);
  });

  it('are worked out once until somebody hands in', async () => {
    const pools = world.app.get(Pools, { strict: false });
    const [one, two] = [await pools.of('c-hearing-out', 'first'), await pools.of('c-hearing-out', 'first')];
    expect(two).toBe(one);
    const [{ quizVersionId } = { quizVersionId: '' }] = await world.database.rows<{ quizVersionId: string }>(
      `SELECT a."quizVersionId" FROM "attempts" a JOIN "content_versions" v ON v."id" = a."quizVersionId" WHERE v."slug" = 'c-hearing-out' LIMIT 1`,
    );
    const into = {
      cohortId: world.cohorts.kenya.id,
      versionId: quizVersionId,
      module: 'chapter',
      step: 'c-hearing-out',
      points,
      passMark: 60,
    };
    await handedIn(world, into, people(1, 'later', 'en'));
    expect((await pools.of('c-hearing-out', 'first')).people).toBe(56);
  });
});

function people(count: number, seed: string, language: 'en' | 'ar'): Way[] {
  return Array.from({ length: count }, (_, index): Way => {
    const { ability, chance } = abilityOf(`${seed} ${index}`);
    const right = { who: knows(ability, chance), when: knows(ability, chance) };
    const option = right.who ? 'b' : 'ac'[Math.floor(chance() * 2)]!;
    return { language, marks: { who: right.who ? 1 : 0, when: right.when ? 1 : 0 }, givens: { who: { type: 'single', option } } };
  });
}
