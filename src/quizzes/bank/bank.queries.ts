import { Injectable } from '@nestjs/common';
import type { QuestionStructure } from '../../content/question-structures';
import { Database } from '../../database/database.service';
import { comparable } from '../../kernel/text';

/** What a list is asked for; what is not said is not looked at. */
export interface BankFilter {
  /** words that all have to be found, in any language */
  text?: string;
  /** tags that all have to be there */
  tags?: readonly string[];
  /** any of these */
  types?: readonly QuestionStructure['type'][];
  /** this one, and what lies in it */
  category?: string;
  archived?: boolean;
}

/** How many questions of a bank have a tag, a type, a category. */
export interface BankFacets {
  total: number;
  archived: number;
  tags: Map<string, number>;
  types: Map<QuestionStructure['type'], number>;
  categories: Map<string, number>;
}

/** Lists of a bank's questions. */
@Injectable()
export class BankQueries {
  constructor(private readonly database: Database) {}

  async ids(chapterId: string | null, filter: BankFilter, most: number, from: number): Promise<{ ids: string[]; total: number }> {
    const [where, parameters] = conditions(chapterId, filter);
    const [counted] = await this.database.rows<{ n: number }>(`SELECT COUNT(*) AS "n" FROM "bank_questions" WHERE ${where}`, parameters);
    const rows = await this.database.rows<{ id: string }>(
      `SELECT "id" FROM "bank_questions" WHERE ${where} ORDER BY "updatedAt" DESC, "id" DESC LIMIT ? OFFSET ?`,
      [...parameters, most, from],
    );
    return { ids: rows.map(({ id }) => id), total: counted!.n };
  }

  async facets(chapterId: string | null): Promise<BankFacets> {
    const [where, parameters] = scope(chapterId);
    const rows = await this.database.rows<{ type: QuestionStructure['type']; category: string; tags: string; archived: number }>(
      `SELECT "type", "category", "tags", CASE WHEN "archivedAt" IS NULL THEN 0 ELSE 1 END AS "archived"
         FROM "bank_questions" WHERE ${where}`,
      parameters,
    );
    const live = rows.filter(({ archived }) => !archived);
    return {
      total: live.length,
      archived: rows.length - live.length,
      tags: counts(live.flatMap(({ tags }) => JSON.parse(tags) as string[])),
      types: counts(live.map(({ type }) => type)),
      categories: counts(live.map(({ category }) => category).filter(Boolean)),
    };
  }

  /** How many a bank holds that are not put away. */
  async count(chapterId: string | null): Promise<number> {
    const [where, parameters] = scope(chapterId);
    const [row] = await this.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS "n" FROM "bank_questions" WHERE ${where} AND "archivedAt" IS NULL`,
      parameters,
    );
    return row!.n;
  }

  /** The stems of a bank as they are compared, the oldest first. */
  stems(chapterId: string | null): Promise<{ id: string; stem: string }[]> {
    const [where, parameters] = scope(chapterId);
    return this.database.rows(
      `SELECT "id", "stem" FROM "bank_questions" WHERE ${where} AND "archivedAt" IS NULL AND "stem" <> '' ORDER BY "id"`,
      parameters,
    );
  }
}

type Condition = [where: string, parameters: unknown[]];

function scope(chapterId: string | null): Condition {
  return chapterId === null ? ['"chapterId" IS NULL', []] : ['"chapterId" = ?', [chapterId]];
}

function conditions(
  chapterId: string | null,
  { text = '', tags = [], types = [], category = '', archived = false }: BankFilter,
): Condition {
  const all: Condition[] = [scope(chapterId), [`"archivedAt" IS ${archived ? 'NOT NULL' : 'NULL'}`, []]];
  for (const word of comparable(text).split(' ').filter(Boolean)) all.push([`"searchable" LIKE ? ESCAPE '!'`, [`%${plainly(word)}%`]]);
  for (const tag of tags) all.push([`"tagLines" LIKE ? ESCAPE '!'`, [`%\n${plainly(comparable(tag))}\n%`]]);
  if (types.length) all.push([`"type" IN (?)`, [[...types]]]);
  if (category) all.push([`("category" = ? OR "category" LIKE ? ESCAPE '!')`, [category, `${plainly(category)}/%`]]);
  return [all.map(([where]) => where).join(' AND '), all.flatMap(([, parameters]) => parameters)];
}

/** So that what somebody looks for is not read as a pattern. */
function plainly(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}

function counts<T>(values: readonly T[]): Map<T, number> {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
