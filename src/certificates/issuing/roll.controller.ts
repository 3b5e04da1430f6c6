import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfCohort, type OwnCohort } from '../../cohorts/cohort-team.guard';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Batches } from './batches.service';
import { CertificateRules } from './certificate-rules.service';
import { Reminders } from './reminders.service';
import { RuleForm } from './roll.form';
import { RollPages } from './roll-pages.service';
import { rollPage } from './roll.view';

const LOOK_AGAIN_SECONDS = 4;

/** The certificates of a cohort as its lead sees them: who has one, who lacks what; issuing them all by one press. */
@Controller('cohorts/:cohort/certificates')
export class RollController {
  constructor(
    private readonly pages: RollPages,
    private readonly batches: Batches,
    private readonly reminders: Reminders,
    private readonly rules: CertificateRules,
    private readonly outcomes: Outcomes,
  ) {}

  /** While a press is at work, the page comes again by itself. */
  @Get()
  @Allow(LeadOfCohort)
  async list(
    @Subject() own: OwnCohort,
    @Query() query: Record<string, unknown>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { asked, found } = await this.pages.of(own, query, language);
    if (found.batch && !found.batch.endedAt) response.setHeader('refresh', String(LOOK_AGAIN_SECONDS));
    response.render('certificates/roll', rollPage(own, asked, found, request.arrivedAt));
  }

  @Post('issuing')
  @Allow(LeadOfCohort)
  async issue(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer) => this.batches.start(write, own.cohort, viewer.id, request.arrivedAt);
    await this.pressed(own, { viewer, formId, work, says: 'issuing.flash.begun' }, request, response);
  }

  @Post('reminders')
  @Allow(LeadOfCohort)
  async ask(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer) => this.reminders.ask(write, own.cohort, request.arrivedAt);
    await this.pressed(own, { viewer, formId, work, says: 'issuing.flash.asked' }, request, response);
  }

  @Post('rule')
  @Allow(LeadOfCohort)
  async rule(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(RuleForm)) { values, errors, formId }: Submitted<RuleForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const work = (write: Writer) => this.rules.change(write, own.chapter.id, values.accountNames === 'yes', viewer.id, request.arrivedAt);
    await this.pressed(own, { viewer, formId, work, says: 'issuing.flash.rule' }, request, response);
  }

  private async pressed({ cohort }: OwnCohort, { viewer, formId, work, says }: Press, request: Request, response: Response): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await work(write);
      return `/cohorts/${cohort.id}/certificates`;
    });
    await redirectSaying(request, response, address, says);
  }
}

interface Press {
  viewer: Viewer;
  formId: string;
  work: (write: Writer) => Promise<unknown>;
  says: string;
}
