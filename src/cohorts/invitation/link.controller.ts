import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Audit, type Noted } from '../../chapters/audit/audit.service';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { typedNumber } from '../../kernel/digits';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort } from '../cohort-team.guard';
import { OpenDoors } from '../requests/open-doors.service';
import { Invitations } from './invitations.service';
import { DoorForm, TermsForm } from './link.form';
import { linkConflict, linkPage } from './link.view';
import { dayProblem } from './terms';

/** How people come into a cohort by themselves: its open link, and whether they may ask. */
@Controller('cohorts/:cohort')
export class LinkController {
  constructor(
    private readonly invitations: Invitations,
    private readonly doors: OpenDoors,
    private readonly outcomes: Outcomes,
    private readonly audit: Audit,
  ) {}

  @Get('link')
  @Allow(LeadOfCohort)
  @Render('cohorts/link')
  link(@Subject() own: OwnCohort, @Now() now: Date) {
    return this.page(own, now);
  }

  @Post('link')
  @Allow(LeadOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(TermsForm)) form: Submitted<TermsForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const [{ cohort }, { values }, now] = [own, form, request.arrivedAt];
    const errors = [...form.errors, ...dayErrors(own, form, now)];
    if (errors.length) return response.status(422).render('cohorts/link', await this.page(own, now, values, errors));
    const link = await this.invitations.ofCohort(cohort, now);
    const lastsUntil = values.lastsUntil === '' || values.lastsUntil === cohort.endsOn ? null : values.lastsUntil;
    try {
      await this.outcomes.run(viewer.id, form.formId, async (write) => {
        await this.invitations.change(
          write,
          { id: link.id, version: Number(values.version) },
          { lastsUntil, most: typedNumber(values.most) },
        );
        return addressOf(own);
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = await this.invitations.ofCohort(cohort, now);
      return response.status(409).render('errors/conflict', linkConflict(own, values, theirs, language));
    }
    await redirectSaying(request, response, addressOf(own), 'cohorts.flash.changed');
  }

  @Post('link/closing')
  @Allow(LeadOfCohort)
  async close(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(DoorForm)) form: Submitted<DoorForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const closing = wanted(form) === 'close';
    const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
      const changed = await this.invitations.close(write, own.cohort.id, closing, now);
      if (changed) await this.note(write, own, { act: closing ? 'link-closed' : 'link-opened', actorId: viewer.id }, now);
      return addressOf(own);
    });
    await redirectSaying(request, response, address, closing ? 'ways.flash.closed' : 'ways.flash.opened');
  }

  @Post('invitation')
  @Allow(LeadOfCohort)
  async renew(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.invitations.renew(write, own.cohort, now);
      await this.note(write, own, { act: 'link-replaced', actorId: viewer.id }, now);
      return addressOf(own);
    });
    await redirectSaying(request, response, address, 'cohorts.flash.renewed');
  }

  @Post('asking')
  @Allow(LeadOfCohort)
  async asking(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(DoorForm)) form: Submitted<DoorForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const open = wanted(form) === 'open';
    const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
      await this.doors.set(write, own.cohort.id, open, request.arrivedAt);
      return addressOf(own);
    });
    await redirectSaying(request, response, address, open ? 'ways.flash.asking' : 'ways.flash.not-asking');
  }

  private async page(own: OwnCohort, now: Date, given: TermsForm | null = null, errors: FormError[] = []) {
    const [link, asking] = await Promise.all([this.invitations.ofCohort(own.cohort, now), this.doors.isOpen(own.cohort.id)]);
    return linkPage(own, { link, asking }, given, errors);
  }

  private note(write: Writer, { cohort, chapter }: OwnCohort, noted: Pick<Noted, 'act' | 'actorId'>, now: Date): Promise<void> {
    return this.audit.note(write, { chapterId: chapter.id, objectId: cohort.id, ...noted }, now);
  }
}

const addressOf = ({ cohort }: OwnCohort): string => `/cohorts/${cohort.id}/link`;

function wanted({ values, errors }: Submitted<DoorForm>): string {
  if (errors.length) throw new UnreadableForm('shape');
  return values.do;
}

/** What is wrong with a last day that exists. */
function dayErrors({ cohort }: OwnCohort, { values, errors }: Submitted<TermsForm>, now: Date): FormError[] {
  if (values.lastsUntil === '' || errors.some(({ field }) => field === 'lastsUntil')) return [];
  const problem = dayProblem(values.lastsUntil, cohort, now);
  return problem ? [{ field: 'lastsUntil', key: `ways.error.${problem}`, details: {} }] : [];
}
