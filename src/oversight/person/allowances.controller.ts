import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { extensionProblem, given, takenBack } from '../../cohorts/allowances/extension';
import { OwnDeadlines } from '../../cohorts/allowances/own-days.service';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { typedNumber } from '../../kernel/digits';
import { MoreTime } from '../../quizzes/attempts/more-time.service';
import { UnreadableForm } from '../../web/errors/outcomes';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { DeadlineForm, ExtraTimeForm, TakenBackForm } from './allowances.form';
import { deadlineConflict, extraTimeConflict, type GivenTime } from './allowances.view';
import { LeadOfPerson, type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { PersonSheets } from './person-sheets.service';
import { personAddress, personPage } from './person.view';

/** Time for one person: later deadlines from their team, more time in quizzes from their leads. */
@Controller('cohorts/:cohort/people/:enrolment')
export class AllowancesController {
  constructor(
    private readonly sheets: PersonSheets,
    private readonly deadlines: OwnDeadlines,
    private readonly people: PersonOfCohort,
    private readonly moreTime: MoreTime,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('deadlines')
  @Allow(PersonOfCohort)
  async give(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(DeadlineForm)) form: Submitted<DeadlineForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { module, dueOn, why, version } = form.values;
    const page = response.locals['page'] as Page;
    const seen = await this.sheets.of(own, viewer, page.language, request.arrivedAt);
    const order = seen.programme.modules.map(({ slug }) => slug);
    const problem = form.errors.length ? null : extensionProblem(own.cohort, order, module, dueOn);
    const errors: FormError[] = problem ? [{ field: 'dueOn', key: `timetable.error.${problem}`, details: {} }] : form.errors;
    if (errors.length) {
      const typed: GivenTime = { deadline: form.values };
      return response.status(422).render('oversight/person', personPage(own, seen, viewer, request.arrivedAt, { ...typed }, errors));
    }
    const { enrolmentId: id } = own.study;
    const address = personAddress(own.cohort.id, id);
    try {
      await this.outcomes.run(viewer.id, form.formId, async (write) => {
        await this.deadlines.change(write, { id, version: Number(version) }, given(own.given, module, dueOn, why));
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const fresh = await this.again(own, viewer);
      return response.status(409).render('errors/conflict', deadlineConflict(fresh, address, form.values, page));
    }
    await redirectSaying(request, response, address, 'timetable.flash.given');
  }

  @Post('deadlines/removal')
  @Allow(PersonOfCohort)
  async takeBack(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(TakenBackForm)) { values, errors, formId }: Submitted<TakenBackForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const { enrolmentId: id } = own.study;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.deadlines.change(write, { id, version: Number(values.version) }, takenBack(own.given, values.module));
      return personAddress(own.cohort.id, id);
    });
    await redirectSaying(request, response, address, 'timetable.flash.taken-back');
  }

  @Post('extra-time')
  @Allow(LeadOfPerson)
  async giveTime(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(ExtraTimeForm)) { values, errors, formId }: Submitted<ExtraTimeForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    if (errors.length) {
      const seen = await this.sheets.of(own, viewer, (response.locals['page'] as Page).language, now);
      return response.status(422).render('oversight/person', personPage(own, seen, viewer, now, { extra: values }, errors));
    }
    const { enrolmentId: id } = own.study;
    const address = personAddress(own.cohort.id, id);
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.moreTime.give(write, { id, version: Number(values.version) }, typedNumber(values.percent)!, now);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return response.status(409).render('errors/conflict', extraTimeConflict(await this.again(own, viewer), address, values));
    }
    await redirectSaying(request, response, address, 'timetable.flash.extra');
  }

  /** The person as they stand now. */
  private async again({ cohort, study }: OwnPerson, viewer: Viewer): Promise<OwnPerson> {
    return (await this.people.subject(viewer, { cohort: cohort.id, enrolment: study.enrolmentId }))!;
  }
}
