import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { documentHash } from '../../content/hash';
import type { QuizStructure } from '../../content/structures';
import { LANGUAGES } from '../../kernel/language';
import { Designs } from '../designs/designs.service';
import type { Snapshot, Titles } from '../snapshot';
import { type Goal, stepsOf } from './eligibility';

/** Freezes what a study was about, as its cohort is pinned to it. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly content: Content,
    private readonly designs: Designs,
  ) {}

  /** Counts the steps that were asked for: what somebody may have left out is not said to be done. */
  async of({ cohort, chapter }: Study, goal: Goal, completedAt: Date): Promise<Snapshot> {
    const steps = stepsOf(goal).map(({ step }) => step);
    const quizzes = steps.flatMap((step) => (step.kind === 'quiz' ? [step.quiz] : []));
    const passMarks = await Promise.all(quizzes.map((quiz) => this.passMark(cohort.pins[`quiz:${quiz}`]!)));
    const versionId = cohort.programmeVersionId;
    const { mark } = goal.requirements;
    return {
      programme: {
        slug: goal.programme,
        versionId,
        hash: documentHash(await this.content.document(versionId)),
        title: await this.titles(versionId),
      },
      modules: await Promise.all(
        goal.modules.map(async ({ slug }) => ({ slug, title: await this.titles(cohort.pins[`module:${slug}`]!) })),
      ),
      lessons: steps.filter(({ kind }) => kind === 'lesson').length,
      quizzes: quizzes.length,
      passMark: passMarks.length ? Math.min(...passMarks) : null,
      ...(mark && { leastMark: mark.least }),
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
