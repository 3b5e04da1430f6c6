import { Injectable } from '@nestjs/common';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import { Content } from '../../content/content.service';
import { People } from '../../people/people.service';
import type { TriedAttempt } from './corrections.queries';

/** What is needed to write to somebody about a quiz of theirs. */
@Injectable()
export class QuizReaders {
  constructor(
    private readonly people: People,
    private readonly studies: StudyQueries,
    private readonly content: Content,
  ) {}

  /** Null for somebody who has gone, from the site or from the cohort. */
  async of({ personId, enrolmentId, quizVersionId }: Pick<TriedAttempt, 'personId' | 'enrolmentId' | 'quizVersionId'>) {
    const [person, study] = [await this.people.byId(personId), await this.studies.one(enrolmentId, personId)];
    if (!person || !study || study.state === 'withdrawn') return null;
    const language = person.language ?? study.cohort.language;
    const { text: quiz } = (await this.content.wordsOf(quizVersionId, language)).text('title');
    return { person, language, quiz, cohort: study.cohort.name };
  }
}
