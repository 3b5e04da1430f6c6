import { Body, Controller, Get, Inject, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Audit } from '../audit/audit.service';
import type { Chapter } from '../chapter.entity';
import { LeadOfChapter, type OwnChapter } from '../chapter-team.guard';
import { Chapters } from '../chapters.service';
import { isRole, mayAppoint, type Role, TEAM } from '../roles';
import { AppointmentForm } from './appointment.form';
import { Appointments } from './appointments.service';
import { invitedPage, peoplePage } from './appointments.view';

/** Who leads and trains in a chapter, and asking somebody to join them. */
@Controller('chapters/:chapter')
export class InvitationsController {
  constructor(
    private readonly chapters: Chapters,
    private readonly appointments: Appointments,
    private readonly audit: Audit,
    private readonly outcomes: Outcomes,
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
    if (form.errors.length) return this.corrected(chapter, form, response);
    if (!isRole(role) || !mayAppoint(await this.heldBy(viewer, chapter.id), viewer.steward, role)) throw new NotFound();
    const token = await this.appointments.invite({ chapterId: chapter.id, role, by: viewer.id }, form.formId, now);
    response.status(200).render('chapters/invited', invitedPage(chapter, role, `${this.settings.baseUrl}/appointments/${token}`));
  }

  /** Takes a role back. Somebody who is not on the team any more is nobody's business: the page simply shows who is. */
  @Post('people/:person/dismissal')
  @Allow(LeadOfChapter)
  async dismiss(
    @Subject() { chapter }: OwnChapter,
    @Param('person') person: string,
    @Body(new FormPipe(AppointmentForm)) form: Submitted<AppointmentForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { role } = form.values;
    if (form.errors.length) return this.corrected(chapter, form, response);
    if (!isId(person) || !isRole(role) || !mayAppoint(await this.heldBy(viewer, chapter.id), viewer.steward, role)) throw new NotFound();
    const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
      const taken = { chapterId: chapter.id, role, actorId: viewer.id, subjectId: person };
      const had = await this.chapters.dismiss(write, taken.chapterId, person, role, viewer.steward);
      if (had) await this.audit.note(write, { act: 'role-taken', ...taken }, request.arrivedAt); // a line would name whoever has this id
      return person === viewer.id && !viewer.steward ? '/' : `/chapters/${chapter.slug}/people`;
    });
    await redirectSaying(request, response, address, 'chapters.flash.dismissed');
  }

  private async corrected(chapter: Chapter, { errors }: Submitted<AppointmentForm>, response: Response): Promise<void> {
    response.status(422).render('chapters/people', peoplePage(chapter, await this.chapters.membersOf(chapter.id, TEAM), errors));
  }

  private async heldBy({ id }: Viewer, chapterId: string): Promise<readonly Role[]> {
    return (await this.chapters.rolesOf(id)).find(({ chapter }) => chapter.id === chapterId)?.roles ?? [];
  }
}
