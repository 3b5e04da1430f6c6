import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { settingsOf } from '../../content/quiz-settings';
import type { Given } from '../questions/given';
import { isAsked, type Question, quiz } from '../questions/question';
import { questionHash } from '../questions/question-hash';
import { AnalysisQueries, type TriedRow } from './analysis.queries';
import { add, emptyPool, type Pool, type Shape } from './pool';
import { type Population, populationOf } from './population';

/** The marks of a quiz as they stand, and where they come from. */
export interface Pooled {
  pool: Pool;
  /** newest last */
  shapes: Shape[];
  people: number;
  chapters: number;
}

/** So few that reading and counting them holds nobody up. */
const A_PIECE = 40;
const MANY_IDS = 500;
const REMEMBERED = 20;

/** The marks of quizzes, gathered from everywhere they are taken and kept until somebody hands in. */
@Injectable()
export class Pools {
  private readonly known = new Map<string, { state: string; pooled: Promise<Pooled> }>();

  constructor(
    private readonly queries: AnalysisQueries,
    private readonly content: Content,
  ) {}

  /** Whoever asks while it is being gathered waits for the same. */
  async of(slug: string, population: Population): Promise<Pooled> {
    const versions = await this.queries.versionsOf(slug);
    const [name, state] = [`${slug} ${population}`, `${versions.length} ${await this.queries.stateOf(versions)}`];
    const before = this.known.get(name);
    if (before?.state === state) return before.pooled;
    if (this.known.size >= REMEMBERED) this.known.clear();
    const pooled = this.gather(versions, population);
    this.known.set(name, { state, pooled });
    pooled.catch(() => this.known.delete(name));
    return pooled;
  }

  async shape(versionId: string): Promise<Shape> {
    const document = await this.content.document(versionId);
    const whole = quiz(document);
    const drawn = new Set(settingsOf(whole).draws.map(({ tag }) => tag));
    const items = whole.questions.filter(isAsked).map((question) => ({
      question,
      hash: questionHash(question, document.texts),
      drawn: question.tags?.find((tag) => drawn.has(tag)) ?? null,
    }));
    return { versionId, items };
  }

  private async gather(versions: readonly string[], population: Population): Promise<Pooled> {
    const shapes = await Promise.all(versions.map((id) => this.shape(id)));
    const tried = await this.allTried(versions);
    const counting = versions.length ? settingsOf(quiz(await this.content.document(versions.at(-1)!))).counting : 'first';
    const chosen = populationOf(tried, population, counting);
    const ids = new Set(chosen.map(({ id }) => id));
    const pool = emptyPool();
    for (const shape of shapes) await this.addVersion(pool, shape, ids);
    const distinct = (of: (row: TriedRow) => string) => new Set(chosen.map(of)).size;
    return { pool, shapes, people: distinct(({ personId }) => personId), chapters: distinct(({ chapterId }) => chapterId) };
  }

  private async allTried(versions: readonly string[]): Promise<TriedRow[]> {
    const all: TriedRow[] = [];
    for (const versionId of versions) {
      for (let after = ''; ;) {
        const rows = await this.queries.tried(versionId, after, MANY_IDS);
        for (const row of rows) all.push(row);
        if (rows.length < MANY_IDS) break;
        after = rows.at(-1)!.id;
        await breath();
      }
    }
    return all;
  }

  private async addVersion(pool: Pool, shape: Shape, chosen: ReadonlySet<string>): Promise<void> {
    const choices = shape.items.filter(({ question }) => picksOf(question, null) !== null).map(({ question }) => question);
    const byKey = new Map(choices.map((question) => [question.key, question]));
    for (let after = ''; ;) {
      const rows = await this.queries.marks(shape.versionId, after, A_PIECE);
      const own = rows.filter(({ id }) => chosen.has(id));
      const picks = new Map<string, Record<string, string[]>>(own.map(({ id }) => [id, {}]));
      for (const { attemptId, question, given } of await this.queries.answers([...picks.keys()], [...byKey.keys()]))
        picks.get(attemptId)![question] = picksOf(byKey.get(question)!, given) ?? [];
      for (const { id, marks, language } of own) {
        add(pool, shape, { versionId: shape.versionId, language: language ?? 'en', marks, picks: picks.get(id)! });
      }
      if (rows.length < A_PIECE) break;
      after = rows.at(-1)!.id;
      await breath();
    }
  }
}

/** What was chosen, where there is something to choose; null for questions of other types. */
function picksOf({ type }: Question, given: Given | null): string[] | null {
  if (type === 'single') return given?.type === 'single' && given.option ? [given.option] : [];
  if (type === 'multiple') return given?.type === 'multiple' ? given.options : [];
  if (type === 'true-false') return given?.type === 'true-false' && given.value !== null ? [String(given.value)] : [];
  return null;
}
