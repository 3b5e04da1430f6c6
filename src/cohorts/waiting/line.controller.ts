import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort, TrainerOfCohort } from '../cohort-team.guard';
import { Enrolments } from '../enrolment/enrolments.service';
import { MoveQueries } from '../moves/moves.queries';
import { linePage } from './line.view';
import { LineForm } from './waiting.form';
import { WaitingLists } from './waiting-lists.service';

/** Who waits for a place in a cohort, and who had one. */
@Controller('cohorts/:cohort/waiting')
export class LineController {
  constructor(
    private readonly waiting: WaitingLists,
    private readonly enrolments: Enrolments,
    private readonly moves: MoveQueries,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('cohorts/line')
  async line(@Subject() own: OwnCohort, @Now() now: Date) {
    const { cohort } = own;
    const [line, gone, room] = await Promise.all([this.waiting.line(cohort.id), this.moves.gone(cohort.id), this.enrolments.room(cohort)]);
    return linePage(own, { line, gone, room }, now);
  }

  @Post()
  @Allow(LeadOfCohort)
  async press(
    @Subject() { cohort }: OwnCohort,
    @Body(new FormPipe(LineForm)) { values, formId }: Submitted<LineForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { admit, more, remove } = values;
    const pressed = [admit, more, remove].filter(Boolean);
    if (pressed.length !== 1 || !isId(pressed[0])) throw new UnreadableForm('shape');
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      if (remove) await this.waiting.leave(write, { id: remove, cohortId: cohort.id });
      else await this.waiting.admit(write, cohort.id, admit || more, Boolean(more), request.arrivedAt);
      return `/cohorts/${cohort.id}/waiting`;
    });
    await redirectSaying(request, response, address, remove ? 'waiting.flash.removed' : 'waiting.flash.admitted');
  }
}
