import { Injectable } from '@nestjs/common';
import { StudyQueries } from '../cohorts/enrolment/studies.queries';
import type { Study } from '../cohorts/enrolment/study';
import { AGAIN_DAYS } from '../cohorts/requests/asking';
import { type OwnRequest, RequestQueries } from '../cohorts/requests/requests.queries';
import { WaitingLists } from '../cohorts/waiting/waiting-lists.service';
import type { OwnPlace } from '../cohorts/waiting/waiting.queries';
import type { Language } from '../kernel/language';
import { type OwnQuiz, OwnQuizzes } from '../quizzes/papers/own-quizzes.service';
import { type OwnRolePlay, OwnRolePlays } from '../simulations/setting/own-role-plays.service';
import type { Viewer } from '../web/requests/viewer';

/** What stands on a learning page beside what is learnt: what somebody asked for, where they wait, and where they were. */
export interface Beside {
  asked: OwnRequest[];
  waiting: OwnPlace[];
  left: Study[];
  /** Quizzes of their chapters, by enrolment. */
  quizzes: ReadonlyMap<string, OwnQuiz[]>;
  /** Role-plays of their chapters, by enrolment. */
  rolePlays: ReadonlyMap<string, OwnRolePlay[]>;
}

@Injectable()
export class BesideLearning {
  constructor(
    private readonly waiting: WaitingLists,
    private readonly studies: StudyQueries,
    private readonly requests: RequestQueries,
    private readonly quizzes: OwnQuizzes,
    private readonly rolePlays: OwnRolePlays,
  ) {}

  async of({ id }: Viewer, language: Language, now: Date): Promise<Beside> {
    const since = new Date(now.getTime() - AGAIN_DAYS * 86_400_000);
    const [asked, waiting, studies] = await Promise.all([this.requests.own(id, since), this.waiting.of(id), this.studies.ofPerson(id)]);
    const [left, here] = [studies.filter(({ state }) => state === 'withdrawn'), studies.filter(({ state }) => state !== 'withdrawn')];
    const [quizzes, rolePlays] = await Promise.all([this.quizzes.of(here, language, now), this.rolePlays.of(here, language)]);
    return { asked, waiting, left, quizzes, rolePlays };
  }
}
