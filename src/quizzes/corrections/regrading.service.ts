import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { answeringOf } from '../attempts/answering';
import { Answer } from '../attempts/answer.entity';
import { GivenMarks } from '../attempts/grading.service';
import { QuizVersions } from '../attempts/quiz-versions.service';
import { finalShare, reachesMark } from '../sitting/counting';
import type { Accepted } from '../questions/accepted';
import type { Answering } from '../sitting/behaviour';
import type { Paper } from '../sitting/draws';
import { type ManualMarks, marksOf, type Total } from '../sitting/marks';
import { type Change, type Correction, type Effect, effectOf, losesNothing, POLICIES, type Policy, standing } from './corrections';
import { type CorrectionRow, CorrectionQueries, type TriedAttempt } from './corrections.queries';
import { KeyCorrections } from './key-corrections.service';

/** A new key before it is decided what becomes of earlier attempts. */
export interface Proposal extends Pick<Correction, 'structure' | 'texts'> {
  slug: string;
  questionHash: string;
  /** versions that ask the question */
  versionIds: readonly string[];
  /** for whom it is to hold; null for everybody */
  chapterId: string | null;
}

const PEOPLE_AT_ONCE = 50;

/** What a new key would do, worked out by grading everything again. Nothing is written. */
@Injectable()
export class Regrading {
  constructor(
    private readonly database: Database,
    private readonly queries: CorrectionQueries,
    private readonly corrections: KeyCorrections,
    private readonly quizzes: QuizVersions,
    private readonly manual: GivenMarks,
  ) {}

  /** By policy, how many people would gain, lose and newly pass. */
  async effects(proposal: Proposal, now: Date): Promise<Record<Policy, Effect>> {
    const changes: Record<Policy, Change[]> = { both: [], 'new-only': [], full: [], 'later-only': [] };
    for await (const people of this.people(proposal)) {
      for (const tries of bySteps(await this.queries.attempts(proposal.versionIds, proposal.chapterId, people))) {
        const known = await Promise.all(tries.map((attempt) => this.known(attempt)));
        for (const policy of POLICIES) changes[policy].push(await this.change(tries, known, { ...proposal, policy, at: now }));
      }
      await breath();
    }
    return Object.fromEntries(POLICIES.map((policy) => [policy, effectOf(changes[policy])])) as Record<Policy, Effect>;
  }

  /** In groups, so that nobody waits behind all of them. */
  async *people({ versionIds, chapterId }: Pick<Proposal, 'versionIds' | 'chapterId'>): AsyncGenerator<string[]> {
    for (let after = ''; ;) {
      const people = await this.queries.people(versionIds, chapterId, after, PEOPLE_AT_ONCE);
      if (people.length) yield people;
      if (people.length < PEOPLE_AT_ONCE) return;
      after = people.at(-1)!;
    }
  }

  private async change(tries: readonly TriedAttempt[], known: readonly Known[], proposed: Proposed): Promise<Change> {
    const { policy } = proposed;
    const totals =
      policy === 'later-only' ? null : await Promise.all(tries.map((attempt, index) => this.regraded(attempt, known[index]!, proposed)));
    const before = await this.result(tries);
    const regraded = totals?.map((total) => ({ share: total?.share ?? null, passed: total?.passed ?? false }));
    const after = regraded ? await this.result(tries.map((one, index) => ({ ...one, ...regraded[index]! }))) : before;
    const kept = losesNothing(policy) && after.points < before.points ? before : after;
    return { before, after: standing({ before, after: kept }) };
  }

  /** The result that counts of all tries at a step, in seven decimals, as marks are kept. */
  async result(tries: readonly TriedAttempt[]): Promise<Change['after']> {
    const { rules, passMark } = await this.quizzes.paper(tries.at(-1)!);
    const share = finalShare(
      rules.counting,
      tries.map((one) => ({ handedInAt: one.startedAt, abandonedAt: null, share: one.share })),
    );
    const passed = rules.counting === 'highest' ? tries.some((one) => one.passed) : reachesMark(share, passMark);
    return { points: Math.round((share ?? 0) * 1e7), passed };
  }

  private async regraded(
    attempt: TriedAttempt,
    { rows, accepted, paper, manual, answers }: Known,
    proposed: Proposed,
  ): Promise<Total | null> {
    const gradeOf = await this.corrections.gradeBy(attempt, accepted, [...rows, proposed]);
    return marksOf(paper, answers, gradeOf, manual).total;
  }

  private async known(attempt: TriedAttempt): Promise<Known> {
    const [rows, accepted, paper, manual, answers] = await Promise.all([
      this.queries.ofAttempt(attempt),
      this.quizzes.accepted(attempt.quizVersionId),
      this.quizzes.paper(attempt),
      this.manual.of(attempt.id),
      this.database.read(Answer).findBy({ attemptId: attempt.id }),
    ]);
    return { rows, accepted, paper, manual, answers: new Map(answers.map((one) => [one.question, answeringOf(one)])) };
  }
}

type Proposed = Correction & { questionHash: string };

/** What an attempt is graded by, whatever is proposed. */
interface Known {
  rows: CorrectionRow[];
  accepted: Accepted;
  paper: Paper;
  manual: ManualMarks;
  answers: ReadonlyMap<string, Answering>;
}

/** Tries of one person at one quiz belong together. */
export function bySteps(attempts: readonly TriedAttempt[]): TriedAttempt[][] {
  const found = new Map<string, TriedAttempt[]>();
  for (const attempt of attempts) {
    const name = `${attempt.enrolmentId} ${attempt.module} ${attempt.step}`;
    found.set(name, [...(found.get(name) ?? []), attempt]);
  }
  return [...found.values()];
}
