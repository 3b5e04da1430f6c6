import type { OwnChapter } from '../../chapters/chapter-team.guard';
import type { Member } from '../../chapters/chapters.service';
import { TEAM } from '../../chapters/roles';
import type { Cohort } from '../../cohorts/cohort.entity';
import { cohortRows } from '../../cohorts/cohorts.view';
import type { AskedCohort } from '../../cohorts/requests/requests.queries';
import { askedCohorts } from '../../cohorts/requests/requests.view';
import type { Shown } from '../../content/translation';
import { LANGUAGE_NAMES } from '../../kernel/language';

interface Found {
  /** Cohorts that run, are to come or are prepared. */
  current: Cohort[];
  /** How many are over. */
  over: number;
  people: ReadonlyMap<string, number>;
  titles: ReadonlyMap<string, Shown>;
  members: Member[];
  /** Cohorts that people ask to join, for leads. */
  asked: AskedCohort[];
  /** How many its bank holds. */
  questions: number;
}

/** views/oversight/chapter.hbs */
export function chapterPage({ chapter, lead }: OwnChapter, { current, over, members, asked, questions, ...figures }: Found, now: Date) {
  const address = `/chapters/${chapter.slug}`;
  return {
    lead,
    name: chapter.name,
    language: LANGUAGE_NAMES[chapter.language],
    zone: chapter.zone.replaceAll('_', ' '),
    cohortsAddress: `${address}/cohorts`,
    newAddress: `${address}/cohorts/new`,
    peopleAddress: `${address}/people`,
    quizzesAddress: `${address}/quizzes`,
    scenariosAddress: `${address}/scenarios`,
    settingsAddress: `${address}/settings`,
    designAddress: `${address}/certificate-design`,
    auditAddress: `${address}/audit`,
    certificatesAddress: `${address}/certificates`,
    questionsAddress: `${address}/questions`,
    questions,
    statisticsAddress: `${address}/statistics`,
    markingAddress: `${address}/marking`,
    publicAddress: `/welcome/${chapter.slug}`,
    shown: chapter.shown,
    cohorts: cohortRows(current, figures, now),
    over,
    asked: askedCohorts(asked),
    people: members.map(({ person, roles }) => ({ name: person.name, roles: TEAM.filter((role) => roles.includes(role)) })),
  };
}
