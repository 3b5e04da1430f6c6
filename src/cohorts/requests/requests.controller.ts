import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { Refusal } from '../../kernel/refusal';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort } from '../cohort-team.guard';
import { AnswerForm } from './request.form';
import { RequestQueries } from './requests.queries';
import { Requests } from './requests.service';
import { requestPage } from './requests.view';

/** Answering somebody who asks to join. */
@Controller('cohorts/:cohort/requests/:request')
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly queries: RequestQueries,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(LeadOfCohort)
  @Render('cohorts/request')
  async look(@Subject() own: OwnCohort, @Param('request') id: string) {
    return requestPage(own, await this.waiting(own, id));
  }

  @Post()
  @Allow(LeadOfCohort)
  async answer(
    @Subject() own: OwnCohort,
    @Param('request') id: string,
    @Body(new FormPipe(AnswerForm)) { values, errors, formId }: Submitted<AnswerForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.requests.find(own.cohort.id, id);
    if (errors.length) {
      return response.status(422).render('cohorts/request', requestPage(own, await this.waiting(own, id), values.answer, errors));
    }
    const [now, accepting] = [request.arrivedAt, values.do === 'accept'];
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      if (accepting) await this.requests.accept(write, own.cohort, id, viewer.id, now);
      else await this.requests.decline(write, own.cohort, id, values.answer, viewer.id, now);
      return `/cohorts/${own.cohort.id}/roster`;
    });
    await redirectSaying(request, response, address, accepting ? 'ways.flash.accepted' : 'ways.flash.declined');
  }

  /** Whoever waits for an answer, with what they wrote. */
  private async waiting({ cohort }: OwnCohort, id: string) {
    await this.requests.find(cohort.id, id);
    const found = (await this.queries.waiting(cohort.id)).find((one) => one.id === id);
    if (!found) throw new Refusal('ways.refusal.answered');
    return found;
  }
}
