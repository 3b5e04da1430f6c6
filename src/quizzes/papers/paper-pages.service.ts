import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Cohorts } from '../../cohorts/cohorts.service';
import { stateOf } from '../../cohorts/states/state';
import { AnalysisQueries } from '../analysis/analysis.queries';
import type { OwnPaper } from './paper-of-chapter.guard';
import { PaperQuestions, type TagCount } from './paper-questions.service';
import { type OpenPaper, Papers } from './papers.service';
import type { SetQuiz } from './set-quiz.entity';
import { SetQuizzes } from './set-quizzes.service';

/** All that the page of one quiz shows. */
export interface PaperSheet extends OpenPaper {
  /** What the bank could be drawn from. */
  tags: TagCount[];
  sets: SetQuiz[];
  /** Of the chapter, the newest first, without those that are over. */
  cohorts: Cohort[];
  /** Somebody of the chapter has handed it in. */
  taken: boolean;
}

/** What stands on the page of a quiz that is put together. */
@Injectable()
export class PaperPages {
  constructor(
    private readonly papers: Papers,
    private readonly questions: PaperQuestions,
    private readonly sets: SetQuizzes,
    private readonly cohorts: Cohorts,
    private readonly analysis: AnalysisQueries,
  ) {}

  async of({ chapter, quiz }: OwnPaper, now: Date): Promise<PaperSheet> {
    const fresh = (await this.papers.bySlug(chapter.id, quiz.slug)) ?? quiz;
    const [open, tags, sets, cohorts, taken] = await Promise.all([
      this.papers.open(chapter, fresh),
      this.questions.tags(chapter.id),
      this.sets.ofQuizzes([quiz.id]),
      this.cohorts.ofChapter(chapter.id),
      this.analysis.isTakenIn(chapter.id, quiz.slug),
    ]);
    const here = (cohort: Cohort) => sets.some(({ cohortId }) => cohortId === cohort.id);
    const current = cohorts.filter((cohort) => here(cohort) || !['finished', 'archived'].includes(stateOf(cohort, now)));
    return { ...open, tags, sets, cohorts: current, taken };
  }
}
