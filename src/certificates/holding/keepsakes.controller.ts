import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Certificates } from '../issuing/certificates.service';
import { Keepsakes } from './keepsakes.service';

/** Everything that somebody holds, to take along. */
@Controller('certificates/everything.zip')
export class KeepsakesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly keepsakes: Keepsakes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Header('cache-control', 'private, no-store')
  async all(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date, @Res() response: Response): Promise<void> {
    const archive = await this.keepsakes.archive(viewer.name, await this.certificates.of(viewer.id), language, now);
    response.set('content-disposition', 'attachment; filename="chapterhouse-certificates.zip"');
    response.type('application/zip').send(archive);
  }
}
