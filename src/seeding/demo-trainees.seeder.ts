import { Injectable } from '@nestjs/common';
import { PROGRAMME } from '../certificates/issuing/certificates.service';
import { Earnings } from '../certificates/issuing/earnings.service';
import { Enrolments } from '../cohorts/enrolment/enrolments.service';
import { Studies } from '../cohorts/enrolment/studies.service';
import { StudyQueries } from '../cohorts/enrolment/studies.queries';
import type { Writer } from '../database/writer';
import { DemoQuizzes } from './demo-quizzes.seeder';
import type { DemoWorld } from './demo-world';

type Trainee = DemoWorld['cohorts'][number]['people'][number] & { id: string; name: string };

const HOUR_MS = 3_600_000;

export const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * 24 * HOUR_MS);

/** What the demo's trainees have read, answered and earned, made by the acts that would have made it. */
@Injectable()
export class DemoTrainees {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly queries: StudyQueries,
    private readonly studies: Studies,
    private readonly quizzes: DemoQuizzes,
    private readonly earnings: Earnings,
  ) {}

  async study(write: Writer, cohortId: string, trainee: Trainee, now: Date): Promise<void> {
    const joined = daysAgo(now, trainee.joined);
    const enrolmentId = await this.enrolments.join(write, { id: cohortId }, trainee.id, joined);
    const study = (await this.queries.one(enrolmentId, trainee.id))!;
    const { lessons, quiz, module } = await this.quizzes.steps(study);
    const after = (step: number) => new Date(joined.getTime() + (step + 1) * 7 * HOUR_MS);
    for (const [index, lesson] of lessons.slice(0, trainee.read).entries()) {
      await this.studies.finish(write, study, `step:${module}/${lesson}`, after(index));
    }
    for (const [index, outcome] of (trainee.tries ?? []).entries()) {
      await this.quizzes.take(write, study, module, quiz, outcome === 'passed', after(lessons.length + index * 3));
    }
    const names = { name: trainee.name, latinName: null };
    if (trainee.certificate) await this.earnings.claim(write, study, PROGRAMME, names, after(lessons.length + 4));
  }
}
