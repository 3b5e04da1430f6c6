import { Body, Controller, Get, Inject, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { LeadOfChapter, type OwnChapter } from '../chapter-team.guard';
import { Chapters } from '../chapters.service';
import { isRole, mayAppoint, TEAM } from '../roles';
import { AppointmentForm } from './appointment.form';
import { Appointments } from './appointments.service';
import { invitedPage, peoplePage } from './appointments.view';

/** Who leads and trains in a chapter, and asking somebody to join them. */
@Controller('chapters/:chapter')
export class InvitationsController {
  constructor(
    private readonly chapters: Chapters,
    private readonly appointments: Appointments,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('people')
  @Allow(LeadOfChapter)
  @Render('chapters/people')
  async people(@Subject() { chapter }: OwnChapter) {
    return peoplePage(chapter, await this.chapters.membersOf(chapter.id, TEAM));
  }

  @Post('invitations')
  @Allow(LeadOfChapter)
  async invite(
    @Subject() { chapter }: OwnChapter,
    @Body(new FormPipe(AppointmentForm)) form: Submitted<AppointmentForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const { role } = form.values;
    if (form.errors.length) {
      const members = await this.chapters.membersOf(chapter.id, TEAM);
      return response.status(422).render('chapters/people', peoplePage(chapter, members, form.errors));
    }
    const own = (await this.chapters.rolesOf(viewer.id)).find((belonging) => belonging.chapter.id === chapter.id);
    if (!isRole(role) || !mayAppoint(own?.roles ?? [], viewer.steward, role)) throw new NotFound();
    const token = await this.appointments.invite(chapter.id, role, form.formId, now);
    response.status(200).render('chapters/invited', invitedPage(chapter, role, `${this.settings.baseUrl}/appointments/${token}`));
  }
}
