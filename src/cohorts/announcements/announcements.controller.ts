import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { type OwnCohort, TrainerOfCohort } from '../cohort-team.guard';
import { AnnouncementForm, EditedAnnouncementForm } from './announcement.form';
import { Announcements } from './announcements.service';
import { announcementConflict, announcementPage, announcementsPage } from './announcements.view';

/** What a cohort's team says to everybody in it. */
@Controller('cohorts/:cohort/announcements')
export class AnnouncementsController {
  constructor(
    private readonly announcements: Announcements,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('cohorts/announcements')
  async list(@Subject() own: OwnCohort) {
    return announcementsPage(own, await this.announcements.of(own.cohort.id));
  }

  @Post()
  @Allow(TrainerOfCohort)
  async write(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(AnnouncementForm)) { values, errors, formId }: Submitted<AnnouncementForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) {
      const announced = await this.announcements.of(own.cohort.id);
      return response.status(422).render('cohorts/announcements', announcementsPage(own, announced, values, errors));
    }
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.announcements.write(write, own.cohort, viewer, values, request.arrivedAt);
      return `/cohorts/${own.cohort.id}/announcements`;
    });
    await redirectSaying(request, response, address, 'announcements.flash.sent');
  }

  @Get(':announcement')
  @Allow(TrainerOfCohort)
  @Render('cohorts/announcement')
  async one(@Subject() own: OwnCohort, @Param('announcement') id: string) {
    return announcementPage(own, await this.announcements.one(own.cohort.id, id));
  }

  @Post(':announcement')
  @Allow(TrainerOfCohort)
  async change(
    @Subject() own: OwnCohort,
    @Param('announcement') id: string,
    @Body(new FormPipe(EditedAnnouncementForm)) { values, errors, formId }: Submitted<EditedAnnouncementForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const one = await this.announcements.one(own.cohort.id, id);
    if (errors.length) return response.status(422).render('cohorts/announcement', announcementPage(own, one, values, errors));
    try {
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.announcements.change(write, { id, version: Number(values.version) }, values, request.arrivedAt);
        return `/cohorts/${own.cohort.id}/announcements`;
      });
      await redirectSaying(request, response, address, 'announcements.flash.changed');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = await this.announcements.one(own.cohort.id, id);
      response.status(409).render('errors/conflict', announcementConflict(own, values, theirs));
    }
  }

  @Post(':announcement/removal')
  @Allow(TrainerOfCohort)
  async remove(
    @Subject() own: OwnCohort,
    @Param('announcement') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.announcements.one(own.cohort.id, id);
      await this.announcements.remove(write, own.cohort.id, id);
      return `/cohorts/${own.cohort.id}/announcements`;
    });
    await redirectSaying(request, response, address, 'announcements.flash.removed');
  }
}
