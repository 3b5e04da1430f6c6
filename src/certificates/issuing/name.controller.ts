import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { OwnEnrolment } from '../../cohorts/moves/own-enrolment.guard';
import type { Study } from '../../cohorts/enrolment/study';
import type { Language } from '../../kernel/language';
import { unconfirmedPage } from '../../people/email/email.view';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Confirming } from './confirming.service';
import { NameForm } from './name.form';
import { missingPage, namePage, type Typed } from './name.view';

/** The way to a certificate: what is missing for it, then the name, then the certificate itself. */
@Controller('learning/:enrolment/certificate')
export class NameController {
  constructor(private readonly confirming: Confirming) {}

  @Get()
  @Allow(OwnEnrolment)
  confirm(@Subject() study: Study, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Res() response: Response) {
    return this.answer(response, study, '', language, { name: viewer.name, latinName: '' });
  }

  @Post()
  @Allow(OwnEnrolment)
  async issue(
    @Subject() study: Study,
    @CurrentViewer() viewer: Viewer,
    @Body(new FormPipe(NameForm)) form: Submitted<NameForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(response, { study, module: '', viewer, form, language, now });
  }

  @Get(':module')
  @Allow(OwnEnrolment)
  confirmModule(
    @Subject() study: Study,
    @Param('module') module: string,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res() response: Response,
  ) {
    return this.answer(response, study, module, language, { name: viewer.name, latinName: '' });
  }

  @Post(':module')
  @Allow(OwnEnrolment)
  async issueModule(
    @Subject() study: Study,
    @Param('module') module: string,
    @CurrentViewer() viewer: Viewer,
    @Body(new FormPipe(NameForm)) form: Submitted<NameForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(response, { study, module, viewer, form, language, now });
  }

  private async take(response: Response, { study, module, viewer, form, language, now }: Taken): Promise<void> {
    const { values, errors, formId } = form;
    const confirmed = await this.confirming.confirmed(viewer.id);
    if (errors.length && !confirmed) return this.answer(response.status(422), study, module, language, values, errors);
    if (!(await this.confirming.reachable(viewer.id))) return this.answer(response.status(409), study, module, language, values);
    response.redirect(303, await this.confirming.confirm(study, module, values, { viewerId: viewer.id, formId }, now));
  }

  /** The certificate when there is one, what is missing while it is not earned; between the two the address to confirm, and then the name. */
  private async answer(response: Response, study: Study, module: string, language: Language, typed: Typed, errors: FormError[] = []) {
    const way = await this.confirming.wayTo(study, module, language);
    if (way.issued) return response.redirect(303, `/certificates/${way.issued}`);
    const { outlook, person, confirmed } = way;
    if (!outlook.earned) return response.render('certificates/missing', missingPage(study, outlook));
    if (person.emailVerifiedAt) return response.render('certificates/name', namePage(study, outlook, confirmed, typed, errors));
    return response.render('people/unconfirmed', unconfirmedPage(person, outlook.spoken));
  }
}

interface Taken {
  study: Study;
  module: string;
  viewer: Viewer;
  form: Submitted<NameForm>;
  language: Language;
  now: Date;
}
