import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Words } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { KeyCorrections } from '../corrections/key-corrections.service';
import type { Population } from './population';
import { type Pooled, Pools } from './pools.service';
import { type Report, reportOf } from './report';

export interface QuizReport {
  report: Report;
  words: Words;
  versionId: string;
  pooled: Pooled;
  population: Population;
}

/** Reports about quizzes, as a chapter reads them: with the keys as they are corrected for it. */
@Injectable()
export class Reports {
  /** As long as the marks are kept. */
  private readonly known = new WeakMap<Pooled, Map<string, Promise<Report>>>();

  constructor(
    private readonly pools: Pools,
    private readonly content: Content,
    private readonly corrections: KeyCorrections,
  ) {}

  /** About the newest version that anybody has taken, or the newest of all. */
  async of(slug: string, chapterId: string, population: Population, language: Language): Promise<QuizReport> {
    const pooled = await this.pools.of(slug, population);
    const shape = pooled.shapes.findLast(({ versionId }) => pooled.pool.tests.has(versionId)) ?? pooled.shapes.at(-1);
    if (!shape) throw new NotFound();
    const { versionId } = shape;
    const [words, corrected] = await Promise.all([this.content.wordsOf(versionId, language), this.corrections.inChapter(slug, chapterId)]);
    const name = `${versionId} ${chapterId} ${corrected.rows.map(({ id }) => id).join(' ')}`;
    const known = this.known.get(pooled) ?? new Map<string, Promise<Report>>();
    this.known.set(pooled, known);
    const reporting = known.get(name) ?? reportOf(pooled.pool, shape, ({ question, hash }) => corrected.keyNow(question, hash));
    known.set(name, reporting);
    const report = await reporting;
    return { report, words, versionId, pooled, population };
  }
}
