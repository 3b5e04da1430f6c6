import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { documentHash } from '../../content/hash';
import type { QuizStructure } from '../../content/structures';
import { LANGUAGES } from '../../kernel/language';
import type { ProgrammeOutline } from '../../modules/outlines.service';
import { Designs } from '../designs/designs.service';
import type { Snapshot, Titles } from '../snapshot';

/** Freezes what a study was about, as its cohort is pinned to it. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly content: Content,
    private readonly designs: Designs,
  ) {}

  async of({ cohort, chapter }: Study, { slug, modules }: ProgrammeOutline, completedAt: Date): Promise<Snapshot> {
    const steps = modules.flatMap((module) => module.steps.map(({ structure }) => structure));
    const quizzes = steps.flatMap((step) => (step.kind === 'quiz' ? [step.quiz] : []));
    const passMarks = await Promise.all(quizzes.map((quiz) => this.passMark(cohort.pins[`quiz:${quiz}`]!)));
    const versionId = cohort.programmeVersionId;
    return {
      programme: { slug, versionId, hash: documentHash(await this.content.document(versionId)), title: await this.titles(versionId) },
      modules: await Promise.all(modules.map(async (module) => ({ slug: module.slug, title: await this.titles(module.versionId) }))),
      lessons: steps.filter(({ kind }) => kind === 'lesson').length,
      quizzes: quizzes.length,
      passMark: passMarks.length ? Math.min(...passMarks) : null,
      simulations: steps.filter(({ kind }) => kind === 'simulation').length,
      assignments: steps.filter(({ kind }) => kind === 'assignment').length,
      minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
      chapter: chapter.name,
      cohort: cohort.name,
      language: cohort.language,
      zone: cohort.zone,
      completedAt: completedAt.toISOString(),
      design: (await this.designs.latest(chapter.id))?.id,
    };
  }

  private async titles(versionId: string): Promise<Titles> {
    const shown = await Promise.all(LANGUAGES.map(async (language) => (await this.content.wordsOf(versionId, language)).text('title')));
    const { language: original } = await this.content.document(versionId);
    return { original, texts: Object.fromEntries(shown.map(({ language, text }) => [language, text])) };
  }

  private async passMark(versionId: string): Promise<number> {
    return ((await this.content.document(versionId)).structure as QuizStructure).passMark;
  }
}
