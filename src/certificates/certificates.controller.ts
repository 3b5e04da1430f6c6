import { Controller, Get, Inject, Render } from '@nestjs/common';
import { SETTINGS } from '../configuration/configuration.module';
import type { Settings } from '../configuration/environment';
import type { Language } from '../kernel/language';
import { Allow } from '../web/permissions/permission';
import { SignedIn } from '../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Subject } from '../web/requests/request-words';
import type { Viewer } from '../web/requests/viewer';
import type { Certificate } from './certificate.entity';
import { certificatePage, listPage } from './certificates.view';
import { Certificates } from './issuing/certificates.service';
import { OwnCertificate } from './own-certificate.guard';

@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('certificates/list')
  async list(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language) {
    return listPage(await this.certificates.of(viewer.id), language);
  }

  @Get(':certificate')
  @Allow(OwnCertificate)
  @Render('certificates/certificate')
  certificate(@Subject() certificate: Certificate, @InLanguage() language: Language) {
    return certificatePage(certificate, language, this.settings.baseUrl);
  }
}
