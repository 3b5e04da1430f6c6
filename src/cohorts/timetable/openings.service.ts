import { Injectable } from '@nestjs/common';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { formatDay } from '../../languages/formats';
import { learningModule } from '../../modules/learning-module';
import { path } from '../../modules/path';
import { stepAddress } from '../../modules/step-address';
import { stepSubject } from '../../progress/subjects';
import { Studies } from '../enrolment/studies.service';
import type { Study } from '../enrolment/study';
import { courseOf, timesOf, waiting, type Waiting } from './timetable';

/** A step of a study. */
export interface StepPlace {
  study: Study;
  module: string;
  step: string;
}

/** A phrase that says when a module opens or what comes first, and its values. */
export interface Closed {
  reason: 'timetable.closed.day' | 'timetable.closed.module';
  details: Record<string, string>;
}

/** What stands before a step: its module is closed, or a lesson comes first. */
@Injectable()
export class Openings {
  constructor(
    private readonly studies: Studies,
    private readonly content: Content,
  ) {}

  /** Refuses a step whose module is not open, unless the step is done. Where the timetable says nothing, nothing is asked. */
  async assertOpen(place: StepPlace, language: Language, now: Date, done?: ReadonlySet<string>): Promise<void> {
    const closed = await this.closed(place, language, now, done);
    if (closed) throw new Refusal(closed.reason, closed.details);
  }

  async closed(place: StepPlace, language: Language, now: Date, known?: ReadonlySet<string>): Promise<Closed | null> {
    const { study, module, step } = place;
    const { cohort } = study;
    if (timesOf(cohort.timetable, module).opens === 'start') return null;
    const [plan, done] = await Promise.all([this.studies.plan(cohort), known ?? this.studies.done(study)]);
    const found = waiting(cohort.timetable, module, courseOf(plan, done), cohort.zone, now);
    return found && !done.has(stepSubject(module, step)) ? this.said(found, study, language) : null;
  }

  /** The address of the lesson to read before a quiz or a simulation opens, or null when it is open; nothing comes before what is a step of no module. */
  async lessonFirst({ study, module, step }: StepPlace): Promise<{ address: string } | null> {
    const pinned = study.cohort.pins[`module:${module}`];
    if (!pinned) return null;
    const structure = learningModule(await this.content.document(pinned));
    const here = path(structure, await this.studies.done(study)).find((one) => one.step.key === step);
    return here?.why ? { address: stepAddress(study.enrolmentId, module, here.why.step) } : null;
  }

  private async said(found: Waiting, { cohort }: Study, language: Language): Promise<Closed> {
    if (found.for === 'day') return { reason: 'timetable.closed.day', details: { day: formatDay(found.on, 'day', language) } };
    const words = await this.content.wordsOf(cohort.pins[`module:${found.module}`]!, language);
    return { reason: 'timetable.closed.module', details: { module: words.text('title').text } };
  }
}
