import { START, unchained } from '../../../src/simulations/tables/chain';
import { heard } from '../../../src/simulations/live/hearing';
import { all, open } from '../../support/damage';
import type { Player } from './player';

interface Line {
  seq: number;
  type: string;
  commandId: string;
  event: string;
  hash: string;
}

/** What is not in the database as players were told, or is there twice; and logs that do not hold together. */
export async function lost(file: string, players: readonly Player[]): Promise<string[]> {
  const database = await open(file);
  try {
    const found: string[] = [];
    for (const table of new Set(players.map((one) => one.table))) {
      const lines = await all<Line>(database, `SELECT * FROM "table_events" WHERE "tableId" = '${table}' ORDER BY "seq"`);
      const [{ headSeq }] = (await all<{ headSeq: number }>(
        database,
        `SELECT "headSeq" FROM "simulation_tables" WHERE "id" = '${table}'`,
      )) as [{ headSeq: number }];
      const texts = new Set(
        (await all<{ id: string }>(database, `SELECT "id" FROM "table_texts" WHERE "tableId" = '${table}'`)).map(({ id }) => id),
      );
      found.push(
        ...ofTable(
          lines,
          headSeq,
          texts,
          players.filter((one) => one.table === table),
        ),
      );
    }
    return found;
  } finally {
    await new Promise((closed) => database.close(closed));
  }
}

function ofTable(lines: readonly Line[], headSeq: number, texts: ReadonlySet<string>, players: readonly Player[]): string[] {
  const found: string[] = [];
  try {
    unchained(lines, { seq: 0, hash: START });
  } catch (error) {
    found.push(`the log does not hold: ${(error as Error).message}`);
  }
  if (headSeq !== lines.length) found.push(`the head stands at ${headSeq} of ${lines.length}`);
  for (const { role, sent } of players) {
    for (const [form, acknowledged] of sent) {
      const own = lines.filter(({ commandId, type }) => commandId === form && (type === 'stance-set' || type === 'statement-made'));
      if (own.length > 1) found.push(`twice: ${role} ${form}`);
      if (acknowledged && !own.length) found.push(`lost: ${role} ${form}`);
      for (const { event } of own) {
        const { words } = JSON.parse(event) as { words: { ref: string } };
        if (!texts.has(words.ref)) found.push(`words lost: ${role} ${form}`);
      }
    }
  }
  return found;
}

/** How many happenings a player may have heard of by now. */
export async function audible(file: string, { table, role }: Player): Promise<number> {
  const database = await open(file);
  const lines = await all<{ event: string }>(database, `SELECT "event" FROM "table_events" WHERE "tableId" = '${table}'`);
  await new Promise((closed) => database.close(closed));
  return heard(
    lines.map(({ event }) => JSON.parse(event) as never),
    { seat: role },
  ).length;
}
