import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { settingsOf } from '../../content/quiz-settings';
import { CHAPTER_QUIZ } from '../../content/structures';
import type { Shown } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { stepAddress } from '../../modules/step-address';
import { quiz } from '../questions/question';
import { windowOf, windowState, type WindowState } from './quiz-days';
import { type PersonResult, resultsOf } from './results';
import { SetQuizQueries } from './set-quizzes.queries';
import { SetQuizzes } from './set-quizzes.service';

/** A quiz that somebody's chapter has set for their cohort, with how they did. */
export interface OwnQuiz {
  title: Shown;
  address: string;
  opensOn: string | null;
  closesOn: string | null;
  window: WindowState;
  /** Null before the first try. */
  result: PersonResult | null;
}

/** The quizzes beside somebody's programme. */
@Injectable()
export class OwnQuizzes {
  constructor(
    private readonly sets: SetQuizzes,
    private readonly queries: SetQuizQueries,
    private readonly content: Content,
  ) {}

  /** By enrolment; without those that were taken back. */
  async of(studies: readonly Study[], language: Language, now: Date): Promise<Map<string, OwnQuiz[]>> {
    const sets = await this.sets.ofCohorts(studies.map(({ cohort }) => cohort.id));
    const found = new Map<string, OwnQuiz[]>();
    for (const { enrolmentId, cohort } of studies) {
      const own = sets.filter(({ cohortId }) => cohortId === cohort.id);
      if (own.length === 0) continue;
      const tries = await this.queries.tries(cohort.id, enrolmentId);
      const quizzes = own.map(async ({ versionId, slug, opensOn, closesOn }): Promise<OwnQuiz> => {
        const [document, words] = [await this.content.document(versionId), await this.content.wordsOf(versionId, language)];
        const [result = null] = resultsOf(tries.filter((one) => one.slug === slug), settingsOf(quiz(document)).counting); // prettier-ignore
        return {
          title: words.text('title'),
          address: stepAddress(enrolmentId, CHAPTER_QUIZ, { kind: 'quiz', key: slug }),
          opensOn,
          closesOn,
          window: windowState(windowOf({ opensOn, closesOn }, cohort.zone), now),
          result,
        };
      });
      found.set(enrolmentId, await Promise.all(quizzes));
    }
    return found;
  }
}
