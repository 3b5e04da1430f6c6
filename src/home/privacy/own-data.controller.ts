import { Body, Controller, Get, Header, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Audit } from '../../chapters/audit/audit.service';
import { Outcomes } from '../../database/outcomes.service';
import { directionOf, type Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { dataSheet } from './data-sheet';
import { ErasureQueries } from './erasure.queries';
import { OwnDataQueries } from './own-data.queries';
import { DataForm } from './privacy.form';
import { privacyPage } from './privacy.view';

/** Taking along what is held about oneself, to read and for another program. */
@Controller('account/privacy')
export class OwnDataController {
  constructor(
    private readonly data: OwnDataQueries,
    private readonly erasures: ErasureQueries,
    private readonly audit: Audit,
    private readonly outcomes: Outcomes,
    private readonly phrases: Phrases,
  ) {}

  @Post('data')
  @Allow(SignedIn)
  async ask(
    @Body(new FormPipe(DataForm)) { values, errors, formId }: Submitted<DataForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return response.status(422).render('home/privacy', privacyPage(null, errors));
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const noted = { act: 'data-downloaded' as const, actorId: viewer.id, subjectId: viewer.id };
      for (const chapterId of await this.erasures.chaptersOf(viewer.id)) await this.audit.note(write, { chapterId, ...noted }, now);
      return `/account/privacy/data.${values.format}`;
    });
    response.redirect(303, address);
  }

  @Get('data.json')
  @Allow(SignedIn)
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="chapterhouse-my-data.json"')
  async json(@CurrentViewer() viewer: Viewer, @Now() now: Date): Promise<string> {
    return `${JSON.stringify({ madeAt: now, ...(await this.data.all(viewer.id)) }, null, 2)}\n`;
  }

  @Get('data.html')
  @Allow(SignedIn)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="chapterhouse-my-data.html"')
  async html(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language): Promise<string> {
    const say = this.phrases.in(language);
    return dataSheet(await this.data.all(viewer.id), {
      language,
      direction: directionOf(language),
      title: say('privacy.data.title', { name: viewer.name }),
      nothing: say('privacy.data.nothing'),
      section: (name) => say(`privacy.section.${name}`),
    });
  }
}
