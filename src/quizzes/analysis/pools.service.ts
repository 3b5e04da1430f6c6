import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import { settingsOf } from '../../content/quiz-settings';
import type { Language } from '../../kernel/language';
import type { Given } from '../questions/given';
import { isAsked, type Question, quiz } from '../questions/question';
import { questionHash } from '../questions/question-hash';
import { AnalysisQueries, type TriedRow } from './analysis.queries';
import { Breath } from './breath';
import { add, emptyPool, type Pool, type Shape } from './pool';
import { Chooser, type Population } from './population';

/** The marks of a quiz as they stand, and where they come from. */
export interface Pooled {
  pool: Pool;
  /** newest last */
  shapes: Shape[];
  people: number;
  chapters: number;
}

/** So few that reading and counting them holds nobody up. */
const ANSWERS_AT_ONCE = 400;
const TRIED_AT_ONCE = 300;
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
    const counting = versions.length ? settingsOf(quiz(await this.content.document(versions.at(-1)!))).counting : 'first';
    const chooser = new Chooser<TriedRow>(population, counting);
    for (const version of versions) await this.look(chooser, version);
    const [ids, people, chapters] = [new Set<string>(), new Set<string>(), new Set<string>()];
    await new Breath().through(chooser.chosen(), ({ id, personId, chapterId }) => {
      ids.add(id);
      people.add(personId);
      chapters.add(chapterId);
    });
    const pool = emptyPool();
    for (const shape of shapes) await this.addVersion(pool, shape, ids);
    return { pool, shapes, people: people.size, chapters: chapters.size };
  }

  private async look(chooser: Chooser<TriedRow>, versionId: string): Promise<void> {
    const breath = new Breath();
    for (let after = ''; ;) {
      const rows = await this.queries.tried(versionId, after, TRIED_AT_ONCE);
      for (const row of rows) chooser.look(row);
      if (rows.length < TRIED_AT_ONCE) return;
      after = rows.at(-1)!.id;
      await breath.take();
    }
  }

  private async addVersion(pool: Pool, shape: Shape, chosen: ReadonlySet<string>): Promise<void> {
    const choices = new Map(
      shape.items.filter(({ question }) => picksOf(question, null) !== null).map(({ question }) => [question.key, question]),
    );
    const take = Math.max(1, Math.floor(ANSWERS_AT_ONCE / Math.max(1, shape.items.length)));
    const breath = new Breath();
    for (let after = ''; ;) {
      const rows = await this.queries.marks(shape.versionId, after, take);
      const own = rows.filter(({ id }) => chosen.has(id));
      const answers = new Map(own.map(({ id }) => [id, { picks: {}, languages: {} } as Answers]));
      const found = await this.queries.answers([...answers.keys()], [...choices.keys()]);
      for (const { attemptId, question, given, language } of found) {
        const { picks, languages } = answers.get(attemptId)!;
        if (given) picks[question] = picksOf(choices.get(question)!, given) ?? [];
        if (language) languages[question] = language;
      }
      for (const { id, marks, language } of own) add(pool, shape, { versionId: shape.versionId, language, marks, ...answers.get(id)! });
      if (rows.length < take) return;
      after = rows.at(-1)!.id;
      await breath.take();
    }
  }
}

/** What was answered in an attempt, by question. */
type Answers = { picks: Record<string, string[]>; languages: Record<string, Language> };

/** What was chosen, where there is something to choose; null for questions of other types. */
function picksOf({ type }: Question, given: Given | null): string[] | null {
  if (type === 'single') return given?.type === 'single' && given.option ? [given.option] : [];
  if (type === 'multiple') return given?.type === 'multiple' ? given.options : [];
  if (type === 'true-false') return given?.type === 'true-false' && given.value !== null ? [String(given.value)] : [];
  return null;
}
