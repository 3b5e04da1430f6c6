import type { Database } from '../../src/database/database.service';

/** How often a database is asked while something is done. Who somebody is, is remembered for five seconds by the real clock: it stands still, so that none of it runs out in between. */
export async function questionsOf(database: Database, work: () => Promise<unknown>): Promise<{ rows: number; reads: number }> {
  const still = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
  const [rows, reads] = [jest.spyOn(database, 'rows'), jest.spyOn(database, 'read')];
  try {
    await work(); // whatever is remembered, is now
    for (const spy of [rows, reads]) spy.mockClear();
    await work();
    return { rows: rows.mock.calls.length, reads: reads.mock.calls.length };
  } finally {
    for (const spy of [still, rows, reads]) spy.mockRestore();
  }
}
