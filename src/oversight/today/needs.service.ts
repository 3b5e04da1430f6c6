import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { stateOf } from '../../cohorts/states/state';
import { QuizVersions } from '../../quizzes/attempts/quiz-versions.service';
import type { Given } from '../../quizzes/questions/given';
import { score } from '../../quizzes/questions/grading';
import { NeedRulesOfCohorts } from './need-rules.service';
import { type GettingOn, longestRun, type Need, NEEDS, needs, quietUntil } from './needs';
import { type Among, type InCohort, NeedQueries, type TriedRow } from './needs.queries';
import { OpeningsForPeople } from './openings-for-people.service';

/** Somebody with at least one reason to be written to. */
export interface InNeed {
  person: InCohort;
  cohort: Cohort;
  /** The strongest reason. */
  need: Need;
  /** Until when nobody writes to them, because somebody has. */
  quietUntil: Date | null;
}

/** Who needs the team, in cohorts that are running. */
@Injectable()
export class Needs {
  constructor(
    private readonly queries: NeedQueries,
    private readonly rules: NeedRulesOfCohorts,
    private readonly quizzes: QuizVersions,
    private readonly openings: OpeningsForPeople,
  ) {}

  /** The strongest reasons first, then those who have waited longest. As many questions to the database for a thousand people as for one. */
  async in(cohorts: readonly Cohort[], now: Date): Promise<InNeed[]> {
    const running = cohorts.filter((cohort) => stateOf(cohort, now) === 'running');
    if (!running.length) return [];
    const found = await this.among({ cohorts: running.map(({ id }) => id) }, running, now);
    return found.sort((a, b) => rank(a) - rank(b) || b.need.count - a.need.count || (a.person.enrolmentId < b.person.enrolmentId ? -1 : 1));
  }

  /** Whether one person in a cohort does. */
  async of(cohort: Cohort, enrolment: string, now: Date): Promise<InNeed | null> {
    if (stateOf(cohort, now) !== 'running') return null;
    return (await this.among({ enrolment }, [cohort], now))[0] ?? null;
  }

  private async among(among: Among, cohorts: readonly Cohort[], now: Date): Promise<InNeed[]> {
    const [people, tries, answers, nudges, rules] = await Promise.all([
      this.queries.people(among),
      this.queries.tries(among),
      this.queries.latestAnswers(among),
      this.queries.lastNudges(among),
      this.rules.ofAll(cohorts.map(({ id }) => id)),
    ]);
    const cohortOf = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
    const [runs, openSince] = await Promise.all([this.runs(tries, answers), this.openings.since(among, people, cohorts, now)]);
    const tried = new Map<string, TriedRow[]>();
    for (const row of tries) tried.set(row.enrolmentId, [...(tried.get(row.enrolmentId) ?? []), row]);
    return people.flatMap((person): InNeed[] => {
      const cohort = cohortOf.get(person.cohortId)!;
      const own = tried.get(person.enrolmentId) ?? [];
      const [need] = needs(
        gettingOn(person, cohort, openSince.get(person.enrolmentId) ?? null, own, runs),
        now,
        rules.get(cohort.id)!.rules,
      );
      return need ? [{ person, cohort, need, quietUntil: quietUntil(nudges.get(person.personId) ?? null, now) }] : [];
    });
  }

  /** How many answers went wrong one after the other, by try. Each quiz is looked up once. */
  private async runs(tries: readonly TriedRow[], answers: ReadonlyMap<string, ReadonlyMap<string, Given>>): Promise<Map<string, number>> {
    const graded = tries.filter(({ id }) => answers.has(id));
    const versions = [...new Set(graded.map(({ quizVersionId }) => quizVersionId))];
    const known = new Map(
      await Promise.all(versions.map(async (id) => [id, [await this.quizzes.quiz(id), await this.quizzes.accepted(id)] as const] as const)),
    );
    return new Map(
      graded.map(({ id, quizVersionId }) => {
        const [quiz, accepted] = known.get(quizVersionId)!;
        return [id, longestRun(score(quiz, answers.get(id)!, accepted).grades.map(({ outcome }) => outcome))];
      }),
    );
  }
}

function gettingOn(
  person: InCohort,
  { startsOn, zone }: Cohort,
  openSince: Date | null,
  tries: readonly TriedRow[],
  runs: ReadonlyMap<string, number>,
): GettingOn {
  return {
    complete: false, // whoever has finished is no longer on the way
    joinedAt: person.joinedAt,
    startsOn,
    zone,
    openSince,
    lastAt: person.lastAt,
    tries: tries.map(({ module, step, passed }) => ({ module, step, passed: passed === 1 })),
    wrongInARow: runs.get(tries.at(-1)?.id ?? '') ?? 0,
  };
}

const rank = ({ need }: InNeed) => NEEDS.indexOf(need.kind);
