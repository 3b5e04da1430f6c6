import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Moves, type Place } from '../../cohorts/moves/moves.service';
import { Transfers } from '../../cohorts/moves/transfers.service';
import { Programmes } from '../../cohorts/programmes.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfPerson, type OwnPerson } from '../person/person-of-cohort.guard';
import { personAddress } from '../person/person.view';
import { TransferForm } from './moving.form';
import { movingPage } from './moving.view';

/** Moving somebody to another cohort, taking them out, taking them back. */
@Controller('cohorts/:cohort/people/:enrolment')
export class MovingController {
  constructor(
    private readonly moves: Moves,
    private readonly transfers: Transfers,
    private readonly programmes: Programmes,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('move')
  @Allow(LeadOfPerson)
  @Render('oversight/moving')
  page(@Subject() own: OwnPerson, @InLanguage() language: Language, @Now() now: Date) {
    return this.shown(own, language, now);
  }

  @Post('move')
  @Allow(LeadOfPerson)
  async move(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(TransferForm)) { values, errors, formId }: Submitted<TransferForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    if (errors.length) return response.status(422).render('oversight/moving', await this.shown(own, language, now, errors));
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      return personAddress(values.to, await this.transfers.move(write, placeOf(own), values.to, viewer.id, now));
    });
    await redirectSaying(request, response, address, 'moves.flash.moved');
  }

  @Post('withdrawal')
  @Allow(LeadOfPerson)
  async withdraw(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.moves.withdraw(write, placeOf(own), viewer.id, request.arrivedAt);
      return personAddress(own.cohort.id, own.study.enrolmentId);
    });
    await redirectSaying(request, response, address, 'moves.flash.withdrawn');
  }

  @Post('return')
  @Allow(LeadOfPerson)
  async takeBack(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.moves.takeBack(write, placeOf(own), viewer.id, request.arrivedAt);
      return personAddress(own.cohort.id, own.study.enrolmentId);
    });
    await redirectSaying(request, response, address, 'moves.flash.taken-back');
  }

  private async shown(own: OwnPerson, language: Language, now: Date, errors: FormError[] = []) {
    const targets = await this.transfers.targets(own.cohort, own.study.enrolmentId, now);
    const titles = await this.programmes.titlesFor(
      targets.map(({ cohort }) => cohort),
      language,
    );
    return movingPage(own, targets, titles, now, errors);
  }
}

const placeOf = ({ study, cohort }: OwnPerson): Place => ({
  enrolmentId: study.enrolmentId,
  personId: study.personId,
  cohortId: cohort.id,
});
