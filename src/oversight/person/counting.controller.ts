import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audit } from '../../chapters/audit/audit.service';
import { Database } from '../../database/database.service';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { LateAnswers } from '../../quizzes/attempts/late-answers.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { CountForm } from './person.form';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { personAddress } from './person.view';

/** An answer that came after the end is counted by the team; the audit says who did. */
@Controller('cohorts/:cohort/people/:enrolment/tries/:attempt/late/:question')
export class CountingController {
  constructor(
    private readonly database: Database,
    private readonly late: LateAnswers,
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
  ) {}

  @Post()
  @Allow(PersonOfCohort)
  async count(
    @Subject() { study, cohort, person }: OwnPerson,
    @Param() { attempt: id, question }: { attempt: string; question: string },
    @Body(new FormPipe(CountForm)) { formId }: Submitted<CountForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { enrolmentId } = study;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const attempt = isId(id) ? await this.database.read(Attempt).findOneBy({ id, enrolmentId, preview: false }) : null;
      if (!attempt || !(await this.late.of(id)).some((one) => one.question === question)) throw new NotFound();
      if (person.id === viewer.id) throw new Refusal('taking.refusal.own-late');
      const done = await this.late.count(write, id, question, now);
      const noted = { chapterId: cohort.chapterId, act: 'late-counted', actorId: viewer.id, subjectId: person.id, objectId: id } as const;
      if (done) await this.audit.note(write, noted, now);
      return `${personAddress(cohort.id, enrolmentId)}/tries/${id}`;
    });
    await redirectSaying(request, response, address, 'taking.late.done');
  }
}
