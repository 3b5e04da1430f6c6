import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Content } from '../../content/content.service';
import { type QuizSettings, settingsOf } from '../../content/quiz-settings';
import type { Shown } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { quiz } from '../questions/question';
import type { ChapterQuiz } from './chapter-quiz.entity';
import { Papers } from './papers.service';
import { type PersonResult, resultsOf } from './results';
import type { SetQuiz } from './set-quiz.entity';
import { SetQuizQueries } from './set-quizzes.queries';
import { SetQuizzes } from './set-quizzes.service';

/** A quiz of its chapter as a cohort takes it. */
export interface CohortQuiz {
  set: SetQuiz;
  title: Shown;
  rules: QuizSettings;
  passMark: number;
  results: PersonResult[];
  /** What it is put together from. */
  paper: ChapterQuiz;
}

/** What a team looks at of a cohort's quizzes. */
@Injectable()
export class CohortQuizzes {
  constructor(
    private readonly sets: SetQuizzes,
    private readonly queries: SetQuizQueries,
    private readonly papers: Papers,
    private readonly content: Content,
  ) {}

  async of({ id }: Cohort, language: Language): Promise<CohortQuiz[]> {
    return this.with(await this.sets.ofCohort(id), await this.queries.tries(id), language);
  }

  /** The same with one person's tries alone. */
  async ofPerson(cohortId: string, enrolmentId: string, language: Language): Promise<CohortQuiz[]> {
    return this.with(await this.sets.ofCohort(cohortId), await this.queries.tries(cohortId, enrolmentId), language);
  }

  private async with(sets: SetQuiz[], tries: Awaited<ReturnType<SetQuizQueries['tries']>>, language: Language): Promise<CohortQuiz[]> {
    const papers = await this.papers.byIds(sets.map(({ quizId }) => quizId));
    const compare = new Intl.Collator(language).compare;
    return Promise.all(
      sets.map(async (set) => {
        const [document, words] = [await this.content.document(set.versionId), await this.content.wordsOf(set.versionId, language)];
        const rules = settingsOf(quiz(document));
        const results = resultsOf(tries.filter(({ slug }) => slug === set.slug), rules.counting); // prettier-ignore
        return {
          set,
          title: words.text('title'),
          rules,
          passMark: quiz(document).passMark,
          results: results.sort((a, b) => compare(a.name, b.name)),
          paper: papers.get(set.quizId)!,
        };
      }),
    );
  }
}
