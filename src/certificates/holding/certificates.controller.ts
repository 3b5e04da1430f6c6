import { Body, Controller, Get, Inject, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import type { Certificate } from '../certificate.entity';
import { Certificates } from '../issuing/certificates.service';
import { OwnCertificate } from '../own-certificate.guard';
import { CertificatePages } from './certificate-pages.service';
import { certificatePage, listPage } from './certificates.view';
import { VisibilityForm } from './holding.form';
import { Visibility } from './visibility.service';

/** What somebody holds. */
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly pages: CertificatePages,
    private readonly visibility: Visibility,
    private readonly outcomes: Outcomes,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('certificates/list')
  async list(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    return listPage(await this.certificates.of(viewer.id), language, now);
  }

  @Get(':certificate')
  @Allow(OwnCertificate)
  @Render('certificates/certificate')
  async certificate(@Subject() certificate: Certificate, @InLanguage() language: Language, @Now() now: Date) {
    return certificatePage(await this.pages.of(certificate, now), language, this.settings.baseUrl, now);
  }

  /** Whether strangers read the name or have to type it. */
  @Post(':certificate/visibility')
  @Allow(OwnCertificate)
  async show(
    @Subject() { id }: Certificate,
    @Body(new FormPipe(VisibilityForm)) { values, errors, formId }: Submitted<VisibilityForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.visibility.change(write, id, values.shown === 'hide', viewer.id, now);
      return `/certificates/${id}#visibility`;
    });
    response.redirect(303, address);
  }
}
