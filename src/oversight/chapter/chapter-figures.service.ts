import { Injectable } from '@nestjs/common';
import { CohortQueries } from '../../cohorts/cohorts.queries';
import { RequestQueries } from '../../cohorts/requests/requests.queries';
import { BankQueries } from '../../quizzes/bank/bank.queries';

/** What is counted in a chapter. */
@Injectable()
export class ChapterFigures {
  constructor(
    private readonly queries: CohortQueries,
    private readonly requests: RequestQueries,
    private readonly bank: BankQueries,
  ) {}

  /** Of whoever asks to join, only leads are told. */
  async of(chapterId: string, lead: boolean) {
    const [people, asked, questions] = await Promise.all([
      this.queries.people(chapterId),
      lead ? this.requests.counts([chapterId]) : [],
      this.bank.count(chapterId),
    ]);
    return { people, asked, questions };
  }
}
