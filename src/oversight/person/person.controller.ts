import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import type { Submitted } from '../../web/forms/form.pipe';
import { FormPipe } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Nudges } from '../today/nudges.service';
import { Notes } from './notes.service';
import { NoteForm, NudgeForm } from './person.form';
import { type OwnPerson, PersonOfCohort } from './person-of-cohort.guard';
import { PersonSheets } from './person-sheets.service';
import { personAddress, personPage } from './person.view';

/** One person in a cohort, as their team sees them. */
@Controller('cohorts/:cohort/people/:enrolment')
export class PersonController {
  constructor(
    private readonly sheets: PersonSheets,
    private readonly notes: Notes,
    private readonly nudges: Nudges,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(PersonOfCohort)
  @Render('oversight/person')
  async person(@Subject() own: OwnPerson, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    return personPage(own, await this.sheets.of(own, viewer, language, now), viewer, now);
  }

  @Post('notes')
  @Allow(PersonOfCohort)
  async note(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(NoteForm)) { values, errors, formId }: Submitted<NoteForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) {
      const seen = await this.sheets.of(own, viewer, language, request.arrivedAt);
      return response.status(422).render('oversight/person', personPage(own, seen, viewer, request.arrivedAt, values, errors));
    }
    const { enrolmentId } = own.study;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.notes.add(write, { enrolmentId, authorId: viewer.id, text: values.note }, request.arrivedAt);
      return personAddress(own.cohort.id, enrolmentId);
    });
    await redirectSaying(request, response, address, 'oversight.flash.noted');
  }

  @Post('notes/:note/removal')
  @Allow(PersonOfCohort)
  async removeNote(
    @Subject() own: OwnPerson,
    @Param('note') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { enrolmentId } = own.study;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.notes.remove(write, { id, enrolmentId }, { id: viewer.id, lead: own.lead });
      return personAddress(own.cohort.id, enrolmentId);
    });
    await redirectSaying(request, response, address, 'oversight.flash.note-removed');
  }

  @Post('nudges')
  @Allow(PersonOfCohort)
  async nudge(
    @Subject() own: OwnPerson,
    @Body(new FormPipe(NudgeForm)) { values, errors, formId }: Submitted<NudgeForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) {
      const seen = await this.sheets.of(own, viewer, language, request.arrivedAt);
      return response.status(422).render('oversight/person', personPage(own, seen, viewer, request.arrivedAt, { letter: values }, errors));
    }
    const { back, ...letter } = values;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.nudges.send(write, own, { ...letter, senderId: viewer.id }, request.arrivedAt);
      return back === 'today' ? '/today' : personAddress(own.cohort.id, own.study.enrolmentId);
    });
    await redirectSaying(request, response, address, 'oversight.flash.nudged');
  }
}
