import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/language';
import { type CohortQuiz, CohortQuizzes } from '../../quizzes/papers/cohort-quizzes.service';
import type { Viewer } from '../../web/requests/viewer';
import { type Draft, Drafts } from '../today/drafts.service';
import type { OwnPerson } from './person-of-cohort.guard';
import { PersonPages, type Seen } from './person-pages.service';

/** What is on one person's page. */
export interface Sheet extends Seen {
  draft: Draft;
  /** Quizzes of the chapter that were set for their cohort. */
  beside: CohortQuiz[];
}

/** One person's page, with the letter that could be sent from it. */
@Injectable()
export class PersonSheets {
  constructor(
    private readonly pages: PersonPages,
    private readonly drafts: Drafts,
    private readonly quizzes: CohortQuizzes,
  ) {}

  async of(own: OwnPerson, viewer: Viewer, language: Language, now: Date): Promise<Sheet> {
    const seen = await this.pages.of(own, language, now);
    const draft = await this.drafts.write(own.person, { cohort: own.cohort, need: seen.inNeed?.need ?? null, sender: viewer.name });
    return { ...seen, draft, beside: await this.quizzes.ofPerson(own.cohort.id, own.study.enrolmentId, language) };
  }
}
