import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfCohort, type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { UnreadableForm } from '../../web/errors/outcomes';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { DigestChoices } from '../digest/digest-choices.service';
import { NeedRulesOfCohorts } from './need-rules.service';
import { DigestForm, RulesForm, rulesOf } from './rules.form';
import { rulesConflict, rulesPage } from './rules.view';

/** How a cohort's team is told who needs it. */
@Controller('cohorts/:cohort')
export class RulesController {
  constructor(
    private readonly rules: NeedRulesOfCohorts,
    private readonly digests: DigestChoices,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('rules')
  @Allow(TrainerOfCohort)
  @Render('oversight/rules')
  async page(@Subject() own: OwnCohort, @CurrentViewer() viewer: Viewer) {
    return rulesPage(own, await this.rules.of(own.cohort.id), await this.digests.of(viewer.id, own.chapter.id));
  }

  @Post('rules')
  @Allow(LeadOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(RulesForm)) { values, errors, formId }: Submitted<RulesForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { id } = own.cohort;
    if (errors.length) {
      const [rules, digest] = [await this.rules.of(id), await this.digests.of(viewer.id, own.chapter.id)];
      return response.status(422).render('oversight/rules', rulesPage(own, rules, digest, values, errors));
    }
    const address = `/cohorts/${id}/rules`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.rules.change(write, id, Number(values.version), rulesOf(values));
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return response.status(409).render('errors/conflict', rulesConflict(own, values, await this.rules.of(id)));
    }
    await redirectSaying(request, response, address, 'oversight.flash.rules');
  }

  /** Turns one's own weekly letter about the chapter on or off. */
  @Post('digest')
  @Allow(LeadOfCohort)
  @EvenClosed()
  async digest(
    @Subject() { cohort, chapter }: OwnCohort,
    @Body(new FormPipe(DigestForm)) { values, errors, formId }: Submitted<DigestForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', 'wanted');
    const wanted = values.wanted === 'yes';
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.digests.choose(write, { personId: viewer.id, chapterId: chapter.id }, wanted, request.arrivedAt);
      return `/cohorts/${cohort.id}/rules`;
    });
    await redirectSaying(request, response, address, wanted ? 'oversight.flash.digest-on' : 'oversight.flash.digest-off');
  }
}
