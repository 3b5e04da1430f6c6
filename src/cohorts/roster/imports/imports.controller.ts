import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { PressForm } from '../../../web/forms/press.form';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort } from '../../cohort-team.guard';
import { Invitations } from '../../invitation/invitations.service';
import { PasteForm, RowsForm } from '../roster.form';
import { Admissions } from './admissions.service';
import { Imports } from './imports.service';
import { rosterAddPage, rosterImportPage } from './imports.view';
import { Undoing } from './undoing.service';

/** Bringing a list of people: pasted, looked at row by row, put in, taken back. */
@Controller('cohorts/:cohort/roster')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly admissions: Admissions,
    private readonly undoing: Undoing,
    private readonly invitations: Invitations,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('add')
  @Allow(LeadOfCohort)
  @Render('cohorts/roster-add')
  async add(@Subject() own: OwnCohort, @Now() now: Date) {
    return rosterAddPage(own, await this.invitations.ofCohort(own.cohort, now), now);
  }

  @Post('imports')
  @Allow(LeadOfCohort)
  async paste(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(PasteForm)) { formId, values, errors }: Submitted<PasteForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const unreadable = errors.find(({ field, key }) => field !== 'text' || key !== COPIED_ALONG);
    const file = request.upload ?? null;
    const { people, sheet, error } = unreadable ? { ...NOBODY, error: unreadable } : await this.imports.read(values.text, file);
    if (error) {
      const link = await this.invitations.ofCohort(own.cohort, now);
      return response.status(422).render('cohorts/roster-add', rosterAddPage(own, link, now, values.text, [error]));
    }
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      return addressOf(own, await this.imports.keep(write, own.cohort.id, viewer.id, { people, sheet }, now));
    });
    response.redirect(303, address);
  }

  @Get('imports/:import')
  @Allow(LeadOfCohort)
  @Render('cohorts/roster-import')
  async look(@Subject() own: OwnCohort, @Param('import') id: string, @Now() now: Date) {
    const [judged, room] = await Promise.all([this.imports.judged(own.cohort, id, now), this.admissions.room(own.cohort, now)]);
    return rosterImportPage(own, judged, room, now);
  }

  @Post('imports/:import')
  @Allow(LeadOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Param('import') id: string,
    @Body(new FormPipe(RowsForm)) { formId, values, errors }: Submitted<RowsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    if (errors.length) {
      const judged = await this.imports.judged(own.cohort, id, now, values);
      const room = await this.admissions.room(own.cohort, now);
      return response.status(422).render('cohorts/roster-import', rosterImportPage(own, judged, room, now, errors));
    }
    await this.imports.find(own.cohort.id, id);
    const adding = values.do === 'add';
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.imports.correct(write, id, values);
      const anyway = new Set(Object.keys(values.take).map(Number));
      if (adding) await this.admissions.admit(write, own.cohort, id, anyway, viewer.id, now);
      return addressOf(own, id);
    });
    await redirectSaying(request, response, address, adding ? 'roster.flash.added' : 'roster.flash.checked');
  }

  @Post('imports/:import/undo')
  @Allow(LeadOfCohort)
  async undo(
    @Subject() own: OwnCohort,
    @Param('import') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.imports.find(own.cohort.id, id);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.undoing.undo(write, own.cohort.id, id, request.arrivedAt);
      return addressOf(own, id);
    });
    await redirectSaying(request, response, address, 'roster.flash.undone');
  }
}

/** Marks of direction, which come along when a chat is copied; they are taken out. */
const COPIED_ALONG = 'errors.form.unshowable.direction-override';

const NOBODY = { people: [], sheet: null };

const addressOf = ({ cohort }: OwnCohort, id: string): string => `/cohorts/${cohort.id}/roster/imports/${id}`;
