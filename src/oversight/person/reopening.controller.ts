import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audit } from '../../chapters/audit/audit.service';
import { Database } from '../../database/database.service';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { isOpen } from '../../quizzes/sitting/timing';
import { Attempt } from '../../quizzes/attempts/attempt.entity';
import { Attempts } from '../../quizzes/attempts/attempts.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { ReopenForm } from './person.form';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { personAddress } from './person.view';

/** A try that was never handed in is opened again by the team; the audit says who did. */
@Controller('cohorts/:cohort/people/:enrolment/tries/:attempt/reopening')
export class ReopeningController {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
  ) {}

  @Post()
  @Allow(PersonOfCohort)
  async reopen(
    @Subject() { study, cohort, person }: OwnPerson,
    @Param('attempt') id: string,
    @Body(new FormPipe(ReopenForm)) { formId }: Submitted<ReopenForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { enrolmentId } = study;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const attempt = isId(id) ? await this.database.read(Attempt).findOneBy({ id, enrolmentId, preview: false }) : null;
      if (!attempt || isOpen(attempt)) throw new NotFound();
      const done = await this.attempts.reopen(write, id, study.extraTime, now);
      const noted = { chapterId: cohort.chapterId, act: 'try-reopened', actorId: viewer.id, subjectId: person.id, objectId: id } as const;
      if (done) await this.audit.note(write, noted, now);
      return personAddress(cohort.id, enrolmentId);
    });
    await redirectSaying(request, response, address, 'taking.reopen.done');
  }
}
