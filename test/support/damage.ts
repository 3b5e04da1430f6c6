import { existsSync } from 'node:fs';
import { Database, OPEN_READONLY, OPEN_READWRITE } from 'sqlite3';
import { type Learner, mayBe, type Promised } from './learner';

interface Stored {
  attemptId: string;
  question: string;
  tries: string | null;
  page: string;
  turn: number;
}

interface Ended {
  id: string;
  ended: number;
  points: number | null;
  share: number | null;
  marks: string | null;
}

/** Marks for every question from the moment of handing in; what they add up to, unless a text waits for somebody. */
function hasItsResult({ ended, points, share, marks }: Ended): boolean {
  if (!ended || !marks) return !ended && !marks && points === null && share === null;
  const waits = Object.values(JSON.parse(marks) as Record<string, number | null>).includes(null);
  return waits === (points === null) && waits === (share === null);
}

/** In the small quiz, by the number that a learner sends: what was checked and is in no try. */
function unchecked({ checked }: Learner, answers: readonly Stored[]): string[] {
  return [...checked].flatMap(([name, values]) => {
    const [attempt, number] = name.split(' ');
    const row = answers.find((one) => one.attemptId === attempt && one.question === (number === '1' ? 'chair' : 'months'));
    return values.filter((one) => !valuesOf(row?.tries ?? null).includes(one)).map((one) => `a check was lost: ${name}, ${one}`);
  });
}

function valuesOf(tries: string | null): string[] {
  const given = JSON.parse(tries ?? '[]') as { option?: string; typed?: string }[];
  return given.map(({ option, typed }) => typed ?? `${'abc'.indexOf(option!) + 1}`);
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** What is not as the learners were told. */
export async function damage(file: string, learners: Learner[]): Promise<string[]> {
  expect(existsSync(file)).toBe(true);
  const database = await open(file);
  const rows = <R>(sql: string) => all<R>(database, sql);
  const [check, keys, answers, attempts, open_, ended] = [
    await rows<{ integrity_check: string }>('PRAGMA integrity_check'),
    await rows('PRAGMA foreign_key_check'),
    await rows<Stored>('SELECT "attemptId", "question", "page", "turn", "tries" FROM "answers"'),
    await rows<Ended>('SELECT "id", "handedInAt" IS NOT NULL AS ended, "points", "share", "marks" FROM "attempts"'),
    await rows('SELECT "enrolmentId" FROM "attempts" WHERE "handedInAt" IS NULL GROUP BY "enrolmentId" HAVING COUNT(*) > 1'),
    await rows('SELECT "enrolmentId", "subject" FROM "completions" GROUP BY "enrolmentId", "subject" HAVING COUNT(*) > 1'),
  ];
  await new Promise((closed) => database.close(closed));
  const found = new Map(attempts.map((one) => [one.id, one]));
  const stored = (name: string, promised: Promised) => answers.some((one) => name.startsWith(one.attemptId) && mayBe(promised, one));
  const lost = learners.flatMap((one) => [...one.answers].filter(([name, promised]) => promised.acknowledged && !stored(name, promised)));
  return [
    ...check.filter((one) => one.integrity_check !== 'ok').map((one) => `integrity: ${one.integrity_check}`),
    ...keys.map((one) => `a key without its row: ${JSON.stringify(one)}`),
    ...lost.map(([name, promised]) => `lost: ${name}, ${JSON.stringify(promised)}`),
    ...learners.flatMap(({ begun }) => [...begun].filter((id) => !found.has(id)).map((id) => `an attempt that had begun is lost: ${id}`)),
    ...learners.flatMap(({ handedIn }) =>
      [...handedIn].filter((id) => !found.get(id)?.ended).map((id) => `handed in, and open again: ${id}`),
    ),
    ...attempts.filter((one) => !hasItsResult(one)).map(({ id }) => `handed in without its result: ${id}`),
    ...learners.flatMap((one) => unchecked(one, answers)),
    ...answers.filter(({ tries }) => hasTwice(valuesOf(tries))).map((one) => `a try was used twice: ${JSON.stringify(one)}`),
    ...open_.map((one) => `two open attempts: ${JSON.stringify(one)}`),
    ...ended.map((one) => `finished twice: ${JSON.stringify(one)}`),
  ];
}

export function all<R>(database: Database, sql: string): Promise<R[]> {
  return new Promise((found, failed) => database.all<R>(sql, (error, rows) => (error ? failed(error) : found(rows))));
}

export function open(file: string, mode = OPEN_READONLY): Promise<Database> {
  return new Promise((opened, failed) => {
    const database = new Database(file, mode, (error) => (error ? failed(error) : opened(database)));
  });
}

export async function change(file: string, sql: string): Promise<void> {
  const database = await open(file, OPEN_READWRITE);
  await new Promise<void>((done, failed) => database.run(sql, (error) => (error ? failed(error) : done())));
  await new Promise((closed) => database.close(closed));
}
