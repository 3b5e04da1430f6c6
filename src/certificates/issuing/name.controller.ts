import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OwnEnrolment } from '../../cohorts/moves/own-enrolment.guard';
import type { Study } from '../../cohorts/enrolment/study';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { unconfirmedPage } from '../../people/email/email.view';
import { People } from '../../people/people.service';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Certificates } from './certificates.service';
import { NameForm } from './name.form';
import { missingPage, namePage, spoken } from './name.view';

@Controller('learning/:enrolment/certificate')
export class NameController {
  constructor(
    private readonly certificates: Certificates,
    private readonly outcomes: Outcomes,
    private readonly people: People,
  ) {}

  @Get()
  @Allow(OwnEnrolment)
  confirm(
    @Subject() study: Study,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    return this.answer(response, study, language, viewer.name);
  }

  @Post()
  @Allow(OwnEnrolment)
  async issue(
    @Subject() study: Study,
    @CurrentViewer() viewer: Viewer,
    @Body(new FormPipe(NameForm)) { values, errors, formId }: Submitted<NameForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return this.answer(response.status(422), study, language, values.name, errors);
    if (!(await this.people.byId(viewer.id))?.emailVerifiedAt) return this.answer(response.status(409), study, language, values.name);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      return `/certificates/${await this.certificates.issue(write, study, values.name, now)}`;
    });
    response.redirect(303, address);
  }

  /** The certificate when there is one, what is missing while it is not earned; between the two the address to confirm, and then the name. */
  private async answer(response: Response, study: Study, language: Language, name: string, errors: FormError[] = []): Promise<void> {
    const issued = await this.certificates.ofStudy(study.enrolmentId);
    if (issued) return response.redirect(303, `/certificates/${issued.id}`);
    const outlook = await this.certificates.outlook(study, language);
    const person = (await this.people.byId(study.personId))!;
    if (outlook.earned && !person.emailVerifiedAt)
      response.render('people/unconfirmed', unconfirmedPage(person, spoken(outlook.programme.title)));
    else if (outlook.earned) response.render('certificates/name', namePage(study, outlook.programme, name, errors));
    else response.render('certificates/missing', missingPage(study, outlook.programme, outlook.missing));
  }
}
