import { Injectable } from '@nestjs/common';
import { Content, type Pins } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import { learningModule } from '../../modules/learning-module';
import { planOf, programme } from '../../modules/programme';
import { Ledger } from '../../progress/ledger.service';
import { doneSubjects, earned, type Plan, type Standing, standing } from '../../progress/standing';
import { programmeSubject } from '../../progress/subjects';
import { Enrolment } from './enrolment.entity';
import type { Study } from './study';
import { StudyQueries } from './studies.queries';
import { StudyFollowers } from './study-followers.service';

/** How people get on with what they study. */
@Injectable()
export class Studies {
  constructor(
    private readonly queries: StudyQueries,
    private readonly content: Content,
    private readonly ledger: Ledger,
    private readonly followers: StudyFollowers,
  ) {}

  /** What a person studies, the newest first; not what they withdrew from. */
  async of({ id }: { id: string }): Promise<Study[]> {
    return (await this.queries.ofPerson(id)).filter(({ state }) => state !== 'withdrawn');
  }

  /** What there is to do in a cohort, as it is pinned. */
  async plan({ programmeVersionId, pins }: { programmeVersionId: string; pins: Pins }): Promise<Plan> {
    const whole = programme(await this.content.document(programmeVersionId));
    const modules = await Promise.all(whole.modules.map((slug) => this.content.document(pins[`module:${slug}`]!)));
    return planOf(whole, modules.map(learningModule));
  }

  async standingOf(study: Study): Promise<Standing> {
    return standing(await this.plan(study.cohort), await this.ledger.of(study.enrolmentId));
  }

  /** How far a study is, and the subjects of the ledger that it has. */
  async progress(study: Study): Promise<{ standing: Standing; done: ReadonlySet<string> }> {
    const [plan, completions] = await Promise.all([this.plan(study.cohort), this.ledger.of(study.enrolmentId)]);
    return { standing: standing(plan, completions), done: doneSubjects(completions) };
  }

  /** The subjects of the ledger that a study has, for looking things up. */
  async done({ enrolmentId }: Study): Promise<ReadonlySet<string>> {
    return doneSubjects(await this.ledger.of(enrolmentId));
  }

  /**
   * Records that a step is done (`step:<module>/<step>`), and with it the module, the programme and the enrolment where it was the last one
   * missing. Saying it again changes nothing.
   */
  async finish(write: Writer, { enrolmentId, personId, cohort }: Study, subject: string, now: Date): Promise<void> {
    await write.lock(Enrolment, enrolmentId); // of two last steps at once, the later one must see the other
    const pinned = await this.queries.pinned(cohort.id); // newer versions may have been adopted since the page was opened
    const [plan, before] = [await this.plan(pinned), await this.ledger.of(enrolmentId)];
    const subjects = [subject, ...earned(plan, before, subject)];
    for (const each of subjects) await this.ledger.record(write, { enrolmentId, personId, subject: each, at: now });
    if (subjects.includes(programmeSubject(plan.programme)))
      await write.update(Enrolment, { id: enrolmentId, state: 'active' }, { state: 'completed', completedAt: now });
    const completions = [...before, ...subjects.map((each) => ({ subject: each, at: now }))];
    await this.followers.tell(write, { enrolmentId, personId, pinned, completions }, now);
  }

  /** For an act that finishes nothing and may still have earned something, such as a better result. */
  async betterResult(write: Writer, { enrolmentId, personId, cohort }: Study, now: Date): Promise<void> {
    await write.lock(Enrolment, enrolmentId);
    const pinned = await this.queries.pinned(cohort.id);
    await this.followers.tell(write, { enrolmentId, personId, pinned, completions: await this.ledger.of(enrolmentId) }, now);
  }
}
