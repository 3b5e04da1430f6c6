import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import { learningModule } from '../../modules/learning-module';
import { firstOpen, path } from '../../modules/path';
import { planOf, programme } from '../../modules/programme';
import { stepAddress } from '../../modules/step-address';
import { Ledger } from '../../progress/ledger.service';
import { doneSubjects } from '../../progress/standing';
import { Refusal } from '../../kernel/refusal';
import { MoveQueries } from '../moves/moves.queries';
import type { Cohort } from '../cohort.entity';
import { courseOf, waiting } from '../timetable/timetable';
import { Enrolments } from './enrolments.service';

/** From an invitation straight to the first thing to read. */
@Injectable()
export class Joining {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly content: Content,
    private readonly ledger: Ledger,
    private readonly moves: MoveQueries,
  ) {}

  /** Returns where to go. Refuses when the cohort is over or full. */
  async join(write: Writer, cohort: Cohort, personId: string, now: Date): Promise<string> {
    return this.next(cohort, await this.enrolments.join(write, cohort, personId, now), now);
  }

  /** Refuses whom the team took out or moved on: the link that everybody has is no way back, a letter of the team's is. */
  async welcome(cohortId: string, personId: string): Promise<void> {
    if (['withdrawn', 'moved'].includes((await this.moves.latest(cohortId, personId)) ?? '')) throw new Refusal('moves.refusal.taken-out');
  }

  /** The address of the first step that is open and not done yet. */
  async next({ programmeVersionId, pins, timetable, zone }: Cohort, enrolmentId: string, now: Date): Promise<string> {
    const done = doneSubjects(await this.ledger.of(enrolmentId));
    const whole = programme(await this.content.document(programmeVersionId));
    const modules = await Promise.all(
      whole.modules.map(async (slug) => learningModule(await this.content.document(pins[`module:${slug}`]!))),
    );
    const course = courseOf(planOf(whole, modules), done);
    for (const module of modules) {
      const open = firstOpen(path(module, done, waiting(timetable, module.slug, course, zone, now) !== null));
      if (open) return stepAddress(enrolmentId, module.slug, open.step);
    }
    return '/learning';
  }
}
