import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import { MarkingQueries } from '../../../src/quizzes/marking/marking.queries';
import { onPostgres } from '../../support/database';
import { type LearningWorld, startLearning } from '../../support/world';
import { ESSAY_POINTS, publishEssayQuiz } from '../analysis/essay-quiz';
import { handedIn } from '../analysis/many';

const MARKED = 4000;

describe('texts that wait among thousands of attempts', () => {
  let world: LearningWorld;
  beforeAll(async () => {
    world = await startLearning();
    const versionId = await publishEssayQuiz(world);
    const into = { cohortId: world.cohort.id, versionId, module: 'chapter', step: 'c-hearing-out', points: ESSAY_POINTS, passMark: 60 };
    await handedIn(world, into, [{ marks: { who: 1, when: 0, why: null }, givens: { who: { type: 'single', option: 'b' } } }]);
    await othersIn(world, versionId);
  });
  afterAll(() => world.stop());

  it('are all that is read: the others are never looked at', async () => {
    const [queries, asked] = [world.app.get(MarkingQueries, { strict: false }), jest.spyOn(world.database, 'rows')];
    expect((await queries.waiting([world.cohort.chapterId])).map(({ cohortName }) => cohortName)).toEqual([world.cohort.name]);
    const [sql, values] = asked.mock.calls[0]!;
    asked.mockRestore();
    const plan = await planOf(world, sql, values!);
    const ofAttempts = plan.filter((line) => /\ba\b/.test(line) && /SCAN|SEARCH|Scan/.test(line));
    expect(ofAttempts).toEqual([expect.stringContaining(await waitingIndex(world))]);
  });

  it('and the newest of those that are marked are found from the marks', async () => {
    const [queries, asked] = [world.app.get(MarkingQueries, { strict: false }), jest.spyOn(world.database, 'rows')];
    expect(await queries.marked(world.cohort.chapterId, 30)).toEqual([]);
    const [sql, values] = asked.mock.calls[0]!;
    asked.mockRestore();
    expect(
      (await planOf(world, sql, values!)).filter((line) => /^SCAN a\b|^SEARCH a.*enrolmentId|Seq Scan on "?attempts/.test(line)),
    ).toEqual([]);
  });
});

/** One person's endless tries, all of them marked: what stands for everybody else's. The first is copied until there are enough. */
async function othersIn({ database, clock, cohort, wanjiku }: LearningWorld, quizVersionId: string): Promise<void> {
  const { id: enrolmentId } = await database.read(Enrolment).findOneByOrFail({ personId: wanjiku.id, cohortId: cohort.id });
  const now = clock.now();
  const done = {
    startedAt: now,
    endsAt: null,
    handedInAt: now,
    marks: { who: 1, when: 1, why: 1 },
    points: 700,
    most: 700,
    share: 1,
    passed: true,
  };
  const first = {
    id: newId(),
    enrolmentId,
    personId: wanjiku.id,
    quizVersionId,
    module: 'chapter',
    step: 'c-hearing-out',
    number: 1,
    ...done,
  };
  await database.write((write) => write.insert(Attempt, first));
  const [row] = await database.rows<Record<string, unknown>>('SELECT * FROM "attempts" WHERE "id" = ?', [first.id]);
  for (let there = 1; there < MARKED; there *= 2) {
    const number = `"number" + ${there}`;
    const id = `'00000000-0000-7000-8000-' || ${onPostgres ? `LPAD((${number})::text, 12, '0')` : `printf('%012d', ${number})`}`;
    const columns = Object.keys(row!);
    const copied = columns.map((name) => ({ id, number })[name] ?? `"${name}"`);
    await database['engine'].source.query(
      `INSERT INTO "attempts" (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${copied.join(', ')} FROM "attempts" WHERE "enrolmentId" = '${enrolmentId}'`,
    );
  }
}

/** What a planner makes of a query; its values are ids and numbers. */
async function planOf({ database }: LearningWorld, sql: string, values: readonly unknown[]): Promise<string[]> {
  const left = values.flat();
  const filled = sql.replace(/\?/g, () => `'${String(left.shift())}'`);
  const { source } = database['engine'];
  if (onPostgres) await source.query('ANALYZE');
  const rows = await source.query<Record<string, unknown>[]>(`${onPostgres ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${filled}`);
  return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN']));
}

/** The index of waiting attempts, by the name that TypeORM has given it. */
async function waitingIndex({ database }: LearningWorld): Promise<string> {
  const sql = onPostgres
    ? `SELECT "indexname" AS "name" FROM "pg_indexes" WHERE "tablename" = 'attempts' AND "indexdef" LIKE '%share%'`
    : `SELECT "name" FROM "sqlite_master" WHERE "type" = 'index' AND "tbl_name" = 'attempts' AND "sql" LIKE '%share%'`;
  const [row] = await database.rows<{ name: string }>(sql);
  return row?.name ?? 'no index of what waits';
}
